/** When each strike was announced, and what later records and developments changed about it, in days after the strike. */
import { compareText, daysBetween, daysMeant, isInexact, type Day, type DossierDate } from "../model/dates.ts";
import { strikesWithin, tollOf } from "./ledger.ts";
import type { LinkedDevelopment, Range, StrikeNode } from "./nodes.ts";

export interface Disclosure {
  strike: StrikeNode;
  happened: DossierDate;
  /** The day of the announcement; null when none is on file. */
  announced: DossierDate | null;
  /** Days from the strike to the announcement, a range where either date is inexact; null when one is missing or open-ended. */
  lagDays: Range | null;
  /** Whether both dates are one certain day. */
  isExact: boolean;
  revisions: Revision[];
  developments: LaterDevelopment[];
}

/** A record that became known after others and changed the range of the dead. */
export interface Revision {
  /** The day from which the record was publicly known; null, and last, when its source does not say. */
  day: Day | null;
  afterDays: Range | null;
  /** By the records known before it; null when none of them gave a number. */
  from: Range | null;
  to: Range;
}

export interface LaterDevelopment {
  development: LinkedDevelopment;
  /** Null when its date or that of the strike is open-ended. */
  afterDays: Range | null;
}

export interface DisclosureSummary {
  entries: number;
  /** Announced on the day itself or the day after, whatever day an inexact date means. */
  soon: number;
  /** Announced two days after at the earliest, and the highest number of days among them; null without any. */
  later: number;
  longest: number | null;
  /** Announced, but the dates leave open which of the two. */
  open: number;
  /** No announcement date on file. */
  undated: number;
  /** Entries whose number of dead a later record changed, and the highest number of days after the strike. */
  recounted: number;
  lastRecount: number | null;
  /** Entries whose first record gave no number, while a later one did. */
  numberedLater: number;
  /** Entries with later developments on file. */
  developed: number;
}

export interface LagGroup {
  /** Null: no announcement date on file, or none that can be counted from. */
  lag: Range | null;
  rows: Disclosure[];
}

/** One row for each strike entry, in order of time. */
export function disclosuresOf(strikes: readonly StrikeNode[]): Disclosure[] {
  return strikesWithin(strikes, { asOf: null }).map((strike) => {
    const { date: happened } = strike;
    const { announcedDate: announced, developments } = strike.strike;
    return {
      strike,
      happened,
      announced,
      lagDays: announced && daysAfter(happened, announced),
      isExact: !isInexact(happened) && announced !== null && !isInexact(announced),
      revisions: revisionsOf(strike),
      developments: developments
        .map((development) => ({ development, afterDays: daysAfter(happened, development.date) }))
        .filter(({ afterDays }) => afterDays === null || afterDays.max > 0),
    };
  });
}

/** Rows to which something was added after the first record: another number of dead, or a development. */
export function changedLater(rows: readonly Disclosure[]): Disclosure[] {
  return rows.filter(({ revisions, developments }) => revisions.length > 0 || developments.length > 0);
}

/** Rows of one lag together: the shortest first, certain days before ranges that end with them, those without a date last. */
export function groupByLag(rows: readonly Disclosure[]): LagGroup[] {
  const groups = Map.groupBy(rows, ({ lagDays }) => (lagDays ? `${lagDays.min}/${lagDays.max}` : ""));
  return [...groups.values()]
    .map((members) => ({ lag: members[0]?.lagDays ?? null, rows: members }))
    .sort((a, b) => lagRank(a.lag) - lagRank(b.lag) || (b.lag?.min ?? 0) - (a.lag?.min ?? 0));
}

export function summarizeDisclosures(rows: readonly Disclosure[]): DisclosureSummary {
  const lags = rows.flatMap(({ lagDays }) => lagDays ?? []);
  // A strike whose day is itself read from its announcement proves nothing of how soon that came.
  const soon = lags.filter(({ min, max }) => min === max && max <= 1);
  const later = lags.filter(({ min }) => min >= 2);
  const undated = rows.filter(({ announced }) => !announced).length;
  const recounts = rows.map(({ revisions }) => revisions.filter(({ from }) => from !== null)).filter(({ length }) => length > 0);
  const recountDays = recounts.flat().flatMap(({ afterDays }) => afterDays?.max ?? []);
  return {
    entries: rows.length,
    soon: soon.length,
    later: later.length,
    longest: highest(later.map(({ max }) => max)),
    open: rows.length - soon.length - later.length - undated,
    undated,
    recounted: recounts.length,
    lastRecount: highest(recountDays),
    numberedLater: rows.filter(({ revisions }) => revisions.some(({ from }) => from === null)).length,
    developed: rows.filter(({ developments }) => developments.length > 0).length,
  };
}

/**
 * Days from one date to another that is not before it: 4 March to 6 March → { min: 2, max: 2 }; a range where either is inexact,
 * "about" being a day either side. Null when the days run on without an end.
 */
export function daysAfter(first: DossierDate, second: DossierDate): Range | null {
  const [from, to] = [daysMeant(first), daysMeant(second)];
  if (from.earliest === null || to.latest === null) return null;
  const least = from.latest && to.earliest ? daysBetween(from.latest, to.earliest) : 0;
  return { min: Math.max(0, least), max: Math.max(0, daysBetween(from.earliest, to.latest)) };
}

/** The range of the dead day by day, as records became known. */
function revisionsOf(strike: StrikeNode): Revision[] {
  const { casualties } = strike.strike;
  const days = [...new Set(casualties.flatMap(({ known }) => known ?? []))].sort(compareText);
  const hasUndated = casualties.some(({ known }) => known === null);
  const steps = [...days, ...(hasUndated ? [null] : [])].map((day) => ({ day, killed: tollOf(strike, day).killed }));
  return steps.flatMap(({ day, killed }, i) => {
    if (i === 0 || !killed) return [];
    const from = steps[i - 1]?.killed ?? null;
    if (from?.min === killed.min && from.max === killed.max) return [];
    return [{ day, afterDays: day ? daysAfter(strike.date, exactDay(day)) : null, from, to: killed }];
  });
}

function exactDay(day: Day): DossierDate {
  return { edtf: day, earliest: day, latest: day, approximate: false, uncertain: false, precision: "day" };
}

function lagRank(lag: Range | null): number {
  return lag?.max ?? Number.MAX_SAFE_INTEGER;
}

function highest(values: readonly number[]): number | null {
  return values.length > 0 ? Math.max(...values) : null;
}
