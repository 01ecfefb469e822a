/** The files that the page about the data offers, with what each holds and how large it is. */
import { csvParseRows } from "d3-dsv";
import type { Dossier } from "../graph/nodes.ts";
import { formatBytes } from "../model/numbers.ts";
import { KIND_NAMES, KINDS } from "../model/kinds.ts";
import { disclosureCsv, placesCsv, seriesCsv, timelineCsv, totalsCsv } from "./chart-exports.ts";
import { actorEntriesCsv } from "./actor-exports.ts";
import { countsByRuleCsv, sensitivityCsv } from "./count-exports.ts";
import { claimRelationsCsv, claimsAboutCsv } from "./claim-exports.ts";
import { casualtiesCsv, entriesOf, exportDossier, exportKind, strikesCsv } from "./exports.ts";
import { knownCsv } from "./known-export.ts";
import type { Urls } from "./urls.ts";

export interface Download {
  /** Path below the site: "data/claims.json". */
  path: string;
  file: string;
  holds: string;
  rows: number;
  size: string;
  /** Path of the JSON schema, where the file has one. */
  schema: string | null;
}

export interface Downloads {
  whole: Download;
  tables: Download[];
  kinds: Download[];
}

/** @param dossier what the tables count; @param published every entry, the withdrawn ones too, as the JSON files have them. */
export function listDownloads(dossier: Dossier, published: Dossier, urls: Urls): Downloads {
  const entry = (file: string, holds: string, rows: number, text: string, schema: string | null = null): Download => ({
    path: `data/${file}`,
    file,
    holds,
    rows,
    size: formatBytes(new TextEncoder().encode(text).length),
    schema,
  });
  const table = (file: string, holds: string, text: string) => entry(file, holds, csvParseRows(text).length - 1, text);
  const kinds = KIND_NAMES.map((kind) => {
    const { folder, many } = KINDS[kind];
    return entry(
      `${folder}.json`,
      many,
      entriesOf(published, kind).length,
      exportKind(published, kind, urls),
      `data/schema/${folder}.json`,
    );
  });
  const records = dossier.strikes.reduce((sum, { strike }) => sum + strike.casualties.length, 0);
  return {
    whole: entry(
      "dossier.json",
      "everything below in one file, by folder",
      kinds.reduce((sum, { rows }) => sum + rows, 0),
      exportDossier(published, urls),
    ),
    tables: [
      entry(
        "strikes.csv",
        "one row for each strike entry, with the range over its records",
        dossier.strikes.length,
        strikesCsv(dossier, urls),
      ),
      entry("casualty-records.csv", "one row for what each source reports of each strike", records, casualtiesCsv(dossier)),
      table("timeline.csv", "one row for each timeline entry, strikes with their dead and the running total", timelineCsv(dossier, urls)),
      table("totals.csv", "one row for each published total, with our ledger on its day", totalsCsv(dossier, urls)),
      table("counts-by-rule.csv", "our own sums by every counting rule, in all regions and in each", countsByRuleCsv(dossier)),
      table(
        "sensitivity.csv",
        "our own sums without each contested or weakly sourced strike, and without all of them",
        sensitivityCsv(dossier),
      ),
      table("known.csv", "what became publicly known of each entry, day by day", knownCsv(dossier)),
      table("disclosure.csv", "for each strike the announcement, later numbers of dead and later developments", disclosureCsv(dossier)),
      table("series.csv", "one row for each value of the context series", seriesCsv(dossier)),
      table("places.csv", "one row for each named place", placesCsv(dossier)),
      table(
        "claims-about.csv",
        "one row for each pair of a speaker and an actor whom claims are about, with their number by status",
        claimsAboutCsv(dossier),
      ),
      table(
        "claim-relations.csv",
        "one row for each tie between two claims, and for each later development that takes a side on a claim",
        claimRelationsCsv(dossier),
      ),
      table("actor-entries.csv", "one row for each claim and timeline entry of each actor", actorEntriesCsv(dossier)),
    ],
    kinds,
  };
}
