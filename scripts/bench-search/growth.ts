/** What our search costs as the record grows: on the published content, and on invented dossiers. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { createEngine } from "../../src/search/engine.ts";
import { formatEntries, formatTexts, readDocuments, type SearchDocument } from "../../src/search/index-file.ts";
import { writeDossier } from "../bench-dossier.ts";
import { median, shareOf } from "./measures.ts";
import { formatTable, kilobytes } from "./report.ts";

const SIZES = [1000, 10_000];
/** The published entries so many times over: the words of a real record where the invented one has two dozen. */
const TIMES = 8;
/** Titles that are searched for, spread over the record. */
const SEARCHES = 100;

/** @param folder for the invented dossiers */
export async function growthTable(published: readonly SearchDocument[], folder: string): Promise<string> {
  const many = Array.from({ length: TIMES }, () => published).flat();
  // What is there twice is compressed away, so that the bytes of the many say nothing.
  const rows = [growthRow("published", published), { ...growthRow(`published, ${TIMES} times`, many), ...NO_BYTES }];
  for (const size of SIZES) {
    const content = join(folder, `content-${size}`);
    await writeDossier(content, size);
    rows.push(growthRow("invented", searchDocuments(checkContent(readContent(content)).dossier)));
  }
  return formatTable(rows);
}

const NO_BYTES = { "entries KB": "", "bytes an entry": "", "texts KB": "" };

function growthRow(record: string, documents: readonly SearchDocument[]): Record<string, string> {
  const entries = formatEntries(documents);
  const bytes = gzipSync(entries).length;
  const start = performance.now();
  const engine = createEngine(readDocuments(JSON.parse(entries)));
  const make = performance.now() - start;
  const step = Math.max(1, Math.floor(documents.length / SEARCHES));
  const times = documents
    .filter((_, at) => at % step === 0)
    .map(({ title }) => {
      const start = performance.now();
      engine.search(title);
      return performance.now() - start;
    });
  return {
    record,
    entries: String(documents.length),
    "entries KB": kilobytes(bytes),
    "bytes an entry": (bytes / documents.length).toFixed(0),
    "texts KB": kilobytes(gzipSync(formatTexts(documents)).length),
    "make ms": make.toFixed(0),
    "title ms": median(times).toFixed(1),
    "p95 ms": shareOf(times, 0.95).toFixed(1),
  };
}
