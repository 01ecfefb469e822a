/**
 * What invalid entries name. The linked dossier is made of valid ones, so an entry with another fault would hide its dangling
 * references until that fault is mended; they are looked for here, by what the schemas say of each field.
 */
import { z } from "zod";
import { createUnknownReporter } from "../graph/unknown-entry.ts";
import { ID_PATTERN, references } from "../model/fields.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";
import { unwrap, type Path } from "./schema-fields.ts";
import type { ValidContent } from "./validate.ts";

export function danglingInInvalid({ entries, invalid, invalidEntries }: ValidContent): FoundProblem[] {
  if (invalidEntries.length === 0) return [];
  const keys = new Set(entries.map(({ kind, id }) => `${kind}/${id}`));
  const exists = (kind: Kind, id: string) => keys.has(`${kind}/${id}`) || invalid.has(`${kind}/${id}`);
  const reportUnknown = createUnknownReporter(entries);
  return invalidEntries.flatMap(({ kind, file, data, body }) => {
    const inFields = data ? findReferences(KINDS[kind].schema, data, []) : [];
    const inText = (body?.links ?? []).flatMap(({ target, line, column }) =>
      target.type === "entry" ? [{ kind: target.kind, id: target.id, place: { line, column } }] : [],
    );
    return [...inFields, ...inText]
      .filter((named) => !exists(named.kind, named.id))
      .map((named) => reportUnknown(file, named.kind, named.id, named.place));
  });
}

interface Named {
  kind: Kind;
  id: string;
  place: FoundProblem["place"];
}

function findReferences(schema: z.ZodType | undefined, value: unknown, path: Path): Named[] {
  const inner: { shape?: Record<string, z.ZodType>; element?: z.ZodType } & z.ZodType = unwrap(schema, value) ?? z.never();
  if (typeof value === "string") {
    const kind = references.get(inner as z.ZodString)?.kind; // the registry is of ids, and knows no other schema
    return kind && ID_PATTERN.test(value) ? [{ kind, id: value, place: { path } }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => findReferences(inner.element, item, [...path, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
    inner.shape && Object.hasOwn(inner.shape, key) ? findReferences(inner.shape[key], field, [...path, key]) : [],
  );
}
