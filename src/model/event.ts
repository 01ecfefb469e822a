import { z } from "zod";
import {
  countField,
  countOrRange,
  dateField,
  dayField,
  developmentField,
  entryFields,
  idOf,
  idsOf,
  knownFields,
  knownWithBasis,
  onceEach,
  sourcesField,
  textField,
} from "./fields.ts";

export const EVENT_KINDS = [
  "strike",
  "statement",
  "diplomatic",
  "legal",
  "legislative",
  "military",
  "intelligence",
  "law-enforcement",
  "economic",
  "protest",
  "context",
] as const;

/** What one source reports of the dead and the living. An absent number means that the source gives none. */
const casualtyField = z
  .strictObject({
    source: idOf("source"),
    killed: countOrRange.optional().meta({ description: "What the source reports or implies as killed." }),
    presumedDead: countField.optional().meta({ description: "Missing people it counts as dead, on top of `killed`." }),
    missing: countField.optional(),
    survived: countField.optional(),
    initialSurvivors: countField.optional().meta({ description: "Alive after the first munition; inside `killed`." }),
    note: textField.optional(),
    ...knownFields,
  })
  .superRefine(knownWithBasis)
  .refine(
    ({ initialSurvivors: later, killed }) =>
      later === undefined || killed === undefined || later <= (typeof killed === "number" ? killed : killed.max),
    { path: ["initialSurvivors"], message: "They are inside `killed`, which has fewer. Correct one of the two." },
  );
export type CasualtyData = z.infer<typeof casualtyField>;

const versionField = z.strictObject({
  by: idOf("actor").optional(),
  byName: textField.optional(),
  says: textField,
  source: idOf("source"),
});

const eventFields = {
  title: textField.max(90, "A title has at most 90 characters."),
  label: textField.max(32, "A chart label has at most 32 characters.").optional().meta({ description: "Short name for charts." }),
  date: dateField,
  dateLabel: textField.optional().meta({ description: "The sources' own wording, where it says more than the notation." }),
  dateNote: textField.optional(),
  summary: textField.optional(),
  place: idOf("place").optional(),
  actors: z
    .array(z.strictObject({ actor: idOf("actor"), part: textField }))
    .superRefine(onceEach(({ actor, part }) => `${actor} ${part}`))
    .optional(),
  alsoNamed: z.array(textField).optional().meta({ description: "People and bodies named in passing, without an entry." }),
  claims: idsOf("claim")
    .optional()
    .meta({ description: "Claims that bear on it; the same link as a claim's `on`, written at either end." }),
  related: idsOf("event").optional().meta({ description: "Timeline entries of the same story." }),
  seedParagraph: z.int().min(1).optional(),
  sources: sourcesField,
  ...knownFields,
  ...entryFields,
};

const otherEventSchema = z.strictObject({ kind: z.enum(EVENT_KINDS).exclude(["strike"]), ...eventFields }).superRefine(knownWithBasis);

const strikeSchema = z
  .strictObject({
    kind: z.literal("strike"),
    ...eventFields,
    region: textField.optional().meta({ description: "The sea, as the announcements name it; “Not stated” where they name none." }),
    placeStated: textField.optional().meta({ description: "Where each side puts it." }),
    sequence: z.int().min(1).optional().meta({ description: "Which strike it is, counted from the first, in the most common count." }),
    sequenceEnd: z.int().min(1).optional(),
    sequenceBasis: z.enum(["published", "ledger", "unknown"]).optional(),
    strikesCounted: z.int().min(1).optional().meta({ description: "How many strikes the entry stands for; 1 when absent." }),
    vessels: z.int().min(0).meta({ description: "Vessels struck." }),
    components: z.array(z.strictObject({ strike: textField, vessels: z.int().min(0), aboard: z.int().min(0).optional() })).optional(),
    vesselType: textField.optional(),
    casualties: z.array(casualtyField).min(1, "List at least one casualty record, with its source."),
    survivorsOutcome: textField.optional(),
    announced: z
      .strictObject({ date: dateField.optional(), by: idOf("actor").optional(), byName: textField.optional(), venue: textField.optional() })
      .optional(),
    allegedAffiliation: z
      .strictObject({
        group: idOf("actor").optional(),
        groupName: textField.optional(),
        by: idOf("actor").optional(),
        statement: textField.optional(),
      })
      .optional(),
    departedFrom: textField.optional(),
    nationalities: z.array(z.strictObject({ nationality: textField, basis: textField, source: idOf("source") })).optional(),
    named: z
      .array(
        z.strictObject({
          name: textField,
          actor: idOf("actor").optional(),
          nationality: textField.optional(),
          by: idOf("actor").optional(),
          byName: textField.optional(),
          claim: textField,
          source: idOf("source"),
        }),
      )
      .optional(),
    developments: z.array(developmentField).optional(),
    disputes: z.array(z.strictObject({ about: textField, versions: z.array(versionField).min(1) })).optional(),
    unknown: z.array(z.strictObject({ what: textField, note: textField.optional(), lastChecked: dayField.optional() })).optional(),
    sourcing: z
      .enum(["good", "single", "weak", "single-weak", "one-publisher"])
      .optional()
      .meta({ description: "How well the entry is sourced." }),
  })
  .superRefine(knownWithBasis)
  .refine(({ sequence, sequenceEnd }) => sequence === undefined || sequenceEnd === undefined || sequence <= sequenceEnd, {
    path: ["sequenceEnd"],
    message: "It is below `sequence`. Swap the two, or correct one.",
  });

export const eventSchema = z.discriminatedUnion("kind", [strikeSchema, otherEventSchema]);
export type EventData = z.infer<typeof eventSchema>;
export type StrikeData = z.infer<typeof strikeSchema>;
export type OtherEventData = z.infer<typeof otherEventSchema>;
