/** Dates as readers and texts write them, found in folded text and turned into terms: "2025-09-15", "09-15", "2025-09", "--09". */

export interface FoundDate {
  start: number;
  end: number;
  /** Any of these is what was meant: more than one for “23 or 24 October”, and where day and month can be exchanged. */
  terms: string[];
}

const MONTHS = [
  "jan(?:uary|\\.)?|enero",
  "feb(?:ruary|\\.)?|febrero",
  "mar(?:ch|\\.)?|marzo",
  "apr(?:il|\\.)?|abril",
  "may|mayo",
  "june?|jun\\.|junio",
  "july?|jul\\.|julio",
  "aug(?:ust|\\.)?|agosto",
  "sept?(?:ember|\\.)?|septiembre|setiembre",
  "oct(?:ober|\\.)?|octubre",
  "nov(?:ember|\\.)?|noviembre",
  "dec(?:ember|\\.)?|dic(?:iembre|\\.)?",
];
const MONTH = `(?<month>${MONTHS.map((month, i) => `(?<m${i + 1}>${month})`).join("|")})`;
const DAY = "(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th|[º°])?";
const YEAR = "(?<year>(?:19|20)\\d\\d)";
const wholeWords = (pattern: string) => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu");

const EITHER = `(?:(?<first>[12]\\d|3[01]|0?[1-9])(?: ?(?:or|and|to|-|–) ?))?`;

/** Tried in this order; what one has found is not looked at by the next. */
const PATTERNS = [
  wholeWords(`${YEAR}-(?<mm>0[1-9]|1[0-2])-(?<day>[0-2]\\d|3[01])`),
  wholeWords(`(?<a>[0-3]?\\d)[/.](?<b>[0-3]?\\d)[/.]${YEAR}`),
  wholeWords(`${EITHER}${DAY}(?: of| de)? ${MONTH},?(?: (?:of|de|del))? ${YEAR}`),
  wholeWords(`${MONTH} ${DAY},? ${YEAR}`),
  wholeWords(`${EITHER}${DAY}(?: of| de)? ${MONTH}`),
  wholeWords(`${MONTH} ${DAY}`),
  wholeWords(`${MONTH}(?: of| de)? ${YEAR}`),
  wholeWords(`${YEAR}[-/](?<mm>0[1-9]|1[0-2])`),
  wholeWords(`(?<mm>0?[1-9]|1[0-2])/${YEAR}`),
];

/** A month alone is one in whatever year; “may” and “march” are other words as well. */
const NAMES_OF_MONTHS = [
  "january|enero",
  "february|febrero",
  "marzo",
  "april|abril",
  "mayo",
  "june|junio",
  "july|julio",
  "august|agosto",
  "september|septiembre|setiembre",
  "october|octubre",
  "november|noviembre",
  "december|diciembre",
];
/** What a reader types who means a date, and a text does not: looked for before and after what texts have. */
const TYPED_FIRST = [
  wholeWords(`${YEAR}(?<mm>0[1-9]|1[0-2])(?<day>[0-2]\\d|3[01])`),
  wholeWords(`${YEAR}/(?<mm>0?[1-9]|1[0-2])/(?<day>[0-2]?\\d|3[01])`),
  wholeWords(`(?<a>[0-3]?\\d)-(?<b>[0-3]?\\d)-${YEAR}`),
  wholeWords(`${DAY}-${MONTH}-${YEAR}`),
  wholeWords(`${YEAR}-(?<mm>0[1-9]|1[0-2])-(?:[0-3])?$`),
];
const TYPED_LAST = [
  wholeWords(`${DAY}(?: of| de)? (?<begun>[a-z]{2,})$`),
  wholeWords(`(?<a>[0-3]?\\d)/(?<b>[0-3]?\\d)`),
  wholeWords(`(?<month>${NAMES_OF_MONTHS.map((month, i) => `(?<m${i + 1}>${month})`).join("|")})`),
];

