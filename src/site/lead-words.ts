/** How leads are put into words: what is kept apart and never counted. */
import { capitalize } from "./words.ts";

export interface LeadWords {
  /** Over one of them. */
  one: string;
  /** Over the list. */
  many: string;
  /** What they have in common, over the list. */
  meaning: string | null;
  /** The same of one of them, on its page. */
  notice: string;
}

const LEAD_WORDS: Record<string, LeadWords> = {
  "known-unknown": {
    one: "Open question",
    many: "Open questions",
    meaning: "What the sources on file leave open about the record as a whole.",
    notice: "The sources on file leave this open, and nothing is put in its place.",
  },
  "unsourced-strike": {
    one: "Strike that no citable page supports",
    many: "Strikes that no citable page supports",
    meaning: "There are signs of them, such as a step in a published total, but no page about them that could be cited was found.",
    notice: "No page about it that could be cited was found.",
  },
  "unconfirmed-strike": {
    one: "Strike mentioned but not confirmed",
    many: "Strikes mentioned but not confirmed",
    meaning: "Somebody spoke of them; no announcement, place or count followed.",
    notice: "Somebody spoke of it; no announcement, place or count followed.",
  },
  "unplaced-person": {
    one: "Person reported killed, strike not identified",
    many: "People reported killed, strike not identified",
    meaning: "Named in reports as killed in the campaign. Which strike it was is not settled, so they stand on the page of none.",
    notice: "Which strike it was is not settled, so the name stands on the page of none.",
  },
  "count-difference": {
    one: "Difference between published counts",
    many: "Where published counts part",
    meaning: "Points in the record where counts by others differ, and why, as far as it is known.",
    notice: "It says how counts by others differ; it adds nothing to the count here.",
  },
};

/** leadWords("unsourced-strike"); a kind of an editor's own falls back to its name: "missing-page" → "Missing page". */
export function leadWords(kind: string): LeadWords {
  const own = capitalize(kind.replaceAll("-", " "));
  return LEAD_WORDS[kind] ?? { one: own, many: own, meaning: null, notice: "It waits for a page that can be cited." };
}
