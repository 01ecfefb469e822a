/** How counts of people are put into words. */
import type { Range } from "../graph/nodes.ts";

/** killedWords({ min: 3, max: 3 }) → "3 killed"; { min: 2, max: 3 } → "2 to 3 killed"; null → "number killed not stated". */
export function killedWords(killed: Range | null): string {
  if (!killed) return "number killed not stated";
  return `${killed.min === killed.max ? killed.min : `${killed.min} to ${killed.max}`} killed`;
}

/** plural(1, "strike") → "1 strike"; plural(7, "strike") → "7 strikes". */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
