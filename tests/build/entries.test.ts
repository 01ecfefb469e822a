import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Preview } from "../../src/site/preview.ts";
import { textWithin } from "../setup/html.ts";
import { firstOf, listEntries, readPages } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";

/** The pages that the site has whatever the dossier holds. */
const STANDING = [
  "",
  "analysis/",
  "timeline/",
  "strikes/",
  "actors/",
  "claims/",
  "contested/",
  "counts/",
  "sources/",
  "context/",
  "places/",
  "unknowns/",
  "search/",
  "data/",
  "about/",
  "corrections/",
  "404.html",
];

/** Index pages, and what of the dossier each one lists. */
const INDEXES = {
  "analysis/": "article",
  "actors/": "actor",
  "claims/": "claim",
  "timeline/": "event",
  "sources/": "source",
  "places/": "place",
  "counts/": "total",
  "context/": "series",
  "corrections/": "correction",
  "unknowns/": "lead",
} as const;

const entries = await listEntries("content");

describe.each(SITE_NAMES)("the site %s", async (name) => {
  const { dir, base } = SITES[name];
  const pages = await readPages(dir);
  const byPath = new Map(pages.map((page) => [page.path, page]));

  test("has every standing page", () => {
    expect(STANDING.filter((path) => !byPath.has(path))).toEqual([]);
  });

  test("previews of every entry what its own page says, and nothing else", async () => {
    const squeeze = (text: string) => text.replace(/\s+/g, "").toLowerCase();
    const faults = await Promise.all(
      entries.map(async ({ path }) => {
        const { facts, title, text = "" } = JSON.parse(await readFile(join(dir, path, "preview.json"), "utf8")) as Preview;
        const tags = byPath.get(path)?.tags ?? [];
        const said = squeeze(
          textWithin(
            tags,
            tags.findIndex((tag) => tag.name === "main"),
          ),
        );
        return [...facts, title, text].filter((words) => !said.includes(squeeze(words))).map((words) => `${path} does not say “${words}”`);
      }),
    );
    expect(firstOf(faults.flat())).toEqual([]);
  });

  test("has a page for every entry that names its kind and id", () => {
    const faults = entries.flatMap(({ kind, id, path }) => {
      const main = byPath.get(path)?.tags.find((tag) => tag.name === "main");
      if (!main) return [`${path} is missing`];
      const said = `${main.attributes.get("data-entry-kind")}/${main.attributes.get("data-entry-id")}`;
      return said === `${kind}/${id}` ? [] : [`${path} says that it is ${said}`];
    });
    expect(firstOf(faults)).toEqual([]);
  });

  test("has one line to cite each entry by in the foot of its page, the same in the frame that the page leads to, with its address and the record's last day", () => {
    const citing = (path: string, attribute: "class" | "id", value: string) => {
      const tags = byPath.get(path)?.tags ?? [];
      const index = tags.findIndex(({ attributes }) => attributes.get(attribute) === value);
      return index < 0 ? "" : textWithin(tags, index);
    };
    const faults = entries.flatMap(({ path }) => {
      const frame = `embed/${path}`;
      const isLed = byPath.get(path)?.tags.some(({ name: tag, attributes }) => tag === "a" && attributes.get("href") === base + frame);
      const line = citing(path, "class", "foot__cite");
      const isWhole =
        /^“.+”, Soundings, .*(?:record to|as publicly known on) \d+ \w+ \d{4}/.test(line) && line.endsWith(`, ${SITE_URL}${base}${path}`);
      return isWhole && (!isLed || citing(frame, "id", "cite") === line) ? [] : [`${path}: ${line}`];
    });
    expect(firstOf(faults)).toEqual([]);
  });

  test.each(Object.entries(INDEXES))("lists every entry that stands on %s without scripts", (path, kind) => {
    const tags = byPath.get(path)?.tags ?? [];
    const hrefs = new Set(tags.flatMap((tag) => (tag.name === "a" ? [(tag.attributes.get("href") ?? "").split("#")[0]] : [])));
    const missing = entries
      .filter((entry) => entry.kind === kind && !/^withdrawn:/m.test(entry.text) && !hrefs.has(base + entry.path))
      .map((entry) => entry.path);
    expect(firstOf(missing)).toEqual([]);
  });

  test("says something on every entry page", () => {
    const faults = entries.flatMap(({ path }) => {
      const page = byPath.get(path);
      const main = page?.tags.findIndex((tag) => tag.name === "main") ?? -1;
      return page && textWithin(page.tags, main).length < 80 ? [path] : [];
    });
    expect(firstOf(faults)).toEqual([]);
  });
});
