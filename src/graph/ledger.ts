/** Our own count: derived from the casualty records, never entered. */
import { DEFAULT_RULE, type CountingRule, type GradeRule } from "../model/counting.ts";
import { daysBetween, type Day } from "../model/dates.ts";
import { killedByRule } from "./counting-rules.ts";
import { isKnownBy } from "./known-day.ts";
import type { CasualtyRecord, Range, StrikeNode } from "./nodes.ts";
import { onceFor } from "./once-for.ts";
import { addRanges, spanRanges, toRange } from "./ranges.ts";

export interface LedgerScope {
  /** The day of knowledge; null means the whole record. */
  asOf: Day | null;
  /** First and last day of the strikes counted. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** "caribbean" or "eastern-pacific": the region in kebab-case. */
  region?: string | undefined;
  /** How the dead are counted; every record as it stands when left out. */
  rule?: CountingRule | undefined;
  /** Which records count, by the grade of their source; all of them when left out. */
  grade?: GradeRule | undefined;
}

export interface Toll {
  /** Over the records below, by the counting rule; null when none of them gives a number. */
  killed: Range | null;
  survived: Range | null;
  missing: Range | null;
  /** Records known on the day, of the grade that counts. */
  records: CasualtyRecord[];
}

export interface Sums {
  operations: number;
  strikes: number;
  vessels: number;
  killed: Range;
  survivors: Range;
}

export interface Ledger extends Sums {
  /** Strikes whose dead no record that counts numbers: they add nothing to `killed`. */
  withoutFigure: StrikeNode[];
  counted: StrikeNode[];
}

export interface LedgerRow {
  strike: StrikeNode;
  toll: Toll;
  /** Killed in all, this strike included. */
  running: Range;
  /** Strikes in all, this entry included. */
  strikesInAll: number;
  daysSinceLast: number | null;
}

/** What the records known on a day say of one strike. */
export function tollOf(strike: StrikeNode, asOf: Day | null, rule: CountingRule = DEFAULT_RULE, grade: GradeRule = "all"): Toll {
  const records = strike.strike.casualties.filter(
    (record) => isKnownBy(record.known, asOf) && (grade === "all" || record.source.data.grade === grade),
  );
  return {
    killed: killedByRule(
      records.map(({ data }) => data),
      rule,
    ),
    survived: spanRanges(records.flatMap(({ data }) => (data.survived === undefined ? [] : toRange(data.survived)))),
    missing: spanRanges(records.flatMap(({ data }) => (data.missing === undefined ? [] : toRange(data.missing)))),
    records,
  };
}

/** Strikes inside a scope, in order of time. A withdrawn entry is on file, and no longer counted. */
export function strikesWithin(strikes: readonly StrikeNode[], scope: LedgerScope): StrikeNode[] {
  return strikes.filter(
    (strike) =>
      !strike.data.withdrawn &&
      isKnownBy(strike.known, scope.asOf) &&
      (!scope.from || (strike.date.latest ?? "9999") >= scope.from) &&
      (!scope.to || (strike.date.earliest ?? "") <= scope.to) &&
      (!scope.region || regionSlug(strike.strike.data.region) === scope.region),
  );
}

/** Sums the strikes inside a scope. */
export function computeLedger(strikes: readonly StrikeNode[], scope: LedgerScope): Ledger {
  const counted = strikesWithin(strikes, scope);
  const withoutFigure: StrikeNode[] = [];
  let sums = NO_SUMS;
  for (const strike of counted) {
    const toll = tollOf(strike, scope.asOf, scope.rule, scope.grade);
    if (!toll.killed) withoutFigure.push(strike);
    sums = addStrike(sums, strike, toll);
  }
  return { ...sums, withoutFigure, counted };
}

export const NO_SUMS: Sums = { operations: 0, strikes: 0, vessels: 0, killed: { min: 0, max: 0 }, survivors: { min: 0, max: 0 } };

export function addStrike(sums: Sums, { strike }: StrikeNode, toll: Toll): Sums {
  return {
    operations: sums.operations + 1,
    strikes: sums.strikes + (strike.data.strikesCounted ?? 1),
    vessels: sums.vessels + strike.data.vessels,
    killed: toll.killed ? addRanges(sums.killed, toll.killed) : sums.killed,
    survivors: toll.survived ? addRanges(sums.survivors, toll.survived) : sums.survivors,
  };
}

/** The strikes one by one with the running total. */
export function ledgerRows(strikes: readonly StrikeNode[], asOf: Day | null): LedgerRow[] {
  let running: Range = { min: 0, max: 0 };
  let strikesInAll = 0;
  let last: Day | null = null;
  return strikesWithin(strikes, { asOf }).map((strike) => {
    const toll = tollOf(strike, asOf);
    if (toll.killed) running = addRanges(running, toll.killed);
    strikesInAll += strike.strike.data.strikesCounted ?? 1;
    const day = strike.date.earliest;
    const daysSinceLast = last && day ? daysBetween(last, day) : null;
    last = day ?? last;
    return { strike, toll, running, strikesInAll, daysSinceLast };
  });
}

/** The rows of the whole record. */
export const recordRows = onceFor((strikes: readonly StrikeNode[]) => ledgerRows(strikes, null));

export function regionSlug(region: string | undefined): string {
  return (region ?? "").toLowerCase().replace(/[^a-z]+/g, "-");
}
