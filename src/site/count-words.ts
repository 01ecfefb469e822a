const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** countWord(4) → "four"; from ten on in figures: countWord(129) → "129". */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}

/** countOf(1, "claim") → "one claim"; countOf(12, "claim") → "12 claims". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countWord(count)} ${count === 1 ? one : many}`;
}

/** capitalize("one claim") → "One claim" */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** listWords(["A", "B", "C"]) → "A, B and C" */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
