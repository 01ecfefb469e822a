/** The fields of an entry as flags and questions: names, order, types and descriptions, all from the schema of its kind. */
import { z } from "zod";
import { fieldInfo, unwrap, type Path } from "../check/schema-fields.ts";
import { entryFields, knownFields } from "../model/fields.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import { scaffoldOf, type Word } from "./words.ts";

/**
 * What a field takes: "ids" is a list whose items hold no comma, "texts" one whose items may; "range" is a number or a span of numbers;
 * "record" has fields of its own, "records" is a list of such.
 */
export type FieldType = "text" | "date" | "number" | "range" | "boolean" | "choice" | "id" | "ids" | "texts" | "record" | "records";

export interface Field {
  name: string;
  type: FieldType;
  description: string | undefined;
  isRequired: boolean;
  /** Values of a choice. */
  choices: readonly string[];
  /** Names of the fields inside a record. */
  inside: readonly string[];
  /** Kind of the entries that it names. */
  refersTo: Kind | undefined;
  /** The list of records that it is a part of: casualties, for `killed`. */
  partOf: string | undefined;
}

/** Which kind of entry a field names; the schemas know only that it is an id. */
const REFERENCES: Readonly<Record<string, Kind>> = {
  assertedBy: "actor",
  about: "actor",
  by: "actor",
  on: "event",
  related: "event",
  claims: "claim",
  place: "place",
  source: "source",
  sources: "source",
  derivesFrom: "source",
};

/** The fields in the order of the file; parts of a record stand before the list that they make an item of. */
export function fieldsOf(word: Word): Field[] {
  const { kind, fixed, record } = scaffoldOf(word);
  const names = fileOrder(word).filter((name) => !(name in fixed));
  const schemas = shapeOf(KINDS[kind].schema);
  return names.flatMap((name) => {
    const schema = schemas[name];
    const inItem = record?.field === name && schema instanceof z.ZodArray ? shapeOf(schema.element as z.ZodType) : {}; // a schema of the model
    const parts = record?.field === name ? record.parts : [];
    return [...parts.map((part) => ({ ...describe(part, [name, 0, part], inItem[part]), partOf: name })), describe(name, [name], schema)];
  });

  function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> {
    const inner = unwrap(schema, fixed);
    return inner instanceof z.ZodObject ? inner.shape : {};
  }

  function describe(name: string, path: Path, declared: z.ZodType | undefined): Field {
    const { description, isOptional, fields } = fieldInfo(kind, path, fixed);
    const schema = unwrap(declared, null);
    const inside = schema instanceof z.ZodArray ? fieldInfo(kind, [...path, 0], fixed).fields : fields;
    return {
      name,
      type: typeOf(name, schema, inside),
      description,
      isRequired: !isOptional,
      choices: schema instanceof z.ZodEnum ? schema.options.map(String) : [],
      inside,
      refersTo: REFERENCES[name],
      partOf: undefined,
    };
  }
}

/** Names of all fields as a file has them: in the order of the schema, but a title leads an event, and who took part and sources end it. */
export function fileOrder(word: Word): string[] {
  const { kind, fixed } = scaffoldOf(word);
  const { fields } = fieldInfo(kind, [], fixed);
  if (kind !== "event") return fields;
  const tail = [...EVENT_TAIL, ...Object.keys(knownFields), ...Object.keys(entryFields)].filter((name) => fields.includes(name));
  return [...EVENT_HEAD, ...fields.filter((name) => !EVENT_HEAD.includes(name) && !tail.includes(name)), ...tail];
}

const EVENT_HEAD = ["title", "label", "kind"];
const EVENT_TAIL = ["actors", "alsoNamed", "claims", "related", "seedParagraph", "sourcing", "sources"];

function typeOf(name: string, schema: z.ZodType | undefined, inside: readonly string[]): FieldType {
  if (schema instanceof z.ZodArray) {
    const item = schema.element as z.ZodType; // what a list holds is a schema of the classic zod, as everywhere in the model
    if (item instanceof z.ZodObject) return "records";
    return item.safeParse("a, b").success ? "texts" : "ids";
  }
  if (schema instanceof z.ZodObject) return inside.join() === "min,max" ? "range" : "record";
  if (schema instanceof z.ZodEnum) return "choice";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  if (schema instanceof z.ZodPipe) return "date";
  return name in REFERENCES ? "id" : "text";
}
