/** Text as the terms that a search compares: without case and accents, numbers as digits, dates as days. One function for index and query. */
import { stemmer } from "stemmer";
import { dateTerms, findDates, type FoundDate } from "./date-terms.ts";
import { joinNumberWords } from "./number-words.ts";

/** fold("Guzmán’s") → "guzman's". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'");
}

/** Words of folded text: "U.S." → us, "253,000" → 253000, "$50m" → 50 and million, "M-19" → m and 19, "Trump's" → trump. */
export function splitWords(text: string): string[] {
  const plain = fold(text)
    .replace(/\b((?:\p{L}\.){2,})/gu, (initials) => initials.replaceAll(".", ""))
    .replace(/(\d),(?=\d{3}\b)/g, "$1")
    .replace(/(\d)\s?(m|bn)\b/g, (_, digit: string, unit: string) => `${digit} ${unit === "m" ? "million" : "billion"}`)
    .replace(/\s?%|\bper cent\b/g, " percent")
    .replace(/'s\b|'/g, "");
  return joinNumberWords(plain.match(/\d+(?:\.\d+)?(?!\p{L})|[\p{L}\p{N}]+/gu) ?? []);
}

/** The terms of a text for the index: its words, their stems, and every date in it. */
export function indexTerms(text: string): string[] {
  const folded = fold(text);
  const dates = findDates(folded);
  return [...splitWords(withoutDays(folded, dates)).flatMap(wordTerms), ...dates.flatMap(dateTerms)];
}

/** A text without the days of its dates, which are no numbers: “11 killed on 2 September” has one 11 and no 2. */
function withoutDays(folded: string, dates: readonly FoundDate[]): string {
  let text = folded;
  for (const { start, end } of [...dates].reverse())
    text = text.slice(0, start) + text.slice(start, end).replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/g, " ") + text.slice(end);
  return text;
}

/** Longer than the errors allowed in a word, so that none is taken for a stem. */
const STEM = "~~~";

/** wordTerms("strikes") → ["strikes", "~~~strike"]: a word, then its stem. */
export function wordTerms(word: string): string[] {
  const known = termsOfWords.get(word);
  if (known) return known;
  const terms = /^[a-z]{3,}$/.test(word) ? [word, STEM + stemmer(word)] : [word];
  termsOfWords.set(word, terms);
  return terms;
}

/** Texts repeat their words, and a stem takes its time. */
const termsOfWords = new Map<string, string[]>();

export interface Sought {
  /** Any of them finds it: a word and its stem; the days that a date may mean. */
  terms: string[];
  isDate: boolean;
}

/** soughtIn("strikes on Sept 15") → [{ terms: ["strikes", "~~~strike"], … }, { terms: ["09-15"], isDate: true }]: each to be found. */
export function soughtIn(text: string): Sought[] {
  const folded = fold(text);
  const dates = findDates(folded);
  let rest = folded;
  for (const { start, end } of [...dates].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = [...new Set(splitWords(rest))];
  const telling = words.filter((word) => !COMMON.has(word));
  const kept = telling.length > 0 || dates.length > 0 ? telling : words;
  return [...kept.map((word) => ({ terms: wordTerms(word), isDate: false })), ...dates.map(({ terms }) => ({ terms, isDate: true }))];
}

/** Words of questions and joints of sentences, in English and Spanish: they find nothing by themselves. */
const COMMON = new Set(
  (
    "a an the of on in at to by for from with and or as is are was were be been being has have had do did does doe will would can could should " +
    "who whom whose what when where which why how many much it its he him his she her they them their this that these those there " +
    "any about into after before during than then not no so if say said tell told actually really exactly ever we us you i my our your " +
    "el la los las de del y en un una que por con se"
  ).split(" "),
);
