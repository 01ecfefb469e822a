/** Sources: what each page is, how we hold it, and what rests on it. */
import type { Dossier } from "../graph/nodes.ts";
import { KIND_NAMES } from "../model/kinds.ts";
import type { Urls } from "../site/urls.ts";
import { dateCells, dateColumns, ENTRY_COLUMNS, entryCells, field, idIn, oneOf, pairs, required, text } from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

export function sourceTables({ sources }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "sources",
        holds: "one row for each page or document that is cited",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          publisher: required(field("source", "publisher")),
          title: field("source", "title"),
          title_basis: field("source", "titleBasis"),
          url: { ...field("source", "url"), isAddress: true },
          archive_url: { ...field("source", "archiveUrl"), isAddress: true },
          ...dateColumns("published", "when it was published"),
          published_note: field("source", "publishedNote"),
          accessed: { ...field("source", "accessed", "day on which an editor last saw it"), type: "date" },
          kind: required(field("source", "kind", "what kind of page it is")),
          language: required(field("source", "language", "its language")),
          grade: required(field("source", "grade")),
          original_publisher: field("source", "originalPublisher"),
          note: field("source", "note", "a note of the editors"),
        },
      },
      sources.map((source) => ({
        ...entryCells(source, urls),
        publisher: source.data.publisher,
        title: source.data.title ?? null,
        title_basis: source.data.titleBasis ?? null,
        url: source.data.url ?? null,
        archive_url: source.data.archiveUrl ?? null,
        ...dateCells("published", source.published),
        published_note: source.data.publishedNote ?? null,
        accessed: source.data.accessed ?? null,
        kind: source.data.kind,
        language: source.data.language,
        grade: source.data.grade,
        original_publisher: source.data.originalPublisher ?? null,
        note: source.data.note ?? null,
      })),
    ),
    defineTable(
      {
        name: "source_origins",
        holds: "one row for each source that only repeats another",
        key: ["source", "origin"],
        columns: {
          source: required(idIn("sources", "id of the source")),
          origin: required(idIn("sources", "id of the source that it repeats")),
        },
      },
      pairs(["source", "origin"], sources, ({ derivesFrom }) => derivesFrom),
    ),
    defineTable(
      {
        name: "citations",
        holds: "one row for each part of an entry that rests on a source",
        key: ["source", "kind", "entry", "part"],
        columns: {
          source: required(idIn("sources", "id of the source")),
          kind: required(oneOf(KIND_NAMES, "kind of the entry")),
          entry: required(text("id of the entry")),
          part: required(text("the part of the entry that rests on it")),
        },
      },
      sources.flatMap(({ id, citedBy }) =>
        unique(citedBy.map(({ node, part }) => ({ source: id, kind: node.kind, entry: node.id, part }))),
      ),
    ),
  ];
}

/** Rows without those that are there already. */
function unique<Row extends object>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
