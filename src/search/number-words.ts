/** Numbers in words as digits, so that “thirty-two”, “treinta y dos” and “32” are one term. */
import type { Token } from "./terms.ts";

const list = (words: string) => words.split(" ");
const SMALL = list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const TENS = list("twenty thirty forty fifty sixty seventy eighty ninety");
/** Spanish has words of its own to 29. “Un”, “una” and “once” are not here: they are no numbers as a rule, or English. */
const SPANISH = list(
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece catorce quince dieciseis diecisiete dieciocho diecinueve " +
    "veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve",
);
const SPANISH_TENS = list("treinta cuarenta cincuenta sesenta setenta ochenta noventa");
const SPANISH_HUNDREDS = list("cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos");

const UNIT_VALUES = new Map([...SMALL.entries(), ...SPANISH.entries()].map(([value, word]) => [word, value]));
const TENS_VALUES = new Map([
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...SPANISH_TENS.map((word, i) => [word, (i + 3) * 10] as const),
]);
const HUNDREDS_VALUES = new Map([...SPANISH_HUNDREDS.map((word, i) => [word, (i + 1) * 100] as const), ["ciento", 100] as const]);

/**
 * Folded words with runs of number words in place of digits: thirty, two, dead → 32, dead; twenty, five, thousand → 25000. A number stands
 * where its words stood. Millions stay a word, as texts write “4.5 million”.
 */
export function joinNumberWords(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const [value, used] = readNumber(tokens, at);
    const [first, last] = [tokens[at], tokens[at + Math.max(used, 1) - 1]];
    if (first && last) out.push(used > 0 ? { word: String(value), start: first.start, end: last.end } : first);
    at += Math.max(used, 1);
  }
  return out;
}

/** The number at a place and how many words it takes; 0 words where there is none. */
function readNumber(tokens: readonly Token[], start: number): [value: number, used: number] {
  let at = start;
  let total = 0;
  let part: number | null = null;
  for (;;) {
    const word = tokens[at]?.word ?? "";
    const unit = UNIT_VALUES.get(word);
    const tens = TENS_VALUES.get(word);
    const hundreds = HUNDREDS_VALUES.get(word);
    if (tens !== undefined && (part === null || part % 100 === 0)) part = (part ?? 0) + tens;
    else if (unit !== undefined && fits(part, unit)) part = (part ?? 0) + unit;
    else if (hundreds !== undefined && part === null) part = hundreds;
    else if (word === "hundred" && part !== null && part > 0 && part < 10) part *= 100;
    else if ((word === "thousand" || word === "mil") && part !== null) [total, part] = [total + part * 1000, 0];
    else if (joins(word, part) && isNumberWord(tokens[at + 1]?.word)) {
      at++;
      continue;
    } else break;
    at++;
  }
  return part === null ? [0, 0] : [total + part, at - start];
}

/** Whether a number below thirty goes on a number: “thirty two”, “two hundred eleven”, and not “two eleven”. */
function fits(part: number | null, unit: number): boolean {
  if (part === null || part === 0) return true;
  if (part % 100 === 0) return true;
  return part % 10 === 0 && part % 100 >= 20 && unit > 0 && unit < 10;
}

/** “Two hundred and eleven”, “treinta y dos”. */
function joins(word: string, part: number | null): boolean {
  if (part === null || part === 0) return false;
  return word === "and" ? part % 100 === 0 : word === "y" && part % 10 === 0 && part % 100 >= 30;
}

function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (UNIT_VALUES.has(word) || TENS_VALUES.has(word));
}
