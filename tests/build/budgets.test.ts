/** The byte budgets of a reader's browser; sizes after gzip, 1 KB being 1,024 bytes. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { readPages, type Page } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";

const KB = 1024;
const { dir, base } = SITES["at the root"];
const pages = await readPages(dir);
const gzipped = new Map<string, Promise<number>>();

interface Weight {
  path: string;
  /** HTML and the stylesheets it links. */
  markup: number;
  /** Scripts it loads with all that they import; code loaded on demand is not in it. */
  script: number;
}

const weights = await Promise.all(pages.map(weigh));
await mkdir(".test-output", { recursive: true });
await writeFile(".test-output/weights.json", JSON.stringify(weights, null, 1));

describe.each([
  { kind: "claim", pattern: /^claims\/.+/ },
  { kind: "actor", pattern: /^actors\/.+/ },
  { kind: "event", pattern: /^timeline\/.+/ },
  { kind: "source", pattern: /^sources\/.+/ },
])("the $kind pages", ({ pattern }) => {
  const own = weights.filter(({ path }) => pattern.test(path));

  test("weigh at most 14 KB in the median, so that the first round trip renders them", () => {
    expect(median(own.map(({ markup }) => markup))).toBeLessThanOrEqual(14 * KB);
  });

  test("load at most 5 KB of script", () => {
    expect(own.filter(({ script }) => script > 5 * KB)).toEqual([]);
  });
});

describe.each([
  { kind: "article", pattern: /^$|^analysis\/.+/, markup: 45, script: 8 },
  { kind: "timeline", pattern: /^timeline\/$/, markup: 60, script: 25 },
])("the $kind", ({ pattern, markup, script }) => {
  test(`keeps to ${markup} KB of HTML and CSS and ${script} KB of script`, () => {
    const own = weights.filter(({ path }) => pattern.test(path));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((weight) => weight.markup > markup * KB || weight.script > script * KB)).toEqual([]);
  });
});

test("the first search loads at most 100 KB of script and index, and the full texts are as large again at most", async () => {
  const page = weights.find(({ path }) => path === "search/");
  const entries = await gzipSize("search/entries.json");
  expect((page?.script ?? Infinity) + entries).toBeLessThanOrEqual(100 * KB);
  expect(await gzipSize("search/texts.json")).toBeLessThanOrEqual(100 * KB);
});

test("the fonts weigh at most 90 KB in all", async () => {
  const fonts = (await listFiles(dir)).filter((file) => /\.(woff2?|ttf|otf)$/.test(file));
  const sizes = await Promise.all(fonts.map(async (file) => (await readFile(join(dir, file))).length));
  expect(fonts.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90 * KB);
});

async function weigh(page: Page): Promise<Weight> {
  const links = (name: string, where: (attributes: ReadonlyMap<string, string>) => boolean, wanted: string) =>
    page.tags.flatMap((tag) => (tag.name === name && where(tag.attributes) ? [(tag.attributes.get(wanted) ?? "").slice(base.length)] : []));
  const sheets = new Set(links("link", (attributes) => attributes.get("rel") === "stylesheet", "href"));
  const scripts = new Set(links("script", (attributes) => attributes.has("src"), "src"));
  for (const script of scripts) for (const imported of await importsOf(script)) scripts.add(imported); // a Set goes on over what is added
  const inline = page.tags.filter(
    (tag) => tag.name === "script" && !tag.closing && !tag.attributes.has("src") && !/json/.test(tag.attributes.get("type") ?? ""),
  );
  return {
    path: page.path,
    markup: gzipSync(page.html).length + (await total(sheets)),
    script: (await total(scripts)) + inline.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
  };
}

async function total(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(gzipSize));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function gzipSize(file: string): Promise<number> {
  const size = gzipped.get(file) ?? readFile(join(dir, file)).then((bytes) => gzipSync(bytes).length);
  gzipped.set(file, size);
  return size;
}

/** Scripts that a script imports at once, relative to the site. */
async function importsOf(file: string): Promise<string[]> {
  const code = await readFile(join(dir, file), "utf8");
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path = ""]) =>
    new URL(path, `http://site/${file}`).pathname.slice(1),
  );
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
}
