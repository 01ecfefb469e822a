/** What others take away: the dossier as JSON and CSV. Sorted, without a clock, the same bytes for the same content. */
import { csvFormat } from "d3-dsv";
import { z } from "zod";
import { tollOf } from "../graph/ledger.ts";
import { allNodes, type Dossier, type DossierNode, type Range, type StrikeNode } from "../graph/nodes.ts";
import { compareText } from "../model/dates.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import type { Urls } from "./urls.ts";

/** One line of a table, by column. */
export type Row = Record<string, string | number>;

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

/** data/claims.json and its like. */
export function exportKind(dossier: Dossier, kind: Kind, urls: Urls): string {
  return toJson(entriesOf(dossier, kind).map((node) => exportEntry(node, urls)));
}

/** data/dossier.json: everything in one file, by folder. */
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

/** data/schema/claims.json and its like: what data/claims.json is valid by. An entry is its front matter and the three fields that we add. */
export function exportSchema(kind: Kind, urls: Urls): string {
  const { folder, many, schema } = KINDS[kind];
  const { $schema, ...entry } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const items = entry.oneOf ? { ...entry, oneOf: entry.oneOf.map(withAddedFields) } : withAddedFields(entry);
  return toJson({
    $schema,
    $id: urls.absolute(urls.page(`data/schema/${folder}.json`)),
    title: `The ${many} as data/${folder}.json lists them`,
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

/** data/strikes.csv: one row for each strike entry, by date. */
export function strikesCsv(dossier: Dossier, urls: Urls): string {
  return toCsv(
    dossier.strikes.map((strike) => strikeRow(strike, urls)),
    STRIKE_COLUMNS,
  );
}

/** data/casualty-records.csv: one row for each record of one source about one strike. */
export function casualtiesCsv(dossier: Dossier): string {
  return toCsv(
    dossier.strikes.flatMap((strike) =>
      strike.strike.casualties.map(({ source, data, killed, known }): Row => ({
        strike: strike.id,
        source: source.id,
        ...rangeCells("killed", killed),
        presumed_dead: data.presumedDead ?? "",
        missing: data.missing ?? "",
        survived: data.survived ?? "",
        initial_survivors: data.initialSurvivors ?? "",
        known_since: known ?? "",
        note: data.note ?? "",
      })),
    ),
    CASUALTY_COLUMNS,
  );
}

/** The columns with their meaning; the page about the data prints them. */
export const STRIKE_COLUMNS = {
  id: "id of the entry",
  url: "its page",
  title: "its title",
  date: "the date in EDTF, as the entry has it",
  earliest: "earliest day it can mean",
  latest: "latest day it can mean",
  date_label: "the sources’ own wording, where kept",
  region: "region as the announcements name it; no position is on file",
  place: "id of the named area",
  strikes: "strikes that the entry stands for",
  vessels: "vessels struck",
  killed_min: "lowest number of dead over the records on file",
  killed_max: "highest number, those presumed dead included",
  survived_min: "lowest number of survivors over the records",
  survived_max: "highest number of survivors",
  announced_by: "who announced it",
  announced_date: "when, in EDTF",
  known_since: "day from which it was publicly known",
  sources: "ids of the sources, separated by spaces",
} as const;

export const CASUALTY_COLUMNS = {
  strike: "id of the strike entry",
  source: "id of the source that gives the numbers",
  killed_min: "lowest number of dead that the source supports",
  killed_max: "highest number, those presumed dead included",
  presumed_dead: "missing people whom the source counts as dead, inside killed_max",
  missing: "people missing",
  survived: "people who survived",
  initial_survivors: "people alive after the first munition, inside killed",
  known_since: "day from which the record was publicly known",
  note: "note of the editors",
} as const;

function strikeRow(node: StrikeNode, urls: Urls): Row {
  const { strike, data, date } = node;
  const toll = tollOf(node, null);
  return {
    id: node.id,
    url: urls.absolute(urls.hrefFor(node)),
    title: data.title,
    date: date.edtf,
    earliest: date.earliest ?? "",
    latest: date.latest ?? "",
    date_label: data.dateLabel ?? "",
    region: strike.data.region ?? "",
    place: node.place?.id ?? "",
    strikes: strike.data.strikesCounted ?? 1,
    vessels: strike.data.vessels,
    ...rangeCells("killed", toll.killed),
    ...rangeCells("survived", toll.survived),
    announced_by: strike.announcedBy?.data.name ?? strike.data.announced?.byName ?? "",
    announced_date: strike.announcedDate?.edtf ?? "",
    known_since: node.known ?? "",
    sources: node.sources.map(({ id }) => id).join(" "),
  };
}

/** An empty cell means that no source gives a number; it never means zero. */
function rangeCells(name: string, range: Range | null): Row {
  return { [`${name}_min`]: range?.min ?? "", [`${name}_max`]: range?.max ?? "" };
}

/** The columns in the order in which the page about the data explains them. Text that a spreadsheet would compute has an apostrophe before it. */
export function toCsv(rows: readonly Row[], columns: Record<string, string>): string {
  const names = Object.keys(columns);
  const safe = rows.map((row) => Object.fromEntries(names.map((name) => [name, asText(row[name] ?? "")])));
  return `${csvFormat(safe, names)}\n`;
}

function asText(cell: string | number): string | number {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
