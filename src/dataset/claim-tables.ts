/** Claims: who says what of whom, where it stands, and how claims bear on each other. */
import type { ClaimNode, Dossier, LinkedDevelopment } from "../graph/nodes.ts";
import { CLAIM_RELATIONS } from "../model/claim.ts";
import { claimLine } from "../site/claim-words.ts";
import { replyWords } from "../site/reply-words.ts";
import type { Urls } from "../site/urls.ts";
import {
  dateCells,
  dateColumns,
  ENTRY_COLUMNS,
  entryCells,
  field,
  idIn,
  isSourced,
  KNOWN_BASIS,
  number,
  listTable,
  oneOf,
  pairs,
  required,
  SOURCED_COLUMNS,
  sourcedCells,
  text,
} from "./columns.ts";
import { defineTable, type Cell, type Column, type Table } from "./table.ts";

/** For the tables and for the schema of the entries. */
export const LINE_MEANS = "the claim in one sentence that names its speaker; quote this, not `text` alone";
export const REPLY_MEANS =
  "who answers or disputes it, else with whom it is at odds; “no answer on file” under an accusation of somebody who could answer";

const CLAIM = required(idIn("claims", "id of the claim"));

export function claimTables({ claims }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "claims",
        holds: "one row for each claim: who says it, when, and where it stands",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          number: field("claim", "number"),
          line: required(text(LINE_MEANS)),
          text: required(field("claim", "text")),
          quote: field("claim", "quote"),
          asserted_by: idIn("actors", "id of the actor who says it"),
          kind: required(field("claim", "kind", "what kind of claim it is")),
          status: required(field("claim", "status", "where it stands in the sources cited; never whether it is true")),
          status_note: required(field("claim", "statusNote")),
          reply: text(REPLY_MEANS),
          ...dateColumns("date", "when it was said", true),
          venue: field("claim", "venue", "where it was said"),
          date_basis: field("claim", "dateBasis", "how the date is known, where that needs a word"),
          known_basis: field("claim", "knownBasis", KNOWN_BASIS),
        },
      },
      claims.map((claim) => ({
        ...entryCells(claim, urls),
        number: claim.data.number ?? null,
        line: claimLine(claim),
        text: claim.data.text,
        quote: claim.data.quote ?? null,
        asserted_by: claim.assertedBy.id,
        kind: claim.data.kind,
        status: claim.data.status,
        status_note: claim.data.statusNote,
        reply: replyWords(claim),
        ...dateCells("date", claim.date),
        venue: claim.data.venue ?? null,
        date_basis: claim.data.dateBasis ?? null,
        known_basis: claim.data.knownBasis ?? null,
      })),
    ),
    defineTable(
      {
        name: "claim_about",
        holds: "one row for each actor whom a claim is about",
        key: ["claim", "actor"],
        columns: { claim: CLAIM, actor: required(idIn("actors", "id of the actor")) },
      },
      pairs(["claim", "actor"], claims, ({ about }) => about),
    ),
    defineTable(
      {
        name: "claim_events",
        holds: "one row for each timeline entry that a claim bears on",
        key: ["claim", "event"],
        columns: { claim: CLAIM, event: required(idIn("events", "id of the timeline entry")) },
      },
      pairs(["claim", "event"], claims, ({ on }) => on),
    ),
    defineTable(
      {
        name: "claim_relations",
        holds: "one row for each tie between two claims, read from the first to the second",
        key: ["claim", "relation", "other"],
        columns: {
          claim: required(idIn("claims", "id of the first claim")),
          relation: required(oneOf(Object.keys(CLAIM_RELATIONS), "what the first does to the second")),
          other: required(idIn("claims", "id of the second claim")),
        },
      },
      claims.flatMap(({ id, relations }) =>
        relations.filter(({ inverse }) => !inverse).map(({ type, claim }) => ({ claim: id, relation: type, other: claim.id })),
      ),
    ),
    listTable(
      ["claim", CLAIM],
      {
        name: "claim_developments",
        holds: "one row for what later happened to a claim",
        columns: DEVELOPMENT_COLUMNS,
      },
      claims,
      ({ developments }) => developments.filter(isSourced),
      developmentCells,
    ),
    figuresTable(claims),
    defineTable(
      {
        name: "claim_sources",
        holds: "one row for each source that carries a claim",
        key: ["claim", "source"],
        columns: { claim: CLAIM, source: required(idIn("sources", "id of the source")) },
      },
      pairs(["claim", "source"], claims, ({ sources }) => sources),
    ),
  ];
}

function figuresTable(claims: readonly ClaimNode[]): Table {
  return listTable(
    ["claim", CLAIM],
    {
      name: "claim_figures",
      holds: "one row for each number that a claim gives",
      columns: {
        what: required(text("what the number counts")),
        value: number("the number, where one is given"),
        min: number("the lowest number given: at least"),
        max: number("the highest number given: at most"),
        unit: required(text("its unit")),
        qualifier: text("the speaker’s own word for how exact it is"),
        source: idIn("sources", "id of the source, where the number became known later than the claim"),
      },
    },
    claims,
    ({ figures }) => figures,
    ({ what, value, min, max, unit, qualifier, source }) => ({
      what,
      value: value ?? null,
      min: min ?? null,
      max: max ?? null,
      unit,
      qualifier: qualifier ?? null,
      source: source?.id ?? null,
    }),
  );
}

/** What later happened, to a claim or after a strike. */
export const DEVELOPMENT_COLUMNS = {
  ...dateColumns("date", "when it happened", true),
  summary: required(text("what happened, in our own words")),
  effect: oneOf(["disputes", "denies", "confirms", "supersedes"], "which way it moves the claim; empty where it takes no side"),
  ...SOURCED_COLUMNS,
} satisfies Record<string, Column>;

export function developmentCells(development: LinkedDevelopment): Record<keyof typeof DEVELOPMENT_COLUMNS, Cell> {
  const { date, summary, effect } = development;
  return { ...dateCells("date", date), summary, effect: effect ?? null, ...sourcedCells(development) };
}
