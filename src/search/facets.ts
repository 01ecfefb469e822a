/** The facets of the search: what can be ticked, how a tick is asked of the index, how it stands in the address. */

export const FACETS = ["kind", "status", "month"] as const;
export type Facet = (typeof FACETS)[number];

/** One tick box. `values` are the words in the index that it stands for. */
export interface Choice {
  facet: Facet;
  /** As in the address: "strike", "2025-10", "before". */
  id: string;
  values: string[];
}

/** How many results each word of each filter would leave: { kind: { Claim: 3 } }. */
export type FilterCounts = Record<string, Record<string, number>>;
export type Chosen = Record<Facet, string[]>;

/** Kinds of page in the order of the list, with the word of the index and the plural that the box shows. */
export const KIND_CHOICES = [
  ["Claim", "Claims"],
  ["Strike", "Strikes"],
  ["Event", "Other events"],
  ["Actor", "Actors"],
  ["Source", "Sources"],
  ["Analysis", "Analyses"],
  ["Place", "Places"],
  ["Published total", "Published totals"],
  ["Series", "Series"],
  ["Open question", "Open questions"],
  ["Correction", "Corrections"],
] as const;

/** toId("Published total") → "published-total" */
export function toId(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** The chosen boxes as Pagefind reads them: any of the words within a facet, all of the facets. `without` leaves one facet out. */
export function toFilters(choices: readonly Choice[], chosen: Chosen, without?: Facet): Record<string, { any: string[] }> {
  const filters: Record<string, { any: string[] }> = {};
  for (const facet of FACETS) {
    if (facet === without || chosen[facet].length === 0) continue;
    const any = choices.filter((choice) => choice.facet === facet && chosen[facet].includes(choice.id)).flatMap(({ values }) => values);
    // A box that stands for nothing in this index has to find nothing, not everything.
    filters[facet] = { any: any.length > 0 ? any : ["—"] };
  }
  return filters;
}

/** Results under each box. */
export function countChoice(choice: Choice, counts: FilterCounts): number {
  return choice.values.reduce((sum, value) => sum + (counts[choice.facet]?.[value] ?? 0), 0);
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** monthKey("June 2018") → "2018-06"; null for anything else. A list of its own: shared with the timeline it would be a file of its own, and a request more there. */
export function monthKey(label: string): string | null {
  const [name = "", year = ""] = label.split(" ");
  const month = MONTHS.indexOf(name) + 1;
  return month > 0 && /^\d{4}$/.test(year) ? `${year}-${String(month).padStart(2, "0")}` : null;
}

/** The months of the index before the first listed month, or after the last one. */
export function monthsBeyond(labels: readonly string[], side: "before" | "after", bound: string): string[] {
  return labels.filter((label) => {
    const key = monthKey(label);
    return key !== null && (side === "before" ? key < bound : key > bound);
  });
}
