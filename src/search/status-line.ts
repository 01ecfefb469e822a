import type { Hit } from "./engine.ts";
import { soughtIn } from "./terms.ts";

/** statusLine(8, { words: "fisherman", … }) → "8 results for “fisherman”" */
export function statusLine(
  count: number,
  { words, isNarrowed, readAs }: { words: string; isNarrowed: boolean; readAs: string | null },
): string {
  const results = `${count} ${count === 1 ? "result" : "results"}`;
  const sought = words ? ` for “${words}”` : "";
  const read = readAs ? `, read as “${readAs}”` : "";
  return `${results}${sought}${read}${isNarrowed ? ", narrowed by the boxes ticked" : ""}`;
}

/** readAs("Hegseht", hits) → "hegseth", where no entry has a word as it was typed; null where one has. */
export function readAs(typed: string, hits: readonly Hit[]): string | null {
  const [best] = hits;
  const words = soughtIn(typed).filter(({ isDate }) => !isDate);
  if (!best || words.length === 0) return null;
  const isThere = (word: string, terms: readonly string[]) =>
    hits.some((hit) => hit.words.some((found) => terms.includes(found) || found.startsWith(word)));
  let isOther = false;
  const read = words.map(({ terms }, i) => {
    const [word = ""] = terms;
    if (isThere(word, terms)) return word;
    isOther = true;
    return best.words[i] ?? word;
  });
  return isOther ? read.filter(Boolean).join(" ") || null : null;
}
