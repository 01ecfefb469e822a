import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { csvParseRows } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { textWithin } from "../setup/html.ts";
import { firstOf, listEntries, listFiles, readPages } from "../setup/pages.ts";
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
    }
  });

  test("writes well-formed XML only", async () => {
    const texts = await Promise.all(
      files.filter((file) => /\.(xml|svg)$/.test(file)).map(async (file) => ({ file, fault: findXmlFault(await read(file)) })),
    );
    expect(texts.filter(({ fault }) => fault !== null)).toEqual([]);
  });

  test("has a feed that states what Atom demands, with addresses of this site", async () => {
    const feed = await read("feed.xml");
    expect(findXmlFault(feed)).toBeNull();
    expect(feed).toMatch(/<feed[^>]+xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/);
    const [head = "", ...entries] = feed.split("<entry>");
    expect(entries.length).toBeGreaterThan(0);
    for (const part of [head, ...entries]) {
      for (const tag of ["id", "title", "updated"]) expect(part).toMatch(new RegExp(`<${tag}[ >]`));
      const [, updated = ""] = /<updated>([^<]+)</.exec(part) ?? [];
      expect(updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
    }
    const ids = [...feed.matchAll(/<id>([^<]+)</g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...feed.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, href = ""]) => href);
    expect(links.length).toBeGreaterThan(entries.length);
    expect(links.filter((href) => !href.startsWith(home))).toEqual([]);
    const missing = links
      .map((href) => href.slice(home.length))
      .filter((path) => !files.includes(path.endsWith("/") || path === "" ? `${path}index.html` : path));
    expect(missing).toEqual([]);
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

  test("says so on the page of every withdrawn entry, with the reason", async () => {
    const withdrawn = (await listEntries("content")).filter(({ text }) => /^withdrawn:/m.test(text));
    const silent = withdrawn.filter(({ path }) => {
      const page = pages.find((candidate) => candidate.path === path);
      return (
        !page ||
        !/withdrawn/i.test(
          textWithin(
            page.tags,
            page.tags.findIndex((tag) => tag.name === "main"),
          ),
        )
      );
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test("lists its files with their SHA-256 in manifest.json", async () => {
    const manifest = JSON.stringify(JSON.parse(await read("manifest.json")));
    const faults = await Promise.all(
      files
        .filter((file) => file !== "manifest.json")
        .map(async (file) => {
          const hash = createHash("sha256")
            .update(await readFile(join(dir, file)))
            .digest("hex");
          return manifest.includes(`"${file}"`) && manifest.includes(hash) ? [] : [file];
        }),
    );
    expect(firstOf(faults.flat())).toEqual([]);
  });

  test("holds no source map, hidden file or other thing that a reader has no use for", () => {
    expect(files.filter((file) => extname(file) === ".map" || /(^|\/)\.(?!nojekyll$|well-known\/)/.test(file))).toEqual([]);
  });
});

function parseFault(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return String(error);
  }
}
