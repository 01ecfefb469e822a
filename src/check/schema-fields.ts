/** What the schemas say about a place in an entry: the one description of a field serves the check and the editors' JSON schemas. */
import type { z } from "zod";
import { KINDS, type Kind } from "../model/kinds.ts";
import { siteSchema } from "../model/site.ts";
import { termsSchema } from "../model/terms.ts";

/** Files of the folder that are YAML as a whole. */
const FILES = { site: siteSchema, terms: termsSchema };

export type SchemaName = Kind | keyof typeof FILES;
export type Path = readonly (string | number)[];

export interface FieldInfo {
  /** Written for editors. */
  description: string | undefined;
  isOptional: boolean;
  isDate: boolean;
  /** Names of the fields inside it; empty when it has none. */
  fields: string[];
}

/** @param data the whole entry: which fields a timeline entry has depends on its kind. */
export function fieldInfo(name: SchemaName, path: Path, data: unknown): FieldInfo {
  let outer: Schema = isFile(name) ? FILES[name] : KINDS[name].schema;
  let schema = unwrap(outer, data);
  for (const step of path) {
    const inside = schema as { shape?: Record<string, Schema>; element?: Schema } | undefined;
    outer = typeof step === "number" ? inside?.element : inside?.shape?.[step];
    schema = unwrap(outer, null);
  }
  return {
    description: textOf(outer) ?? textOf(schema),
    isOptional: outer?.def.type === "optional",
    isDate: schema?.def.type === "pipe", // dates are the only fields that pass through a conversion (of YAML's numbers)
    fields: Object.keys((schema as { shape?: object } | undefined)?.shape ?? {}),
  };
}

/** What a field means and, beside it, what an editor has to mind; a reader of the data is told only what it means. */
function textOf(schema: Schema): string | undefined {
  const { description, advice } = schema?.meta() ?? {};
  return description === undefined ? undefined : withAdvice(description, advice);
}

/** withAdvice("Title of the page.", "Leave it out …") → "Title of the page. Leave it out …" */
export function withAdvice(description: string, advice: unknown): string {
  return typeof advice === "string" ? `${description} ${advice}` : description;
}

export function isFile(name: SchemaName): name is keyof typeof FILES {
  return name in FILES;
}

type Schema = z.ZodType | undefined;

/** Looks through optional, default and union wrappers to the object or list inside. */
export function unwrap(schema: Schema, data: unknown): Schema {
  const { type, innerType, options } = (schema?.def ?? {}) as { type?: string; innerType?: Schema; options?: Schema[] };
  if (type && ["optional", "default", "prefault", "nullable"].includes(type)) return unwrap(innerType, data);
  if (type !== "union") return schema;
  const isStrike = (data as { kind?: unknown } | null)?.kind === "strike";
  return isStrike ? options?.[0] : options?.[1];
}
