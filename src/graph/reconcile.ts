/** Published totals beside the ledger of their day, computed by what each publisher counts. */
import { DEFAULT_RULE } from "../model/counting.ts";
import { isLowerBound, qualifiedCount } from "../model/lower-bound.ts";
import type { Ledger } from "./ledger.ts";
import type { Dossier, Range, TotalNode } from "./nodes.ts";
import { ledgerUpTo } from "./running-ledger.ts";

/** What a total is compared by. Operations and survivors have no agreed meaning and are not compared. */
export const MEASURES = ["killed", "strikes", "vessels"] as const;
export type Measure = (typeof MEASURES)[number];

export interface Comparison {
  measure: Measure;
  published: number;
  ours: Range;
  /** Whether the publisher's word makes it a lower bound, such as “at least”. */
  isBound: boolean;
  /** Whether it is a lower bound below ours: ours is within what it says, and there is no gap. */
  isReached: boolean;
  /** Published minus ours: 0 inside our range and for a lower bound that ours reaches, else the distance to its nearer end. */
  gap: number;
  /** What the named strikes and leads come to; null when none of them says how many. */
  named: number | null;
  /** What is left of the gap when the named ones are taken into account; 0 where there is no gap. */
  rest: number;
  /** The rest that the total gives as unexplained; null when it gives none. */
  unexplained: number | null;
}

export interface Reconciliation {
  total: TotalNode;
  /** Our own count of the strikes up to the total's day, over all records on file, by the total's counting rule. */
  ledger: Ledger;
  /** Killed by every record as it stands, whatever the publisher counts. */
  range: Range;
  /** One for each measure that the total gives. */
  comparisons: Comparison[];
  /** The gap in people killed; null where no number is given, or a lower bound that ours reaches. The same of the other two. */
  killedGap: number | null;
  strikesGap: number | null;
  vesselsGap: number | null;
  /** All its numbers are ours. */
  agrees: boolean;
  /** One of its numbers has a gap to ours. */
  differs: boolean;
  /**
   * How it stands: it agrees; it does not differ, as ours is within what a lower bound says; named strikes explain the gap; what they leave is
   * given as unexplained; or not all of it is accounted for.
   */
  standing: "agrees" | "within" | "named" | "unexplained" | "open";
}

/** Sets a published total beside the ledger of the strikes up to its day. */
export function reconcileTotal(dossier: Dossier, total: TotalNode): Reconciliation {
  const { asOf } = total.data;
  const ledger = ledgerUpTo(dossier.strikes, asOf, total.counting);
  const comparisons = MEASURES.flatMap((measure) => compare(total, measure, ledger) ?? []);
  const gapOf = (measure: Measure) => comparisons.find((one) => one.measure === measure && !one.isReached)?.gap ?? null;
  const differing = comparisons.filter(({ gap }) => gap !== 0);
  const isNamed = differing.every(({ rest }) => rest === 0);
  const isWithin = comparisons.some(({ isReached }) => isReached);
  const isGiven = differing.every(({ rest, unexplained }) => rest === (unexplained ?? 0));
  return {
    total,
    ledger,
    range: ledgerUpTo(dossier.strikes, asOf, { rule: DEFAULT_RULE, except: [] }).killed,
    comparisons,
    killedGap: gapOf("killed"),
    strikesGap: gapOf("strikes"),
    vesselsGap: gapOf("vessels"),
    agrees: differing.length === 0 && !isWithin,
    differs: differing.length > 0,
    standing: differing.length === 0 ? (isWithin ? "within" : "agrees") : isNamed ? "named" : isGiven ? "unexplained" : "open",
  };
}

function compare({ data, gap: parts }: TotalNode, measure: Measure, ledger: Ledger): Comparison | null {
  const published = data[measure];
  if (published === undefined) return null;
  const ours = measure === "killed" ? ledger.killed : { min: ledger[measure], max: ledger[measure] };
  const given = parts.flatMap((part) => part[measure] ?? []);
  const named = given.length > 0 ? given.reduce((sum, count) => sum + count, 0) : null;
  const isBound = isLowerBound(data.qualifier) && qualifiedCount(data) === measure;
  const gap = gapBeyond(published, ours, isBound);
  const rest = gap === 0 ? 0 : gapBeyond(published - (named ?? 0), ours, isBound);
  const unexplained = data.unexplained?.[measure] ?? null;
  return { measure, published, ours, isBound, isReached: isBound && published < ours.min, gap, named, rest, unexplained };
}

/** How far the number of dead lies from the range of every record as it stands; null when none is given, or a lower bound below it. */
export function distanceToRange(item: Reconciliation): number | null {
  const { killed } = item.total.data;
  return killed === undefined || isBelowRange(item) ? null : gapTo(killed, item.range);
}

/** Whether the number of dead is a lower bound below the range of every record as it stands. */
export function isBelowRange({ total: { data }, range }: Reconciliation): boolean {
  return data.killed !== undefined && isLowerBound(data.qualifier) && data.killed < range.min;
}

/** What is published has nothing to be explained where it is a lower bound below ours. */
function gapBeyond(published: number, ours: Range, isBound: boolean): number {
  return isBound && published < ours.min ? 0 : gapTo(published, ours);
}

/** gapTo(16, { min: 13, max: 14 }) → 2; inside the range 0. */
export function gapTo(value: number, { min, max }: Range): number {
  if (value < min) return value - min;
  return value > max ? value - max : 0;
}
