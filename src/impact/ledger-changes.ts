/** The count of the dead before and after a change: in all, as of each article's day, and strike by strike. */
import { computeLedger, strikesWithin, tollOf, type Ledger } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import { isStrike, type Dossier, type StrikeNode } from "../graph/nodes.ts";
import { compareText, type Day } from "../model/dates.ts";
import { NOT_NUMBERED } from "../site/words.ts";
import { nodePairs, type Pair } from "./pair-entries.ts";

/** A day of knowledge that the site shows; null is the whole record. */
export interface Scope {
  asOf: Day | null;
  /** Ids of the articles of that day. */
  articles: string[];
}

/** What something was, and what it is. */
export interface Moved<T> {
  before: T;
  after: T;
}

export const MEASURES = ["killed", "survivors", "strikes", "operations", "vessels", "without a number of dead"] as const;
export type Measure = (typeof MEASURES)[number];

export interface LedgerChange {
  scope: Scope;
  isMoved: boolean;
  measures: Record<Measure, Moved<string>>;
}

export interface StrikeChange {
  /** The strike as it is now, or was last. */
  strike: StrikeNode;
  scopes: Scope[];
  /** Null: the strike is not counted on that side. */
  before: StrikeCount | null;
  after: StrikeCount | null;
}

export interface StrikeCount {
  killed: string;
  survivors: string;
  strikes: string;
  vessels: string;
}

/** The whole record, then the day of each article of either side, in order of time. */
export function scopesOf(before: Dossier, after: Dossier): Scope[] {
  const articles = [...after.articles, ...before.articles];
  const days = [...new Set(articles.map(({ data }) => data.asOf))].sort(compareText);
  const idsOn = (day: Day) => [...new Set(articles.filter(({ data }) => data.asOf === day).map(({ id }) => id))].sort(compareText);
  return [{ asOf: null, articles: [] }, ...days.map((day) => ({ asOf: day, articles: idsOn(day) }))];
}

export function compareLedgers(before: Dossier, after: Dossier, scopes: readonly Scope[]): LedgerChange[] {
  return scopes.map((scope) => {
    const { asOf } = scope;
    const was = measure(computeLedger(before.strikes, { asOf }));
    const is = measure(computeLedger(after.strikes, { asOf }));
    const measures = Object.fromEntries(MEASURES.map((name) => [name, { before: was[name], after: is[name] }])) as LedgerChange["measures"]; // the keys are MEASURES
    return { scope, isMoved: MEASURES.some((name) => was[name] !== is[name]), measures };
  });
}

function measure({ killed, survivors, strikes, operations, vessels, withoutFigure }: Ledger): Record<Measure, string> {
  return {
    killed: formatRange(killed),
    survivors: formatRange(survivors),
    strikes: String(strikes),
    operations: String(operations),
    vessels: String(vessels),
    "without a number of dead": String(withoutFigure.length),
  };
}

/** Strikes whose part in the count is another; scopes in which the change is the same stand together. */
export function compareStrikes(pairs: readonly Pair[], scopes: readonly Scope[]): StrikeChange[] {
  return nodePairs(pairs, "event").flatMap(({ before, after }) => {
    const was = before && isStrike(before) ? before : null;
    const is = after && isStrike(after) ? after : null;
    const strike = is ?? was;
    if (!strike) return [];
    const changes: StrikeChange[] = [];
    for (const scope of scopes) {
      const [from, to] = [countOf(was, scope.asOf), countOf(is, scope.asOf)];
      if (isSameCount(from, to)) continue;
      const same = changes.find((change) => isSameCount(change.before, from) && isSameCount(change.after, to));
      if (same) same.scopes.push(scope);
      else changes.push({ strike, scopes: [scope], before: from, after: to });
    }
    return changes;
  });
}

function countOf(strike: StrikeNode | null, asOf: Day | null): StrikeCount | null {
  if (!strike || strikesWithin([strike], { asOf }).length === 0) return null;
  const { killed, survived } = tollOf(strike, asOf);
  return {
    killed: killed ? formatRange(killed) : NOT_NUMBERED,
    survivors: survived ? formatRange(survived) : NOT_NUMBERED,
    strikes: String(strike.strike.data.strikesCounted ?? 1),
    vessels: String(strike.strike.data.vessels),
  };
}

function isSameCount(a: StrikeCount | null, b: StrikeCount | null): boolean {
  if (!a || !b) return a === b;
  return a.killed === b.killed && a.survivors === b.survivors && a.strikes === b.strikes && a.vessels === b.vessels;
}
