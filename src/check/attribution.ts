/** Words that say whose words a sentence gives. */

/**
 * Reporting verbs and phrases of English, with the nouns for an act of speech. What would be found in sentences that attribute
 * nothing is left out: "states", for the United States; "list", "view" and "account" without what makes them somebody's.
 */
const REPORTING = [
  "say(?:s|ing)?|said|tell(?:s|ing)?|told|speak(?:s|ing)?|spoke|writes|wrote|writing|ask(?:s|ed|ing)",
  "answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|statement|stated|stating|announc(?:e|es|ed|ing|ement)|declar(?:e|es|ed|ing)",
  "call(?:s|ed|ing)?|describ(?:e|es|ed|ing)|label(?:s|l?ed|l?ing)?|termed|dubbed|brand(?:s|ed|ing)|so-called",
  "claim(?:s|ed|ing)?|argu(?:e|es|ed|ing)|assert(?:s|ed|ing)?|maintain(?:s|ed|ing)?|insist(?:s|ed|ing)?|contend(?:s|ed|ing)?",
  "report(?:s|ed|edly|ing)|present(?:s|ed|ing)|according to|in the words of|(?:by|in|on) (?:\\S+ ){1,4}account",
  "alleg(?:e|es|ed|edly|ing|ation|ations)|suspected|presumed|purported|reputed|supposed",
  "accus(?:e|es|ed|ing|ation|ations)|charge[sd]|indict(?:s|ed|ment)|plead(?:s|ed)|sue[sd]",
  "den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?",
  "condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|warn(?:s|ed|ing)?|threat(?:s|en(?:s|ed|ing)?)?",
  "believ(?:e|es|ed)|consider(?:s|ed)|regard(?:s|ed)",
  "designat(?:e|es|ed|ing|ion|ions)|list(?:s|ed|ing|ings)", // of a government: it says by law what somebody is
].join("|");

const ATTRIBUTION = new RegExp(`\\b(?:${REPORTING})\\b`, "i");

/** isAttributed("Trump called them narco-terrorists.") → true; isAttributed("Three narco-terrorists died.") → false */
export function isAttributed(sentence: string): boolean {
  return ATTRIBUTION.test(sentence);
}
