/** The order of the sources index: by kind, the records nearest to the event first, and newest first within a kind. */
import { compareText, formatMonth, type DossierDate } from "../model/dates.ts";
import type { SourceData } from "../model/source.ts";
import type { SourceNode } from "./nodes.ts";

export type SourceKind = SourceData["kind"];

export const SOURCE_KIND_ORDER: readonly SourceKind[] = [
  "government-statement",
  "legislation",
  "court-record",
  "un-report",
  "dataset",
  "interview",
  "social-post",
  "news-report",
  "tracker",
  "analysis",
  "encyclopedia",
];

/** A kind with more sources than this is shown month by month. */
const LONG_LIST = 40;
/** A year with no more sources than this stays in one piece. */
const SHORT_YEAR = 15;

export interface SourceSection {
  kind: SourceKind;
  sources: SourceNode[];
  /** The same sources by span of time; a single span without a key where the list is short. */
  spans: SourceSpan[];
}

export interface SourceSpan {
  /** "2025-10", "2012" (alone or with the years before it) or "undated"; null for the whole list. */
  key: string | null;
  label: string;
  sources: SourceNode[];
}

/** The sections of the index; kinds without a source are left out. */
export function groupSources(sources: readonly SourceNode[]): SourceSection[] {
  const byKind = Map.groupBy(sources, (source) => source.data.kind);
  return SOURCE_KIND_ORDER.flatMap((kind) => {
    const ordered = (byKind.get(kind) ?? []).toSorted(compareNewestFirst);
    return ordered.length > 0 ? [{ kind, sources: ordered, spans: spansOf(ordered) }] : [];
  });
}

/** Newest first; a source without a date stands at the end. */
export function compareNewestFirst(a: SourceNode, b: SourceNode): number {
  return (
    compareText(sortDay(b.published), sortDay(a.published)) ||
    compareText(b.published?.latest ?? "", a.published?.latest ?? "") ||
    a.data.publisher.localeCompare(b.data.publisher, "en") ||
    compareText(a.id, b.id)
  );
}

function spansOf(ordered: readonly SourceNode[]): SourceSpan[] {
  if (ordered.length <= LONG_LIST) return [{ key: null, label: "", sources: [...ordered] }];
  const byYear = Map.groupBy(ordered, yearOf);
  const spans: SourceSpan[] = [];
  for (const [year, sources] of byYear) {
    const last = spans.at(-1);
    if (year === "") {
      spans.push({ key: "undated", label: "No date on file", sources });
    } else if (sources.length > SHORT_YEAR) {
      spans.push(...monthsOf(year, sources));
    } else if (last && /^\d{4}$/.test(last.key ?? "") && last.sources.length + sources.length <= SHORT_YEAR) {
      // Years with a page or two each share one list: "2019 to 2024".
      last.label = `${year} to ${last.label.slice(-4)}`;
      last.sources.push(...sources);
    } else {
      spans.push({ key: year, label: year, sources: [...sources] });
    }
  }
  return spans;
}

/** The months of a year; sources dated by the year alone stand in a list of their own. */
function monthsOf(year: string, sources: readonly SourceNode[]): SourceSpan[] {
  const byMonth = Map.groupBy(sources, ({ published }) => (published?.precision === "year" ? year : sortDay(published).slice(0, 7)));
  return [...byMonth].map(([key, list]) => ({
    key: key === year ? `${year}-00` : key,
    label: key === year ? `${year}, month not stated` : formatMonth(key),
    sources: list,
  }));
}

function yearOf({ published }: SourceNode): string {
  return sortDay(published).slice(0, 4);
}

function sortDay(date: DossierDate | null): string {
  return date?.earliest ?? date?.latest ?? "";
}
