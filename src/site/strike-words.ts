/** How strikes are named and counted in words. */
import type { LedgerRow } from "../graph/ledger.ts";
import { onceFor } from "../graph/once-for.ts";
import { formatRange } from "../graph/ranges.ts";
import type { StrikeMonth } from "../graph/strike-months.ts";
import type { ActorNode, CasualtyRecord, Range, SourceNode, StrikeNode } from "../graph/nodes.ts";
import { formatDate, isInexact } from "../model/dates.ts";
import { capitalize, NOT_NUMBERED, plural } from "./words.ts";

/** strikeHeading(strike) → "Strike of 15 September 2025": the title without the sea, which the line above it names. */
export function strikeHeading(strike: StrikeNode): string {
  const { title } = strike.data;
  const { region } = strike.strike.data;
  const tail = `, ${region ?? ""}`;
  return region && title.toLowerCase().endsWith(tail.toLowerCase()) ? title.slice(0, -tail.length) : title;
}

/**
 * The short name of each strike for tables and lists: "15 Sept 2025", or "30 Dec 2025, 2 of 3" where several entries share a date.
 * `year: false` leaves the year out.
 */
export function strikeLabels(strikes: readonly StrikeNode[], { year = true } = {}): Map<StrikeNode, string> {
  return year ? labelsWithYear(strikes) : labelStrikes(strikes, false);
}

const labelsWithYear = onceFor((strikes: readonly StrikeNode[]) => labelStrikes(strikes, true));

function labelStrikes(strikes: readonly StrikeNode[], year: boolean): Map<StrikeNode, string> {
  const labels = new Map<StrikeNode, string>();
  for (const sameDate of Map.groupBy(strikes, (strike) => strike.date.edtf).values()) {
    for (const [i, strike] of sameDate.entries()) {
      const date = formatDate(strike.date, "short");
      const words = year ? date : date.replace(/ \d{4}\b/g, "");
      labels.set(strike, sameDate.length > 1 ? `${words}, ${i + 1} of ${sameDate.length}` : words);
    }
  }
  return labels;
}

/** strikeNumber(row, 61) → "Strike 2 of 61", or "Strikes 11 to 13 of 61" for an entry that stands for several. */
export function strikeNumber(row: LedgerRow, total: number): string {
  const count = row.strike.strike.data.strikesCounted ?? 1;
  const last = row.strikesInAll;
  return count > 1 ? `Strikes ${last - count + 1} to ${last} of ${total}` : `Strike ${last} of ${total}`;
}

/** What an entry lacks in sources; null when the editor has not said, or finds it well sourced: its sources say so themselves. */
export function sourcingWords(strike: StrikeNode): string | null {
  switch (strike.strike.data.sourcing) {
    case "single":
      return "One source";
    case "weak":
      return "Weakly sourced";
    case "single-weak":
      return "One weak source";
    case "one-publisher":
      return "Sources of one publisher";
    case "good":
    case undefined:
      return null;
  }
}

/** Where the number comes from under which a strike is counted. */
export function sequenceWords(strike: StrikeNode): string {
  switch (strike.strike.data.sequenceBasis) {
    case "published":
      return "Published counts number it the same way";
    case "ledger":
      return "By its place in this record; no published number is on file";
    case "unknown":
    case undefined:
      return "By its place in this record; others may lie before it that no citable page supports";
  }
}

/** survivedWords(strike, { min: 2, max: 2 }) → "2"; null → "none reported", or "number not given" where sources tell what became of survivors whom none counts. */
export function survivedWords({ strike: { data } }: StrikeNode, survived: Range | null): { text: string; isNumber: boolean } {
  if (survived) return { text: formatRange(survived), isNumber: true };
  return { text: data.survivorsOutcome ? NOT_NUMBERED : "none reported", isNumber: false };
}

