/** Text with what was found in it marked, as pieces: the page builds nodes from them and never parses HTML. */
import { findDates, dateTerms } from "./date-terms.ts";
import type { Hit } from "./engine.ts";
import { PARAGRAPH } from "./index-file.ts";
import { fold, wordTerms } from "./terms.ts";

export interface Piece {
  text: string;
  marked: boolean;
}

/** Why an entry was found, beyond what its title shows. */
export interface Reason {
  /** "Also named", "Quoted", "Full text"; null where the passage speaks for itself. */
  label: string | null;
  pieces: Piece[];
}

/** How many words a passage has, and how many of them stand before the first word found. */
const LENGTH = 30;
const RUN_UP = 8;

/** Marks words and dates of a text that are among those found, accents and case aside. */
export function markText(text: string, found: readonly string[]): Piece[] {
  const wanted = new Set(found);
  const folded = fold(text); // one character for one, so that places hold
  const spans: [start: number, end: number][] = findDates(folded)
    .filter((date) => dateTerms(date).some((term) => wanted.has(term)))
    .map(({ start, end }) => [start, end]);
  for (const { index, 0: word } of folded.matchAll(/[\p{L}\p{N}]+(?:,\d{3})*/gu)) {
    if (wordTerms(word.replaceAll(",", "")).some((term) => wanted.has(term))) spans.push([index, index + word.length]);
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of spans.sort(([a], [b]) => a - b)) {
    if (start < at) continue;
    push(pieces, text.slice(at, start), false);
    push(pieces, text.slice(start, end), true);
    at = end;
  }
  push(pieces, text.slice(at), false);
  return pieces;
}

/** The passage that has most of what the title has not; null where the title has it all. */
export function reasonOf({ document, words }: Hit): Reason | null {
  const { kind, title, names, quote, facts, summary, text } = document;
  const inTitle = foundIn(markText([title, ...facts].join(" "), words));
  const wanted = words.filter((word) => !inTitle.has(word));
  if (wanted.length === 0) return null;
  const passages: { label: string | null; text: string }[] = [
    ...(kind === "claim" ? [] : names).map((name) => ({ label: "Also named", text: name })), // those of claims are numbers
    ...(quote ? [{ label: "Quoted", text: `“${quote}”` }] : []),
    ...summary.split(PARAGRAPH).map((part) => ({ label: null, text: part })),
    ...text.split(PARAGRAPH).map((part) => ({ label: "Full text", text: part })),
  ];
  let best: (Reason & { count: number }) | null = null;
  for (const { label, text: passage } of passages) {
    if (!passage) continue;
    const pieces = markText(passage, words);
    const count = [...foundIn(pieces)].filter((term) => wanted.includes(term)).length;
    if (count > (best?.count ?? 0)) best = { label, pieces, count };
  }
  return best && { label: best.label, pieces: shorten(best.pieces) };
}

/** Terms of what is marked. */
function foundIn(pieces: readonly Piece[]): Set<string> {
  const marked = pieces.filter((piece) => piece.marked).map(({ text }) => fold(text).replaceAll(",", ""));
  return new Set(marked.flatMap((text) => [...wordTerms(text), ...findDates(text).flatMap(dateTerms)]));
}

/** A passage of at most 30 words around the first word found. */
function shorten(pieces: readonly Piece[]): Piece[] {
  const words = pieces.flatMap(({ text, marked }) => text.split(/(?<=\s)/).map((word) => ({ text: word, marked })));
  const first = words.findIndex(({ marked }) => marked);
  const from = words.length <= LENGTH ? 0 : Math.max(0, Math.min(first - RUN_UP, words.length - LENGTH));
  const out: Piece[] = [];
  if (from > 0) push(out, "… ", false);
  for (const { text, marked } of words.slice(from, from + LENGTH)) push(out, text, marked);
  const last = out.at(-1);
  if (last && from + LENGTH < words.length) last.text = last.text.trimEnd();
  if (from + LENGTH < words.length) push(out, " …", false);
  return out;
}

function push(pieces: Piece[], text: string, marked: boolean): void {
  const last = pieces.at(-1);
  if (!text) return;
  if (last && last.marked === marked) last.text += text;
  else pieces.push({ text, marked });
}
