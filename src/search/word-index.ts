/** The index of words of the search: the fields of each entry, and what a word found in one is worth. */
import MiniSearch from "minisearch";
import type { SearchDocument } from "./index-file.ts";
import { indexTerms } from "./terms.ts";

/** What a word found in a field is worth. Names and titles before texts. */
const WEIGHTS = { name: 7, names: 8, title: 6, quote: 5, dates: 5, facts: 2.5, summary: 1.5, id: 1.5, text: 0.5 };
export type Field = keyof typeof WEIGHTS;
type Indexed = { at: number } & Record<Field, string>;
export type WordIndex = MiniSearch<Indexed>;

/** What a word is worth that another one begins, and one that resembles it, beside the word itself. */
const PREFIX_SHARE = 0.5;
const FUZZY_SHARE = 0.35;
/** Entries added between two breaths of the browser. */
const CHUNK = 100;

/** An entry is known to the index by its place among the documents. */
export function indexWords(documents: readonly SearchDocument[]): WordIndex {
  const index = createIndex();
  index.addAll(documents.map(indexed));
  return index;
}

/** The same, made in steps between which a page can answer its reader. */
export async function indexWordsInSteps(documents: readonly SearchDocument[]): Promise<WordIndex> {
  const index = createIndex();
  await index.addAllAsync(documents.map(indexed), { chunkSize: CHUNK });
  return index;
}

function createIndex(): WordIndex {
  return new MiniSearch<Indexed>({
    idField: "at",
    fields: Object.keys(WEIGHTS),
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: {
      boost: WEIGHTS,
      tokenize: (term) => [term],
      weights: { prefix: PREFIX_SHARE, fuzzy: FUZZY_SHARE },
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
