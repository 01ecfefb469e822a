/** What entries have of each word or date that was typed: as it is, as the beginning of a word, and with slips. */
import type { SearchOptions } from "minisearch";
import { wordTerms, type Sought } from "./terms.ts";
import type { Field, WordIndex } from "./word-index.ts";

/** How much of a word one has that has its stem, or that begins with it; an entry with that has the word. */
export const AS_TYPED = 0.97;
/** The same of the beginning of a word that is so short that it begins many. */
export const SHORT_BEGINNING = 0.8;
const SHORT = 3;
/** How much of a word one has that resembles it. */
const RESEMBLING = 0.7;
/** The same of a word with two letters exchanged, and what that one is worth beside it. */
const SWAPPED = 0.75;
const SWAPPED_SHARE = 0.6;
/** Longer words are looked for as they are: no slip is guessed in them. */
const LONG = 25;
/** Shorter words are not taken for two written as one. */
const COMPOUND_LENGTH = 7;
const COMPOUND_PART = 3;

const NAMES: Field[] = ["name", "names"];
const TEXTS: Field[] = ["name", "names", "title", "quote", "summary", "text"];

export interface Found {
  /** Of the index, comparable within one search. */
  score: number;
  /** 1 for the word itself or a date, less for its stem and for what it begins, and least for what it resembles. */
  worth: number;
  /** The word of the entry. */
  word: string;
}

/** By the place of the entry. */
export function findSought(index: WordIndex, { terms, isDate, isCommon, isLast }: Sought): Map<number, Found> {
  const [word = "", stem] = terms;
  const { found, look } = createLook(index);
  if (isDate) {
    for (const term of terms) look(term, {}, () => 1);
    return found;
  }
  const worthOf = (other: string) =>
    other === word ? 1 : !other.startsWith(word) ? RESEMBLING : word.length > SHORT ? AS_TYPED : SHORT_BEGINNING;
  if (isCommon || word.length < 2) {
    look(word, { prefix: isLast === true && !/\d/.test(word), fields: NAMES }, worthOf);
    return found;
  }
  const errors = allowedErrors(word);
  look(word, { prefix: (isLast === true || word.length > SHORT) && !/\d/.test(word), fuzzy: errors }, worthOf);
  if (stem) look(stem, {}, () => AS_TYPED);
  const swapped = canBeSwapped(word) ? swappedIn(word) : [];
  for (const other of swapped) look(other, {}, () => SWAPPED, SWAPPED_SHARE);
  if (found.size > 0) return found;
  // nothing so far: more may be wrong, in names also the first letter
  if (errors > 1) for (const other of swapped) look(other, { fuzzy: 1 }, () => RESEMBLING, SWAPPED_SHARE);
  if (errors === 1) look(word, { fuzzy: 2, fields: NAMES }, () => RESEMBLING, 1, 2);
  if (found.size === 0 && errors > 0) look(word, { fuzzy: 1, fields: NAMES }, () => RESEMBLING, 1, 0);
  return found;
}

/** `opening`: letters at the beginning that have to be the same. */
type Look = (term: string, options: SearchOptions, worthOf: (word: string) => number, share?: number, opening?: number) => void;

/** Adds up several searches: of each entry the best score, and the word that is worth most. */
function createLook(index: WordIndex): { found: Map<number, Found>; look: Look } {
  const found = new Map<number, Found>();
  const look: Look = (term, options, worthOf, share = 1, opening = 1) => {
    for (const { id, score: full, match } of index.search(term, options)) {
      const at = id as number; // idField is `at`
      const word = nearestOf(match, term.slice(0, opening), worthOf);
      if (word === undefined) continue; // who errs in the first letter is seldom meant: “ties” is not “lies”
      const before = found.get(at);
      const nearer = before && before.worth >= worthOf(word) ? before : { worth: worthOf(word), word };
      found.set(at, { ...nearer, score: Math.max(before?.score ?? 0, full * share) });
    }
  };
  return { found, look };
}

/** Of the words of an entry the one worth most, of equal ones that in its name or title, among those that begin alike. */
function nearestOf(match: Record<string, string[]>, opening: string, worthOf: (word: string) => number): string | undefined {
  let nearest: string | undefined;
  let most = 0;
  for (const word in match) {
    if (!word.startsWith(opening)) continue;
    const fields = match[word] ?? [];
    const worth = worthOf(word) + (fields.includes("name") || fields.includes("title") ? 0.002 : fields.includes("names") ? 0.001 : 0);
    if (worth > most) [nearest, most] = [word, worth];
  }
  return nearest;
}

/** “whitehouse” as white and house, “semi submersible” as semisubmersible: where what was typed is no word of any entry, and this is. */
export function readCompounds(index: WordIndex, sought: readonly Sought[]): Sought[] {
  const out: Sought[] = [];
  for (const one of sought) {
    const [word = ""] = one.terms;
    const [before] = out.at(-1)?.terms ?? [];
    if (one.isDate || one.isCommon || /[^a-z]/.test(word) || word.length > LONG || isWord(index, word, true)) out.push(one);
    else if (before && isWord(index, before + word, false)) out[out.length - 1] = soughtWord(before + word);
    else out.push(...(splitCompound(index, word) ?? [one]));
  }
  return out;
}

function splitCompound(index: WordIndex, word: string): Sought[] | null {
  if (word.length < COMPOUND_LENGTH) return null;
  for (let at = COMPOUND_PART; at <= word.length - COMPOUND_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => isWord(index, part, false))) return parts.map(soughtWord);
  }
  return null;
}

function soughtWord(word: string): Sought {
  return { terms: wordTerms(word), isDate: false };
}

/** Whether an entry has a word, or one that it begins. */
function isWord(index: WordIndex, word: string, prefix: boolean): boolean {
  return index.search(word, { prefix, fields: TEXTS }).length > 0;
}

/** swappedIn("pteor") → ["tpeor", "petor", …]: two letters exchanged are two errors, and in a short word one slip. */
function swappedIn(word: string): string[] {
  return [...word].slice(1).map((_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
}

function canBeSwapped(word: string): boolean {
  return !/\d/.test(word) && word.length > SHORT && word.length <= LONG;
}

/** One error in a word of five letters and more, two from eight; a number is that number. */
function allowedErrors(word: string): number {
  if (/\d/.test(word) || word.length < 5 || word.length > LONG) return 0;
  return word.length < 8 ? 1 : 2;
}
