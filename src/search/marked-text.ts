/** Text with matched words, as pieces: the page builds nodes from them and never parses HTML. */

export interface Piece {
  text: string;
  marked: boolean;
}

/** How many words of a page a hit shows. */
const LENGTH = 30;
/** How many words before a match may be shown to begin with the sentence. */
const RUN_UP = 12;

/**
 * The passage of a page that holds most of the words found. The title is left out, since it stands above; where the words are
 * in the title only, there is no passage.
 * @param content the page's text, plain; @param locations places of the words found, in words
 */
export function excerptOf(content: string, locations: readonly number[], title: string): Piece[] {
  const words = content.split(/\s+/);
  const start = endOfTitle(words, title);
  const found = new Set(locations.filter((at) => at >= start && at < words.length));
  const [first] = bestWindow([...found].sort((a, b) => a - b));
  if (first === undefined) return [];
  const from = sentenceStart(words, first, start);
  const to = Math.min(from + LENGTH, words.length);
  const pieces: Piece[] = [];
  if (from > start) push(pieces, "… ", false);
  for (let at = from; at < to; at++) {
    const [, before = "", word = "", after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(words[at] ?? "") ?? [];
    push(pieces, before, false);
    push(pieces, word, found.has(at));
    push(pieces, after, false);
    if (at < to - 1) push(pieces, " ", false);
  }
  if (to < words.length) push(pieces, " …", false);
  return pieces;
}

/** Marks the words of a title that begin like a word of the query, accents aside: the index does not say which they are. */
export function markTitle(title: string, query: string): Piece[] {
  const terms = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term.length > 1);
  const pieces: Piece[] = [];
  for (const text of title.split(/([\p{L}\p{N}\p{M}]+)/u))
    push(
      pieces,
      text,
      terms.some((term) => fold(text).startsWith(term)),
    );
  return pieces;
}

/** Index of the first word after the title; 0 where the text does not hold the title. */
function endOfTitle(words: readonly string[], title: string): number {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const wanted = title.split(/\s+/).map(plain);
  for (let at = 0; at < Math.min(words.length, 40); at++) {
    if (wanted.every((word, i) => plain(words[at + i] ?? "") === word)) return at + wanted.length;
  }
  return 0;
}

/** The run of matches within one excerpt's length that holds most of them; the earliest of equals. */
function bestWindow(found: readonly number[]): number[] {
  let best: number[] = [];
  for (const [i, at] of found.entries()) {
    const run = found.slice(i).filter((other) => other < at + LENGTH - RUN_UP);
    if (run.length > best.length) best = run;
  }
  return best;
}

function sentenceStart(words: readonly string[], match: number, start: number): number {
  const earliest = Math.max(start, match - RUN_UP);
  for (let at = match; at > earliest; at--) {
    if (/[.!?]["”’]?$/.test(words[at - 1] ?? "") && !/^(?:U\.S\.|Sen\.|Rep\.|Gen\.)$/.test(words[at - 1] ?? "")) return at;
  }
  return Math.max(start, match - 6);
}

function push(pieces: Piece[], text: string, marked: boolean): void {
  const last = pieces.at(-1);
  if (!text) return;
  if (last && last.marked === marked) last.text += text;
  else pieces.push({ text, marked });
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
