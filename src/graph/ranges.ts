/** Ranges of people, from the lowest to the highest number on file; small enough for the browser. */
import type { Range } from "./nodes.ts";

/** formatRange({ min: 2, max: 3 }) → "2–3"; { min: 3, max: 3 } → "3". */
export function formatRange(range: Range): string {
  return range.min === range.max ? String(range.min) : `${range.min}–${range.max}`;
}

export function addRanges(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max + b.max };
}
