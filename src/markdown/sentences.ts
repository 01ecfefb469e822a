const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * Ends that look like the end of a sentence and are not: "U.S. Treasury", "Sen. Rand Paul", "Gerald R. Ford".
 * X is no initial: posts are made "on X." more often than people are called X.
 */
const ABBREVIATION = /(?:^|[\s(“"‘])(?:[A-WYZ]|U\.S|U\.N|D\.C|Sen|Rep|Gen|Adm|Lt|Col|Gov|Mr|Mrs|Ms|Dr|St|No|vs|c|Jr)\.\s*$/;

export interface Sentence {
  text: string;
  /** Offset after the sentence's last character, its trailing space included. */
  end: number;
}

/** splitSentences("Sen. Paul spoke. He left.") → two sentences, the first "Sen. Paul spoke." */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let pending = "";
  let end = 0;
  // The segmenter ends a sentence at every line break; in Markdown a line break inside a paragraph is a space.
  for (const { segment } of segmenter.segment(text.replace(/[\r\n\u2028\u2029]/g, " "))) {
    pending += segment;
    end += segment.length;
    if (ABBREVIATION.test(pending)) continue;
    if (pending.trim()) sentences.push({ text: pending.trim(), end });
    pending = "";
  }
  if (pending.trim()) sentences.push({ text: pending.trim(), end });
  return sentences;
}
