/** Counts: published totals beside ours, our own sums by every rule, series, and what is not counted. */
import { compareTotals } from "../graph/compare-totals.ts";
import { regionsOf, toCountedStrikes } from "../graph/counted-strikes.ts";
import { totalBy, type Dossier, type LeadNode } from "../graph/nodes.ts";
import { rowsByRule } from "../graph/rule-table.ts";
import { COUNTING_RULE_NAMES, GRADE_RULE_NAMES } from "../model/counting.ts";
import type { Urls } from "../site/urls.ts";
import {
  dateCells,
  dateColumns,
  day,
  ENTRY_COLUMNS,
  entryCells,
  field,
  flag,
  idIn,
  integer,
  number,
  listTable,
  oneOf,
  pairs,
  rangeCells,
  rangeColumns,
  required,
  text,
} from "./columns.ts";
import { defineTable, type Table } from "./table.ts";

export function countTables(dossier: Dossier, urls: Urls): Table[] {
  return [
    totalsTable(dossier, urls),
    ...gapTables(dossier),
    countsTable(dossier),
    ...seriesTables(dossier, urls),
    ...leadTables(dossier, urls),
  ];
}

function totalsTable(dossier: Dossier, urls: Urls): Table {
  return defineTable(
    {
      name: "totals",
      holds: "one row for each published total, with our own count up to its day by the same rule",
      key: ["id"],
      columns: {
        ...ENTRY_COLUMNS,
        as_of: required(day("day that it counts to")),
        published_by: idIn("actors", "id of the actor who published it"),
        published_by_name: required(text("name of who published it, also where that is no entry")),
        source: required(idIn("sources", "id of the source")),
        qualifier: field("total", "qualifier", "the publisher’s own word: at least, about"),
        killed: field("total", "killed", "people killed, as published"),
        presumed_dead: field("total", "presumedDead"),
        strikes: field("total", "strikes", "strikes, as published"),
        operations: field("total", "operations", "operations, as published"),
        vessels: field("total", "vessels", "vessels, as published"),
        survivors: field("total", "survivors", "survivors, as published"),
        rule: field("total", "rule"),
        counting_rule: required(oneOf(COUNTING_RULE_NAMES, "how we count to compare: the publisher’s rule, where it is known")),
        ...rangeColumns("ours_killed", "people killed by our record up to that day, by that rule"),
        ours_strikes: required(integer("strikes on our record up to that day")),
        ours_vessels: required(integer("vessels on our record up to that day")),
        killed_difference: integer(
          "published minus ours, to the nearer end of our range; 0 inside it, empty for a lower bound that ours reaches",
        ),
        strikes_difference: integer("published strikes minus ours"),
        vessels_difference: integer("published vessels minus ours"),
        standing: required(oneOf(STANDINGS, STANDING_WORDS)),
        explanation: field("total", "explanation"),
        unexplained_killed: integer("the part of killed_difference that is given as unexplained; empty where none is"),
        unexplained_strikes: integer("the part of strikes_difference that is given as unexplained; empty where none is"),
        unexplained_vessels: integer("the part of vessels_difference that is given as unexplained; empty where none is"),
      },
    },
    compareTotals(dossier).all.map(({ total, ledger, killedGap, strikesGap, vesselsGap, standing }) => ({
      ...entryCells(total, urls),
      as_of: total.data.asOf,
      published_by: total.by?.id ?? null,
      published_by_name: totalBy(total),
      source: total.source.id,
      qualifier: total.data.qualifier ?? null,
      killed: total.data.killed ?? null,
      presumed_dead: total.data.presumedDead ?? null,
      strikes: total.data.strikes ?? null,
      operations: total.data.operations ?? null,
      vessels: total.data.vessels ?? null,
      survivors: total.data.survivors ?? null,
      rule: total.data.rule ?? null,
      counting_rule: total.counting.rule,
      ...rangeCells("ours_killed", ledger.killed),
      ours_strikes: ledger.strikes,
      ours_vessels: ledger.vessels,
      killed_difference: killedGap,
      strikes_difference: strikesGap,
      vessels_difference: vesselsGap,
      standing,
      explanation: total.data.explanation ?? null,
      unexplained_killed: total.data.unexplained?.killed ?? null,
      unexplained_strikes: total.data.unexplained?.strikes ?? null,
      unexplained_vessels: total.data.unexplained?.vessels ?? null,
    })),
  );
}

const STANDINGS = ["agrees", "within", "named", "unexplained", "open"];
const STANDING_WORDS =
  "where published and ours stand: agrees; within: a lower bound that ours reaches; named: strikes that are named explain it; unexplained: in whole or in part; open";

function gapTables({ totals }: Dossier): Table[] {
  const total = required(idIn("totals", "id of the published total"));
  return [
    listTable(
      ["total", total],
      {
        name: "total_gaps",
        holds: "one row for each strike or lead that a publisher counts otherwise than we do",
        columns: {
          strike: idIn("strikes", "id of the strike"),
          lead: idIn("leads", "id of the lead, where we count no strike"),
          killed: integer("people killed that the publisher counts more; below zero, fewer"),
          strikes: integer("the same of strikes"),
          vessels: integer("the same of vessels"),
          why: required(text("what the publisher does with it")),
        },
      },
      totals,
      ({ gap }) => gap,
      ({ entry, killed, strikes, vessels, why }) => ({
        strike: entry.kind === "event" ? entry.id : null,
        lead: entry.kind === "lead" ? entry.id : null,
        killed: killed ?? null,
        strikes: strikes ?? null,
        vessels: vessels ?? null,
        why,
      }),
    ),
    defineTable(
      {
        name: "total_exceptions",
        holds: "one row for each strike at which the counting rule of a total does not hold",
        key: ["total", "strike"],
        columns: { total, strike: required(idIn("strikes", "id of the strike")) },
      },
      pairs(["total", "strike"], totals, ({ counting }) => counting.except),
    ),
  ];
}

