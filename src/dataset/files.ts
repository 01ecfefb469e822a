/** The files of the dataset, with what each holds. Every body is made once in a build; the same content gives the same bytes. */
import { csvParseRows } from "d3-dsv";
import { zipSync } from "fflate";
import { findLatestChanges } from "../graph/latest-changes.ts";
import { allNodes, type Dossier } from "../graph/nodes.ts";
import { onceFor } from "../graph/once-for.ts";
import { KIND_NAMES, KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { searchDocuments } from "../search/documents.ts";
import { entriesOf, exportDossier, exportKind, exportSchema } from "./entry-files.ts";
import { entryName } from "../site/claim-words.ts";
import type { Urls } from "../site/urls.ts";
import { CHART_FILES, chartPath, drawingsOf, formatChartMetadata, metadataName, type ChartDrawing } from "./chart-files.ts";
import { formatCitation } from "./citation.ts";
import { formatCodebook } from "./codebook.ts";
import { formatCsv } from "./csv-file.ts";
import { describePackage, packageName, type Measured } from "./datapackage.ts";
import { formatGeojson } from "./geojson-file.ts";
import { formatJson, formatList, toJson } from "./json-file.ts";
import { formatReadme } from "./readme.ts";
import { releaseOf, type Release } from "./release.ts";
import { sha256 } from "../model/sha256.ts";
import { formatSqlite } from "./sqlite-file.ts";
import { datasetTables } from "./tables.ts";
import { DATASET_FOLDER } from "./version.ts";

export interface DatasetFile {
  /** Below the folder of the dataset: "claims.csv". */
  name: string;
  mediaType: string;
  /** As the middle of a sentence. */
  holds: string;
  /** Rows of a table, entries of a list; null where there are none to count. */
  rows: number | null;
  bytes(): Uint8Array;
}

const CSV = "text/csv; charset=utf-8; header=present";
const JSON_TYPE = "application/json; charset=utf-8";
const MARKDOWN = "text/markdown; charset=utf-8";
const SVG = "image/svg+xml; charset=utf-8";
const PLAIN = "text/plain; charset=utf-8";

/**
 * Those of what stands, `dossier`; `published` has every entry, the withdrawn ones too, and `drawings` are those that go with the data of the charts.
 * Their bytes are made when they are asked for. Pages that ask wait for the drawings too, which a build makes each time, and them with it.
 */
export const datasetFiles = onceFor(listFiles);

function listFiles(dossier: Dossier, published: Dossier, drawings: readonly ChartDrawing[], urls: Urls): readonly DatasetFile[] {
  const { site } = dossier;
  const tables = datasetTables(dossier, urls);
  const home = urls.absolute(urls.page("data/"));
  const folder = urls.absolute(urls.page(DATASET_FOLDER));
  const changes = listChanges(dossier, urls);
  const withdrawn = listWithdrawn(published, urls);
  const whole = textFile("dossier.json", JSON_TYPE, "every entry as the editors wrote it, by folder", allNodes(dossier).length, () =>
    exportDossier(dossier, urls),
  );
  const release = releaseOf(published, whole.bytes());
  const data = [
    ...tables.map((table) => textFile(`${table.name}.csv`, CSV, table.holds, table.rows.length, () => formatCsv(table))),
    ...tables.map((table) => textFile(`${table.name}.json`, JSON_TYPE, table.holds, table.rows.length, () => formatJson(table))),
    ...CHART_FILES.map((chart) => {
      const text = chart.format(dossier, urls);
      return textFile(chartPath(chart.name), CSV, chart.holds, csvParseRows(text).length - 1, () => text);
    }),
    ...CHART_FILES.map((chart) =>
      textFile(chartPath(metadataName(chart.name)), JSON_TYPE, `what the columns of ${chart.name} mean`, null, () =>
        formatChartMetadata(chart, drawingsOf(chart, drawings), site, urls),
      ),
    ),
    ...drawings.map(({ name, title, svg }) => textFile(chartPath(name), SVG, `the drawing “${title}”`, null, () => svg)),
    ...KIND_NAMES.map((kind) =>
      textFile(
        `entries/${KINDS[kind].folder}.json`,
        JSON_TYPE,
        `the ${KINDS[kind].many} as the editors wrote them`,
        entriesOf(dossier, kind).length,
        () => exportKind(dossier, kind, urls),
      ),
    ),
    ...KIND_NAMES.map((kind) =>
      textFile(
        `schema/${KINDS[kind].folder}.json`,
        "application/schema+json; charset=utf-8",
        `what entries/${KINDS[kind].folder}.json is valid by`,
        null,
        () => exportSchema(kind, urls),
      ),
    ),
    whole,
    file("dataset.sqlite", "application/vnd.sqlite3", "every table with its keys, and the full text of the entries for search", null, () =>
      formatSqlite(tables, searchDocuments(dossier)),
    ),
    textFile("places.geojson", "application/geo+json", "the named places, with how exact each is", dossier.places.length, () =>
      formatGeojson(dossier, urls),
    ),
    textFile("changes.json", JSON_TYPE, "what became known when, and every correction, newest first", changes.length, () =>
      formatList(changes),
    ),
    textFile("withdrawn.json", JSON_TYPE, "what was withdrawn, when and why", withdrawn.length, () => formatList(withdrawn)),
    textFile("codebook.md", MARKDOWN, "every table and column in words", null, () => formatCodebook(site, tables)),
    textFile("README.md", MARKDOWN, "what this is, and what to bear in mind", null, () => formatReadme(site, release, home)),
    textFile("CITATION.cff", PLAIN, "how to cite it", null, () => formatCitation(site, release, home)),
  ];
  const measure = measureOf(data);
  const descriptor = textFile("datapackage.json", JSON_TYPE, "the tables, columns and keys as a Data Package, version 2", null, () =>
    toJson(describePackage(site, release, tables, home, folder, measure)),
  );
  const described = [...data, descriptor];
  const sums = textFile("SHA256SUMS", PLAIN, "the SHA-256 of each file but itself and the archive", null, () => formatSums(described));
  const all = [...described, sums];
  const archive = file(`${packageName(site)}.zip`, "application/zip", "all of these in one archive, in one folder", null, () =>
    zip(all, archiveFolder(site, release), site.recordEnds),
  );
  return [...all, archive];
}

function textFile(name: string, mediaType: string, holds: string, rows: number | null, format: () => string): DatasetFile {
  return file(name, mediaType, holds, rows, () => new TextEncoder().encode(format()));
}

function file(name: string, mediaType: string, holds: string, rows: number | null, format: () => Uint8Array): DatasetFile {
  let made: Uint8Array | undefined;
  return { name, mediaType, holds, rows, bytes: () => (made ??= format()) };
}

function measureOf(files: readonly DatasetFile[]): (name: string) => Measured {
  const byName = new Map(files.map((one) => [one.name, one]));
  return (name) => {
    const bytes = byName.get(name)?.bytes();
    if (!bytes) throw new Error(`the dataset has no file ${name}`);
    return { bytes: bytes.length, sha256: sha256(bytes) };
  };
}

function formatSums(files: readonly DatasetFile[]): string {
  return files.map(({ name, bytes }) => `${sha256(bytes())}  ${name}\n`).join("");
}

/** archiveFolder(site, release) → "soundings-u-s-strikes-at-sea-1.2.0+2026-06-30.9f86d081884c": two states of the record lie beside each other. */
function archiveFolder(site: Site, { version }: Release): string {
  return `${packageName(site)}-${version}`;
}

/** Dated by the end of the record and not by a clock; an archive has local times, so the day is made as a local one. */
function zip(files: readonly DatasetFile[], folder: string, recordEnds: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = recordEnds.split("-").map(Number);
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [`${folder}/${name}`, bytes()]));
  return zipSync(entries, { level: 9, mtime: new Date(year, month - 1, day) });
}

function listChanges(dossier: Dossier, urls: Urls): object[] {
  const learned = findLatestChanges(dossier, Infinity).map(({ day, node, development }) => ({
    day,
    change: development === null ? "known" : "development",
    kind: node.kind,
    id: node.id,
    page: urls.absolute(urls.hrefFor(node)),
    what: development ?? entryName(node),
  }));
  const corrected = dossier.corrections.map((correction) => ({
    day: correction.data.date,
    change: "correction",
    kind: correction.entry.kind,
    id: correction.entry.id,
    page: urls.absolute(urls.hrefFor(correction)),
    what: correction.data.now,
  }));
  return [...learned, ...corrected].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)); // stable: equals stay in order
}

function listWithdrawn(published: Dossier, urls: Urls): object[] {
  return allNodes(published).flatMap((node) => {
    const { withdrawn } = node.data;
    return withdrawn ? [{ kind: node.kind, id: node.id, page: urls.absolute(urls.hrefFor(node)), ...withdrawn }] : [];
  });
}
