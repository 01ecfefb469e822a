import { z } from "zod";
import {
  QUOTE_MAX_WORDS,
  dateField,
  developmentField,
  entryFields,
  idOf,
  idsOf,
  knownFields,
  knownWithBasis,
  onceEach,
  sourcesField,
  textField,
  wordCount,
} from "./fields.ts";

const CLAIM_KINDS = [
  "statement-of-fact",
  "accusation",
  "denial",
  "legal-position",
  "threat",
  "prediction",
  "policy",
  "assessment",
  "figure",
] as const;

/** Where a claim stands in the sources cited; never whether we believe it. Ordered as the site lists them. */
export const STATUSES = ["documented", "corroborated", "asserted", "contested", "denied", "superseded"] as const;
export type Status = (typeof STATUSES)[number];

export const STATUS_MEANING: Record<Status, string> = {
  documented: "The act of saying or doing it is on the record.",
  corroborated: "Independent sources confirm its substance.",
  asserted: "One party says so; the cited sources neither confirm nor dispute it.",
  contested: "Another party disputes it.",
  denied: "The party it is about denies it.",
  superseded: "Later events or figures replaced it.",
};

/** Claim relations with the words for each end: "A disputes B", "B is disputed by A". */
export const CLAIM_RELATIONS = {
  disputes: { here: "disputes", there: "disputed by" },
  "responds-to": { here: "responds to", there: "answered by" },
  supports: { here: "supports", there: "supported by" },
  qualifies: { here: "qualifies", there: "qualified by" },
  supersedes: { here: "supersedes", there: "superseded by" },
} as const;
export type ClaimRelation = keyof typeof CLAIM_RELATIONS;
const claimRelations = Object.keys(CLAIM_RELATIONS) as [ClaimRelation, ...ClaimRelation[]]; // the keys of the literal above

const figureField = z
  .strictObject({
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: textField,
    qualifier: textField.optional(),
    what: textField,
    source: idOf("source").optional().meta({ description: "Set where the figure became known later than the claim." }),
  })
  .refine(
    ({ value, min, max }) => value !== undefined || min !== undefined || max !== undefined,
    "Give `value`, or `min` and `max`, or one of them: at least, at most.",
  )
  .refine(
    (figure) => figure.min === undefined || figure.max === undefined || figure.min <= figure.max,
    "`min` is above `max`. Swap them, or correct one.",
  )
  .refine(({ value, min = -Infinity, max = Infinity }) => value === undefined || min > max || (value >= min && value <= max), {
    path: ["value"],
    message: "It lies outside `min` and `max`. Correct one of the three.",
  });
export type Figure = z.infer<typeof figureField>;

export const claimSchema = z
  .strictObject({
    number: z
      .int()
      .min(1)
      .optional()
      .meta({ description: "The number under which the claim is cited (C4); no other claim has it or ever had it." }),
    text: textField.meta({ description: "What is claimed, in one neutral sentence of ours.", advice: "It has to stand by itself." }),
    assertedBy: idOf("actor").meta({ description: "Id of the actor who says it." }),
    about: idsOf("actor").optional().meta({ description: "Actors it is about." }),
    on: idsOf("event").optional().meta({ description: "Timeline entries it bears on." }),
    date: dateField,
    dateBasis: textField.optional(),
    venue: textField.optional(),
    kind: z.enum(CLAIM_KINDS),
    status: z.enum(STATUSES),
    statusNote: textField.meta({ description: "Why it has this status; describes the whole record." }),
    quote: textField
      .refine(
        (text) => wordCount(text) <= QUOTE_MAX_WORDS,
        "A quoted fragment has at most 8 words. Shorten it, or say it in our own words.",
      )
      .optional()
      .meta({ description: "A few of the speaker's own words.", advice: "A fragment of at most 8 words, never a whole sentence." }),
    figures: z.array(figureField).optional(),
    relations: z
      .array(z.strictObject({ to: idOf("claim"), type: z.enum(claimRelations) }))
      .superRefine(onceEach(({ to, type }) => `${type} ${to}`))
      .optional(),
    developments: z.array(developmentField).optional(),
    inFoundingArticle: z.boolean().optional(),
    seedParagraph: z.int().min(1).optional().meta({ description: "Paragraph of the founding article." }),
    sources: sourcesField,
    ...knownFields,
    ...entryFields,
  })
  .superRefine(knownWithBasis);
export type ClaimData = z.infer<typeof claimSchema>;
