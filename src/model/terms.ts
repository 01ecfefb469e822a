import { z } from "zod";
import { textField } from "./fields.ts";

const wordsField = textField.regex(/\p{L}/u, "Write words, with letters in them.");

const termField = z.strictObject({
  term: wordsField.meta({ description: "The word as it is listed, and as a waiver names it." }),
  forms: z.array(wordsField).min(1).optional().meta({ description: "Other spellings and forms, plurals among them." }),
  except: z
    .array(wordsField)
    .min(1)
    .optional()
    .meta({ description: "Phrases that hold the word and are no use of it: names of laws, lists and bodies." }),
  why: textField.meta({ description: "Whose word it is, and who disputes it: a sentence for editors." }),
  instead: textField.meta({ description: "Neutral words to write instead." }),
});
export type Term = z.infer<typeof termField>;

/** `content/terms.yaml`: words that belong to one side of the story. */
export const termsSchema = z
  .strictObject({ terms: z.array(termField).min(1, "List at least one term, or delete the file.") })
  .superRefine(({ terms }, context) => {
    const owners = new Map<string, string>(); // e.g. "narcoterrorist" → "narco-terrorist"
    for (const [i, { term, forms = [], except = [] }] of terms.entries()) {
      const spellings = [
        { text: term, path: ["terms", i, "term"] },
        ...forms.map((text, j) => ({ text, path: ["terms", i, "forms", j] })),
        ...except.map((text, j) => ({ text, path: ["terms", i, "except", j] })),
      ];
      for (const { text, path } of spellings) {
        const owner = owners.get(termKey(text));
        if (owner === undefined) owners.set(termKey(text), term);
        else context.addIssue({ code: "custom", path, message: `It is there already, under “${owner}”. Delete it here.` });
      }
    }
  });
export type Terms = z.infer<typeof termsSchema>;

/** What all spellings of a term have in common: termKey("Narco-Terrorist") → "narcoterrorist"; a space is as good as a hyphen. */
export function termKey(text: string): string {
  return foldMarks(text)
    .toLowerCase()
    .replace(/[\s\u2010-\u2013-]+/g, "")
    .replaceAll("’", "'");
}

/** foldMarks("Régime") → "Regime". A letter stays one letter long; only marks that stand by themselves fall away. */
export function foldMarks(text: string): string {
  return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize("NFD").charAt(0)).replace(/\p{M}/gu, "");
}