function countsTable({ strikes }: Dossier): Table {
  const rows = rowsByRule(toCountedStrikes(strikes), regionsOf(strikes));
  return defineTable(
    {
      name: "counts_by_rule",
      holds: "one row for each way to count the dead of our record, in all regions and in each: the numbers of charts/counts-by-rule.csv",
      key: ["rule", "grade", "region"],
      columns: {
        rule: required(
          oneOf(COUNTING_RULE_NAMES, "how the dead are counted: every record as it stands, or with or without those presumed dead"),
        ),
        grade: required(oneOf(GRADE_RULE_NAMES, "which records count: all, or those of sources graded original")),
        region: required(
          text(
            "the sea as the announcements name it, “Not stated” where they name none, “No region on file” where the entry has none, or “All regions”",
          ),
        ),
        ...rangeColumns("killed", "people killed by that rule"),
        without_figure: required(integer("entries that no such record numbers; they add nothing to the two before")),
        strikes: required(integer("strikes, as the entries count them")),
        entries: required(integer("strike entries")),
        vessels: required(integer("vessels struck")),
      },
    },
    rows.flatMap(({ choice, cells }) =>
      cells.map(({ region, sums }) => ({
        rule: choice.rule,
        grade: choice.grade,
        region: region?.name ?? "All regions",
        ...rangeCells("killed", sums.killed),
        without_figure: sums.withoutFigure,
        strikes: sums.strikes,
        entries: sums.operations,
        vessels: sums.vessels,
      })),
    ),
  );
}

const SERIES = required(idIn("series", "id of the series"));

function seriesTables({ series }: Dossier, urls: Urls): Table[] {
  return [
    defineTable(
      {
        name: "series",
        holds: "one row for each series behind a context chart",
        key: ["id"],
        columns: {
          ...ENTRY_COLUMNS,
          title: required(field("series", "title", "its title")),
          unit: required(field("series", "unit", "what its values count")),
          what: field("series", "what", "what is measured"),
        },
      },
      series.map((one) => ({ ...entryCells(one, urls), title: one.data.title, unit: one.data.unit, what: one.data.what ?? null })),
    ),
    listTable(
      ["series", SERIES],
      {
        name: "series_points",
        holds: "one row for each value of a series",
        columns: {
          ...dateColumns("date", "the year, month or day of the value", true),
          value: required(number("the value")),
          qualifier: text("what its source says of it"),
          new_basis: flag("whether the value is on another basis than the one before and not joined to it"),
          source: required(idIn("sources", "id of the source that gives the value")),
        },
      },
      series,
      ({ points }) => points,
      ({ x, y, qualifier, newBasis, source }) => ({
        ...dateCells("date", x),
        value: y,
        qualifier: qualifier ?? null,
        new_basis: newBasis,
        source: source.id,
      }),
    ),
    listTable(
      ["series", SERIES],
      {
        name: "series_caveats",
        holds: "one row for each thing to bear in mind about a series",
        columns: { caveat: required(text("what to bear in mind")) },
      },
      series,
      ({ data }) => data.caveats ?? [],
      (caveat) => ({ caveat }),
    ),
    defineTable(
      {
        name: "series_sources",
        holds: "one row for each source of a series as a whole",
        key: ["series", "source"],
        columns: { series: SERIES, source: required(idIn("sources", "id of the source")) },
      },
      pairs(["series", "source"], series, ({ sources }) => sources),
    ),
  ];
}

function leadTables({ leads }: Dossier, urls: Urls): Table[] {
  const lead = required(idIn("leads", "id of the lead"));
  return [
    leadsTable(leads, urls),
    defineTable(
      {
        name: "lead_events",
        holds: "one row for each timeline entry that a lead bears on",
        key: ["lead", "event"],
        columns: { lead, event: required(idIn("events", "id of the timeline entry")) },
      },
      pairs(["lead", "event"], leads, ({ on }) => on),
    ),
    defineTable(
      {
        name: "lead_sources",
        holds: "one row for each page on which a lead was met; it supports the question and no number",
        key: ["lead", "source"],
        columns: { lead, source: required(idIn("sources", "id of the source")) },
      },
      pairs(["lead", "source"], leads, ({ sources }) => sources),
    ),
  ];
}

function leadsTable(leads: readonly LeadNode[], urls: Urls): Table {
  return defineTable(
    {
      name: "leads",
      holds: "one row for each thing that no citable page supports yet; nothing of it is counted",
      key: ["id"],
      columns: {
        ...ENTRY_COLUMNS,
        kind: required(field("lead", "kind", "what kind of question it is")),
        title: required(field("lead", "title", "its title")),
        ...dateColumns("date", "when it is said to have been"),
        region: field("lead", "region"),
        killed: field("lead", "killed", "people killed, as said"),
        detail: required(field("lead", "detail", "what is known of it")),
        nationality: field("lead", "nationality", "nationality of the people it is about, as said"),
        by_name: field("lead", "byName", "who says so"),
      },
    },
    leads.map((lead) => ({
      ...entryCells(lead, urls),
      kind: lead.data.kind,
      title: lead.data.title,
      ...dateCells("date", lead.date),
      region: lead.data.region ?? null,
      killed: lead.data.killed ?? null,
      detail: lead.data.detail,
      nationality: lead.data.nationality ?? null,
      by_name: lead.data.byName ?? null,
    })),
  );
}
