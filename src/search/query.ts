/** The state of the search page, as its address holds it. */
import { FACETS, NOTHING_CHOSEN, type Chosen } from "./facets.ts";

export interface SearchState {
  words: string;
  chosen: Chosen;
  /** Whether the full texts are read too, even where names, titles and summaries have all that was typed. */
  isFull: boolean;
}

/** parseSearch("?q=fisherman&kind=claim&kind=actor") → { words: "fisherman", chosen: { kind: ["claim", "actor"], … }, isFull: false } */
export function parseSearch(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen: Chosen = { ...NOTHING_CHOSEN };
  for (const facet of FACETS) chosen[facet] = [...new Set(params.getAll(facet))];
  return { words: (params.get("q") ?? "").trim(), chosen, isFull: params.get("full") === "1" };
}

/** formatSearch(state) → "?q=fisherman&kind=claim"; "" for an empty search. */
export function formatSearch({ words, chosen, isFull }: SearchState): string {
  const params = new URLSearchParams();
  if (words) params.set("q", words);
  for (const facet of FACETS) for (const id of chosen[facet]) params.append(facet, id);
  if (isFull && words) params.set("full", "1");
  const text = params.toString();
  return text && `?${text}`;
}
