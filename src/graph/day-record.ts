/** One day of the record: what became known on it, what changed, and what the record came to by then. */
import type { Status } from "../model/claim.ts";
import { COUNTING_RULE_NAMES, type CountingRule } from "../model/counting.ts";
import { compareText, type Day } from "../model/dates.ts";
import { isOpposed, standingOn } from "./claim-standing.ts";
import { historyOf, learnedByDay, type Change, type Learned } from "./history.ts";
import { computeLedger, tollOf } from "./ledger.ts";
import {
  isStrike,
  type ClaimNode,
  type Dossier,
  type DossierNode,
  type EventNode,
  type Range,
  type StrikeNode,
  type TotalNode,
} from "./nodes.ts";
import { onceFor } from "./once-for.ts";
import { addRanges } from "./ranges.ts";

export interface DayRecord {
  day: Day;
  /** Entries that became known that day; of strikes and claims also what was known of them then. */
  events: { event: EventNode; killed: Range | null }[];
  claims: { claim: ClaimNode; status: Status }[];
  totals: TotalNode[];
  /** Entries known before that somebody disputed that day, and what changed of others. */
  disputed: ChangedEntry[];
  changed: ChangedEntry[];
  /** Entries of which something became known that day and that were withdrawn since: they are in no list and no sum. */
  withdrawn: DossierNode[];
  sums: RecordSums;
}

export interface ChangedEntry {
  node: DossierNode;
  changes: Change[];
}

/** The dead by each rule of counting them. */
type ByRule = Record<CountingRule, Range>;

/** What a record comes to. */
export interface RecordSums {
  strikes: number;
  killed: ByRule;
  /** Strike entries whose dead no record numbers: they add nothing to `killed`. */
  withoutFigure: number;
  survivors: Range;
  events: number;
  claims: number;
  /** Of the claims: contested or denied. */
  opposed: number;
  totals: number;
}

/**
 * A record for each day on which a claim, a timeline entry or a published total became known or changed, in order of time. A day keeps its
 * record when what it brought is withdrawn, since its page was published.
 */
export const dayRecords: (dossier: Dossier) => readonly DayRecord[] = onceFor(listRecords);

/** What was known on any day of the record, also one on which nothing became known. */
export function sumsOn(dossier: Dossier, day: Day): RecordSums {
  if (day >= dossier.site.recordEnds) return sumUp(dossier);
  return dayRecords(dossier).findLast((record) => record.day <= day)?.sums ?? NOTHING;
}

function listRecords(dossier: Dossier): DayRecord[] {
  const known = new Map<StrikeNode, StrikeSums>();
  let sums = NOTHING;
  const whole = sumUp(dossier);
  const learnedOn = learnedByDay(dossier);
  const withdrawnOn = withdrawnByDay(dossier);
  const days = [...new Set([...learnedOn.keys(), ...withdrawnOn.keys()])].sort(compareText);
  return days.map((day) => {
    const learned = learnedOn.get(day) ?? [];
    const isNew = new Set(learned.filter(({ change }) => change.what === "entry").map(({ node }) => node));
    const fresh = [...isNew];
    const events = fresh.filter((node) => node.kind === "event");
    const claims = fresh.filter((node) => node.kind === "claim").map((claim) => ({ claim, status: standingOn(claim, day).status }));
    const totals = fresh.filter((node) => node.kind === "total");
    const later = learned.filter(({ node }) => !isNew.has(node));
    const entries = [...Map.groupBy(later, ({ node }) => node)].map(([node, list]) => ({
      node,
      changes: list.map(({ change }) => change),
    }));
    // Only what changed is reckoned again: a long record has many days.
    for (const strike of new Set(learned.flatMap(({ node }) => (node.kind === "event" && isStrike(node) ? node : [])))) {
      const now = sumsOf(strike, day);
      sums = addSums(sums, now, known.get(strike));
      known.set(strike, now);
    }
    sums = {
      ...sums,
      events: sums.events + events.length,
      claims: sums.claims + claims.length,
      totals: sums.totals + totals.length,
      opposed: sums.opposed + claims.filter(({ status }) => isOpposed(status)).length + turnsOf(later),
    };
    return {
      day,
      events: events.map((event) => ({ event, killed: isStrike(event) ? tollOf(event, day).killed : null })),
      claims,
      totals,
      disputed: entries.filter(isDisputed),
      changed: entries.filter((entry) => !isDisputed(entry)),
      withdrawn: [...(withdrawnOn.get(day) ?? [])],
      sums: day < dossier.site.recordEnds ? sums : whole, // which the last day gives, with what undated sources support
    };
  });
}

