/** Ranks entries by what a reader types. The same function runs in the browser, in the tests and in the measurements. */
import MiniSearch, { type SearchOptions } from "minisearch";
import { PARAGRAPH, type SearchDocument, type SearchKind } from "./index-file.ts";
import { indexTerms, soughtIn, splitWords, wordTerms, type Sought } from "./terms.ts";

export interface Hit {
  document: SearchDocument;
  /** Comparable within one search only. */
  score: number;
  /** From 0 to 1: how much of what was typed the entry has, as it was typed. */
  found: number;
  /** The words and dates that are sought, and beside each what the entry has for it, as terms.ts writes them; "" for none. */
  sought: readonly string[];
  words: string[];
}

export interface Engine {
  documents: readonly SearchDocument[];
  /** Best first. A text without a word gives every entry, in the order of the documents. */
  search(text: string): Hit[];
}

/** What a word found in a field is worth. Names and titles before texts. */
const WEIGHTS = { name: 7, names: 8, title: 6, quote: 5, dates: 5, facts: 2.5, summary: 1.5, id: 1.5, text: 0.5 };
type Field = keyof typeof WEIGHTS;
type Indexed = { at: number } & Record<Field, string>;

/** What somebody looks for is seldom the page that reports it: sources and totals stand after what rests on them. */
const KIND_WEIGHTS: Record<SearchKind, number> = {
  actor: 1.4,
  claim: 1.1,
  strike: 1.1,
  event: 1.1,
  place: 1.2,
  series: 1.05,
  analysis: 1,
  lead: 0.9,
  total: 0.75,
  source: 0.7,
  correction: 0.7,
};

/** Who asks for a day asks what happened, and not which pages came out. */
const REPORT_OF_DAY = 0.2;

/** Entries that have less than this share of what the best one has of the words are left out. */
const KEPT_SHARE = 0.55;
/** Entries that have less than this of what was typed are none that was meant: a name that is not on file has no results. */
const LEAST_FOUND = 0.3;
/** What a name that is just the words typed is worth; and the place up to which the order of the words is looked at. */
const BEST_PHRASE = 4;
const LOOKED_AT = 50;
/** Shorter words are not taken for two written as one. */
const COMPOUND_LENGTH = 7;
const COMPOUND_PART = 3;
/** How much of a word one has that has its stem; an entry with that has the word. */
const AS_TYPED = 0.97;
/** How much of a word one has that resembles it, and what that one is worth beside it. */
const RESEMBLING = 0.7;
const FUZZY_SHARE = 0.35;
/** The same of a word with two letters exchanged. */
const SWAPPED = 0.85;
const SWAPPED_SHARE = 0.6;
/** Entries added between two breaths of the browser. */
const CHUNK = 100;

export function createEngine(documents: readonly SearchDocument[]): Engine {
  const index = createIndex();
  index.addAll(documents.map(indexed));
  return { documents, search: createSearch(index, documents) };
}

/** The same, made in steps between which a page can answer its reader. */
export async function createEngineInSteps(documents: readonly SearchDocument[]): Promise<Engine> {
  const index = createIndex();
  await index.addAllAsync(documents.map(indexed), { chunkSize: CHUNK });
  return { documents, search: createSearch(index, documents) };
}

/** Whether one entry has everything that was typed: each word, its stem or a word that it begins, each date. If none has, the full texts may. */
export function hasAllTyped(hits: readonly Pick<Hit, "found">[]): boolean {
  return hits.some(({ found }) => found >= AS_TYPED);
}

/**
 * Whether the full texts have to be read for what was typed: no entry has all of it, and its last word is more than the beginning of one,
 * for which no file is worth loading yet.
 */
export function needsTexts(text: string, hits: readonly Pick<Hit, "found">[]): boolean {
  return !hasAllTyped(hits) && !/(?:^|\s)\S{1,2}$/.test(text);
}

function createIndex(): MiniSearch<Indexed> {
  return new MiniSearch<Indexed>({
    idField: "at",
    fields: Object.keys(WEIGHTS),
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: {
      boost: WEIGHTS,
      tokenize: (term) => [term],
      weights: { prefix: 0.5, fuzzy: FUZZY_SHARE },
      bm25: { k: 1.2, b: 0.5, d: 0 },
    },
  });
}

function indexed(one: SearchDocument, at: number): Indexed {
  const isNamed = one.kind === "actor" || one.kind === "place";
  return {
    at,
    name: isNamed ? one.title : "",
    names: one.names.join("\n"),
    title: isNamed ? "" : one.title,
    quote: one.quote,
    dates: one.dates,
    facts: one.facts.join("\n"),
    summary: one.summary,
    id: one.id,
    text: one.text,
  };
}

