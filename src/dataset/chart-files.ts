/** What the drawings and the tables beside them show, as CSV, each with a file that says what its columns mean. */
import type { Dossier } from "../graph/nodes.ts";
import type { Kind } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { ACTOR_ENTRIES_COLUMNS, actorEntriesCsv } from "../site/actor-exports.ts";
import {
  DISCLOSURE_COLUMNS,
  disclosureCsv,
  PLACE_COLUMNS,
  placesCsv,
  SERIES_COLUMNS,
  seriesCsv,
  TIMELINE_COLUMNS,
  timelineCsv,
  TOTAL_COLUMNS,
  totalsCsv,
} from "../site/chart-exports.ts";
import { CLAIM_RELATIONS_COLUMNS, CLAIMS_ABOUT_COLUMNS, claimRelationsCsv, claimsAboutCsv } from "../site/claim-exports.ts";
import { COUNTS_BY_RULE_COLUMNS, countsByRuleCsv, SENSITIVITY_COLUMNS, sensitivityCsv } from "../site/count-exports.ts";
import { KNOWN_COLUMNS, knownCsv } from "../site/known-export.ts";
import type { Urls } from "../site/urls.ts";
import { capitalize } from "../site/words.ts";
import { toJson } from "./json-file.ts";
import { DATASET_VERSION } from "./version.ts";

export interface ChartFile {
  /** Name of the file: "totals.csv". */
  name: string;
  /** "one row for each …" */
  holds: string;
  /** Path of the page with the drawing or table. */
  shownOn: string;
  columns: Readonly<Record<string, string>>;
  /** Names of the drawings that show it, as far as the record has something to draw. Left out where the page has a table or a list. */
  drawings?: readonly string[];
  /** The kind of entries that each have a drawing of their rows beside their page. */
  drawnOn?: Kind;
  format(dossier: Dossier, urls: Urls): string;
}

/** A drawing made of a component of the site. */
export interface ChartDrawing {
  /** Name of the file: "totals.svg". */
  name: string;
  title: string;
  svg: string;
}

export const CHART_FILES: readonly ChartFile[] = [
  {
    name: "timeline.csv",
    holds: "one row for each timeline entry, strikes with their dead and the running total",
    shownOn: "timeline/",
    columns: TIMELINE_COLUMNS,
    drawings: ["timeline.svg", "timeline-strikes.svg"],
    format: timelineCsv,
  },
  {
    name: "totals.csv",
    holds: "one row for each published total, with our ledger on its day",
    shownOn: "counts/",
    columns: TOTAL_COLUMNS,
    drawings: ["totals.svg"],
    format: totalsCsv,
  },
  {
    name: "counts-by-rule.csv",
    holds:
      "our own sums by every counting rule, in all regions and in each: the rows of the table counts_by_rule, with the regions also as addresses name them",
    shownOn: "counts/",
    columns: COUNTS_BY_RULE_COLUMNS,
    format: countsByRuleCsv,
  },
  {
    name: "sensitivity.csv",
    holds: "our own sums without each contested or weakly sourced strike, and without all of them",
    shownOn: "counts/",
    columns: SENSITIVITY_COLUMNS,
    format: sensitivityCsv,
  },
  {
    name: "disclosure.csv",
    holds: "for each strike the announcement, later numbers of dead and later developments",
    shownOn: "counts/",
    columns: DISCLOSURE_COLUMNS,
    drawings: ["disclosure.svg", "disclosure-later.svg"],
    format: disclosureCsv,
  },
  {
    name: "known.csv",
    holds: "what became publicly known of each entry, day by day",
    shownOn: "as-of/",
    columns: KNOWN_COLUMNS,
    format: knownCsv,
  },
  {
    name: "series.csv",
    holds: "one row for each value of the context series",
    shownOn: "context/",
    columns: SERIES_COLUMNS,
    drawnOn: "series",
    format: seriesCsv,
  },
  {
    name: "places.csv",
    holds: "one row for each named place",
    shownOn: "context/",
    columns: PLACE_COLUMNS,
    drawings: ["places.svg"],
    format: placesCsv,
  },
  {
    name: "claims-about.csv",
    holds: "one row for each pair of a speaker and an actor whom claims are about, with their number by status",
    shownOn: "claims/",
    columns: CLAIMS_ABOUT_COLUMNS,
    format: claimsAboutCsv,
  },
  {
    name: "claim-relations.csv",
    holds: "one row for each tie between two claims, and for each later development that takes a side on a claim",
    shownOn: "contested/",
    columns: CLAIM_RELATIONS_COLUMNS,
    drawnOn: "claim",
    format: claimRelationsCsv,
  },
  {
    name: "actor-entries.csv",
    holds: "one row for each claim and timeline entry of each actor",
    shownOn: "actors/",
    columns: ACTOR_ENTRIES_COLUMNS,
    drawnOn: "actor",
    format: actorEntriesCsv,
  },
];

/** The drawings of a chart's data that were made. */
export function drawingsOf({ drawings = [] }: ChartFile, made: readonly ChartDrawing[]): ChartDrawing[] {
  return made.filter(({ name }) => drawings.includes(name));
}

/** chartPath("totals.csv") → "charts/totals.csv", below the folder of the dataset. */
export function chartPath(name: string): string {
  return `charts/${name}`;
}

/** metadataName("totals.csv") → "totals.metadata.json" */
export function metadataName(name: string): string {
  return name.replace(/\.csv$/, ".metadata.json");
}

/** What goes with a chart's CSV wherever it goes, as JSON. */
export function formatChartMetadata(
  { name, holds, shownOn, columns }: Pick<ChartFile, "name" | "holds" | "shownOn" | "columns">,
  drawings: readonly Pick<ChartDrawing, "name" | "title">[],
  site: Site,
  urls: Urls,
): string {
  return toJson({
    file: name,
    drawings: drawings.map((drawing) => ({ file: drawing.name, title: drawing.title })),
    title: `${site.title}: ${capitalize(holds)}`,
    page: urls.absolute(urls.page(shownOn)),
    record: { from: site.baseDate, to: site.recordEnds },
    version: DATASET_VERSION,
    licence: site.licence ?? null,
    emptyCell: "No source says; never zero.",
    columns: Object.entries(columns).map(([column, means]) => ({ name: column, means })),
  });
}
