/** What a claim must have to bear a status, how to read its mark, and the status as a reason. The check holds every claim to this. */
import type { Status } from "../model/claim.ts";

export const STATUS_STANDARDS: Record<Status, { mark: string; needs: string; because: string }> = {
  documented: {
    mark: "Filled square: a record is on file.",
    needs:
      "A primary source (an official statement, a law, a court record, a UN report, a data set, an interview or the post itself), or sources of two publishers. It says that the words were said or the act was done, not that the words are true.",
    because: "The words or the act are on record.",
  },
  corroborated: {
    mark: "Two filled circles: more than one source.",
    needs: "Sources of two publishers at least, apart from each other, that bear out its substance.",
    because: "Sources apart from each other bear it out.",
  },
  asserted: {
    mark: "Open circle: word alone.",
    needs: "A source that carries it. Nobody in the sources on file confirms or disputes it.",
    because: "Nobody on file confirms or disputes it.",
  },
  contested: {
    mark: "Half-filled circle: two sides.",
    needs: "The dispute itself: another claim on file that disputes it, or a later development that does.",
    because: "It is disputed.",
  },
  denied: {
    mark: "Barred circle: refused.",
    needs: "The denial, as a claim of its own or as a development, by the party it is about.",
    because: "Whom it is about denies it.",
  },
  superseded: {
    mark: "Dotted circle: no longer current.",
    needs: "The later claim or development that took its place. It stays on file.",
    because: "A later one took its place.",
  },
};
