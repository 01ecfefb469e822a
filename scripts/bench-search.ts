/**
 * Part of `npm run bench`, alone with `-- --search`: our search beside others on the published content, with all queries of the
 * retrieval benchmark. Only reports; tests/unit/retrieval.test.ts holds what our search has to find.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { checkContent } from "../src/check/check-content.ts";
import { readContent } from "../src/load/read-content.ts";
import { readSettings } from "../src/load/settings.ts";
import { searchDocuments } from "../src/search/documents.ts";
import { formatEntries, formatTexts, type SearchDocument } from "../src/search/index-file.ts";
import { readQueries, type RetrievalQuery } from "../tests/retrieval/read-queries.ts";
import { launchServer } from "../tests/setup/chromium.ts";
import { growthTable } from "./bench-search/growth.ts";
import type { Measures } from "./bench-search/measures.ts";
import { installPackages } from "./bench-search/packages.ts";
import { measurePagefind, type Feed } from "./bench-search/pagefind.ts";
import { engineTable, fullWords, kindTable, missedWords } from "./bench-search/report.ts";
import { measureScriptEngine, scriptEngines } from "./bench-search/script-engines.ts";

const FEEDS: Feed[] = ["records", "headings"];

export async function benchSearch(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
  try {
    const packages = join(folder, "packages");
    await installPackages(packages);
    const documents = searchDocuments(checkContent(readContent(readSettings(process.env).contentDir)).dossier);
    const queries = readQueries();
    const files = { entries: formatEntries(documents), texts: formatTexts(documents) };
    const scripts: Measures[] = [];
    for (const engine of await scriptEngines(packages)) scripts.push(await measureScriptEngine(engine, files, queries, packages));
    const pagefinds = await benchPagefind(documents, queries, folder, packages);
    console.log(`\nThe search, ${queries.length} queries over ${documents.length} entries; ${HEAD_WORDS}\n`);
    console.log(engineTable([...scripts, ...pagefinds], queries));
    const [ours] = scripts;
    if (!ours) throw new Error("benchSearch: no engine was measured");
    console.log(
      `\nOurs, as in the browser, on the tuned queries:\n\n${kindTable(ours, queries)}\n\n${missedWords(ours, queries)}\n${fullWords(ours)}`,
    );
    console.log(`\nOurs without full texts as the record grows, searched for titles of its entries:\n`);
    console.log(await growthTable(documents, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const HEAD_WORDS = "KB gzipped, median and most of a first query and median of the next; milliseconds, of Pagefind in a browser.";

async function benchPagefind(
  documents: readonly SearchDocument[],
  queries: readonly RetrievalQuery[],
  folder: string,
  packages: string,
): Promise<Measures[]> {
  const server = await launchServer();
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const list: Measures[] = [];
    for (const feed of FEEDS)
      list.push(await measurePagefind(browser, feed, documents, queries, packages, join(folder, `pagefind-${feed}`)));
    return list;
  } finally {
    await browser.close();
    await server.close();
  }
}
