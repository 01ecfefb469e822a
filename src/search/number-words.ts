/** Numbers in words as digits, so that “thirty-two” and “32” are one term. */

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/**
 * Folded words with runs of number words in place of digits: ["thirty", "two", "dead"] → ["32", "dead"]; ["twenty", "five", "thousand"] →
 * ["25000"]. Millions stay a word, as texts write “4.5 million”.
 */
export function joinNumberWords(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const [value, used] = readNumber(words, at);
    out.push(used > 0 ? String(value) : (words[at] ?? ""));
    at += Math.max(used, 1);
  }
  return out;
}

/** The number at a place and how many words it takes; 0 words where there is none. */
function readNumber(words: readonly string[], start: number): [value: number, used: number] {
  let at = start;
  let total = 0;
  let part: number | null = null;
  for (;;) {
    const word = words[at] ?? "";
    const small = SMALL.indexOf(word);
    const tens = TENS.indexOf(word);
    if (tens >= 0 && (part === null || part % 100 === 0)) part = (part ?? 0) + (tens + 2) * 10;
    else if (small >= 0 && fits(part, small)) part = (part ?? 0) + small;
    else if (word === "hundred" && part !== null && part > 0 && part < 10) part *= 100;
    else if (word === "thousand" && part !== null) [total, part] = [total + part * 1000, 0];
    else if (word === "and" && part !== null && part > 0 && part % 100 === 0 && isNumberWord(words[at + 1])) {
      at++;
      continue;
    } else break;
    at++;
  }
  return part === null ? [0, 0] : [total + part, at - start];
}

/** Whether a number below twenty goes on a number: “thirty two”, “two hundred eleven”, and not “two eleven”. */
function fits(part: number | null, small: number): boolean {
  if (part === null || part === 0) return true;
  if (part % 100 === 0) return true;
  return part % 10 === 0 && part % 100 >= 20 && small > 0 && small < 10;
}

function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (SMALL.includes(word) || TENS.includes(word));
}
