/** What schema.org has no word for: our own terms under the prefix snd:, each with an anchor on the page of the vocabulary. */
import type { IdReference } from "schema-dts";
import { CLAIM_RELATIONS, STATUSES, STATUS_MEANING, type ClaimRelation, type Status } from "../model/claim.ts";
import type { Urls } from "../site/urls.ts";

export interface Term {
  /** Name of the term and of its anchor: "respondsTo". */
  id: string;
  name: string;
  means: string;
}

/** Properties besides the relations. */
const PROPERTIES = {
  status: "Where a claim stands in the sources cited: one of the statuses below. It does not say whether the claim is true.",
  reply:
    "What stands against a claim, in a few words: “answered by” or “disputed by” somebody, or, under an accusation, that no answer is on file.",
  edtf: "The date of a claim, an event or a page that is not one certain day, in the Extended Date/Time Format. Dates of schema.org are given for certain days only.",
} as const;
export type PropertyId = keyof typeof PROPERTIES;

type Camel<T extends string> = T extends `${infer A}-${infer B}` | `${infer A} ${infer B}` ? `${A}${Capitalize<Camel<B>>}` : T;
type End = "here" | "there";
export type RelationId = { [R in ClaimRelation]: Camel<R> | Camel<(typeof CLAIM_RELATIONS)[R]["there"]> }[ClaimRelation];

/** What our vocabulary adds to a thing. */
export type OwnTerms = { "snd:status"?: IdReference; "snd:reply"?: string; "snd:edtf"?: string } & {
  [R in RelationId as `snd:${R}`]?: IdReference[];
};

export const PROPERTY_TERMS: readonly Term[] = Object.entries(PROPERTIES).map(([id, means]) => ({ id, name: id, means }));

export const STATUS_TERMS: readonly Term[] = STATUSES.map((status) => ({ id: status, name: status, means: STATUS_MEANING[status] }));

/** Both ends of every relation between claims: "disputes" and "disputed by". */
export const RELATION_TERMS: readonly Term[] = (Object.keys(CLAIM_RELATIONS) as ClaimRelation[]).flatMap((relation) => {
  const { here, there } = CLAIM_RELATIONS[relation];
  return [
    { id: relationId(relation, "here"), name: here, means: `This claim ${here} the other.` },
    { id: relationId(relation, "there"), name: there, means: `This claim is ${there} the other.` },
  ];
});

/** vocabularyAddress(urls) → "https://example.org/news/vocabulary/#": what snd: stands for. */
export function vocabularyAddress(urls: Urls): string {
  return urls.absolute(urls.page("vocabulary/#"));
}

/** relationId("responds-to", "here") → "respondsTo"; at the other end, "answeredBy". */
export function relationId(relation: ClaimRelation, end: End): RelationId {
  const name = end === "here" ? relation : CLAIM_RELATIONS[relation].there;
  return name.replace(/[- ](\w)/g, (_, letter: string) => letter.toUpperCase()) as RelationId; // what Camel does to the same name
}

/** statusTerm("contested") → { "@id": "snd:contested" } */
export function statusTerm(status: Status): IdReference {
  return { "@id": `snd:${status}` };
}
