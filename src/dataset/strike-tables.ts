/** Strikes: what each source reports of the dead, who is named, what differs between the accounts and what is not known. */
import { tollOf } from "../graph/ledger.ts";
import type { Dossier, StrikeNode } from "../graph/nodes.ts";
import { GRADES } from "../model/source.ts";
import { DEVELOPMENT_COLUMNS, developmentCells } from "./claim-tables.ts";
import {
  dateCells,
  dateColumns,
  day,
  field,
  idIn,
  integer,
  isSourced,
  KNOWN_BASIS,
  listTable,
  oneOf,
  rangeCells,
  rangeColumns,
  required,
  text,
} from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

const STRIKE = required(idIn("strikes", "id of the strike entry"));

export function strikeTables({ strikes }: Dossier): Table[] {
  return [
    strikesTable(strikes),
    casualtiesTable(strikes),
    namedTable(strikes),
    listTable(
      ["strike", STRIKE],
      {
        name: "strike_developments",
        holds: "one row for what later happened after a strike",
        columns: DEVELOPMENT_COLUMNS,
      },
      strikes,
      ({ strike }) => strike.developments.filter(isSourced),
      developmentCells,
    ),
    unknownsTable(strikes),
    disputesTable(strikes),
    nationalitiesTable(strikes),
    componentsTable(strikes),
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
        region: field("event", "region"),
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
        sequence_end: field("event", "sequenceEnd", "ordinal of the last strike in that count, of an entry that stands for several"),
        sequence_basis: field("event", "sequenceBasis", "where the ordinal comes from"),
        announced_venue: text("where it was announced"),
        alleged_group: idIn("actors", "id of the group to which somebody says that the vessel or those aboard belonged"),
        alleged_group_name: text("that group, where it is no entry or is named otherwise"),
        alleged_by: idIn("actors", "id of the actor who says so"),
        alleged_statement: text("what that actor said of those aboard"),
        departed_from: field("event", "departedFrom", "where the vessel is said to have set out from"),
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
        sequence_end: strike.data.sequenceEnd ?? null,
        sequence_basis: strike.data.sequenceBasis ?? null,
        announced_venue: strike.data.announced?.venue ?? null,
        alleged_group: strike.affiliationGroup?.id ?? null,
        alleged_group_name: strike.data.allegedAffiliation?.groupName ?? null,
        alleged_by: strike.affiliationBy?.id ?? null,
        alleged_statement: strike.data.allegedAffiliation?.statement ?? null,
        departed_from: strike.data.departedFrom ?? null,
      };
    }),
  );
}

function casualtiesTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "casualty_records",
      holds: "one row for what one source reports of one strike; records of a strike overlap and must not be added up",
      columns: {
        source: required(idIn("sources", "id of the source that gives the numbers")),
        grade: required(oneOf(GRADES, "grade of that source")),
        ...rangeColumns("killed", "people whom the source reports or implies as killed, those presumed dead in the highest"),
        presumed_dead: integer("missing people whom the source counts as dead, inside `killed_max`"),
        missing: integer("people missing"),
        survived: integer("people who survived"),
        initial_survivors: integer("people alive after the first munition, inside `killed_max`"),
        known: day("day from which the record was publicly known"),
        note: text("a note of the editors"),
        known_basis: text(KNOWN_BASIS),
      },
    },
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
      known_basis: data.knownBasis ?? null,
    }),
  );
}

function namedTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "strike_people",
      holds: "one row for each person whom somebody names as having been on board",
      columns: {
        name: required(text("the name")),
        actor: idIn("actors", "id of the person’s entry"),
        nationality: text("nationality, as given"),
        named_by: idIn("actors", "id of the actor who names the person"),
        named_by_name: text("who names the person, where that is no entry"),
        claim: required(text("what is said of the person")),
        source: required(idIn("sources", "id of the source")),
      },
    },
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
  );
}

function unknownsTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "strike_unknowns",
      holds: "one row for each thing that is not known of a strike",
      columns: {
        what: required(text("what is not known")),
        note: text("what is on file of it"),
        last_checked: day("day on which an editor last looked for it"),
      },
    },
    strikes,
    ({ strike }) => strike.data.unknown ?? [],
    ({ what, note, lastChecked }) => ({ what, note: note ?? null, last_checked: lastChecked ?? null }),
  );
}

function disputesTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "strike_disputes",
      holds: "one row for each version of what the accounts of a strike differ on",
      columns: {
        about: required(text("what they differ on; the versions of one thing have the same words here")),
        version_by: idIn("actors", "id of the actor whose version it is"),
        version_by_name: text("whose version it is, where that is no entry or is named otherwise"),
        says: required(text("the version, in our own words")),
        source: required(idIn("sources", "id of the source")),
      },
    },
    strikes,
    ({ strike }) => strike.disputes.flatMap(({ about, versions }) => versions.map((version) => ({ about, ...version }))),
    ({ about, by, byName, says, source }) => ({
      about,
      version_by: by?.id ?? null,
      version_by_name: byName ?? null,
      says,
      source: source.id,
    }),
  );
}

function nationalitiesTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "strike_nationalities",
      holds: "one row for each nationality that is given for people on board",
      columns: {
        nationality: required(text("the nationality, as given")),
        basis: required(text("who gives it, and for whom")),
        source: required(idIn("sources", "id of the source")),
      },
    },
    strikes,
    ({ strike }) => strike.nationalities,
    ({ nationality, basis, source }) => ({ nationality, basis, source: source.id }),
  );
}

function componentsTable(strikes: readonly StrikeNode[]): Table {
  return listTable(
    ["strike", STRIKE],
    {
      name: "strike_components",
      holds: "one row for each strike of an entry that stands for several",
      columns: {
        which: required(text("which of them it is")),
        vessels: required(integer("vessels struck in it")),
        aboard: integer("people aboard, where that is stated"),
      },
    },
    strikes,
    ({ strike }) => strike.data.components ?? [],
    ({ strike: which, vessels, aboard }) => ({ which, vessels, aboard: aboard ?? null }),
  );
}
