/** Words that say whose words a sentence gives. */

/** At most so many words, each with its space: between a verb and what makes it one of speech. */
const words = (most: number): string => `(?:\\S+ ){0,${most}}`;

/**
 * Reporting verbs. What people also do without a word is held to what makes it speech: they speak *of* something, ask *whether*, charge
 * somebody *with* a thing, list or read it *as* another. Left out is what would be found in sentences that attribute nothing:
 * "states", for the United States; to threaten, and to consider.
 */
const VERBS = [
  "say(?:s|ing)?|said|tell(?:s|ing)?|told|writes|wrote|writing|answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|stated|stating",
  `(?:speak(?:s|ing)?|spoke|spoken) ${words(3)}of`,
  "ask(?:s|ed|ing) (?:how|if|what|when|where|whether|who|why)",
  "announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|call(?:s|ed|ing)?(?! (?:at|back|for|in|off|on|up)\\b)",
  "describ(?:e|es|ed|ing)|label(?:s|l?ed|l?ing)?|termed|dubbed|brand(?:s|ed|ing)",
  "claim(?:s|ed|ing)?|argu(?:e|es|ed|ing)|assert(?:s|ed|ing)?|maintain(?:s|ed|ing)? that|insist(?:s|ed|ing)?|contend(?:s|ed|ing)?",
  `report(?:s|ed|ing)|presents|(?:present(?:ed|ing)|read(?:s|ing)?|regard(?:s|ed|ing)?|list(?:s|ed|ing)) ${words(8)}as`,
  `alleg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|charg(?:es|ed|ing) ${words(8)}with|indict(?:s|ed)|plead(?:s|ed)|sue[sd]`,
  "den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?",
  "condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|warn(?:s|ed|ing)?|believ(?:e|es|ed)",
  "designat(?:e|es|ed|ing)", // of a government: it says by law what somebody is
].join("|");

/** Nouns for an act of speech, and words that say by themselves that another speaks. */
const OTHERS = [
  "statement|announcement|so-called|according to|in the words of|(?:by|in|on) (?:\\S+ ){1,4}account",
  "reportedly|allegedly|suspected|presumed|purported|reputed|supposed(?! to\\b)",
  "allegations?|accusations?|indictment|denial|designations?|listings?",
].join("|");

const ATTRIBUTION = new RegExp(`\\b(?:${VERBS}|${OTHERS})\\b`, "i");

const ADVERBS = "(?: (?:also|later|now|then|\\w+ly))*";

/** Right behind a word: the verb of which it is the subject. In "an invasion alleged by Petro" it is not. */
const OWN_VERB = new RegExp(
  `^(?:,? (?:who|that|which))?${ADVERBS}(?:(?: (?:is|are|was|were|has|have|had|been)${ADVERBS})+ (?:${VERBS})| (?:${VERBS})(?! by\\b))\\b`,
  "i",
);

/**
 * Whether a sentence gives a word as somebody's; what is said by the very people whom the word names does not count.
 * "Trump called them narco-terrorists." → true; "Three narco-terrorists died." and "The narco-terrorists said no." → false
 * @param end offset in the sentence behind the word.
 */
export function isAttributed(sentence: string, end: number): boolean {
  if (!ATTRIBUTION.test(sentence)) return false;
  const own = OWN_VERB.exec(sentence.slice(end));
  return !own || ATTRIBUTION.test(`${sentence.slice(0, end)} ${sentence.slice(end + own[0].length)}`);
}
