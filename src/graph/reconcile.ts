/** Published totals beside the ledger of their day, computed by what each publisher counts. */
import { DEFAULT_RULE } from "../model/counting.ts";
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
  /** Published minus ours: 0 inside our range, else the distance to its nearer end. */
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
  killedGap: number | null;
  strikesGap: number | null;
  vesselsGap: number | null;
  agrees: boolean;
  /** How it stands: it agrees, named strikes explain the gap, what they leave is given as unexplained, or not all of it is accounted for. */
  standing: "agrees" | "named" | "unexplained" | "open";
}

/** Sets a published total beside the ledger of the strikes up to its day. */
export function reconcileTotal(dossier: Dossier, total: TotalNode): Reconciliation {
  const { asOf } = total.data;
  const ledger = ledgerUpTo(dossier.strikes, asOf, total.counting);
  const comparisons = MEASURES.flatMap((measure) => compare(total, measure, ledger) ?? []);
  const gapOf = (measure: Measure) => comparisons.find((one) => one.measure === measure)?.gap ?? null;
  const differing = comparisons.filter(({ gap }) => gap !== 0);
  const isNamed = differing.every(({ rest }) => rest === 0);
  const isGiven = differing.every(({ rest, unexplained }) => rest === (unexplained ?? 0));
  return {
    total,
    ledger,
    range: ledgerUpTo(dossier.strikes, asOf, { rule: DEFAULT_RULE, except: [] }).killed,
    comparisons,
    killedGap: gapOf("killed"),
    strikesGap: gapOf("strikes"),
    vesselsGap: gapOf("vessels"),
    agrees: differing.length === 0,
    standing: differing.length === 0 ? "agrees" : isNamed ? "named" : isGiven ? "unexplained" : "open",
  };
}

function compare({ data, gap: parts }: TotalNode, measure: Measure, ledger: Ledger): Comparison | null {
  const published = data[measure];
  if (published === undefined) return null;
  const ours = measure === "killed" ? ledger.killed : { min: ledger[measure], max: ledger[measure] };
  const given = parts.flatMap((part) => part[measure] ?? []);
  const named = given.length > 0 ? given.reduce((sum, count) => sum + count, 0) : null;
  const gap = gapTo(published, ours);
  const rest = gap === 0 ? 0 : gapTo(published - (named ?? 0), ours);
  return { measure, published, ours, gap, named, rest, unexplained: data.unexplained?.[measure] ?? null };
}

/** How far the number of dead lies from the range of every record as it stands; null when none is given. */
export function distanceToRange({ total, range }: Reconciliation): number | null {
  return total.data.killed === undefined ? null : gapTo(total.data.killed, range);
}

/** gapTo(16, { min: 13, max: 14 }) → 2; inside the range 0. */
export function gapTo(value: number, { min, max }: Range): number {
  if (value < min) return value - min;
  return value > max ? value - max : 0;
}
