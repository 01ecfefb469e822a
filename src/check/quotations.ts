/** What stands between quotation marks in a text. */

export interface Quotation {
  /** Without its marks. */
  text: string;
  /** Offset of the opening mark. */
  start: number;
  /** Offset after the closing mark. */
  end: number;
}

const CLOSING: Record<string, string> = { "“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'" };
const MARK = /[“„«‘"']/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Quotations of a text, the outermost ones: what is quoted inside a quotation belongs to it. A mark that is never closed opens
 * nothing. findQuotations("He said “no”.") → [{ text: "no", start: 8, end: 12 }]
 */
export function findQuotations(text: string): Quotation[] {
  if (!MARK.test(text)) return [];
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!opens(text, at)) continue;
    const close = findClosing(text, at);
    if (close === -1) continue;
    found.push({ text: text.slice(at + 1, close), start: at, end: close + 1 });
    at = close;
  }
  return found;
}

/** A straight single mark inside or behind a word is an apostrophe; so is one before a number, as in '90s. */
function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!(mark in CLOSING)) return false;
  if (mark !== "'" && mark !== "‘") return true;
  return !WORD.test(text.charAt(at - 1)) && (mark === "‘" || /\p{L}/u.test(text.charAt(at + 1)));
}

/** No quotation of people is longer; without an end, a text of thousands of open marks would be read thousands of times. */
const MAX_LENGTH = 3000;

function findClosing(text: string, start: number): number {
  const mark = text.charAt(start);
  const closing = CLOSING[mark] ?? "";
  const isSingle = mark === "‘" || mark === "'";
  let depth = 0; // of the same marks inside: “he said “no” twice”
  const end = Math.min(text.length, start + MAX_LENGTH);
  for (let at = start + 1; at < end; at++) {
    const char = text.charAt(at);
    if (closing.includes(char)) {
      if (isSingle && WORD.test(text.charAt(at + 1))) continue; // an apostrophe: ‘Washington’s war’
      if (depth === 0) return at;
      depth--;
    } else if (char === mark) {
      depth++;
    }
  }
  return -1;
}
