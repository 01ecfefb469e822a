/**
 * JSON schemas of front matter, for editors: they complete fields and mark what is wrong while it is typed. They follow from the zod
 * schemas, and admit all that these admit. What they cannot say (a date in no calendar, an id of nobody) is left to `npm run check`.
 */
import { z } from "zod";
import { STATUS_MEANING, STATUSES, claimSchema } from "../model/claim.ts";
import { QUOTE_MAX_WORDS, dateField, dayField } from "../model/fields.ts";
import { withAdvice } from "./schema-fields.ts";

/** E.g. { type: "object", properties: { kind: { enum: ["city"] } }, required: ["kind"], additionalProperties: false } */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema of what YAML gives for a file. Draft 7, the newest that every editor reads. */
export function frontMatterSchema(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", target: "draft-7", override: addWhatZodLeavesOut });
  return schema instanceof z.ZodDiscriminatedUnion ? byDiscriminator(json, schema.def.discriminator) : json;
}

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
/** Level 1 of EDTF has no qualifier where digits are unknown: 2025-10~ and 201X are dates, 201X~ is none. */
const POINT = String.raw`(?:(?:${DAY}|\d{4}-(?:0[1-9]|1[0-2])|\d{4})[~?%]?|\d{4}-(?:0[1-9]|1[0-2])-XX|\d{4}-XX(?:-XX)?|\d\d(?:\dX|XX))`;
const DATE = String.raw`^(?:${POINT}(?:/(?:${POINT}|\.\.)?)?|(?:\.\.)?/${POINT})$`;
const SHORT_QUOTE = String.raw`^[\s–—…/]*[^\s–—…/]+(?:[\s–—…/]+[^\s–—…/]+){0,${QUOTE_MAX_WORDS - 1}}[\s–—…/]*$`;

/** What zod checks by a function and therefore leaves out of the JSON schema. */
function addWhatZodLeavesOut({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod;
  if (jsonSchema.description !== undefined) jsonSchema.description = withAdvice(jsonSchema.description, jsonSchema["advice"]);
  delete jsonSchema["advice"];
  // A field that only has another description is a clone with the same definition.
  if (def === dateField.def) {
    // YAML gives a year as a number, and the schema takes it.
    Object.assign(jsonSchema, { type: ["string", "integer"], pattern: DATE, minimum: 1000, maximum: 9999 });
  }
  if (def === dayField.def) jsonSchema.pattern = `^${DAY}$`;
  if (def === claimSchema.shape.quote.unwrap().def) jsonSchema.pattern = SHORT_QUOTE;
  if (def === claimSchema.shape.status.def) jsonSchema["enumDescriptions"] = STATUSES.map((status) => STATUS_MEANING[status]);
  if (zodSchema instanceof z.ZodURL) {
    jsonSchema.pattern = "^[Hh][Tt][Tt][Pp][Ss]?://";
    jsonSchema["patternErrorMessage"] = "Write a full web address that starts with https:// or http://.";
  } else if (jsonSchema.pattern !== undefined) {
    const message = z.safeParse(zodSchema, WRONG).error?.issues[0]?.message;
    if (message) jsonSchema["patternErrorMessage"] ??= message; // no part of JSON Schema, but read by the language servers of VS Code
  }
}

/** No id, no date, no tag and too long for a quotation: the schemas say of it what they say of any wrong value. */
const WRONG = "! ".repeat(QUOTE_MAX_WORDS + 1);

/**
 * `oneOf` as one condition for each alternative. A wrong field is then marked where it stands, by the alternative that the discriminator
 * chooses; of `oneOf` an editor says that the kind has to be the first one.
 */
function byDiscriminator({ $schema, oneOf = [] }: JsonSchema, key: string): JsonSchema {
  const alternatives = oneOf.map((schema) => {
    const choice = typeof schema === "object" ? schema.properties?.[key] : undefined;
    if (typeof schema !== "object" || typeof choice !== "object")
      throw new Error(`byDiscriminator() found no \`${key}\` in an alternative`);
    const values = choice.enum ?? (choice.const === undefined ? [] : [choice.const]);
    return { choice, values, then: { ...schema, properties: { ...schema.properties, [key]: true } } };
  });
  // Without doNotSuggest (of the language servers of VS Code) the field would be offered once more for each condition.
  const choose = (values: JsonSchema["enum"]) => ({ properties: { [key]: { enum: values, doNotSuggest: true } }, required: [key] });
  return {
    $schema,
    type: "object",
    properties: { [key]: { ...alternatives[0]?.choice, const: undefined, enum: alternatives.flatMap(({ values }) => values) } },
    required: [key],
    allOf: alternatives.map(({ values, then }) => ({ if: choose(values), then })),
  };
}