/** Withdrawn entries of the kinds that days record, by each day on which anything of them became known. */
function withdrawnByDay({ withdrawn, site }: Dossier): Map<Day, Set<DossierNode>> {
  const learned = withdrawn
    .filter(({ kind }) => kind === "event" || kind === "claim" || kind === "total")
    .flatMap((node) => historyOf(node, site.recordEnds));
  return new Map([...Map.groupBy(learned, ({ day }) => day)].map(([day, list]) => [day, new Set(list.map(({ node }) => node))]));
}

/** What a dossier comes to, whole. */
export function sumUp({ strikes, events, claims, totals }: Dossier): RecordSums {
  const { strikes: count, survivors, withoutFigure } = computeLedger(strikes, { asOf: null });
  return {
    strikes: count,
    killed: byRule((rule) => computeLedger(strikes, { asOf: null, rule }).killed),
    withoutFigure: withoutFigure.length,
    survivors,
    events: events.length,
    claims: claims.length,
    opposed: claims.filter(({ data }) => isOpposed(data.status)).length,
    totals: totals.length,
  };
}

type StrikeSums = Pick<RecordSums, "strikes" | "killed" | "withoutFigure" | "survivors">;

const NONE: Range = { min: 0, max: 0 };
const NOTHING: RecordSums = {
  strikes: 0,
  killed: byRule(() => NONE),
  withoutFigure: 0,
  survivors: NONE,
  events: 0,
  claims: 0,
  opposed: 0,
  totals: 0,
};

/** What one strike adds to the sums, by the records known on a day. */
function sumsOf(strike: StrikeNode, day: Day): StrikeSums {
  const { killed, survived } = tollOf(strike, day);
  return {
    strikes: strike.strike.data.strikesCounted ?? 1,
    killed: byRule((rule) => tollOf(strike, day, rule).killed ?? NONE),
    withoutFigure: killed ? 0 : 1,
    survivors: survived ?? NONE,
  };
}

/** The sums with what a strike adds now, in place of what it added before. */
function addSums(sums: RecordSums, now: StrikeSums, before: StrikeSums | undefined): RecordSums {
  const change = (sum: Range, add: Range, less: Range = NONE) => addRanges(sum, { min: add.min - less.min, max: add.max - less.max });
  return {
    ...sums,
    strikes: sums.strikes + now.strikes - (before?.strikes ?? 0),
    killed: byRule((rule) => change(sums.killed[rule], now.killed[rule], before?.killed[rule])),
    withoutFigure: sums.withoutFigure + now.withoutFigure - (before?.withoutFigure ?? 0),
    survivors: change(sums.survivors, now.survivors, before?.survivors),
  };
}

function byRule(of: (rule: CountingRule) => Range): ByRule {
  return Object.fromEntries(COUNTING_RULE_NAMES.map((rule) => [rule, of(rule)])) as ByRule; // each rule has its own
}

/** How many claims more became contested or denied than ceased to be. */
function turnsOf(learned: readonly Learned[]): number {
  return learned.reduce(
    (sum, { change }) => (change.what === "status" ? sum + Number(isOpposed(change.to)) - Number(isOpposed(change.from)) : sum),
    0,
  );
}

/** Whether somebody disputed an entry by what changed of it. */
function isDisputed({ changes }: ChangedEntry): boolean {
  return changes.some((change) => {
    switch (change.what) {
      case "status":
        return isOpposed(change.to);
      case "development":
        return change.development.effect === "disputes" || change.development.effect === "denies";
      case "claim":
        return change.link.type === "disputes" && change.link.inverse;
      case "dispute":
        return true;
      default:
        return false;
    }
  });
}