const NAMED_DAYS: [name: RegExp, term: string][] = [
  [/\bnew year'?s eve\b/g, "12-31"],
  [/\bnew year'?s day\b/g, "01-01"],
  [/\bchristmas eve\b/g, "12-24"],
  [/\bchristmas(?: day)?\b(?! eve)/g, "12-25"],
];

/** What every date has, told quickly: most texts have none. */
const NAMED_DAY = /new year|christmas/;
const HINT =
  /\d[-/.]\d|\d.{0,8}(?:jan|ene|feb|mar|apr|abr|ma[yr]|ju[nl]|aug|ago|sep|set|oct|nov|dec|dic)|(?:jan|ene|feb|mar|apr|abr|ma[yr]|ju[nl]|aug|ago|sep|set|oct|nov|dec|dic)[a-z.]*(?: of| de)? \d/;

/** findDates("strike of 15 sept 2025") → [{ start: 10, end: 22, terms: ["2025-09-15"] }], in order of place. */
export function findDates(folded: string): FoundDate[] {
  const found = namedDays(folded);
  return HINT.test(folded) ? addDates(folded, PATTERNS, found) : found;
}

function namedDays(folded: string): FoundDate[] {
  if (!NAMED_DAY.test(folded)) return [];
  return NAMED_DAYS.flatMap(([name, term]) =>
    [...folded.matchAll(name)].map(({ index, 0: words }) => ({ start: index, end: index + words.length, terms: [term] })),
  );
}

/** The same in what a reader types, where “octubre” and “2/9” are dates too: a month of any year is "--10". */
export function findTypedDates(folded: string): FoundDate[] {
  return addDates(folded, [...TYPED_FIRST, ...PATTERNS, ...TYPED_LAST], namedDays(folded));
}

function addDates(folded: string, patterns: readonly RegExp[], found: FoundDate[]): FoundDate[] {
  const isFree = (start: number, end: number) => found.every((one) => end <= one.start || start >= one.end);
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const terms = termsOf(match.groups ?? {});
      if (terms.length > 0 && isFree(start, end)) found.push({ start, end, terms });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A date with all that it also answers: "2025-09-15" is in 2025-09, is a 15 September and in a September. */
export function dateTerms({ terms }: Pick<FoundDate, "terms">): string[] {
  return [...new Set(terms.flatMap(termsWithin))];
}

function termsWithin(term: string): string[] {
  if (term.length === 10) return [term, term.slice(5), term.slice(0, 7), monthTerm(term.slice(5, 7))];
  if (/^\d{4}-/.test(term)) return [term, monthTerm(term.slice(5))];
  return /^\d\d-/.test(term) ? [term, monthTerm(term.slice(0, 2))] : [term];
}

function monthTerm(month: string): string {
  return `--${month}`;
}

function termsOf(groups: Record<string, string | undefined>): string[] {
  const { year, a, b } = groups;
  if (a && b) return [...new Set([term(year, a, b), term(year, b, a)].flat())];
  const begun = groups["begun"];
  if (begun) return monthsBegunBy(begun).flatMap((number) => term(undefined, String(number), groups["day"]));
  const month = groups["mm"] ?? String(MONTHS.findIndex((_, i) => groups[`m${i + 1}`]) + 1);
  const { first, day } = groups;
  return [first, day].flatMap((one, i) => (i === 0 && one === undefined ? [] : term(year, month, one)));
}

const NAMES = NAMES_OF_MONTHS.map((names, i) => [...names.split("|"), ...(i === 2 ? ["march"] : i === 4 ? ["may"] : [])]);

/** monthsBegunBy("se") → [9]; “ma” begins March and May. */
function monthsBegunBy(begun: string): number[] {
  return NAMES.flatMap((names, i) => (names.some((name) => name.startsWith(begun)) ? i + 1 : []));
}

function term(year: string | undefined, month: string, day: string | undefined): string[] {
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31))) return [];
  if (year === undefined && day === undefined) return [monthTerm(month.padStart(2, "0"))];
  return [[year, month.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-")];
}
