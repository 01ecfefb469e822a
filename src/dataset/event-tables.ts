/** What happened: timeline entries, strikes among them, and who has a part in each. */
import type { Dossier } from "../graph/nodes.ts";
import { EVENT_KINDS } from "../model/event.ts";
import type { Urls } from "../site/urls.ts";
import {
  dateCells,
  dateColumns,
  ENTRY_COLUMNS,
  entryCells,
  field,
  idIn,
  KNOWN_BASIS,
  listTable,
  oneOf,
  pairs,
  required,
  text,
} from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

const EVENT = required(idIn("events", "id of the timeline entry"));

export function eventTables({ events }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "events",
        holds: "one row for each timeline entry, strikes among them",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          kind: required(oneOf(EVENT_KINDS, "what kind of event it is; of a strike, `strikes` says more")),
          title: required(field("event", "title", "its title")),
          label: field("event", "label"),
          ...dateColumns("date", "when it happened", true),
          date_label: field("event", "dateLabel"),
          date_note: field("event", "dateNote", "how the date is known, where that needs a word"),
          place: idIn("places", "id of the named place"),
          summary: field("event", "summary", "what happened, in our own words"),
          known_basis: field("event", "knownBasis", KNOWN_BASIS),
        },
      },
      events.map((event) => ({
        ...entryCells(event, urls),
        kind: event.data.kind,
        title: event.data.title,
        label: event.data.label ?? null,
        ...dateCells("date", event.date),
        date_label: event.data.dateLabel ?? null,
        date_note: event.data.dateNote ?? null,
        place: event.place?.id ?? null,
        summary: event.data.summary ?? null,
        known_basis: event.data.knownBasis ?? null,
      })),
    ),
    defineTable(
      {
        name: "event_actors",
        holds: "one row for each part that an actor has in a timeline entry",
        key: ["event", "actor", "part"],
        columns: { event: EVENT, actor: required(idIn("actors", "id of the actor")), part: required(text("its part, in a few words")) },
      },
      events.flatMap(({ id, actors }) => actors.map(({ actor, part }) => ({ event: id, actor: actor.id, part }))),
    ),
    defineTable(
      {
        name: "event_sources",
        holds: "one row for each source of a timeline entry",
        key: ["event", "source"],
        columns: { event: EVENT, source: required(idIn("sources", "id of the source")) },
      },
      pairs(["event", "source"], events, ({ sources }) => sources),
    ),
    defineTable(
      {
        name: "event_related",
        holds: "one row for each timeline entry of the same story as another, from either end",
        key: ["event", "other"],
        columns: { event: EVENT, other: required(idIn("events", "id of the other timeline entry")) },
      },
      pairs(["event", "other"], events, ({ related }) => related),
    ),
    listTable(
      ["event", EVENT],
      {
        name: "event_names",
        holds: "one row for each person or body that a timeline entry names in passing, without an entry of its own",
        columns: { name: required(text("who is named, in the words of the editors")) },
      },
      events,
      ({ data }) => data.alsoNamed ?? [],
      (name) => ({ name }),
    ),
  ];
}
