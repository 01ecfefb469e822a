/** Our search as src/search/load.client.ts has it: what entries are first, the full texts when no entry has all that was typed. */
import { addToFull, needsTexts, type Engine, type Hit } from "../../src/search/engine.ts";

/** @param entries an engine without the full texts; @param full one with them */
export function searchAsInBrowser(entries: Engine, full: Engine): (text: string) => { hits: Hit[]; isFull: boolean } {
  return (text) => {
    const hits = entries.search(text);
    return needsTexts(text, hits) ? { hits: addToFull(full.search(text), hits), isFull: true } : { hits, isFull: false };
  };
}
