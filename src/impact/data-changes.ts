/** Which files of the dataset a change alters. */
import { checkContent } from "../check/check-content.ts";
import { CHART_FILES, chartPath } from "../dataset/chart-files.ts";
import { datasetFiles } from "../dataset/files.ts";
import { DATASET_FOLDER } from "../dataset/version.ts";
import { allNodes, type Dossier } from "../graph/nodes.ts";
import { setAsideWithdrawn, stands } from "../graph/withdrawn.ts";
import type { Urls } from "../site/urls.ts";
import type { ListChange } from "./list-changes.ts";
import type { Side } from "./pair-entries.ts";

/**
 * Both sides are made and compared, so that nothing has to say on what a file rests. Only files with rows are named, and the drawings of
 * those: the others describe these or hold them all.
 */
export function compareData(before: Side, after: Side, urls: Urls): ListChange[] {
  if (![before, after].every(({ check }) => isWhole(check.dossier))) {
    return [{ pages: [urls.page(`${DATASET_FOLDER}…`)], because: ["not compared: an entry names one that is missing or invalid"] }];
  }
  const [was, is] = [dataOf(before, urls), dataOf(after, urls)];
  const names = [...new Set([...is.keys(), ...was.keys()])].filter((name) => was.get(name) !== is.get(name));
  const drawings = CHART_FILES.filter(({ name }) => names.includes(chartPath(name))).flatMap((chart) =>
    (chart.drawings ?? []).map(chartPath),
  );
  return names.length > 0
    ? [{ pages: [...names, ...drawings].map((name) => urls.page(`${DATASET_FOLDER}${name}`)), because: ["the same entries as data"] }]
    : [];
}

/** In a dossier with errors, what an entry cannot be without may be missing; no data is made of that. */
function isWhole({ claims, totals, corrections }: Dossier): boolean {
  return claims.every(({ assertedBy }) => assertedBy) && totals.every(({ source }) => source) && corrections.every(({ entry }) => entry);
}

/** The texts of the files with rows, by name. */
function dataOf({ check, content }: Side, urls: Urls): Map<string, string> {
  // What is withdrawn is taken out of the entries themselves, which the rest of the report still needs.
  const published = allNodes(check.dossier).every(stands) ? check.dossier : checkContent(content).dossier;
  const files = datasetFiles(setAsideWithdrawn(published), published, [], urls).filter(({ rows }) => rows !== null);
  return new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes()).toString("latin1")]));
}
