import { describe, expect, test } from "vitest";
import { findOrigins, publisherOf } from "../../src/graph/origins.ts";
import { claim, dossierOf, find, linkedSources, source } from "./builders.ts";

const originsOf = (sources: ReturnType<typeof linkedSources>, ...ids: string[]) =>
  findOrigins(ids.flatMap((id) => sources[id] ?? [])).map(({ id }) => id);

describe("independent origins are counted, not links", () => {
  test("ten articles on one official post are one origin", () => {
    const articles = Array.from({ length: 10 }, (_, i) => ({ id: `paper-${i}`, publisher: `Paper ${i}`, derivesFrom: ["post"] }));
    const sources = linkedSources({ id: "post", publisher: "The Ministry", kind: "social-post" }, ...articles);
    expect(originsOf(sources, ...articles.map(({ id }) => id))).toEqual(["post"]);
  });

  test("a chain is followed to its end", () => {
    const sources = linkedSources(
      { id: "post", publisher: "The Ministry" },
      { id: "wire-copy", publisher: "The Wire", derivesFrom: ["post"] },
      { id: "paper", publisher: "The Paper", derivesFrom: ["wire-copy"] },
    );
    expect(originsOf(sources, "paper")).toEqual(["post"]);
  });

  test("a page that repeats two others has two origins", () => {
    const sources = linkedSources(
      { id: "a", publisher: "A" },
      { id: "b", publisher: "B" },
      { id: "digest", publisher: "Digest", derivesFrom: ["a", "b"] },
    );
    expect(originsOf(sources, "digest")).toEqual(["a", "b"]);
  });

  test("two pages of one publisher are one origin, the first cited", () => {
    const sources = linkedSources({ id: "a-1", publisher: "A" }, { id: "a-2", publisher: "A" }, { id: "b", publisher: "B" });
    expect(originsOf(sources, "a-2", "b", "a-1")).toEqual(["a-2", "b"]);
  });

  test("a republished page counts for the publisher whose text it is", () => {
    const sources = linkedSources(
      { id: "wire-page", publisher: "The Wire" },
      { id: "copy", publisher: "The Paper", originalPublisher: "The Wire", grade: "republished" },
    );
    expect(sources["copy"] && publisherOf(sources["copy"])).toBe("The Wire");
    expect(originsOf(sources, "copy", "wire-page")).toEqual(["copy"]);
  });

  test("no sources have no origin", () => {
    expect(findOrigins([])).toEqual([]);
  });

  test.each([
    ["of two", { a: ["b"], b: ["a"] }],
    ["of one", { a: ["a"] }],
    ["of three", { a: ["b"], b: ["c"], c: ["a"] }],
  ])("a cycle %s comes to an end", (_, links: Record<string, string[]>) => {
    const sources = linkedSources(...Object.entries(links).map(([id, derivesFrom]) => ({ id, publisher: id, derivesFrom })));
    expect(originsOf(sources, "a")).toEqual([]);
  });

  test("a cycle does not hide an origin beside it", () => {
    const sources = linkedSources(
      { id: "a", publisher: "A", derivesFrom: ["b"] },
      { id: "b", publisher: "B", derivesFrom: ["a", "post"] },
      { id: "post", publisher: "C" },
    );
    expect(originsOf(sources, "a")).toEqual(["post"]);
  });

  test("a claim carries its origins", () => {
    const dossier = dossierOf(
      source({ id: "post", publisher: "The Ministry" }),
      source({ derivesFrom: ["post"] }),
      claim({ sources: ["wire", "post"] }),
    );
    expect(find(dossier, "claim", "claim").origins.map(({ id }) => id)).toEqual(["post"]);
  });
});
