/** Engines that are a script and an index made in the page: ours, MiniSearch as it comes, Orama. All of them load our two files. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import MiniSearch, { type SearchOptions } from "minisearch";
import { createEngine, type Engine } from "../../src/search/engine.ts";
import { readDocuments, type SearchDocument } from "../../src/search/index-file.ts";
import { searchAsInBrowser } from "../../tests/retrieval/as-in-browser.ts";
import type { RetrievalQuery } from "../../tests/retrieval/read-queries.ts";
import { DEPTH, entryOf } from "../../tests/retrieval/score.ts";
import { median, ranksOf, type Measures } from "./measures.ts";
import { weighScript } from "./packages.ts";

/** As JSON. */
export interface SearchFiles {
  entries: string;
  texts: string;
}

interface Found {
  /** Best first. */
  documents: SearchDocument[];
  /** Whether the full texts were read. */
  isFull: boolean;
}

export interface ScriptEngine {
  name: string;
  /** A module with all that the engine runs in the page, and the folder that its imports are resolved from. */
  source: string;
  root: string;
  make: (files: SearchFiles) => (text: string) => Found;
}

const RUNS = 5;
const SEARCH = join(process.cwd(), "src/search");
const READER = `export { readDocuments } from ${JSON.stringify(join(SEARCH, "index-file.ts"))};`;
const OURS = `export { createEngineInSteps, needsTexts } from ${JSON.stringify(join(SEARCH, "engine.ts"))};`;
/** What others have to search in: all that ours has, in the four fields that everybody would make. */
const FIELDS = ["title", "names", "summary", "text"] as const;
/** An entry under its place among the documents. */
type Plain = { id: string } & Record<(typeof FIELDS)[number], string>;

/** @param folder where the packages are */
export async function scriptEngines(folder: string): Promise<ScriptEngine[]> {
  const root = process.cwd();
  const orama = (await import(pathToFileURL(join(folder, "node_modules/@orama/orama/dist/esm/index.js")).href)) as Orama;
  const ours = { source: OURS + READER, root };
  const miniSearch = { source: `export { default } from "minisearch";${READER}`, root };
  const oramas = { source: `export { create, insertMultiple, search } from "@orama/orama";${READER}`, root: folder };
  return [
    { ...ours, name: "ours, as in the browser", make: makeOurs },
    { ...ours, name: "ours, full texts always", make: (files) => findIn(createEngine(readFull(files)), true) },
    { ...ours, name: "ours, never full texts", make: (files) => findIn(createEngine(readEntries(files)), false) },
    { ...miniSearch, name: "MiniSearch, defaults", make: (files) => makeMiniSearch(files, {}) },
    { ...miniSearch, name: "MiniSearch, prefix, fuzzy 0.2", make: (files) => makeMiniSearch(files, { prefix: true, fuzzy: 0.2 }) },
    { ...oramas, name: "Orama, tolerance 0", make: (files) => makeOrama(orama, files, 0) },
    { ...oramas, name: "Orama, tolerance 1", make: (files) => makeOrama(orama, files, 1) },
  ];
}

export async function measureScriptEngine(
  engine: ScriptEngine,
  files: SearchFiles,
  queries: readonly RetrievalQuery[],
  folder: string,
): Promise<Measures> {
  const script = await weighScript(engine.source, engine.root, folder);
  const entries = gzipSync(files.entries).length;
  const texts = gzipSync(files.texts).length;
  const search = engine.make(files);
  const makes = Array.from({ length: RUNS }, () => timeOf(() => engine.make(files)));
  // The first time round also makes what an engine keeps for the next search, and lets the machine compile.
  const found = queries.map(({ q }) => search(q));
  const results = found.map(({ documents }) => documents.slice(0, DEPTH).map(entryOf));
  const isFull = (i: number) => found.at(i)?.isFull ?? false;
  return {
    name: engine.name,
    ...ranksOf(queries, results),
    first: queries.map((_, i) => script + entries + (isFull(i) ? texts : 0)),
    next: queries.map((_, i) => (isFull(i) && !isFull(i - 1) ? texts : 0)),
    make: median(makes),
    times: queries.map(({ q }) => median(Array.from({ length: RUNS }, () => timeOf(() => search(q))))),
  };
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function readFull({ entries, texts }: SearchFiles): SearchDocument[] {
  return readDocuments(JSON.parse(entries), JSON.parse(texts));
}

function readEntries({ entries }: SearchFiles): SearchDocument[] {
  return readDocuments(JSON.parse(entries));
}

/** The engine with the full texts is made when a query first needs it. */
function makeOurs(files: SearchFiles): (text: string) => Found {
  let full: Engine | undefined;
  const lazy: Engine = { documents: [], search: (text) => (full ??= createEngine(readFull(files))).search(text) };
  const search = searchAsInBrowser(createEngine(readEntries(files)), lazy);
  return (text) => {
    const { hits, isFull } = search(text);
    return { documents: hits.map(({ document }) => document), isFull };
  };
}

function findIn(engine: Engine, isFull: boolean): (text: string) => Found {
  return (text) => ({ documents: engine.search(text).map(({ document }) => document), isFull });
}

function recordOf({ title, names, quote, dates, facts, summary, text }: SearchDocument, at: number): Plain {
  return { id: String(at), title, names: names.join("\n"), summary: [quote, ...facts, dates, summary].join("\n"), text };
}

function makeMiniSearch(files: SearchFiles, options: SearchOptions): (text: string) => Found {
  const documents = readFull(files);
  const index = new MiniSearch<Plain>({ fields: [...FIELDS] });
  index.addAll(documents.map(recordOf));
  return (text) => foundAt(documents, index.search(text, options));
}

/** The part of its interface that is used here. */
interface Orama {
  create(options: { schema: Record<string, "string"> }): object;
  insertMultiple(index: object, records: Plain[]): unknown;
  search(index: object, query: { term: string; tolerance: number; limit: number }): { hits: { id: string }[] };
}

function makeOrama({ create, insertMultiple, search }: Orama, files: SearchFiles, tolerance: number): (text: string) => Found {
  const documents = readFull(files);
  const index = create({ schema: { title: "string", names: "string", summary: "string", text: "string" } });
  insertMultiple(index, documents.map(recordOf));
  return (term) => foundAt(documents, search(index, { term, tolerance, limit: DEPTH }).hits);
}

/** @param hits by the place of their document, as `recordOf` named them */
function foundAt(documents: readonly SearchDocument[], hits: readonly { id: unknown }[]): Found {
  return { documents: hits.flatMap(({ id }) => documents[Number(id)] ?? []), isFull: true };
}
