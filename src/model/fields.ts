/** Field schemas that several kinds share. Descriptions are written for editors and reach them through the JSON schemas. */
import { z } from "zod";
import { findDanger } from "./addresses.ts";
import { dateText } from "./dates.ts";
import { isDay, parseDate } from "./parse-date.ts";
import type { Kind } from "./kinds.ts";
import { WARNING_CODES } from "./problem.ts";

/** Kebab-case ASCII; permanent; the last part of the entry's URL. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const QUOTE_MAX_WORDS = 8;

/** What an editor is told of an address that must not become a link. */
export const BAD_ADDRESS = "Write a full web address that starts with https:// or http://.";

const idField = z.string().regex(ID_PATTERN, "Ids are lower-case letters, digits and single hyphens, e.g. gustavo-petro.");

/** Which fields name an entry, and of which kind: for what reads references without knowing the fields. */
export const references = z.registry<{ kind: Kind }>();

/** The id of an entry of one kind. */
export function idOf(kind: Kind): typeof idField {
  return idField.clone().register(references, { kind });
}

/** A list of ids of one kind, each of them once. */
export function idsOf(kind: Kind): z.ZodArray<typeof idField> {
  return z.array(idOf(kind)).superRefine(onceEach((id) => id));
}

/**
 * Refuses an item of a list that is there already, at the second place.
 * @param keyOf what may be there once: of a list of relations, the type and the other end.
 */
export function onceEach<T>(keyOf: (item: T) => string): (items: T[], context: z.RefinementCtx) => void {
  return (items, context) => {
    const seen = new Set<string>();
    for (const [i, item] of items.entries()) {
      const key = keyOf(item);
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: [i], message: "It is there twice. Keep one of the two." });
      }
      seen.add(key);
    }
  };
}

export const textField = z.string().trim().min(1, "Write the text, or delete the field.");

/** The address of a web page, under the rule for links in texts. */
export const webAddressField = z.httpUrl({ abort: true }).refine((url) => findDanger(url) === null, BAD_ADDRESS);

export const languageField = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, "Write a language tag such as en, es or pt-BR.");

export const sourcesField = idsOf("source")
  .min(1, "List at least one source id.")
  .meta({ description: "Ids of the sources that carry this, at least one." });

export const dateField = z
  .preprocess(
    dateText,
    z.string().refine((text) => parseDate(text) !== null, "Write 2025-10-19, 2025-10, 2025, 2025-10-19~ or 2025-10-13/2025-10-18."),
  )
  .meta({ description: "EDTF date: 2025-10-19, 2025-10, 2025, 2025-10-19~ (about), 2025-10-13/2025-10-18 (some day between)." });

export const dayField = z
  .preprocess(dateText, z.string().refine(isDay, "Write one whole day, such as 2025-10-19."))
  .meta({ description: "One calendar day, 2025-10-19." });

/** Whether one day is not before another; a day that is none is refused by itself. */
export function areInOrder(first: string, second: string): boolean {
  return !isDay(first) || !isDay(second) || first <= second;
}

export const countField = z.int().min(0, "A count cannot be below zero.");

/** A number, or the range that the source gives. */
export const countOrRange = z.union([
  countField,
  z
    .strictObject({ min: countField, max: countField })
    .refine((range) => range.min <= range.max, "`min` is above `max`. Swap them, or correct one."),
]);

/** Where no source of a part is dated, the day from which it was known has to be said, with the reason. */
export const knownFields = {
  knownSince: dayField.optional().meta({ description: "Day from which this was publicly known; only where no source of it is dated." }),
  knownBasis: textField.optional().meta({ description: "Why `knownSince` is that day." }),
};

/** Refuses one of `knownFields` without the other: a day without its reason, or a reason for no day. */
export function knownWithBasis({ knownSince, knownBasis }: { knownSince?: string; knownBasis?: string }, context: z.RefinementCtx): void {
  const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (knownSince !== undefined && knownBasis === undefined) refuse("knownSince", "Say in `knownBasis` why it is that day.");
  if (knownBasis !== undefined && knownSince === undefined) refuse("knownBasis", "Give the day in `knownSince`, or delete `knownBasis`.");
}

export const developmentField = z
  .strictObject({
    date: dateField,
    summary: textField.meta({ description: "What happened later, in our own words." }),
    /** Which way a development moves the status of a claim, where it does. */
    effect: z.enum(["disputes", "denies", "confirms", "supersedes"]).optional(),
    sources: sourcesField,
    ...knownFields,
  })
  .superRefine(knownWithBasis);
export type Development = z.infer<typeof developmentField>;

/** A warning that an editor has weighed and lets stand. Errors cannot be waived. */
const waiverField = z.strictObject({
  code: z.enum(WARNING_CODES).meta({ description: "Code of the warning." }),
  about: textField.optional().meta({ description: "The words it is about, where the warning is about words; else all of that code." }),
  reason: textField.meta({ description: "Why it may stand, in a sentence." }),
});
export type Waiver = z.infer<typeof waiverField>;

/** Fields that every kind may have. */
export const entryFields = {
  formerIds: z
    .array(idField)
    .optional()
    .meta({ description: "Ids under which this entry was published before; the build redirects them." }),
  withdrawn: z
    .strictObject({ date: dayField, reason: textField })
    .optional()
    .meta({ description: "Set when the entry is withdrawn; its page stays and says so." }),
  waive: z.array(waiverField).min(1).optional().meta({ description: "Warnings of the check that may stand here, each with its reason." }),
};

/** wordCount("al Qaeda of the Western Hemisphere") → 6; a dash, a slash or an ellipsis parts words as a space does. */
export function wordCount(text: string): number {
  return text.split(/[\s\u2013\u2014\u2026/]+/).filter(Boolean).length;
}
