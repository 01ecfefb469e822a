import { describe, expect, test } from "vitest";
import { sourcesOfEvent } from "../../src/graph/event-context.ts";
import { supportedFigures } from "../../src/graph/figure-origins.ts";
import type { StrikeNode } from "../../src/graph/nodes.ts";
import { sensitivityOf } from "../../src/graph/sensitivity.ts";
import { noteOrigins, onlyCarrier, originMark, originWords, sourceCount } from "../../src/site/claim-facts.ts";
import { source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const pages = [
  source({ id: "copy", publisher: "Gazette", originalPublisher: "The Wire" }),
  source({ id: "retold", publisher: "Herald", derivesFrom: ["wire"] }),
  source({ id: "watch", publisher: "Lake Watch" }),
  source({ id: "digest", publisher: "Lake Digest", grade: "aggregator" }),
];

/** What is said of each figure, by the sources that give it: "2 (+1): words, mark". */
function said(casualties: { source: string; killed?: unknown; presumedDead?: number; note?: string }[]): string[] {
  const sources = ["wire", ...casualties.map((record) => record.source)];
  const [first] = strikesOf(...pages, strike({ casualties, sources: [...new Set(sources)] })) as [StrikeNode];
  return supportedFigures(first.strike.casualties).map(
    ({ killed, presumedDead, sources: own }) =>
      `${killed.min}–${killed.max} (+${presumedDead}): ${[originWords(own), originMark(own)].filter(Boolean).join(" ")}`,
  );
}

describe("the independent origins of a figure of the dead", () => {
  test("are those of the sources that give the figure, and of no others", () => {
    expect(
      said([
        { source: "watch", killed: 3 },
        { source: "wire", killed: 2 },
        { source: "copy", killed: 2 },
        { source: "retold", killed: 2 },
      ]),
    ).toEqual([
      "2–2 (+0): Three sources, all with a single origin: The Wire. Single origin",
      "3–3 (+0): One source, and so a single origin: Lake Watch. Single origin",
    ]);
  });

  test("are one where one page carries a text, whoever is credited with it; the page is named", () => {
    const joint = source({ id: "joint", publisher: "Lake Post", originalPublisher: "The Wire and Lake Watch" });
    const [node] = strikesOf(joint, ...pages, strike({ sources: ["wire", "joint"] })) as [StrikeNode];
    const [wire, post] = node.sources;
    expect(wire && onlyCarrier([wire])).toBeNull();
    expect(post && onlyCarrier([post])).toBe(post);
    expect(post && originWords([post])).toBe("One source, and so a single origin: The Wire and Lake Watch.");
    expect(onlyCarrier(node.sources)).toBeNull();
    expect(onlyCarrier([])).toBeNull();
  });

  test("bear no mark where there are two", () => {
    expect(
      said([
        { source: "wire", killed: 2 },
        { source: "watch", killed: { min: 2, max: 2 } },
      ]),
    ).toEqual(["2–2 (+0): Two sources, from two independent origins: The Wire and Lake Watch."]);
  });

  test("are not on file for what rests on a digest that does not say whose text it carries", () => {
    expect(said([{ source: "digest", killed: 2 }])).toEqual([
      "2–2 (+0): One source; whose text Lake Digest carries is not on file. Origin not on file",
    ]);
    expect(
      said([
        { source: "wire", killed: 2 },
        { source: "digest", killed: 2 },
      ]),
    ).toEqual([
      "2–2 (+0): Two sources, with one origin on file: The Wire; whose text Lake Digest carries is not on file. Single origin on file",
    ]);
  });

  test.each([
    ["one page", ["wire"], "1 source, 1 independent origin", null],
    ["copies of one text", ["wire", "copy", "retold"], "3 sources, 1 independent origin", "of one origin"],
    ["two texts", ["wire", "watch"], "2 sources, 2 independent origins", "of two independent origins"],
    ["a digest", ["digest"], "1 source, origin not on file", "origin not on file"],
    ["a page and a digest", ["digest", "wire"], "2 sources, 1 independent origin on file", "of one origin on file"],
    [
      "two pages and a digest",
      ["digest", "wire", "watch"],
      "3 sources, 2 independent origins on file",
      "of two independent origins on file",
    ],
  ])("are counted for %s", (_, sources, count, note) => {
    const [node] = strikesOf(...pages, strike({ sources })) as [StrikeNode];
    expect(sourceCount(node.sources)).toBe(count);
    expect(noteOrigins(node.sources)).toBe(note);
  });

  test("are not counted without sources", () => {
    expect(sourceCount([])).toBe("0 sources");
    expect(noteOrigins([])).toBeNull();
  });

  test("are the same for the facts, the mark and what our sums rest on, of each strike that we publish", () => {
    const doubted = new Map(sensitivityOf(published.strikes).strikes.map((one) => [one.strike, one.fewOrigins]));
    for (const one of published.strikes) {
      const sources = sourcesOfEvent(one);
      const few = doubted.get(one) ?? null;
      const isNone = originMark(sources) === "Origin not on file";
      expect(sourceCount(sources).endsWith("origin not on file"), one.id).toBe(isNone);
      expect(few !== null && few.only === null, one.id).toBe(isNone);
      expect(few !== null, one.id).toBe(originMark(sources) !== null);
    }
  });

  test("are told apart for those presumed dead and for ranges, from the lowest figure to the highest", () => {
    const figures = said([
      { source: "watch", killed: 2, presumedDead: 1 },
      { source: "copy", killed: { min: 1, max: 3 } },
      { source: "wire", killed: 2 },
    ]);
    expect(figures.map((line) => line.replace(/:.*/, ""))).toEqual(["1–3 (+0)", "2–2 (+0)", "2–2 (+1)"]);
  });

  test("are none where no record gives a number", () => {
    expect(said([{ source: "wire", note: "No number." }])).toEqual([]);
  });

  test("cover every record with a number of the strikes that we publish", () => {
    for (const { id, strike: own } of published.strikes) {
      const figures = supportedFigures(own.casualties);
      const withNumber = new Set(own.casualties.filter(({ killed }) => killed).map(({ source: page }) => page));
      expect(new Set(figures.flatMap(({ sources }) => sources)), id).toEqual(withNumber);
    }
  });
});
