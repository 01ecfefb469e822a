/** Text with what was found in it marked, as pieces: the page builds nodes from them and never parses HTML. */
import { dateTerms } from "./date-terms.ts";
import type { Hit } from "./engine.ts";
import { PARAGRAPH } from "./index-file.ts";
import { readText, wordTerms } from "./terms.ts";

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

interface Mark {
  start: number;
  end: number;
  /** Those found that it is. */
  terms: string[];
}

/** Marks words and dates of a text that are among those found, as the index reads them. */
export function markText(text: string, found: readonly string[]): Piece[] {
  return cutAt(text, marksIn(text, found));
}

function marksIn(text: string, found: readonly string[]): Mark[] {
  const wanted = new Set(found);
  const { words, dates } = readText(text);
  const known = [
    ...dates.map((date) => ({ ...date, terms: dateTerms(date) })),
    ...words.map(({ word, start, end }) => ({ start, end, terms: wordTerms(word) })),
  ];
  return known
    .map(({ start, end, terms }) => ({ start, end, terms: terms.filter((term) => wanted.has(term)) }))
    .filter(({ terms }) => terms.length > 0)
    .sort((a, b) => a.start - b.start);
}

function cutAt(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    push(pieces, text.slice(at, start), false);
    push(pieces, text.slice(start, end), true);
    at = end;
  }
  push(pieces, text.slice(at), false);
  return pieces;
}

/** Passages shown at most. */
const SHOWN = 2;

/** The passages that have most of what the title has not; a second one for words that the first has not. None where the title has it all. */
export function reasonsOf({ document, words }: Hit): Reason[] {
  const { kind, title, names, quote, facts, summary, text } = document;
  const passages: Passage[] = [
    ...(kind === "claim" ? [] : names).map((name) => ({ label: "Also named", text: name })), // those of claims are numbers
    ...(quote ? [{ label: "Quoted", text: `“${quote}”` }] : []),
    ...summary.split(PARAGRAPH).map((part) => ({ label: null, text: part })),
    ...text.split(PARAGRAPH).map((part) => ({ label: "Full text", text: part })),
  ].filter((passage) => passage.text);
  const shown = new Set([title, ...facts].flatMap((part) => marksIn(part, words)).flatMap(({ terms }) => terms));
  const reasons: Reason[] = [];
  while (reasons.length < SHOWN) {
    const wanted = words.filter((word) => word && !shown.has(word));
    const best = richest(passages, words, wanted);
    if (!best) break;
    for (const { terms } of best.marks) for (const term of terms) shown.add(term);
    reasons.push({ label: best.label, pieces: shorten(cutAt(best.text, best.marks)) });
  }
  return reasons;
}

interface Passage {
  label: string | null;
  text: string;
}

/** The passage with most of the words wanted; null where none has any. */
function richest(passages: readonly Passage[], words: readonly string[], wanted: readonly string[]): (Passage & { marks: Mark[] }) | null {
  let most = 0;
  let best: (Passage & { marks: Mark[] }) | null = null;
  for (const passage of wanted.length > 0 ? passages : []) {
    const marks = marksIn(passage.text, words);
    const count = wanted.filter((word) => marks.some(({ terms }) => terms.includes(word))).length;
    if (count > most) [most, best] = [count, { ...passage, marks }];
  }
  return best;
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
