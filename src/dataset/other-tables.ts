/** Places, analyses and corrections. */
import { KIND_NAMES } from "../model/kinds.ts";
import type { Dossier } from "../graph/nodes.ts";
import type { Urls } from "../site/urls.ts";
import { day, ENTRY_COLUMNS, entryCells, field, idIn, number, oneOf, pairs, required, text } from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

export function otherTables({ places, articles, corrections }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "places",
        holds: "one row for each named place; a position is that of the name on a map, never of an event",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          name: required(field("place", "name", "its name")),
          kind: required(field("place", "kind", "what it is")),
          lat: number("latitude in degrees, WGS 84"),
          lon: number("longitude in degrees, WGS 84"),
          precision: required(
            field("place", "precision", "how exact the position is; region: an area, for which it only carries the name"),
          ),
          note: field("place", "note", "a note of the editors"),
        },
      },
      places.map((place) => ({
        ...entryCells(place, urls),
        name: place.data.name,
        kind: place.data.kind,
        lat: place.data.lat ?? null,
        lon: place.data.lon ?? null,
        precision: place.data.precision,
        note: place.data.note ?? null,
      })),
    ),
    defineTable(
      {
        name: "place_names",
        holds: "one row for each other name of a place",
        key: ["place", "name"],
        columns: { place: required(idIn("places", "id of the place")), name: required(text("another name or spelling")) },
      },
      places.flatMap(({ id, data }) => (data.aliases ?? []).map((name) => ({ place: id, name }))),
    ),
    defineTable(
      {
        name: "articles",
        holds: "one row for each analysis",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          title: required(field("article", "title", "its title")),
          standfirst: required(field("article", "standfirst", "what it says, in a sentence or two")),
          byline: field("article", "byline", "who wrote it"),
          published: required(day("when it was published")),
          updated: day("when its substance last changed"),
          as_of: required({ ...field("article", "asOf"), type: "date" }),
          counting_rule: field(
            "article",
            "countingRule",
            "the rule by which its text counts the dead; every record as it stands where empty",
          ),
        },
      },
      articles.map((article) => ({
        ...entryCells(article, urls),
        title: article.data.title,
        standfirst: article.data.standfirst,
        byline: article.data.byline ?? null,
        published: article.data.published,
        updated: article.data.updated ?? null,
        as_of: article.data.asOf,
        counting_rule: article.data.countingRule ?? null,
      })),
    ),
    defineTable(
      {
        name: "article_sources",
        holds: "one row for each source of an analysis",
        key: ["article", "source"],
        columns: { article: required(idIn("articles", "id of the analysis")), source: required(idIn("sources", "id of the source")) },
      },
      pairs(["article", "source"], articles, ({ sources }) => sources),
    ),
    defineTable(
      {
        name: "corrections",
        holds: "one row for each correction",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          date: required(day("day of the correction")),
          kind: required(oneOf(KIND_NAMES, "kind of the entry that was corrected")),
          entry: required(text("id of that entry")),
          was: required(field("correction", "was")),
          now: required(field("correction", "now")),
          why: field("correction", "why", "how it came about"),
        },
      },
      corrections.map((correction) => ({
        ...entryCells(correction, urls),
        date: correction.data.date,
        kind: correction.entry.kind,
        entry: correction.entry.id,
        was: correction.data.was,
        now: correction.data.now,
        why: correction.data.why ?? null,
      })),
    ),
  ];
}
