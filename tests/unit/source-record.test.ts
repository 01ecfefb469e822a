import { describe, expect, test } from "vitest";
import { citationsOf, countCitations, ownSources, restingOn } from "../../src/graph/sole-source.ts";
import { compareNewestFirst, groupSources, SOURCE_KIND_ORDER } from "../../src/graph/source-order.ts";
import { SOURCE_KINDS } from "../../src/model/source.ts";
import {
  citingKind,
  foreignLang,
  GRADE_MEANING,
  hostOf,
  languageName,
  pageOf,
  pageTitle,
  partWords,
  SOURCE_KIND_WORDS,
  sourceLine,
  titleNote,
} from "../../src/site/source-words.ts";
import { actor, article, claim, dossierOf, event, find, series, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

type SourceFields = NonNullable<Parameters<typeof source>[0]>;
const sourcesOf = (...fields: SourceFields[]) => dossierOf(...fields.map((each) => source(each))).sources.filter(({ id }) => id !== "wire");

describe("what rests on a source", () => {
  const dossier = dossierOf(
    source({ id: "page", publisher: "Gazette" }),
    source({ id: "copy", publisher: "Mirror", derivesFrom: ["page"] }),
    source({ id: "other", publisher: "Tidings" }),
    claim({ id: "alone", number: 3, sources: ["page"] }),
    claim({ id: "copied", number: 2, sources: ["page", "copy"] }),
    claim({ id: "shared", number: 1, sources: ["page", "other"] }),
    claim({ id: "part", number: 4, sources: ["other"], figures: [{ value: 3, unit: "boats", what: "boats seen", source: "page" }] }),
    strike({
      id: "hit",
      sources: ["other"],
      casualties: [
        { source: "page", killed: 2 },
        { source: "page", killed: 3 },
      ],
    }),
    event({ id: "talks", sources: ["page"] }),
    series({ id: "reeds", points: [{ x: "2031", y: 4, source: "page" }] }),
    total({ id: "sum", source: "page" }),
    article({ id: "story", sources: ["page", "other"] }),
  );
  const page = find(dossier, "source", "page");
  const resting = restingOn(page);
  const ids = (list: readonly { node: { id: string } }[]) => list.map(({ node }) => node.id).join(" ");

  test("is what no other page carries, what only copies carry, and what another bears out", () => {
    expect(ids(resting.alone)).toBe("alone talks sum reeds");
    expect(ids(resting.oneOrigin)).toBe("copied");
    expect(ids(resting.shared)).toBe("shared part hit story");
  });

  test("is not said to be of one origin where it is not on file whose text the pages carry", () => {
    const digests = dossierOf(
      source({ id: "one", publisher: "Gazette", grade: "aggregator" }),
      source({ id: "two", publisher: "Gazette", grade: "aggregator" }),
      claim({ sources: ["one", "two"] }),
    );
    const { oneOrigin, shared } = restingOn(find(digests, "source", "one"));
    expect([ids(oneOrigin), ids(shared)]).toEqual(["", "claim"]);
  });

  test("is every entry that names it, once: claims by number first, then the timeline", () => {
    expect(ids(citationsOf(page))).toBe("shared copied alone part hit talks sum reeds story");
    expect(countCitations(page)).toBe(9);
  });

  test("says of each entry which parts name it", () => {
    const parts = citationsOf(page).find(({ node }) => node.id === "part");
    expect(parts && parts.parts.map((part) => partWords(parts.node, part))).toEqual(["figure: boats seen"]);
    const whole = citationsOf(page).find(({ node }) => node.id === "alone");
    expect(whole && whole.parts.map((part) => partWords(whole.node, part))).toEqual(["the entry itself"]);
  });

  test("of those that we publish adds up, source by source", () => {
    for (const node of published.sources) {
      const { alone, oneOrigin, shared } = restingOn(node);
      expect(alone.length + oneOrigin.length + shared.length, node.id).toBe(countCitations(node));
      for (const citation of alone) expect(ownSources(citation.node), node.id).toEqual([node]);
    }
  });
});

describe("the index of sources", () => {
  test("has every kind, the records nearest to the event first", () => {
    expect([...SOURCE_KIND_ORDER].sort()).toEqual([...SOURCE_KINDS].sort());
    expect(Object.keys(SOURCE_KIND_WORDS).sort()).toEqual([...SOURCE_KINDS].sort());
  });

  test("goes newest first, undated pages last", () => {
    const nodes = sourcesOf(
      { id: "undated", published: undefined },
      { id: "old", published: "2030-01-01" },
      { id: "b", published: "2031-03-04", publisher: "B" },
      { id: "a", published: "2031-03-04", publisher: "A" },
      { id: "month", published: "2031-03" },
    );
    expect(nodes.toSorted(compareNewestFirst).map(({ id }) => id)).toEqual(["a", "b", "month", "old", "undated"]);
  });

  const many = (count: number, published: (i: number) => string | undefined) =>
    Array.from({ length: count }, (_, i): SourceFields => ({
      id: `${published(i) ?? "none"}-n${i}`.toLowerCase(),
      published: published(i),
    }));

  test("keeps a short list in one piece", () => {
    expect(groupSources(sourcesOf(...many(40, () => "2031-03-04")))[0]?.spans).toMatchObject([{ key: null }]);
  });

  test("breaks a long list by month, years with few pages together, undated pages at the end", () => {
    const [section] = groupSources(
      sourcesOf(
        ...many(20, (i) => (i % 2 ? "2031-03-04" : "2031-04-04")),
        ...many(2, () => "2031"),
        ...many(12, (i) => (i % 2 ? "2030-01-01" : "2029-01-01")),
        ...many(10, () => "2027-05-05"),
        ...many(3, () => undefined),
      ),
    );
    expect(section?.spans.map(({ key, label, sources }) => [key, label, sources.length])).toEqual([
      ["2031-04", "April 2031", 10],
      ["2031-03", "March 2031", 10],
      ["2031-00", "2031, month not stated", 2],
      ["2030", "2029 to 2030", 12],
      ["2027", "2027", 10],
      ["undated", "No date on file", 3],
    ]);
  });

  test("has every source that we publish once, under anchors that differ", () => {
    const sections = groupSources(published.sources);
    expect(sections.flatMap(({ spans }) => spans.flatMap(({ sources }) => sources.map(({ id }) => id))).sort()).toEqual(
      published.sources.map(({ id }) => id).sort(),
    );
    for (const { spans } of sections) expect(new Set(spans.map(({ key }) => key)).size).toBe(spans.length);
  });
});

describe("a source in words", () => {
  const named = (fields: SourceFields) => find(dossierOf(source({ id: "page", ...fields })), "source", "page");

  test("has only a title that the page itself bears", () => {
    expect(pageTitle(named({ title: "Barge sunk", titleBasis: "page" }))).toBe("Barge sunk");
    expect(pageTitle(named({ title: "Barge sunk", titleBasis: "address" }))).toBeNull();
    expect(titleNote(named({ title: "barge sunk", titleBasis: "address" }))).toBe(
      "The page’s own title is not on file. The words of its address: barge sunk.",
    );
    expect(titleNote(named({ title: "A notice", titleBasis: "descriptive" }))).toBe(
      "The page’s own title is not on file. Described here as: A notice.",
    );
    expect(titleNote(named({}))).toBe("The page’s own title is not on file.");
  });

  test("is told by its day where it has no title, and by its title only in the language of the site", () => {
    expect(pageOf(named({}))).toBe("page of 5 March 2031");
    expect(pageOf(named({ published: undefined }))).toBe("undated page");
    expect(sourceLine(named({ title: "Barge sunk", titleBasis: "page" }), "en")).toBe("The Wire: Barge sunk");
    expect(sourceLine(named({ title: "Barca hundida", titleBasis: "page", language: "es" }), "en")).toBe("The Wire, page of 5 March 2031");
  });

  test("names its language and marks it only where it differs", () => {
    expect(languageName("es", "en")).toBe("Spanish");
    expect([foreignLang("es", "en"), foreignLang("en", "en")]).toEqual(["es", undefined]);
  });

  test("has the host of its address", () => {
    expect(hostOf("https://www.example.org/a")).toBe("example.org");
  });

  test("has a meaning for every grade", () => {
    for (const { data } of published.sources) expect(GRADE_MEANING[data.grade], data.grade).toBeTruthy();
  });

  test("stands in lists under the kind of the entries that name it", () => {
    const dossier = dossierOf(strike(), event(), claim(), actor(), article());
    const kinds = [...dossier.events, ...dossier.claims, ...dossier.articles].map(citingKind);
    expect(kinds.sort()).toEqual(["Analyses", "Claims", "Events", "Strikes"]);
  });
});
