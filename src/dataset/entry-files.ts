/** The entries as the editors wrote them, as JSON with its schemas. Sorted, without a clock, the same bytes for the same content. */
import { z } from "zod";
import { allNodes, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { compareText } from "../model/dates.ts";
import { CLAIM_RELATIONS, STATUSES } from "../model/claim.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import { LINE_MEANS, REPLY_MEANS } from "./claim-tables.ts";
import { toJson } from "./json-file.ts";
import { DATASET_FOLDER } from "./version.ts";
import { claimLine, entryName } from "../site/claim-words.ts";
import { replyWords } from "../site/reply-words.ts";
import type { Urls } from "../site/urls.ts";
import { capitalize } from "../site/words.ts";

/** Entries of one kind, by id. @param dossier without what is withdrawn */
export function entriesOf(dossier: Dossier, kind: Kind): DossierNode[] {
  return allNodes(dossier)
    .filter((node) => node.kind === kind)
    .sort((a, b) => compareText(a.id, b.id));
}

/**
 * One entry as it is published: the front matter as validated, the address of its page (a source has a `url` of its own), the day from
 * which it was publicly known, and what other entries say to it.
 */
function exportEntry(node: DossierNode, urls: Urls): Record<string, unknown> {
  return { id: node.id, page: urls.absolute(urls.hrefFor(node)), known: node.known, ...node.data, ...answersOf(node) };
}

/** Of a claim: its speaker in one line with it, what stands against it, and the claims that bear on it. */
function answersOf(node: DossierNode): object {
  if (node.kind !== "claim") return {};
  const incoming = node.relations.filter(({ inverse }) => inverse);
  return {
    line: claimLine(node),
    reply: replyWords(node),
    incoming: incoming.map(({ type, claim }) => ({ from: claim.id, type, line: claimLine(claim), status: claim.data.status })),
  };
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

/** dossier.json: everything that stands in one file, by folder. */
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

/** schema/claims.json and its like: what entries/claims.json is valid by. An entry is its front matter and the fields that we add. */
export function exportSchema(kind: Kind, urls: Urls): string {
  const { folder, many, schema } = KINDS[kind];
  const { $schema, ...entry } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: leaveAdviceOut });
  const added = kind === "claim" ? { ...ADDED, ...ADDED_TO_CLAIMS } : ADDED;
  const items = entry.oneOf ? { ...entry, oneOf: entry.oneOf.map((one) => withFields(one, added)) } : withFields(entry, added);
  return toJson({
    $schema,
    $id: urls.absolute(urls.page(`${DATASET_FOLDER}schema/${folder}.json`)),
    title: `The ${many} as entries/${folder}.json lists them`,
    type: "array",
    items,
  });
}

/** What is meant for editors: readers of the data get what a field means. */
function leaveAdviceOut({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema["advice"];
}

const ADDED = {
  id: { type: "string", description: "The entry's id, the last part of its address." },
  page: { type: "string", format: "uri", description: "Address of the entry's page." },
  known: {
    type: ["string", "null"],
    description: "Day from which it was publicly known, derived from its sources; null where they do not say.",
  },
};

const ADDED_TO_CLAIMS = {
  line: { type: "string", description: `${capitalize(LINE_MEANS)}.` },
  reply: {
    type: ["string", "null"],
    description: `${capitalize(REPLY_MEANS)}.`,
  },
  incoming: {
    type: "array",
    description: "Claims that state a relation to this one; `relations` has those that it states itself.",
    items: {
      type: "object",
      properties: {
        from: { type: "string", description: "Id of the other claim." },
        type: { enum: Object.keys(CLAIM_RELATIONS), description: "What the other claim does to this one." },
        line: { type: "string", description: "The other claim in one sentence that names its speaker." },
        status: { enum: [...STATUSES], description: "Where the other claim stands in the sources cited." },
      },
      required: ["from", "type", "line", "status"],
      additionalProperties: false,
    },
  },
};

function withFields(schema: z.core.JSONSchema.BaseSchema | boolean, added: Record<string, object>): object {
  if (typeof schema === "boolean") throw new Error("withFields() was called with a schema that is no object");
  const { withdrawn: _withdrawn, ...properties } = schema.properties ?? {}; // what is withdrawn is not exported
  return { ...schema, properties: { ...added, ...properties }, required: [...Object.keys(added), ...(schema.required ?? [])] };
}
