/** Rules about words: whose they are, and how many of them are quoted. */
import { allNodes, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { splitSentences, type Sentence } from "../markdown/sentences.ts";
import { QUOTE_MAX_WORDS, wordCount } from "../model/fields.ts";
import type { FoundProblem } from "../model/problem.ts";
import { termKey, type Terms } from "../model/terms.ts";
import { checkAccusations } from "./accusation-rules.ts";
import { isAttributed } from "./attribution.ts";
import { createTermFinder, type FoundTerm } from "./find-terms.ts";
import { ownTexts, type OwnText } from "./own-voice.ts";
import { findQuotations, type Quotation } from "./quotations.ts";

/** In one paragraph or field: a text with more of them is to be written anew, not mended word by word. */
const MAX_TERMS = 100;

/**
 * @param terms of content/terms.yaml; null where there is none.
 * @param areClaimsWhole whether every claim and actor is valid; else the answer to an accusation may be among the invalid ones.
 */
export function checkLanguage(dossier: Dossier, terms: Terms | null, areClaimsWhole: boolean): FoundProblem[] {
  const findTerms = terms ? createTermFinder(terms.terms) : () => [];
  return [
    ...allNodes(dossier).flatMap((node) => [
      ...ownTexts(node).flatMap((own) => checkWords(node, own, findTerms)),
      ...node.body.quotes
        .filter(({ text }) => wordCount(text) > QUOTE_MAX_WORDS)
        .map(({ text, line, column }) => longQuotation({ text }, node.file, { line, column })),
    ]),
    ...(areClaimsWhole ? checkAccusations(dossier) : []),
  ];
}

function checkWords({ file }: DossierNode, own: OwnText, findTerms: (text: string) => FoundTerm[]): FoundProblem[] {
  const terms = own.isAttributed ? [] : findTerms(own.text).slice(0, MAX_TERMS);
  const quotations = findQuotations(own.text);
  if (terms.length === 0 && quotations.length === 0) return [];
  const isAttributedAt = attributionIn(own.text);
  const loaded = terms.filter(
    ({ offset, words }) =>
      !quotations.some(({ start, end }) => start < offset && offset < end) && !own.isCodeAt(offset) && !isAttributedAt(offset, words),
  );
  const long = quotations.filter(({ text, start }) => wordCount(text) > QUOTE_MAX_WORDS && !own.isCodeAt(start));
  const problems = [
    ...loaded.map((found) => loadedTerm(found, file, own.placeAt(found.offset))),
    ...long.map((quotation) => longQuotation(quotation, file, own.placeAt(quotation.start))),
  ];
  // A field has one place, its beginning: a word that stands in it twice is said once.
  return own.isField ? problems.filter(({ about }, i) => problems.findIndex((other) => other.about === about) === i) : problems;
}

function loadedTerm({ term, words }: FoundTerm, file: string, place: FoundProblem["place"]): FoundProblem {
  const name = termKey(words) === termKey(term.term) ? "" : ` (A waiver names it \`about: ${term.term}\`.)`;
  return {
    code: "loaded-term",
    file,
    place,
    message: `“${words.replace(/\s+/g, " ")}” stands here as our own word, with neither quotation marks nor a speaker in its sentence.`,
    advice: `Write “${term.instead}”, or say whose word it is. ${term.why}${name}`,
    about: term.term,
  };
}

function longQuotation({ text }: Pick<Quotation, "text">, file: string, place: FoundProblem["place"]): FoundProblem {
  const about = firstWords(text);
  return {
    code: "long-quotation",
    file,
    place,
    message: `The quotation “${about} …” has ${wordCount(text)} words.`,
    advice: `Quote at most ${QUOTE_MAX_WORDS} words, and say the rest in our own. The title of a work may be waived, with \`about: ${about}\`.`,
    about,
  };
}

/** The first four words, without the marks around them: firstWords("Once, upon a time there was") → "Once upon a time" */
function firstWords(text: string): string {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
  return words.filter(Boolean).slice(0, 4).join(" ");
}

/** Whether the sentence around a word says whose it is; the text is split once, and only when somebody asks. */
function attributionIn(text: string): (offset: number, words: string) => boolean {
  let spans: readonly Sentence[] | undefined;
  return (offset, words) => {
    spans ??= splitSentences(text);
    const index = spans.findIndex(({ end }) => offset < end);
    const start = spans[index - 1]?.end ?? 0;
    const sentence = text.slice(start, spans[index]?.end).replace(/\s/g, " ");
    return isAttributed(sentence, offset - start + words.length);
  };
}
