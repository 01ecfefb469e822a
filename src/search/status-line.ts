import type { Hit } from "./engine.ts";
import { wordTerms } from "./terms.ts";

/** statusLine("fisherman", hits, …) → "8 results for “fisherman”"; what was read otherwise, or is in none, is said. */
export function statusLine(words: string, hits: readonly Hit[], { count, isNarrowed }: { count: number; isNarrowed: boolean }): string {
  const results = `${count} ${count === 1 ? "result" : "results"}`;
  const read = readAs(hits);
  const missing = missingWords(hits).map((word) => `“${word}”`);
  return [
    words ? `${results} for “${words}”` : results,
    read && `read as “${read}”`,
    missing.length > 0 && `none with ${missing.join(" or ")}`,
    isNarrowed && "narrowed by the boxes ticked",
  ]
    .filter(Boolean)
    .join(", ");
}

/** readAs(hits) → "hegseth", where no entry has a word as it was typed, “Hegseht”; null where one has each. */
export function readAs(hits: readonly Hit[]): string | null {
  const [best] = hits;
  if (!best || !best.sought.some((word, i) => best.words[i] && !isThere(word, hits))) return null;
  return best.sought.flatMap((word, i) => (isDate(word) ? [] : isThere(word, hits) ? word : best.words[i] || [])).join(" ");
}

/** missingWords(hits) → ["corina"]: what was typed and stands in none of the entries, however read. */
export function missingWords(hits: readonly Hit[]): string[] {
  const [best] = hits;
  return (best?.sought ?? []).filter((word, i) => !isDate(word) && hits.every((hit) => !hit.words[i]));
}

function isThere(word: string, hits: readonly Hit[]): boolean {
  const [, stem] = wordTerms(word);
  return hits.some((hit) => hit.words.some((found) => found.startsWith(word) || (stem !== undefined && found === stem)));
}

function isDate(word: string): boolean {
  return /^(?:\d{4}-\d\d|\d\d-\d\d|--\d\d)/.test(word);
}
