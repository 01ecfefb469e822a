/** The facets of the search: what can be ticked, what it leaves, how it stands in the address. */
import { SEARCH_KINDS, type SearchDocument, type SearchKind } from "./index-file.ts";

export const FACETS = ["kind", "status", "actor", "month", "region", "grade"] as const;
export type Facet = (typeof FACETS)[number];

/** The ids ticked in each facet: { kind: ["strike"], month: ["2025-10", "undated"], … }. */
export type Chosen = Record<Facet, string[]>;

/** Results under each id of each facet. */
export type FacetCounts = Record<Facet, Map<string, number>>;

/** The first and the last month that have boxes of their own: ["2025-09", "2026-06"]. */
export type MonthBounds = readonly [first: string, last: string];

export const KIND_WORDS: Record<SearchKind, { one: string; many: string }> = {
  claim: { one: "Claim", many: "Claims" },
  strike: { one: "Strike", many: "Strikes" },
  event: { one: "Event", many: "Other events" },
  actor: { one: "Actor", many: "Actors" },
  source: { one: "Source", many: "Sources" },
  analysis: { one: "Analysis", many: "Analyses" },
  place: { one: "Place", many: "Places" },
  total: { one: "Published total", many: "Published totals" },
  series: { one: "Series", many: "Series" },
  lead: { one: "Open question", many: "Open questions" },
  correction: { one: "Correction", many: "Corrections" },
};

export const NOTHING_CHOSEN: Chosen = { kind: [], status: [], actor: [], month: [], region: [], grade: [] };

/** toId("Eastern Pacific") → "eastern-pacific" */
export function toId(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** What an entry is under in a facet. Nothing undated vanishes: it is under "undated". */
export function idsOf(document: SearchDocument, facet: Facet, bounds: MonthBounds): string[] {
  switch (facet) {
    case "kind":
      return [document.kind];
    case "status":
      return document.status ? [document.status] : [];
    case "actor":
      return document.actors;
    case "month":
      return document.months.length > 0 ? [...new Set(document.months.map((month) => monthId(month, bounds)))] : ["undated"];
    case "region":
      return document.region ? [toId(document.region)] : [];
    case "grade":
      return document.grade ? [document.grade] : [];
  }
}

/** monthId("2018-06", ["2025-09", "2026-06"]) → "before" */
function monthId(month: string, [first, last]: MonthBounds): string {
  return month < first ? "before" : month > last ? "after" : month;
}

/** Whether an entry is under what is ticked: any id within a facet, all of the facets. `without` leaves one facet out. */
export function isUnder(document: SearchDocument, chosen: Chosen, bounds: MonthBounds, without?: Facet): boolean {
  return FACETS.every(
    (facet) => facet === without || chosen[facet].length === 0 || idsOf(document, facet, bounds).some((id) => chosen[facet].includes(id)),
  );
}

/** Results under each id. Within a facet the boxes add up, so a facet is counted as if none of its own were ticked. */
export function countFacets(documents: readonly SearchDocument[], chosen: Chosen, bounds: MonthBounds): FacetCounts {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as FacetCounts; // a map for each facet
  for (const document of documents) {
    for (const facet of FACETS) {
      if (!isUnder(document, chosen, bounds, facet)) continue;
      for (const id of idsOf(document, facet, bounds)) counts[facet].set(id, (counts[facet].get(id) ?? 0) + 1);
    }
  }
  return counts;
}

export function hasChoice(chosen: Chosen): boolean {
  return FACETS.some((facet) => chosen[facet].length > 0);
}

/** The kinds of which there are entries, in the order of the boxes. */
export function kindsAmong(documents: readonly SearchDocument[]): SearchKind[] {
  const there = new Set(documents.map(({ kind }) => kind));
  return SEARCH_KINDS.filter((kind) => there.has(kind));
}
