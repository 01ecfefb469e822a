/** Pagefind in a browser over a small static server: its index is many files, of which a query loads those that it needs. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import type { SearchDocument } from "../../src/search/index-file.ts";
import type { RetrievalQuery } from "../../tests/retrieval/read-queries.ts";
import { DEPTH, entryOf } from "../../tests/retrieval/score.ts";
import { createSiteHandler } from "../serve.ts";
import { median, ranksOf, type Measures } from "./measures.ts";

/** Results whose file is loaded with a query, as Pagefind's own page does. */
const SHOWN = 5;
const RUNS = 5;
/** One query in so many is the first on a page of its own, and the one after it the next. */
const WEIGHED = 6;
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pagefind</title><body></body></html>`;

/** "records": one text for each entry; "headings": a page, whose heading Pagefind weighs more than the rest. */
export type Feed = "records" | "headings";

/** The part of its interface that is used here: in this process, and in the page. */
interface PagefindIndex {
  addCustomRecord(record: { url: string; content: string; language: string; meta: { title: string } }): Promise<{ errors: string[] }>;
  addHTMLFile(file: { url: string; content: string }): Promise<{ errors: string[] }>;
  getFiles(): Promise<{ errors: string[]; files: { path: string; content: Uint8Array }[] }>;
}
interface PagefindPackage {
  createIndex(options: { forceLanguage: string }): Promise<{ errors: string[]; index?: PagefindIndex }>;
  close(): Promise<null>;
}
interface PagefindInPage {
  init(): Promise<void>;
  search(text: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}
declare global {
  var pagefind: PagefindInPage;
}

/** @param folder where the packages are; @param site an empty folder for the index and a page */
export async function measurePagefind(
  browser: Browser,
  feed: Feed,
  documents: readonly SearchDocument[],
  queries: readonly RetrievalQuery[],
  folder: string,
  site: string,
): Promise<Measures> {
  await writeIndex(feed, documents, folder, site);
  const loaded: string[] = [];
  const serve = createSiteHandler(site, "/");
  const http = createServer((request, response) => {
    const { url = "" } = request;
    if (url.startsWith("/pagefind/")) loaded.push(url);
    serve(request, response);
  });
  await new Promise<void>((resolve) => void http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo; // it listens on a port, so the address is no pipe
  const address = `http://127.0.0.1:${port}/`;
  try {
    const { results, times } = await inFreshPage(browser, address, (page) => searchAll(page, queries));
    const makes: number[] = [];
    for (let i = 0; i < RUNS; i++) makes.push(await inFreshPage(browser, address, startPagefind));
    const first: number[] = [];
    const next: number[] = [];
    const takeBytes = () => weighFiles(site, loaded.splice(0));
    for (const [i, { q }] of queries.entries()) {
      if (i % WEIGHED !== 0) continue;
      await inFreshPage(browser, address, async (page) => {
        loaded.length = 0;
        await startPagefind(page);
        await searchOnce(page, q);
        first.push(await takeBytes());
        await searchOnce(page, queries[i + 1]?.q ?? "");
        next.push(await takeBytes());
      });
    }
    return { name: `Pagefind, ${feed}`, ...ranksOf(queries, results), first, next, make: median(makes), times };
  } finally {
    http.closeAllConnections();
    http.close();
  }
}

async function writeIndex(feed: Feed, documents: readonly SearchDocument[], folder: string, site: string): Promise<void> {
  const { createIndex, close } = (await import(pathToFileURL(join(folder, "node_modules/pagefind/lib/index.js")).href)) as PagefindPackage;
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
  const faults: string[] = [];
  for (const one of documents) {
    const { title, names, quote, dates, facts, summary, text } = one;
    const url = `/${entryOf(one)}/`;
    const parts = [...names, quote, ...facts, dates, summary, text].filter(Boolean);
    const added =
      feed === "records"
        ? await index.addCustomRecord({ url, content: [title, ...parts].join("\n\n"), language: "en", meta: { title } })
        : await index.addHTMLFile({ url, content: pageOf(title, parts) });
    faults.push(...added.errors);
  }
  const { files, errors: losses } = await index.getFiles();
  if (faults.length + losses.length > 0) throw new Error(`Pagefind's index failed: ${[...faults, ...losses].join("; ")}`);
  for (const { path, content } of files) {
    const target = join(site, "pagefind", path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  for (const name of ["index.html", "404.html"]) await writeFile(join(site, name), PAGE);
  await close();
}

function pageOf(title: string, parts: readonly string[]): string {
  const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = parts.map((part) => `<p>${escape(part)}</p>`).join("");
  return `<!doctype html><html lang="en"><title>${escape(title)}</title><body><h1>${escape(title)}</h1>${paragraphs}</body></html>`;
}

async function inFreshPage<T>(browser: Browser, address: string, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await act(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds until it can answer; its files come from this machine. */
function startPagefind(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const script = "/pagefind/pagefind.js";
    globalThis.pagefind = (await import(script)) as PagefindInPage; // Pagefind's own script
    await globalThis.pagefind.init();
    return performance.now() - start;
  });
}

/** Entries, best first, and milliseconds until those shown are there. */
function searchOnce(page: Page, text: string, depth = SHOWN): Promise<{ results: string[]; time: number }> {
  return page.evaluate(
    async ({ text, shown, depth }) => {
      const start = performance.now();
      const { results } = await globalThis.pagefind.search(text);
      const data = await Promise.all(results.slice(0, shown).map((result) => result.data()));
      const time = performance.now() - start;
      data.push(...(await Promise.all(results.slice(shown, depth).map((result) => result.data()))));
      return { results: data.map(({ url }) => url.replace(/^\/|\/$/g, "")), time };
    },
    { text, shown: SHOWN, depth },
  );
}

async function searchAll(page: Page, queries: readonly RetrievalQuery[]): Promise<{ results: string[][]; times: number[] }> {
  await startPagefind(page);
  const all: { results: string[]; time: number }[] = [];
  for (const { q } of queries) all.push(await searchOnce(page, q, DEPTH));
  return { results: all.map(({ results }) => results), times: all.map(({ time }) => time) };
}

/** Bytes over the wire; most of its files are compressed already. */
async function weighFiles(site: string, urls: readonly string[]): Promise<number> {
  const files = await Promise.all(urls.map((url) => readFile(join(site, new URL(url, "http://x").pathname))));
  return files.reduce((sum, file) => sum + Math.min(file.length, gzipSync(file).length), 0);
}
