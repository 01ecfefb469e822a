/** Words in their order: phrases in quotation marks, and what an entry is worth that has all the words as they were typed. */
import { PARAGRAPH, type SearchDocument } from "./index-file.ts";
import { splitWords } from "./terms.ts";

/** What a name that is just the words typed is worth. */
export const BEST_PHRASE = 4;

/** Texts of an entry as words with one space between, for finding phrases. */
export interface PlainTexts {
  names: string[];
  head: string;
  all: string;
}

const NO_TEXTS: PlainTexts = { names: [], head: "", all: "" };

export function plainTexts(document: SearchDocument | undefined): PlainTexts {
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
export function plainText(text: string): string {
  return ` ${splitWords(text).join(" ")} `;
}

/** titledNames("Rand Paul", ["U.S. senator"]) → ["us Paul", "senator Paul"]: how people are called. */
function titledNames(name: string, facts: readonly string[]): string[] {
  const surname = name.split(" ").at(-1) ?? name;
  return facts.flatMap(splitWords).map((word) => `${word} ${surname}`);
}

/** All words in their order are worth more than the words apart, and a name that is just them most. */
export function phraseWorth(phrase: string, count: number, { names, head, all }: PlainTexts): number {
  if (names.includes(phrase)) return BEST_PHRASE;
  if (head.includes(phrase)) return count > 1 ? 2.5 : 1.3;
  return count > 1 && all.includes(phrase) ? 1.8 : 1;
}

/** splitQuoted("boats “left to drown”") → { quoted: ["left to drown"], rest: "boats" } */
export function splitQuoted(text: string): { quoted: string[]; rest: string } {
  const quoted: string[] = [];
  const rest = text.replace(/["“”«»]([^"“”«»]+)["“”«»]/g, (_, phrase: string) => {
    quoted.push(phrase);
    return " ";
  });
  return { quoted, rest: rest.trim() };
}

/** Whether words stand in quotation marks, which find them exactly so. */
export function hasMarks(words: string): boolean {
  return splitQuoted(words).quoted.length > 0;
}

/** withoutMarks("boats “left to drown”") → "boats left to drown" */
export function withoutMarks(words: string): string {
  return words
    .replace(/["“”«»]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
