/** Actors: who they are, what they are called, what they were when, and how they are tied. */
import type { Dossier } from "../graph/nodes.ts";
import { RELATION_TYPES } from "../model/actor.ts";
import type { Urls } from "../site/urls.ts";
import {
  dateCells,
  dateColumns,
  ENTRY_COLUMNS,
  entryCells,
  field,
  idIn,
  isSourced,
  listTable,
  oneOf,
  pairs,
  required,
  SOURCED_COLUMNS,
  sourcedCells,
  text,
} from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

export function actorTables({ actors }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "actors",
        holds: "one row for each person, body, group, outlet or country",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          name: required(field("actor", "name")),
          sort_name: field("actor", "sortName"),
          kind: required(field("actor", "kind", "what kind of actor it is")),
          country: field("actor", "country", "the country it belongs to"),
          summary: field("actor", "summary"),
          wikidata: field("actor", "wikidata", "its item in Wikidata"),
        },
      },
      actors.map((actor) => ({
        ...entryCells(actor, urls),
        name: actor.data.name,
        sort_name: actor.data.sortName ?? null,
        kind: actor.data.kind,
        country: actor.data.country ?? null,
        summary: actor.data.summary ?? null,
        wikidata: actor.data.wikidata ?? null,
      })),
    ),
    defineTable(
      {
        name: "actor_names",
        holds: "one row for each other name or spelling of an actor",
        key: ["actor", "name"],
        columns: { actor: required(idIn("actors", "id of the actor")), name: required(text("another name or spelling")) },
      },
      actors.flatMap(({ id, data }) => (data.aliases ?? []).map((name) => ({ actor: id, name }))),
    ),
    listTable(
      ["actor", required(idIn("actors", "id of the actor"))],
      {
        name: "actor_roles",
        holds: "one row for each office or role of an actor, in time, with the sources that state it",
        columns: {
          title: required(text("the office or role")),
          ...dateColumns("since", "when it began"),
          ...dateColumns("until", "when it ended"),
          ...SOURCED_COLUMNS,
        },
      },
      actors,
      ({ roles }) => roles.filter(isSourced),
      (role) => ({
        title: role.title,
        ...dateCells("since", role.from),
        ...dateCells("until", role.to),
        ...sourcedCells(role),
      }),
    ),
    listTable(
      ["actor", required(idIn("actors", "id of the first actor"))],
      {
        name: "actor_relations",
        holds: "one row for each tie between two actors, read from the first to the second, with the sources that state it",
        columns: {
          relation: required(oneOf(Object.keys(RELATION_TYPES), "what the first is or does to the second")),
          other: required(idIn("actors", "id of the second actor")),
          ...dateColumns("since", "when it began, or when it was done"),
          ...dateColumns("until", "when it ended"),
          note: text("a note of the editors"),
          ...SOURCED_COLUMNS,
        },
      },
      actors,
      ({ relations }) => relations.filter((relation) => !relation.inverse && isSourced(relation)),
      (relation) => ({
        relation: relation.type,
        other: relation.actor.id,
        ...dateCells("since", relation.from),
        ...dateCells("until", relation.until),
        note: relation.note ?? null,
        ...sourcedCells(relation),
      }),
    ),
    defineTable(
      {
        name: "actor_sources",
        holds: "one row for each source of an actor’s entry",
        key: ["actor", "source"],
        columns: { actor: required(idIn("actors", "id of the actor")), source: required(idIn("sources", "id of the source")) },
      },
      pairs(["actor", "source"], actors, ({ sources }) => sources),
    ),
  ];
}