/** sinceLast(row, previous) → "13 days", "about 4 days" where either date is not exact, "the same day"; null for the first strike. */
export function sinceLast(row: LedgerRow, previous: StrikeNode | undefined): string | null {
  if (row.daysSinceLast === null || !previous) return null;
  const inexact = isInexact(row.strike.date) || isInexact(previous.date);
  if (row.daysSinceLast === 0) return inexact ? "about the same day" : "the same day";
  return `${inexact ? "about " : ""}${plural(row.daysSinceLast, "day")}`;
}

export interface TollVoices {
  killed: Range;
  /** Sources whose figure is the lowest, and the highest where the two differ. */
  low: SourceNode[];
  high: SourceNode[];
  /** Whether the upper figure counts people presumed dead. */
  presumed: boolean;
}

/** Who stands at each end of a strike's range. */
export function tollVoices(killed: Range, records: readonly CasualtyRecord[]): TollVoices {
  const giving = records.filter((record) => record.killed);
  const pick = (kept: readonly CasualtyRecord[]) => [...new Set(kept.map(({ source }) => source))];
  const high = giving.filter((record) => record.killed?.max === killed.max);
  const only = giving.filter((record) => record.killed?.max === killed.min);
  const low = only.length > 0 ? only : giving.filter((record) => record.killed?.min === killed.min);
  return { killed, low: pick(low), high: pick(high), presumed: high.length > 0 && high.every(({ data }) => (data.presumedDead ?? 0) > 0) };
}

/**
 * Who says something, and the actor to link. The words are a link only when they name that actor:
 * { name: "His niece Lizbeth Pérez", link: true }; "United States" said by an actor of another name → { link: false }.
 */
export function speakerWords(by: ActorNode | null, byName: string | undefined): { name: string; link: boolean } {
  if (!by) return { name: byName ?? "Speaker not named", link: false };
  if (!byName) return { name: by.data.name, link: true };
  const names = [by.data.name, ...(by.data.aliases ?? [])];
  const last = by.data.kind === "person" ? by.data.name.split(/\s+/).at(-1) : undefined;
  const said = byName.toLowerCase();
  const link = [...names, ...(last ? [last] : [])].some((name) => said.includes(name.toLowerCase()) || name.toLowerCase().includes(said));
  return { name: byName, link };
}

/** Who announced the strike, by name; null where nobody is on file as having done so. */
export function announcerOf({ strike: { announcedBy, data } }: StrikeNode): string | null {
  return data.announced?.by || data.announced?.byName ? speakerWords(announcedBy, data.announced.byName).name : null;
}

/** recordsWords(strike) → "4 records of the dead, from 3 sources" */
export function recordsWords({ strike: { casualties } }: StrikeNode): string {
  return `${plural(casualties.length, "record")} of the dead, from ${plural(new Set(casualties.map(({ source }) => source)).size, "source")}`;
}

/** sentence("named no group") → "Named no group."; a text that ends in a stop keeps its own. */
export function sentence(text: string): string {
  const words = capitalize(text);
  return /[.!?]["”’]?$/.test(words) ? words : `${words}.`;
}

/**
 * monthSums(month) → "3 strikes on 3 vessels; 17 killed; none reported to have survived". Where sources tell of survivors whom none counts:
 * "…; 2 reported to have survived, and of 1 entry number not given".
 */
export function monthSums({ rows, ledger }: Pick<StrikeMonth, "rows" | "ledger">): string {
  const { strikes, vessels, killed, survivors, withoutFigure } = ledger;
  const unnumbered = rows.filter(({ strike, toll }) => !toll.survived && strike.strike.data.survivorsOutcome).length;
  const told = unnumbered > 0 ? `of ${plural(unnumbered, "entry", "entries")} ${NOT_NUMBERED}` : null;
  const survived =
    survivors.max > 0
      ? `${formatRange(survivors)} reported to have survived${told ? `, and ${told}` : ""}`
      : told
        ? `survivors: ${told}`
        : "none reported to have survived";
  const without = withoutFigure.length > 0 ? `; ${plural(withoutFigure.length, "entry", "entries")} without a number` : "";
  return `${plural(strikes, "strike")} on ${plural(vessels, "vessel")}; ${formatRange(killed)} killed; ${survived}${without}`;
}
