import { z } from "zod";
import { dateField, entryFields, idOf, onceEach, sourcesField, textField } from "./fields.ts";

export const ACTOR_KINDS = [
  "person",
  "government",
  "agency",
  "legislature",
  "armed-group",
  "organisation",
  "news-outlet",
  "country",
  "unnamed-person",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Relation types with the words for each end: "A leads B", "B is led by A". A relation is written once. */
export const RELATION_TYPES = {
  leads: { here: "leads", there: "led by" },
  "head-of-state-of": { here: "head of state of", there: "has as head of state" },
  "government-of": { here: "government of", there: "governed by" },
  "member-of": { here: "member of", there: "has as member" },
  "former-member-of": { here: "former member of", there: "has as former member" },
  "part-of": { here: "part of", there: "includes" },
  "works-for": { here: "works for", there: "employs" },
  represents: { here: "represents", there: "represented by" },
  owns: { here: "owns", there: "owned by" },
  "citizen-of": { here: "citizen of", there: "has as citizen" },
  accuses: { here: "accuses", there: "accused by" },
  "alleged-leader-of": { here: "said to be the leader of", there: "said to be led by" },
  charges: { here: "charged", there: "charged by" },
  sanctions: { here: "put sanctions on", there: "put under sanctions by" },
  designates: { here: "designated", there: "designated by" },
  releases: { here: "released", there: "released by" },
  sues: { here: "sues", there: "sued by" },
  "reported-killed-by": { here: "reported killed by", there: "reported to have killed" },
  supports: { here: "supports", there: "supported by" },
  interviews: { here: "interviewed", there: "interviewed by" },
  "writes-to": { here: "wrote to", there: "received a letter from" },
} as const;
export type RelationType = keyof typeof RELATION_TYPES;
const relationTypes = Object.keys(RELATION_TYPES) as [RelationType, ...RelationType[]]; // the keys of the literal above

export const actorSchema = z.strictObject({
  name: textField.meta({ description: "The name as it is shown." }),
  sortName: textField.optional().meta({ description: "The name as it is sorted: the family name, a comma, the given names." }),
  kind: z.enum(ACTOR_KINDS),
  aliases: z
    .array(textField)
    .superRefine(onceEach((name) => name))
    .optional()
    .meta({ description: "Other names and spellings; unique across all actors." }),
  country: textField.optional(),
  summary: textField
    .optional()
    .meta({ description: "Who this is in the story; describes the whole record.", advice: "In one to three sentences." }),
  roles: z
    .array(z.strictObject({ title: textField, from: dateField.optional(), to: dateField.optional(), sources: sourcesField }))
    .optional(),
  relations: z
    .array(
      z.strictObject({
        to: idOf("actor"),
        type: z.enum(relationTypes),
        from: dateField.optional(),
        until: dateField.optional(),
        note: textField.optional(),
        sources: sourcesField,
      }),
    )
    .optional(),
  inFoundingArticle: z.boolean().optional(),
  wikidata: z
    .string()
    .regex(/^Q\d+$/, "Write a Wikidata id such as Q1234.")
    .optional(),
  sources: sourcesField,
  ...entryFields,
});
export type ActorData = z.infer<typeof actorSchema>;
