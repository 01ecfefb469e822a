/** Text as the terms that a search compares: without case and accents, numbers as digits, dates as days. One function for index and query. */
import { stemmer } from "stemmer";
import { dateTerms, findDates, findTypedDates, type FoundDate } from "./date-terms.ts";
import { joinNumberWords } from "./number-words.ts";

/** fold("Guzmán’s") → "guzman's". */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'");
}

/** A word of a text, as it is compared, and where it stands. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** Initials; numbers in groups of three digits; decimals; digits before a unit; signs; words, with apostrophes in them. */
const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?!\p{L})\.?|(?<!\d[.,]?)[1-9]\d{0,2}(?:[,.\u00a0\u202f ]\d{3})+(?![\d\p{L}]|[.,]\d)|\d+(?:\.\d+)?(?=\s?(?:m|bn)(?![\p{L}\p{N}]))|\d+(?:\.\d+)?(?!\p{L})|%|per cent(?!\p{L})|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;
const UNITS = new Map([
  ["m", "million"],
  ["bn", "billion"],
]);

/** Words of folded text where they stand: "U.S." is us, "253,000" 253000, "$50m" 50 and million, "M-19" m and 19, "Trump's" trump. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const { index: start, 0: found } of folded.matchAll(TOKEN)) {
    const last = tokens.at(-1);
    const end = start + found.length;
    tokens.push({ word: wordOf(found, last !== undefined && /\d$/.test(last.word) && start - last.end < 2), start, end });
  }
  return joinNumberWords(tokens);
}

function wordOf(found: string, isAfterNumber: boolean): string {
  if (found === "%" || found === "per cent") return "percent";
  if (/^\d/.test(found)) return /^\d+\.\d+$/.test(found) && !GROUPED.test(found) ? found : found.replace(/[^\p{L}\p{N}]/gu, "");
  return (isAfterNumber && UNITS.get(found)) || found.replace(/'s$/, "").replace(/[.']/g, "");
}

const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3})+$/;

/** splitWords("Guzmán’s U.S. strikes") → ["guzman", "us", "strikes"] */
export function splitWords(text: string): string[] {
  return tokensOf(fold(text)).map(({ word }) => word);
}

/** The terms of a text for the index: its words, their stems, and every date in it. */
export function indexTerms(text: string): string[] {
  const { words, dates } = readText(text);
  return [...words.flatMap(({ word }) => wordTerms(word)), ...dates.flatMap(dateTerms)];
}

/** The words and the dates of a text. Days of dates are no numbers: “11 killed on 2 September” has one 11 and no 2. */
export function readText(text: string): { words: Token[]; dates: FoundDate[] } {
  const folded = fold(text);
  const dates = findDates(folded);
  return { words: tokensOf(withoutDays(folded, dates)), dates };
}

/** Days as blanks of the same length, so that places hold. */
function withoutDays(folded: string, dates: readonly FoundDate[]): string {
  let text = folded;
  for (const { start, end } of dates) {
    const date = text.slice(start, end).replace(/(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)/g, (day) => " ".repeat(day.length));
    text = text.slice(0, start) + date + text.slice(end);
  }
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
const termsOfWords = new Map<string, string[]>(); // eslint-disable-line no-restricted-syntax -- by the word alone

/** “claim 40”, “#40” and “claim no. 40” are the number of a claim, where nothing else was typed. */
const CLAIM_NUMBER = /^\s*(?:claim\s*(?:no\.?|number|#)?|#)\s*(\d{1,3})\s*$/;

export interface Sought {
  /** Any of them finds it: a word and its stem; the days that a date may mean. */
  terms: string[];
  isDate: boolean;
  /** A joint of sentences, sought only where nothing else was typed: “the”. */
  isCommon?: true;
  /** The last word typed, which may be the beginning of one. */
  isLast?: boolean;
}

/** soughtIn("strikes on Sept 15") → [{ terms: ["strikes", "~~~strike"], … }, { terms: ["09-15"], isDate: true }]: each to be found. */
export function soughtIn(text: string): Sought[] {
  const folded = digitsIn(fold(text).replace(CLAIM_NUMBER, "c$1"));
  const dates = findTypedDates(folded);
  let rest = folded;
  for (const { start, end } of [...dates].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = [...new Set(splitWords(rest))];
  const telling = words.filter((word) => !COMMON.has(word));
  const last = /[\p{L}\p{N}]$/u.test(rest) ? words.at(-1) : undefined;
  const kept = telling.length + dates.length > 0 ? telling : words;
  return [
    ...kept.map((word): Sought => {
      const isCommon = COMMON.has(word);
      const ends = { ...(word === last && { isLast: true }), ...(isCommon && { isCommon: true as const }) };
      return { terms: isCommon ? [word] : wordTerms(word), isDate: false, ...ends };
    }),
    ...dates.map(({ terms }) => ({ terms, isDate: true })),
  ];
}

const ORDINALS = new Map(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
    "seventeenth eighteenth nineteenth twentieth"
  )
    .split(" ")
    .map((word, i) => [word, i + 1]),
);

/** digitsIn("september fifteenth, quince de octubre") → "september 15, 15 de octubre": numbers as a date is found by. */
function digitsIn(folded: string): string {
  let text = folded;
  for (const { word, start, end } of tokensOf(folded).reverse()) {
    const number = ORDINALS.get(word) ?? (/^\d+$/.test(word) && /^\p{L}/u.test(folded.slice(start, end)) ? word : null);
    if (number !== null && isBesideMonth(folded, start, end)) text = `${text.slice(0, start)}${number}${text.slice(end)}`;
  }
  return text;
}

function isBesideMonth(folded: string, start: number, end: number): boolean {
  return (
    findTypedDates(/[\p{L}]+\s+$/u.exec(folded.slice(0, start))?.[0] ?? "").length +
      findTypedDates(/^\s+(?:(?:of|de)\s+)?\p{L}+/u.exec(folded.slice(end))?.[0] ?? "").length >
    0
  );
}

/** Words of questions and joints of sentences, in English and Spanish: they find nothing by themselves. */
const COMMON = new Set(
  (
    "a an the of on in at to by for from with and or as is are was were be been being has have had do did does doe will would can could should " +
    "who whom whose what when where which why how many much it its he him his she her they them their this that these those there " +
    "any about between into after before during than then not no so if say said tell told actually really exactly ever we us you i my our your " +
    "el la los las de del y en un una que por con se " +
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo"
  ).split(" "),
);
