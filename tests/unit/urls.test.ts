import { describe, expect, test } from "vitest";
import { KIND_NAMES } from "../../src/model/kinds.ts";
import { createUrls } from "../../src/site/urls.ts";

describe.each([
  ["at the root", "/", "/"],
  ["under a path", "/some/base/", "/some/base/"],
  ["under a path without its last slash", "/some/base", "/some/base/"],
  ["without a base", "", "/"],
])("addresses %s", (_, base, root) => {
  const urls = createUrls({ base, site: "https://example.org" });

  test.each([
    ["article", "analysis/"],
    ["actor", "actors/"],
    ["claim", "claims/"],
    ["event", "timeline/"],
    ["source", "sources/"],
    ["place", "places/"],
    ["total", "counts/"],
    ["series", "context/"],
    ["correction", "corrections/"],
    ["lead", "unknowns/"],
  ] as const)("of the kind %s", (kind, path) => {
    expect(urls.indexOf(kind)).toBe(root + path);
    expect(urls.hrefFor({ kind, id: "some-id" })).toBe(`${root}${path}some-id/`);
  });

  test("of pages and files", () => {
    expect(urls.page("")).toBe(root);
    expect(urls.page("about/")).toBe(`${root}about/`);
    expect(urls.page("/about/")).toBe(`${root}about/`);
    expect(urls.page("data/claims.json")).toBe(`${root}data/claims.json`);
  });

  test("with the origin", () => {
    expect(urls.absolute(urls.page("about/"))).toBe(`https://example.org${root}about/`);
    expect(urls.absolute(urls.page(""))).toBe(`https://example.org${root}`);
  });
});

test("no two kinds share a path, so no two entries can share an address", () => {
  const urls = createUrls({ base: "/", site: "https://example.org" });
  expect(new Set(KIND_NAMES.map((kind) => urls.indexOf(kind))).size).toBe(KIND_NAMES.length);
});
