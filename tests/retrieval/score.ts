/** How well an engine finds what the queries of the retrieval benchmark mean. */
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { pathOf, type SearchDocument } from "../../src/search/index-file.ts";

/** Results that are looked at; what comes later counts as not found. */
export const DEPTH = 10;

export interface Scores {
  /** Share of the queries that have an expected entry among the first one, three and five results. */
  at1: number;
  at3: number;
  at5: number;
  /** Mean of one over the place of the first expected entry, 0 where it is none of the first ten. */
  reciprocalRank: number;
}

/** rankOf(["actors/quill"], ["sources/wire", "actors/quill"]) → 2: the place of the first expected entry, Infinity for none. */
export function rankOf(expected: readonly string[], results: readonly string[]): number {
  const at = results.slice(0, DEPTH).findIndex((entry) => expected.includes(entry));
  return at < 0 ? Infinity : at + 1;
}

/** @param ranks of each query, as `rankOf` gives them. NaN for no query. */
export function scoresOf(ranks: readonly number[]): Scores {
  const shareOf = (most: number) => ranks.filter((rank) => rank <= most).length / ranks.length;
  const reciprocalRank = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return { at1: shareOf(1), at3: shareOf(3), at5: shareOf(5), reciprocalRank };
}

/** entryOf({ kind: "strike", id: "strike-2025-09-02" }) → "timeline/strike-2025-09-02": folder and file name, as the queries expect it. */
export function entryOf(document: Pick<SearchDocument, "kind" | "id">): string {
  const [path = "", id = ""] = pathOf(document).split("/");
  const kind = KIND_NAMES.find((name) => KINDS[name].path === path);
  if (!kind) throw new Error(`entryOf: no kind of entry has pages below ${path}/`);
  return `${KINDS[kind].folder}/${id}`;
}