function createSearch(index: MiniSearch<Indexed>, documents: readonly SearchDocument[]): Engine["search"] {
  const plain: (PlainTexts | undefined)[] = [];
  const plainOf = (at: number): PlainTexts => (plain[at] ??= plainTexts(documents[at]));
  return (text) => {
    if (!text.trim()) return documents.map((document) => ({ document, score: 0, found: 1, sought: [], words: [] }));
    const { quoted, rest } = splitQuoted(text);
    const sought = readCompounds(index, soughtIn(`${rest} ${quoted.join(" ")}`));
    const phrases = quoted.map(plainText);
    const sums = sumUp(index, sought).filter(({ at }) => phrases.every((phrase) => plainOf(at).all.includes(phrase)));
    const best = sums.reduce((most, { found }) => Math.max(most, found), 0);
    const kept = sums.filter(({ found }) => found >= Math.max(best * KEPT_SHARE, LEAST_FOUND));
    weigh(kept, documents, sought);
    const typed = splitWords(rest || quoted.join(" ")).flatMap((word) => compoundIn(sought, word));
    weighPhrases(kept, typed, plainOf);
    const names = sought.map(({ terms: [first = ""] }) => first);
    return kept
      .sort((a, b) => b.score - a.score) // stable: equals stay in order
      .flatMap(({ at, score, found, words }) => {
        const document = documents[at];
        return document ? { document, score, found, sought: names, words: names.map((name) => words.get(name) ?? "") } : [];
      });
  };
}

/** What the kinds are worth, and having more of the words. */
function weigh(sums: readonly Sum[], documents: readonly SearchDocument[], sought: readonly Sought[]): void {
  const isOfDay = sought.every(({ isDate }) => isDate);
  for (const sum of sums) {
    const kind = documents[sum.at]?.kind ?? "source";
    sum.score *= sum.found ** 4 * KIND_WEIGHTS[kind] * (isOfDay && kind === "source" ? REPORT_OF_DAY : 1);
  }
}

/** What the words are worth in their order, for those that this can bring among the first. */
function weighPhrases(sums: readonly Sum[], typed: readonly string[], plainOf: (at: number) => PlainTexts): void {
  const scores = sums.map(({ score }) => score).sort((a, b) => b - a);
  const least = (scores[LOOKED_AT] ?? 0) / BEST_PHRASE;
  for (const sum of sums) {
    if (sum.score < least) continue;
    const phrase = ` ${typed.map((word) => sum.words.get(word) ?? word).join(" ")} `; // in the words that the entry has for those typed
    sum.score *= phraseWorth(phrase, typed.length, plainOf(sum.at));
  }
}

/** What an entry has of all that is sought. */
interface Sum {
  /** Its place among the documents. */
  at: number;
  score: number;
  found: number;
  /** The word of the entry by the word typed. */
  words: Map<string, string>;
}

function sumUp(index: MiniSearch<Indexed>, sought: readonly Sought[]): Sum[] {
  const sums = new Map<number, Sum>();
  for (const one of sought) {
    for (const [at, { score, worth, word }] of findSought(index, one)) {
      const sum = sums.get(at) ?? { at, score: 0, found: 0, words: new Map<string, string>() };
      sum.score += score;
      sum.found += worth / sought.length;
      sum.words.set(one.terms[0] ?? "", word);
      sums.set(at, sum);
    }
  }
  return [...sums.values()];
}

interface Found {
  score: number;
  /** 1 for the word itself or a date, less for its stem and for what it begins, and least for what it resembles. */
  worth: number;
  /** The word of the entry. */
  word: string;
}

/** Entries that have what is sought; a word also as the beginning of another, and with typing errors. */
function findSought(index: MiniSearch<Indexed>, { terms, isDate, isCommon }: Sought): Map<number, Found> {
  const found = new Map<number, Found>();
  const look = (term: string, options: SearchOptions, worthOf: (word: string) => number, share = 1) => {
    for (const { id, score: full, terms: words } of index.search(term, options)) {
      const at = id as number; // idField is `at`
      const score = full * share;
      const word = nearestOf(words, term, worthOf);
      if (word === undefined) continue; // who errs in the first letter is seldom meant: “ties” is not “lies”
      const before = found.get(at);
      const nearer = before && before.worth >= worthOf(word) ? before : { worth: worthOf(word), word };
      found.set(at, { ...nearer, score: Math.max(before?.score ?? 0, score) });
    }
  };
  if (isDate) {
    for (const term of terms) look(term, {}, () => 1);
    return found;
  }
  const [word = "", stem] = terms;
  if (isCommon) {
    look(word, { fields: ["name", "names"] }, () => 1);
    return found;
  }
  look(word, { prefix: word.length > 1 && !/^\d/.test(word), fuzzy: allowedErrors(word) }, (other) =>
    other === word ? 1 : other.startsWith(word) ? AS_TYPED : RESEMBLING,
  );
  if (stem) look(stem, {}, () => AS_TYPED);
  const swapped = allowedErrors(word) > 0 ? swappedIn(word) : [];
  for (const other of swapped) look(other, {}, () => SWAPPED, SWAPPED_SHARE);
  if (found.size === 0 && allowedErrors(word) > 1) for (const other of swapped) look(other, { fuzzy: 1 }, () => RESEMBLING, SWAPPED_SHARE);
  return found;
}

