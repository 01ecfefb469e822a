/** Ranks entries by what a reader types. The same function runs in the browser, in the tests and in the measurements. */
import { AS_TYPED, findSought, readCompounds, SHORT_BEGINNING } from "./find-words.ts";
import { pathOf, type SearchDocument, type SearchKind } from "./index-file.ts";
import { BEST_PHRASE, phraseWorth, plainText, plainTexts, splitQuoted, type PlainTexts } from "./phrases.ts";
import { soughtIn, splitWords, type Sought } from "./terms.ts";
import { indexWords, indexWordsInSteps, type WordIndex } from "./word-index.ts";

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

/** Kinds that are called by their names. */
const NAMED: ReadonlySet<SearchKind> = new Set(["actor", "place"]);

/** Who asks for a day asks what happened, and not which pages came out. */
const REPORT_OF_DAY = 0.2;

/** Entries that have less than this share of what the best one has of the words are left out. */
const KEPT_SHARE = 0.5;
/** Entries that have less than this of what was typed are none that was meant; of those that only resemble it, less than this. */
const LEAST_FOUND = 0.3;
const LEAST_RESEMBLING = 0.5;
/** Up to this place the order of the words is looked at. */
const LOOKED_AT = 50;
/** More is not read: a link can hold any text. */
const LONGEST = 300; // characters
const MOST_WORDS = 30;

export function createEngine(documents: readonly SearchDocument[]): Engine {
  return { documents, search: createSearch(indexWords(documents), documents) };
}

/** The same, made in steps between which a page can answer its reader. */
export async function createEngineInSteps(documents: readonly SearchDocument[]): Promise<Engine> {
  return { documents, search: createSearch(await indexWordsInSteps(documents), documents) };
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
  return !hasAllTyped(hits) && !/(?:^|\s)\S{1,3}$/.test(text);
}

/** What the full texts gave, then what was found before them: who has all the words in a text is not all that was meant. */
export function addToFull(full: readonly Hit[], before: readonly Hit[]): Hit[] {
  const there = new Set(full.map(({ document }) => pathOf(document)));
  return [...full, ...before.filter(({ document }) => !there.has(pathOf(document)))];
}

function createSearch(index: WordIndex, documents: readonly SearchDocument[]): Engine["search"] {
  const plain: (PlainTexts | undefined)[] = [];
  const plainOf = (at: number): PlainTexts => (plain[at] ??= plainTexts(documents[at]));
  /** Whoever is called by a word that was typed stays, though others have more of the words. */
  const isNamed = ({ at, words }: Sum): boolean =>
    NAMED.has(documents[at]?.kind ?? "source") &&
    [...words].some(([typed, word]) => word === typed && plainOf(at).head.includes(` ${word} `));
  return (typedText) => {
    const text = typedText.slice(0, LONGEST);
    if (!text.trim()) return documents.map((document) => ({ document, score: 0, found: 1, sought: [], words: [] }));
    const { quoted, rest } = splitQuoted(text);
    const sought = readCompounds(index, soughtIn([rest, ...quoted].filter(Boolean).join(" ")).slice(0, MOST_WORDS));
    const phrases = quoted.map(plainText);
    const sums = sumUp(index, sought).filter(({ at }) => phrases.every((phrase) => plainOf(at).all.includes(phrase)));
    const best = sums.reduce((most, { found }) => Math.max(most, found), 0);
    const kept = sums.filter(
      (sum) => sum.found >= (sum.isTyped ? LEAST_FOUND : LEAST_RESEMBLING) && (sum.found >= best * KEPT_SHARE || isNamed(sum)),
    );
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
  /** Whether it has any of it as it was typed, or begun. */
  isTyped: boolean;
  /** The word of the entry by the word typed. */
  words: Map<string, string>;
}

function sumUp(index: WordIndex, sought: readonly Sought[]): Sum[] {
  const sums = new Map<number, Sum>();
  for (const one of sought) {
    for (const [at, { score, worth, word }] of findSought(index, one)) {
      const sum = sums.get(at) ?? { at, score: 0, found: 0, isTyped: false, words: new Map<string, string>() };
      sum.isTyped ||= worth >= SHORT_BEGINNING;
      sum.score += score;
      sum.found += worth / sought.length;
      sum.words.set(one.terms[0] ?? "", word);
      sums.set(at, sum);
    }
  }
  return [...sums.values()];
}

/** What is sought for a word as it was typed: “white”, “house” for “whitehouse”. */
function compoundIn(sought: readonly Sought[], word: string): string[] {
  const words = sought.flatMap(({ terms: [first = ""], isDate }) => (isDate ? [] : first));
  if (words.includes(word)) return [word];
  const at = words.findIndex((first, i) => first + (words[i + 1] ?? "") === word);
  return at >= 0 ? words.slice(at, at + 2) : [word];
}
