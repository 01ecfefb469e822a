/** The state of the search page, as its address holds it. */
import { FACETS, type Chosen } from "./facets.ts";

export interface SearchState {
  words: string;
  chosen: Chosen;
}

/** parseSearch("?q=fisherman&kind=claim&kind=actor") → { words: "fisherman", chosen: { kind: ["claim", "actor"], … } } */
export function parseSearch(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen: Chosen = { kind: [], status: [], month: [] };
  for (const facet of FACETS) chosen[facet] = [...new Set(params.getAll(facet))];
  return { words: (params.get("q") ?? "").trim(), chosen };
}

/** formatSearch(state) → "?q=fisherman&kind=claim"; "" for an empty search. */
export function formatSearch({ words, chosen }: SearchState): string {
  const params = new URLSearchParams();
  if (words) params.set("q", words);
  for (const facet of FACETS) for (const id of chosen[facet]) params.append(facet, id);
  const text = params.toString();
  return text && `?${text}`;
}

export function hasChoice({ chosen }: SearchState): boolean {
  return FACETS.some((facet) => chosen[facet].length > 0);
}
