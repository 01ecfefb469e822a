import { expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { listPlainFiles } from "../../src/files/plain-files.ts";
import { readContent } from "../../src/load/read-content.ts";
import { createUrls } from "../../src/site/urls.ts";

const urls = createUrls({ base: "/some/base/", site: "https://soundings.example" });
const { dossier } = checkContent(readContent("tests/fixtures/minimal"));
const files = listPlainFiles(dossier, urls, (card) => Promise.resolve(new TextEncoder().encode(card.title)));

test("no two files have one address, and none is that of a page", () => {
  const paths = files.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => path.endsWith(".html") || path.startsWith("/"))).toEqual([]);
});

test("a withdrawn entry keeps its data and its preview, and has no card and no feed", () => {
  const withdrawn = dossier.actors.find(({ data }) => data.withdrawn);
  const paths = files.map(({ path }) => path).filter((path) => path.includes(`actors/${withdrawn?.id}`));
  expect(paths.map((path) => path.split("/").at(-1))).toEqual(["index.json", "index.md", "preview.json"]);
});

test("pictures come last, so that all texts are there while they are painted", () => {
  const first = files.findIndex(({ path }) => path.endsWith(".png"));
  expect(first).toBeGreaterThan(0);
  expect(files.slice(first).every(({ path }) => path.endsWith(".png"))).toBe(true);
});
