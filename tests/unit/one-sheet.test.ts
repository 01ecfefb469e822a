import { expect, test } from "vitest";
import { createMerger } from "../../src/integrations/one-sheet.ts";

const SHEETS: Record<string, string> = { "a.1.css": "a{top:0}", "b.2.css": "b{top:0}", "c.3.css": "c{top:0}" };
const page = (...files: string[]) =>
  `<head><title>A page</title>${files.map((file) => `<link rel="stylesheet" href="/base/_astro/${file}">`).join("")}`;
const create = () => createMerger((file) => SHEETS[file] ?? "");

test("a page links one sheet in place of several, which has them in their order", () => {
  const { mergeLinks, sheets } = create();
  const html = mergeLinks(page("b.2.css", "a.1.css"));
  const [file = "", ...others] = sheets.keys();
  expect(others).toEqual([]);
  expect(file).toMatch(/^sheet\.[0-9a-f]{8}\.css$/);
  expect(html).toBe(page(file));
  expect(sheets.get(file)).toBe("b{top:0}\na{top:0}");
});

test("pages share a sheet where they have the same ones in the same order, and only there", () => {
  const { mergeLinks, sheets } = create();
  const [one, same, turned, more] = [
    page("a.1.css", "b.2.css"),
    page("a.1.css", "b.2.css"),
    page("b.2.css", "a.1.css"),
    page("a.1.css", "b.2.css", "c.3.css"),
  ].map(mergeLinks);
  expect(one).toBe(same);
  expect(new Set([one, turned, more]).size).toBe(3);
  expect(sheets.size).toBe(3);
});

test("the name of a sheet is that of its text", () => {
  const other = createMerger((file) => (file === "a.1.css" ? "a{top:1px}" : (SHEETS[file] ?? "")));
  expect(create().mergeLinks(page("a.1.css", "b.2.css"))).not.toBe(other.mergeLinks(page("a.1.css", "b.2.css")));
});

test("a page with one sheet or none stays as it is, and keeps what it links", () => {
  const { mergeLinks, leftOver } = create();
  for (const html of [page(), page("a.1.css")]) expect(mergeLinks(html)).toBe(html);
  mergeLinks(page("a.1.css", "b.2.css"));
  expect(leftOver()).toEqual(["b.2.css"]);
});