/** Of the words of an entry the one worth most, among those with the same first letter. */
function nearestOf(words: readonly string[], term: string, worthOf: (word: string) => number): string | undefined {
  let nearest: string | undefined;
  for (const word of words) {
    if (word.charAt(0) !== term.charAt(0)) continue;
    if (nearest === undefined || worthOf(word) > worthOf(nearest)) nearest = word;
  }
  return nearest;
}

/** “whitehouse” as white and house, “semi submersible” as semisubmersible: where what was typed is no word of any entry, and this is. */
function readCompounds(index: MiniSearch<Indexed>, sought: readonly Sought[]): Sought[] {
  const out: Sought[] = [];
  for (const one of sought) {
    const [word = ""] = one.terms;
    const [before] = out.at(-1)?.terms ?? [];
    if (one.isDate || one.isCommon || /[^a-z]/.test(word) || isWord(index, word, true)) out.push(one);
    else if (before && isWord(index, before + word, false)) out[out.length - 1] = { terms: wordTerms(before + word), isDate: false };
    else out.push(...(splitCompound(index, word) ?? [one]));
  }
  return out;
}

function splitCompound(index: MiniSearch<Indexed>, word: string): Sought[] | null {
  if (word.length < COMPOUND_LENGTH) return null;
  for (let at = COMPOUND_PART; at <= word.length - COMPOUND_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => isWord(index, part, false))) return parts.map((part) => ({ terms: wordTerms(part), isDate: false }));
  }
  return null;
}

/** Whether an entry has a word, or one that it begins. */
function isWord(index: MiniSearch<Indexed>, word: string, prefix: boolean): boolean {
  return index.search(word, { prefix, fields: ["name", "names", "title", "quote", "summary", "text"] }).length > 0;
}

/** What is sought for a word as it was typed: “white”, “house” for “whitehouse”. */
function compoundIn(sought: readonly Sought[], word: string): string[] {
  const words = sought.flatMap(({ terms: [first = ""], isDate }) => (isDate ? [] : first));
  if (words.includes(word)) return [word];
  const at = words.findIndex((first, i) => first + (words[i + 1] ?? "") === word);
  return at >= 0 ? words.slice(at, at + 2) : [word];
}

/** swappedIn("pteor") → ["tpeor", "petor", …]: two letters exchanged are two errors, and in a short word one slip. */
function swappedIn(word: string): string[] {
  return [...word].slice(1).map((_, i) => word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2));
}

/** One error in a word of four letters and more, two from seven; a number is that number. */
function allowedErrors(term: string): number {
  if (/\d/.test(term) || term.length < 4) return 0;
  return term.length < 7 ? 1 : 2;
}

/** Texts of an entry as words with one space between, for finding phrases. */
interface PlainTexts {
  names: string[];
  head: string;
  all: string;
}

const NO_TEXTS: PlainTexts = { names: [], head: "", all: "" };

function plainTexts(document: SearchDocument | undefined): PlainTexts {
  if (!document) return NO_TEXTS;
  const { kind, title, names, quote, facts, summary, text } = document;
  const known = [title, ...names, ...(kind === "actor" ? titledNames(title, facts) : [])].map(plainText);
  const head = [...known, plainText(quote)].join("\n");
  return {
    names: known,
    head,
    all: [head, ...[...facts, ...summary.split(PARAGRAPH), ...text.split(PARAGRAPH)].map(plainText)].join("\n"),
  };
}

/** plainText("“Leave Colombia Alone”, he said") → " leave colombia alone he said " */
function plainText(text: string): string {
  return ` ${splitWords(text).join(" ")} `;
}

/** titledNames("Rand Paul", ["U.S. senator"]) → ["us Paul", "senator Paul"]: how people are called. */
function titledNames(name: string, facts: readonly string[]): string[] {
  const surname = name.split(" ").at(-1) ?? name;
  return facts.flatMap(splitWords).map((word) => `${word} ${surname}`);
}

/** All words in their order are worth more than the words apart, and a name that is just them most. */
function phraseWorth(phrase: string, count: number, { names, head, all }: PlainTexts): number {
  if (names.includes(phrase)) return BEST_PHRASE;
  if (head.includes(phrase)) return count > 1 ? 2.5 : 1.3;
  return count > 1 && all.includes(phrase) ? 1.8 : 1;
}

/** splitQuoted("boats “left to drown”") → { quoted: ["left to drown"], rest: "boats" } */
function splitQuoted(text: string): { quoted: string[]; rest: string } {
  const quoted: string[] = [];
  const rest = text.replace(/["“”«»]([^"“”«»]+)["“”«»]/g, (_, phrase: string) => {
    quoted.push(phrase);
    return " ";
  });
  return { quoted, rest: rest.trim() };
}
