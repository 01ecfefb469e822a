import { describe, expect, test } from "vitest";
import { findOrigins, groupByOrigin, originsOnFile, publisherOf } from "../../src/graph/origins.ts";
import { evidenceByOrigin } from "../../src/site/claim-facts.ts";
import { repeatsWords } from "../../src/site/source-words.ts";
import { claim, dossierOf, find, linkedSources, publishedSource, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

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

  test("a claim that repeats one post has one origin", () => {
    const dossier = dossierOf(
      source({ id: "post", publisher: "The Ministry" }),
      source({ derivesFrom: ["post"] }),
      claim({ sources: ["wire", "post"] }),
    );
    expect(findOrigins(find(dossier, "claim", "claim").sources).map(({ id }) => id)).toEqual(["post"]);
  });
});

describe("the origins on file", () => {
  const sources = linkedSources(
    { id: "digest", publisher: "Gazette", grade: "aggregator" },
    { id: "retold", publisher: "Mirror", derivesFrom: ["digest"] },
    { id: "own", publisher: "Gazette" },
    { id: "wire-page", publisher: "The Wire" },
  );
  const onFile = (...ids: string[]) => originsOnFile(ids.flatMap((id) => sources[id] ?? [])).map(({ id }) => id);

  test("are without a digest that does not say whose text it carries, and without what repeats it", () => {
    expect(onFile("digest", "retold")).toEqual([]);
    expect(onFile("digest", "wire-page")).toEqual(["wire-page"]);
  });

  test("have a publisher's own page also where a digest of the same publisher is cited first", () => {
    expect(onFile("digest", "own", "wire-page")).toEqual(["own", "wire-page"]);
  });
});

describe("evidence by origin", () => {
  const groupsOf = (sources: ReturnType<typeof linkedSources>, ...names: string[]) =>
    groupByOrigin(names.flatMap((id) => sources[id] ?? [])).map(({ publishers, sources: list }) => [
      publishers.join(" + "),
      list.map(({ id }) => id).join(" "),
    ]);

  test("has the origin's own page first, then copies of its text, then what retells it", () => {
    const sources = linkedSources(
      { id: "wire-page", publisher: "The Wire" },
      { id: "paper", publisher: "The Paper", derivesFrom: ["wire-page"] },
      { id: "copy", publisher: "The Mirror", originalPublisher: "The Wire", grade: "syndicated" },
      { id: "gazette", publisher: "Gazette" },
    );
    expect(groupsOf(sources, "paper", "gazette", "copy", "wire-page")).toEqual([
      ["The Wire", "wire-page copy paper"],
      ["Gazette", "gazette"],
    ]);
    expect(repeatsWords(sources["paper"] ?? publishedSource("2031"))).toBe("repeats The Wire");
    expect(repeatsWords(sources["copy"] ?? publishedSource("2031"))).toBeNull();
  });

  test("sets what repeats several origins apart, at the end", () => {
    const sources = linkedSources(
      { id: "a", publisher: "A" },
      { id: "b", publisher: "B" },
      { id: "digest", publisher: "Digest", derivesFrom: ["a", "b"] },
    );
    expect(groupsOf(sources, "digest", "a")).toEqual([
      ["A", "a"],
      ["A + B", "digest"],
    ]);
  });

  test("keeps a source whose origins run in a circle", () => {
    const sources = linkedSources({ id: "a", publisher: "A", derivesFrom: ["b"] }, { id: "b", publisher: "B", derivesFrom: ["a"] });
    expect(groupsOf(sources, "a")).toEqual([["A", "a"]]);
  });

  test("loses no source of any claim that we publish, and numbers them through", () => {
    for (const node of published.claims) {
      const groups = evidenceByOrigin(node);
      expect(new Set(groups.flatMap(({ sources }) => sources)), node.id).toEqual(new Set(node.sources));
      expect(new Set(groups.flatMap(({ publishers }) => publishers)), node.id).toEqual(new Set(findOrigins(node.sources).map(publisherOf)));
      let next = 1;
      for (const { first, sources } of groups) {
        expect(first, node.id).toBe(next);
        next += sources.length;
      }
      expect(next - 1, node.id).toBe(node.sources.length);
    }
  });
});
