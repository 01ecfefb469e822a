/** Ranges of people, from the lowest to the highest number on file; small enough for the browser. */
import type { Range } from "./nodes.ts";

/** formatRange({ min: 2, max: 3 }) → "2–3"; { min: 3, max: 3 } → "3". */
export function formatRange(range: Range): string {
  return range.min === range.max ? String(range.min) : `${range.min}–${range.max}`;
}

/** toRange(3) → { min: 3, max: 3 }; a range stays what it is. */
export function toRange(count: number | Range): Range {
  return typeof count === "number" ? { min: count, max: count } : count;
}

/** From the lowest to the highest of several; null for none. */
export function spanRanges(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null;
  return { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
}

export function addRanges(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max + b.max };
}
