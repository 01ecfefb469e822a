/** What is measured of an engine. */
import type { RetrievalQuery } from "../../tests/retrieval/read-queries.ts";
import { rankOf } from "../../tests/retrieval/score.ts";

export interface Measures {
  name: string;
  /** For each query, in their order: the place of the first expected entry, Infinity for none. */
  ranks: number[];
  /** For each query: the entry that came first, "" for none. */
  firsts: string[];
  /** Bytes gzipped that a query loads when it is the first one, for all or some of them. */
  first: number[];
  /** Bytes gzipped that a query loads when the one before it was the first. */
  next: number[];
  /** Milliseconds until the engine can answer, with its files at hand. */
  make: number;
  /** Milliseconds of each query. */
  times: number[];
}

/** @param results of each query: entries, best first */
export function ranksOf(queries: readonly RetrievalQuery[], results: readonly string[][]): Pick<Measures, "ranks" | "firsts"> {
  return {
    ranks: queries.map((query, i) => rankOf(query.expect, results[i] ?? [])),
    firsts: results.map(([first = ""]) => first),
  };
}

export function median(values: readonly number[]): number {
  return shareOf(values, 0.5);
}

/** shareOf(times, 0.95) → the value that 95 in 100 do not exceed. */
export function shareOf(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
}
