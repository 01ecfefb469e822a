/** Which state of the record a copy of the dataset has: the version of its shape alone does not say, and no clock may. */
import { allNodes, type Dossier } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";
import { sha256 } from "../model/sha256.ts";
import { DATASET_VERSION } from "./version.ts";

export interface Release {
  /** Version of the shape and, as build metadata of semantic versioning, the state of the record: "1.2.0+2026-06-30.9f86d081884c". */
  version: string;
  /** The last day that the record itself names: its end, an analysis, a correction or a withdrawal. */
  day: Day;
  /** SHA-256 of dossier.json in hexadecimal: every change of an entry changes it. */
  sha256: string;
}

/** @param published every entry, the withdrawn ones too; @param dossierJson the file of that name */
export function releaseOf(published: Dossier, dossierJson: Uint8Array): Release {
  const day = lastDayOf(published);
  const sum = sha256(dossierJson);
  return { version: `${DATASET_VERSION}+${day}.${sum.slice(0, 12)}`, day, sha256: sum };
}

function lastDayOf(published: Dossier): Day {
  const days = [
    ...published.articles.flatMap(({ data }) => [data.published, data.updated]),
    ...published.corrections.map(({ data }) => data.date),
    ...allNodes(published).map(({ data }) => data.withdrawn?.date),
  ];
  return days.reduce<Day>((last, day) => (day && day > last ? day : last), published.site.recordEnds);
}
