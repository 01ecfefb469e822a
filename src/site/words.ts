/** Small words that pages say in the same way everywhere. */
import type { Range } from "../graph/nodes.ts";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** countWord(4) → "four"; from ten on in figures: countWord(129) → "129". */
export function countWord(count: number): string {
  return WORDS[count] ?? String(count);
}

/** countOf(1, "claim") → "one claim"; countOf(12, "claim") → "12 claims". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countWord(count)} ${count === 1 ? one : many}`;
}

/** plural(1, "strike") → "1 strike"; plural(7, "strike") → "7 strikes". */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/** capitalize("one claim") → "One claim" */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** uncapitalize("The series") → "the series"; "CNN’s series" and "U.S. strikes" stay. */
export function uncapitalize(text: string): string {
  return /^\p{Lu}(?!\p{Lu}|\.)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** slugOf("Söundings: U.S. strikes") → "soundings-u-s-strikes"; "" for a text without a Latin letter or a digit. */
export function slugOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** listWords(["A", "B", "C"]) → "A, B and C" */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Of people whom sources tell of and none counts. */
export const NOT_NUMBERED = "number not given";

/** killedWords({ min: 3, max: 3 }) → "3 killed"; { min: 2, max: 3 } → "2 to 3 killed"; null → "number killed not given". */
export function killedWords(killed: Range | null): string {
  if (!killed) return "number killed not given";
  return `${killed.min === killed.max ? killed.min : `${killed.min} to ${killed.max}`} killed`;
}

/** typographic("Trump's 'war at sea'") → "Trump’s ‘war at sea’": straight quotation marks as a printer sets them. */
export function typographic(text: string): string {
  return text
    .replace(/(^|[\s([{“‘—–/-])'(?=\S)/gu, "$1‘")
    .replace(/'/g, "’")
    .replace(/(^|[\s([{‘—–/-])"(?=\S)/gu, "$1“")
    .replace(/"/g, "”");
}
