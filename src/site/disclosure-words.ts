/** How the days between a strike, its announcement and what came later are put into words. */
import type { Disclosure, DisclosureSummary, LagGroup, Revision } from "../graph/disclosure.ts";
import { formatRange } from "../graph/ranges.ts";
import type { Range } from "../graph/nodes.ts";
import { formatDay } from "../model/dates.ts";
import { plural } from "./words.ts";

/** lagWords({ min: 0, max: 0 }) → "the same day"; { min: 0, max: 2 } → "0 to 2 days after"; null → "not known". */
export function lagWords(lag: Range | null): string {
  if (!lag) return "not known";
  if (lag.min !== lag.max) return `${lag.min} to ${plural(lag.max, "day")} after`;
  if (lag.max === 0) return "the same day";
  return lag.max === 1 ? "the next day" : `${lag.max} days after`;
}

/** What stands beside a group of marks in the drawing. */
export function groupWords({ lag, rows }: LagGroup): string {
  if (lag) return lagWords(lag);
  return rows.every(({ announced }) => !announced) ? "no date on file" : "no countable date";
}

/** revisionWords({ from: { min: 14, max: 14 }, to: { min: 14, max: 15 } }) → "14 → 14–15"; without a number before: "none given → 2". */
export function revisionWords({ from, to }: Pick<Revision, "from" | "to">): string {
  return `${from ? formatRange(from) : "none given"} → ${formatRange(to)}`;
}

/** revisionDay(revision) → "30 Nov 2025, 34 days after". */
export function revisionDay({ day, afterDays }: Pick<Revision, "day" | "afterDays">): string {
  if (!day) return "on a day that its source does not say";
  return `${formatDay(day, "short")}, ${lagWords(afterDays)}`;
}

/** How soon strikes were announced, in a sentence: "Of 59 strike entries, 51 were announced on the day itself or the next; …". */
export function disclosureSentence(summary: DisclosureSummary): string {
  const { entries, soon, later, longest, open, undated } = summary;
  if (entries === 0) return "No strike is on file.";
  const parts = [
    soon > 0 ? `${soon} ${were(soon)} announced on the day itself or the next` : [],
    later > 0 && longest !== null ? `${later} later, ${later > 1 ? "at most " : ""}${plural(longest, "day")} after` : [],
    open > 0 ? `for ${open} one of the two days is not certain` : [],
    undated > 0 ? `for ${undated} no announcement date is on file` : [],
  ].flat();
  return `Of ${plural(entries, "strike entry", "strike entries")}, ${parts.join("; ")}.`;
}

/** What came later, in a sentence or three: "Later records changed the number of dead for 7 of 59 strike entries, the last 53 days after the strike. …". */
export function laterSentence({ entries, recounted, lastRecount, numberedLater, developed }: DisclosureSummary): string {
  if (entries === 0) return "No strike is on file.";
  const of = plural(entries, "strike entry", "strike entries");
  const last = lastRecount === null ? "" : `, ${recounted > 1 ? "the last " : ""}${plural(lastRecount, "day")} after the strike`;
  const changed =
    recounted > 0
      ? `Later records changed the number of dead for ${recounted} of ${of}${last}.`
      : `No later record changed the number of dead of ${entries === 1 ? "the one strike entry" : `any of ${of}`}.`;
  const first = numberedLater > 0 ? ` For ${numberedLater}, the first record gave no number and a later one did.` : "";
  const other = developed > 0 ? ` Later developments are on file for ${developed}.` : "";
  return changed + first + other;
}

/** developmentWords(row) → "3, the last 90 days after"; null where none is on file. */
export function developmentWords({ developments }: Disclosure): string | null {
  if (developments.length === 0) return null;
  const days = developments.flatMap(({ afterDays }) => afterDays ?? []);
  const last = days.toSorted((a, b) => b.max - a.max)[0];
  if (!last) return String(developments.length);
  return developments.length === 1 ? `1, ${lagWords(last)}` : `${developments.length}, the last ${lagWords(last)}`;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
