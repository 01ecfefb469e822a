/** Results in the order in which a page shows them: the nearest as they rank, then the others by kind. */
import type { Hit } from "./engine.ts";
import { SEARCH_KINDS, type SearchKind } from "./index-file.ts";

export interface GroupedHits {
  /** The first ones, of every kind. */
  nearest: readonly Hit[];
  /** The others; the kind that ranks first comes first. Empty where all fit one list, or are of one kind. */
  groups: { kind: SearchKind; hits: Hit[] }[];
}

const NEAREST = 5;
/** As many as this are one list. */
const ONE_LIST = 10;

/** @param isRanked whether words were sought: else no entry is nearer than another, and kinds come in their own order. */
export function groupHits(hits: readonly Hit[], isRanked: boolean): GroupedHits {
  const kinds = new Set(hits.map(({ document }) => document.kind));
  if (kinds.size < 2 || hits.length <= ONE_LIST) return { nearest: hits, groups: [] };
  const nearest = isRanked ? hits.slice(0, NEAREST) : [];
  const byKind = Map.groupBy(hits.slice(nearest.length), ({ document }) => document.kind);
  const groups = [...byKind].map(([kind, list]) => ({ kind, hits: list }));
  return { nearest, groups: isRanked ? groups : groups.sort((a, b) => SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind)) };
}
