import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { EXAMPLES } from "../../src/dataset/examples.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { firstOf, hashFiles, listEntries, readPages } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";
import { findXmlFault } from "../setup/xml.ts";

describe.each(SITE_NAMES)("the site %s", async (name) => {
  const { dir, base } = SITES[name];
  const home = SITE_URL + base;
  const files = await listFiles(dir);
  const pages = await readPages(dir);
  const read = (file: string) => readFile(join(dir, file), "utf8");

  test("gives each analysis as BibTeX and as CSL-JSON, at its own address", async () => {
    const articles = (await listEntries("content")).filter(({ kind }) => kind === "article");
    expect(articles.length).toBeGreaterThan(0);
    for (const { id, path } of articles) {
      const [item] = JSON.parse(await read(`${path}citation.json`)) as { id: string; URL: string; title: string }[];
      expect(item).toMatchObject({ id, type: "webpage", URL: home + path });
      const bibtex = await read(`${path}citation.bib`);
      expect(bibtex).toMatch(new RegExp(`^@online\\{${id},\\n`));
      expect(bibtex).toContain(`  url = {${home}${path}},\n}\n`);
      const page = pages.find((one) => one.path === path);
      for (const file of ["citation.json", "citation.bib"]) expect(page?.html).toContain(`href="${file}"`);
    }
  });

  test("writes well-formed XML only", async () => {
    const texts = await Promise.all(
      files.filter((file) => /\.(xml|svg|opml)$/.test(file)).map(async (file) => ({ file, fault: findXmlFault(await read(file)) })),
    );
    expect(texts.filter(({ fault }) => fault !== null)).toEqual([]);
  });

  test("has JSON that parses", async () => {
    const json = files.filter((file) => file.endsWith(".json") || file.endsWith(".webmanifest") || file.endsWith(".geojson"));
    const faults = await Promise.all(json.map(async (file) => ({ file, error: await read(file).then(parseFault) })));
    expect(json.some((file) => file.startsWith("data/"))).toBe(true);
    expect(faults.filter(({ error }) => error !== null)).toEqual([]);
  });

  test("has CSV files whose rows have the columns of their head", async () => {
    const csvs = files.filter((file) => file.endsWith(".csv"));
    expect(csvs.length).toBeGreaterThan(0);
    const faults = await Promise.all(
      csvs.map(async (file) => {
        const [head = [], ...rows] = csvParseRows(await read(file));
        const odd = rows.flatMap((row, i) =>
          row.length === head.length ? [] : [`row ${i + 2} has ${row.length} of ${head.length} columns`],
        );
        const twice = head
          .filter((column, i) => column === "" || head.indexOf(column) !== i)
          .map((column) => `column “${column}” is empty or there twice`);
        const beside = file.replace(/\.csv$/, ".json");
        const expected = files.includes(beside) ? (JSON.parse(await read(beside)) as unknown[]).length : null;
        const missing = expected === null ? rows.length === 0 : rows.length !== expected;
        return [...twice, ...odd, ...(missing ? ["rows are missing"] : [])].map((fault) => `${file}: ${fault}`);
      }),
    );
    expect(firstOf(faults.flat())).toEqual([]);
  });

  test("exports every entry of the dossier", async () => {
    const exported = (await Promise.all(files.filter((file) => /^data\/.*\.json$/.test(file)).map(read))).join("\n");
    const entries = await listEntries("content");
    expect(firstOf(entries.filter(({ id }) => !exported.includes(`"${id}"`)).map(({ path }) => path))).toEqual([]);
  });

  test.each(KIND_NAMES)("exports every %s as its published schema says", async (kind) => {
    const { folder } = KINDS[kind];
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const isValid = ajv.compile(JSON.parse(await read(`data/v1/schema/${folder}.json`)) as AnySchema); // a JSON Schema
    const rows = JSON.parse(await read(`data/v1/entries/${folder}.json`)) as Record<string, unknown>[]; // the test above it says that it parses
    const faults = isValid(rows) ? [] : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    expect(rows.filter(({ id, page }) => page !== `${home}${KINDS[kind].path}/${String(id)}/`)).toEqual([]);
    expect(firstOf(faults)).toEqual([]);
    const standing = (await listEntries("content")).filter((entry) => entry.kind === kind && !/^withdrawn:/m.test(entry.text));
    expect(rows.length).toBe(standing.length);
  });

  test("links every export from the data page", () => {
    const data = pages.find(({ path }) => path === "data/");
    const hrefs = new Set(data?.tags.map(({ attributes }) => attributes.get("href")));
    expect(files.filter((file) => /^data\/.+\.(json|csv|geojson|jsonld)$/.test(file) && !hrefs.has(base + file))).toEqual([]);
  });

  test("shows on the data page what its SQL examples give on the file that is published", async () => {
    const html = await read("data/index.html");
    const shown = [...html.matchAll(/<div class="result".*?<\/div>/gs)].map(([table]) =>
      [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
        .slice(1)
        .map(([, row = ""]) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => plainText(cell))),
    );
    expect(shown).toHaveLength(EXAMPLES.length);
    const database = new DatabaseSync(join(dir, "data/v1/dataset.sqlite"), { readOnly: true });
    for (const [i, { id, code }] of EXAMPLES.entries()) {
      if (id !== "sql" && id !== "search") continue;
      expect(shown[i], id).toEqual(database.prepare(code("")).all().map((row) => Object.values(row).map(String))); // prettier-ignore
    }
    database.close();
    expect(html).toContain(`folder = "${home}data/v1/"`.replaceAll('"', "&quot;"));
  });

  test("lists its files with their SHA-256 in manifest.json, each with its own", async () => {
    const manifest = JSON.parse(await read("manifest.json")) as { algorithm: string; files: Record<string, string> };
    expect(manifest.algorithm).toBe("SHA-256");
    const { "manifest.json": _, ...hashes } = Object.fromEntries(await hashFiles(dir));
    const names = [...new Set([...Object.keys(hashes), ...Object.keys(manifest.files)])];
    expect(firstOf(names.filter((file) => manifest.files[file] !== hashes[file]))).toEqual([]);
  });

  test("holds no source map, hidden file or other thing that a reader has no use for", () => {
    expect(files.filter((file) => extname(file) === ".map" || /(^|\/)\.(?!nojekyll$|well-known\/)/.test(file))).toEqual([]);
  });
});

function plainText(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function parseFault(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}
