/** The entries as the editors wrote them, as JSON with its schemas. Sorted, without a clock, the same bytes for the same content. */
import { z } from "zod";
import { allNodes, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { compareText } from "../model/dates.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import { toJson } from "./json-file.ts";
import { DATASET_FOLDER } from "./version.ts";
import { entryName } from "../site/claim-words.ts";
import type { Urls } from "../site/urls.ts";

/** Entries of one kind, by id. */
export function entriesOf(dossier: Dossier, kind: Kind): DossierNode[] {
  return allNodes(dossier)
    .filter((node) => node.kind === kind)
    .sort((a, b) => compareText(a.id, b.id));
}

/** One entry as it is published: the front matter as validated, the address of its page (a source has a `url` of its own), and the day from which it was publicly known. */
export function exportEntry(node: DossierNode, urls: Urls): Record<string, unknown> {
  return { id: node.id, page: urls.absolute(urls.hrefFor(node)), known: node.known, ...node.data };
}

/** index.json beside the page of an entry: the same as in the dataset, and its name. Of what is withdrawn, only that it is. */
export function exportOne(node: DossierNode, urls: Urls): string {
  const { withdrawn } = node.data;
  const page = urls.absolute(urls.hrefFor(node));
  if (withdrawn) return toJson({ type: node.kind, id: node.id, page, withdrawn });
  return toJson({ type: node.kind, name: entryName(node), ...exportEntry(node, urls) });
}

/** entries/claims.json and its like. */
export function exportKind(dossier: Dossier, kind: Kind, urls: Urls): string {
  return toJson(entriesOf(dossier, kind).map((node) => exportEntry(node, urls)));
}

/** dossier.json: everything in one file, by folder. */
export function exportDossier(dossier: Dossier, urls: Urls): string {
  const { site } = dossier;
  const entries = Object.fromEntries(
    KIND_NAMES.map((kind) => [KINDS[kind].folder, entriesOf(dossier, kind).map((node) => exportEntry(node, urls))]),
  );
  return toJson({
    title: site.title,
    dossier: site.dossier,
    description: site.description,
    url: urls.absolute(urls.page("")),
    baseDate: site.baseDate,
    recordEnds: site.recordEnds,
    licence: site.licence ?? null,
    publisher: site.publisher,
    ...entries,
  });
}

/** schema/claims.json and its like: what entries/claims.json is valid by. An entry is its front matter and the three fields that we add. */
export function exportSchema(kind: Kind, urls: Urls): string {
  const { folder, many, schema } = KINDS[kind];
  const { $schema, ...entry } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const items = entry.oneOf ? { ...entry, oneOf: entry.oneOf.map(withAddedFields) } : withAddedFields(entry);
  return toJson({
    $schema,
    $id: urls.absolute(urls.page(`${DATASET_FOLDER}schema/${folder}.json`)),
    title: `The ${many} as entries/${folder}.json lists them`,
    type: "array",
    items,
  });
}

const ADDED = {
  id: { type: "string", description: "The entry's id, the last part of its address." },
  page: { type: "string", format: "uri", description: "Address of the entry's page." },
  known: {
    type: ["string", "null"],
    description: "Day from which it was publicly known, derived from its sources; null where they do not say.",
  },
};

function withAddedFields(schema: z.core.JSONSchema.BaseSchema | boolean): object {
  if (typeof schema === "boolean") throw new Error("withAddedFields() was called with a schema that is no object");
  return { ...schema, properties: { ...ADDED, ...schema.properties }, required: [...Object.keys(ADDED), ...(schema.required ?? [])] };
}
