/** Finds the words of content/terms.yaml in a text. */
import { foldMarks, termKey, type Term } from "../model/terms.ts";

export interface FoundTerm {
  term: Term;
  /** As the text has it. */
  words: string;
  offset: number;
}

/** What may stand for a space or a hyphen of a term: another hyphen, a line break, or nothing at all. */
const GAP = "[-\\s\u2010-\u2013]*";
const WORD = /[\p{L}\p{N}]/u;

/**
 * A finder of whole words in any case, with or without accents: of “drug boat” it finds “Drug-boat”, and neither “drug boats”, unless that is a form, nor what
 * stands in an excepted phrase. One expression over all spellings, the longest first, so that a clean text costs one pass.
 */
export function createTermFinder(terms: readonly Term[]): (text: string) => FoundTerm[] {
  const owners = new Map<string, Term | null>(); // by key; null for excepted phrases
  const spellings: string[] = [];
  const add = (text: string, owner: Term | null) => {
    owners.set(termKey(text), owner);
    spellings.push(foldMarks(text));
  };
  for (const term of terms) {
    for (const text of [term.term, ...(term.forms ?? [])]) add(text, term);
    for (const text of term.except ?? []) add(text, null);
  }
  const pattern = toExpression(spellings);
  return (text) => {
    const plain = foldMarks(text);
    if (plain.search(pattern) === -1) return []; // ten times cheaper than to ask for all matches
    const offsetIn = plain.length === text.length ? (at: number) => at : countMarks(text);
    const found: FoundTerm[] = [];
    for (const { 0: words, index } of plain.matchAll(pattern)) {
      const term = owners.get(termKey(words));
      const end = index + words.length;
      if (!term || WORD.test(plain.charAt(index - 1)) || WORD.test(plain.charAt(end))) continue;
      const offset = offsetIn(index);
      found.push({ term, words: text.slice(offset, offsetIn(end)), offset });
    }
    return found;
  };
}

/** From an offset in a text without its combining marks to the offset in the text. */
function countMarks(text: string): (at: number) => number {
  const offsets = [...text.matchAll(/\P{M}/gu)].flatMap(({ 0: sign, index }) => [...sign.split("")].map((_, i) => index + i));
  return (at) => offsets[at] ?? text.length;
}

/**
 * All spellings at once, the longest first; an excepted phrase that turns out to be the beginning of a longer word gives way to the
 * term inside it. Behind a word boundary, which knows the letters of ASCII alone, it is found five times faster.
 */
function toExpression(spellings: readonly string[]): RegExp {
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
  const group = (start: string, test: (spelling: string) => boolean) => {
    const patterns = longestFirst.filter(test).map(toPattern);
    return patterns.length > 0 ? [`${start}(?:${patterns.join("|")})(?!\\w)`] : [];
  };
  return new RegExp(
    [...group("\\b", (spelling) => /^\w/.test(spelling)), ...group("", (spelling) => /^\W/.test(spelling))].join("|"),
    "gi",
  );
}

function toPattern(spelling: string): string {
  const parts = spelling.split(/[\s\u2010-\u2013-]+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/['’]/g, "['’]"));
  return parts.join(GAP);
}
