/**
 * How much markup a body may hold. remark needs time that grows with the square of the number of marks and more, so that a file of
 * 200 KB of brackets would keep the check busy for minutes; these limits are far above any text that people write.
 */

export interface Excess {
  /** Where the limit is passed, as an offset in the text. */
  offset: number;
  /** What there is too much of, as the start of a sentence. */
  message: string;
}

const LIMITS = [
  // Whatever opens, closes, escapes or links.
  { pattern: /[[\]*_`<&~|\\!@#]/g, most: 5000, of: "signs of Markdown (brackets, asterisks and the like)" },
  { pattern: /(?:[-+*]|\d[.)])(?=\s)/g, most: 1000, of: "items of lists" },
  { pattern: />/g, most: 1000, of: "signs of quotation (>)" },
  { pattern: /^[ \t]*(?:=+|-+)[ \t]*$/gm, most: 1000, of: "lines of hyphens or equals signs" },
  { pattern: /\n/g, most: 5000, of: "lines" },
] as const;

const DEEP = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){20}|^[ \t]{100}/m;

/** A text shorter than this cannot take long, whatever it holds. */
const HARMLESS = 1000;

/** The first limit that a body passes; null for all that people write. */
export function findExcess(text: string): Excess | null {
  if (text.length < HARMLESS) return null;
  const deep = DEEP.exec(text);
  if (deep) return { offset: deep.index, message: "Lists or quotations stand inside each other more than 20 levels deep" };
  for (const { pattern, most, of } of LIMITS) {
    let count = 0;
    for (const { index } of text.matchAll(pattern)) {
      if (++count > most) return { offset: index, message: `The text has more than ${most.toLocaleString("en")} ${of}` };
    }
  }
  return null;
}
