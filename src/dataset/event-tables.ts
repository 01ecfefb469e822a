/** What happened: timeline entries, the strikes among them, and what each source reports of the dead. */
import { tollOf } from "../graph/ledger.ts";
import type { Dossier, StrikeNode } from "../graph/nodes.ts";
import { EVENT_KINDS } from "../model/event.ts";
import { GRADES } from "../model/source.ts";
import type { Urls } from "../site/urls.ts";
import { DEVELOPMENT_COLUMNS, developmentCells } from "./claim-tables.ts";
import {
  dateCells,
  dateColumns,
  day,
  ENTRY_COLUMNS,
  entryCells,
  field,
  idIn,
  integer,
  isSourced,
  numbered,
  oneOf,
  pairs,
  position,
  rangeCells,
  rangeColumns,
  required,
  text,
} from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

const EVENT = required(idIn("events", "id of the timeline entry"));
const STRIKE = required(idIn("strikes", "id of the strike entry"));

export function eventTables({ events, strikes }: Dossier, urls: Urls): Table[] {
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
    strikesTable(strikes),
    casualtiesTable(strikes),
    namedTable(strikes),
    defineTable(
      {
        name: "strike_developments",
        holds: "one row for what later happened after a strike",
        key: ["strike", "position"],
        columns: { strike: STRIKE, position, ...DEVELOPMENT_COLUMNS },
      },
      numbered("strike", strikes, ({ strike }) => strike.developments.filter(isSourced), developmentCells),
    ),
  ];
}

function strikesTable(strikes: readonly StrikeNode[]): Table {
  return defineTable(
    {
      name: "strikes",
      holds: "one row for each strike entry, with the range over its records; its date and title are in `events`",
      key: ["id"],
      columns: {
        id: required(idIn("events", "id of the entry, the same as in `events`")),
        region: field("event", "region", "the sea, as the announcements name it; no position of a strike is on file"),
        place_stated: field("event", "placeStated"),
        sequence: field("event", "sequence"),
        strikes: required(integer("how many strikes the entry stands for")),
        vessels: required(field("event", "vessels")),
        vessel_type: field("event", "vesselType", "the vessel, as sources describe it"),
        ...rangeColumns("killed", "people killed, over all records; the highest has those presumed dead"),
        ...rangeColumns("survived", "people who survived, over all records"),
        survivors_outcome: field("event", "survivorsOutcome", "what became of the survivors"),
        announced_by: idIn("actors", "id of the actor who announced it"),
        announced_by_name: text("who announced it, where that is no entry"),
        ...dateColumns("announced", "when it was announced"),
        sourcing: field("event", "sourcing"),
      },
    },
    strikes.map((node) => {
      const { strike, id } = node;
      const { killed, survived } = tollOf(node, null);
      return {
        id,
        region: strike.data.region ?? null,
        place_stated: strike.data.placeStated ?? null,
        sequence: strike.data.sequence ?? null,
        strikes: strike.data.strikesCounted ?? 1,
        vessels: strike.data.vessels,
        vessel_type: strike.data.vesselType ?? null,
        ...rangeCells("killed", killed),
        ...rangeCells("survived", survived),
        survivors_outcome: strike.data.survivorsOutcome ?? null,
        announced_by: strike.announcedBy?.id ?? null,
        announced_by_name: strike.data.announced?.byName ?? null,
        ...dateCells("announced", strike.announcedDate),
        sourcing: strike.data.sourcing ?? null,
      };
    }),
  );
}

function casualtiesTable(strikes: readonly StrikeNode[]): Table {
  return defineTable(
    {
      name: "casualty_records",
      holds: "one row for what one source reports of one strike; records of a strike overlap and must not be added up",
      key: ["strike", "position"],
      columns: {
        strike: STRIKE,
        position,
        source: idIn("sources", "id of the source that gives the numbers"),
        grade: required(oneOf(GRADES, "grade of that source")),
        ...rangeColumns("killed", "people whom the source reports or implies as killed, those presumed dead in the highest"),
        presumed_dead: integer("missing people whom the source counts as dead, inside `killed_max`"),
        missing: integer("people missing"),
        survived: integer("people who survived"),
        initial_survivors: integer("people alive after the first munition, inside `killed_max`"),
        known: day("day from which the record was publicly known"),
        note: text("a note of the editors"),
      },
    },
    numbered(
      "strike",
      strikes,
      ({ strike }) => strike.casualties,
      ({ source, data, killed, known }) => ({
        source: source.id,
        grade: source.data.grade,
        ...rangeCells("killed", killed),
        presumed_dead: data.presumedDead ?? null,
        missing: data.missing ?? null,
        survived: data.survived ?? null,
        initial_survivors: data.initialSurvivors ?? null,
        known,
        note: data.note ?? null,
      }),
    ),
  );
}

function namedTable(strikes: readonly StrikeNode[]): Table {
  return defineTable(
    {
      name: "strike_people",
      holds: "one row for each person whom somebody names as having been on board",
      key: ["strike", "position"],
      columns: {
        strike: STRIKE,
        position,
        name: required(text("the name")),
        actor: idIn("actors", "id of the person’s entry"),
        nationality: text("nationality, as given"),
        named_by: idIn("actors", "id of the actor who names the person"),
        named_by_name: text("who names the person, where that is no entry"),
        claim: required(text("what is said of the person")),
        source: idIn("sources", "id of the source"),
      },
    },
    numbered(
      "strike",
      strikes,
      ({ strike }) => strike.named,
      ({ name, actor, nationality, by, byName, claim, source }) => ({
        name,
        actor: actor?.id ?? null,
        nationality: nationality ?? null,
        named_by: by?.id ?? null,
        named_by_name: byName ?? null,
        claim,
        source: source.id,
      }),
    ),
  );
}
