import { describe, expect, test } from "vitest";
import { compareTotals } from "../../src/graph/compare-totals.ts";
import { ledgerRows } from "../../src/graph/ledger.ts";
import { linedSeries, seriesByPublisher } from "../../src/graph/publisher-series.ts";
import { publishersSentence } from "../../src/site/total-words.ts";
import { placeEndLabels, pointsBetween } from "../../src/timeline/end-labels.ts";
import { boxOf, overlaps } from "../../src/timeline/point-labels.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { drawTotals } from "../../src/timeline/totals-chart.ts";
import { dossierOf, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const post = (id: string, asOf: string, killed?: number) =>
  total({ id, asOf, byName: "Lake Post", ...(killed === undefined ? { strikes: 1 } : { killed }) });
const few = dossierOf(
  strike(),
  post("c", "2031-05-31", 4),
  post("a", "2031-03-31", 2),
  post("b", "2031-04-30", 2),
  total({ id: "wire", asOf: "2031-04-01", killed: 2 }),
);
const seriesOf = (dossier: typeof few) => seriesByPublisher(compareTotals(dossier).all);
const drawn = (dossier: typeof few) =>
  drawTotals(ledgerRows(dossier.strikes, null), compareTotals(dossier), {
    from: dossier.site.baseDate,
    to: dossier.site.recordEnds,
    note: "",
  });

describe("totals by publisher", () => {
  test("stand in order of day, the publisher with most of them first", () => {
    expect(
      seriesOf(few).map(({ publisher, items, tally }) => [publisher, items.map(({ total: { id } }) => id), tally.unexplained]),
    ).toEqual([
      ["Lake Post", ["a", "b", "c"], 1],
      ["The Wire", ["wire"], 0],
    ]);
    const all = seriesOf(published);
    expect(all.reduce((sum, { items }) => sum + items.length, 0)).toBe(published.totals.length);
  });

  test("are a line from three numbers of dead on", () => {
    expect(linedSeries(seriesOf(few)).map(({ publisher }) => publisher)).toEqual(["Lake Post"]);
    const without = dossierOf(strike(), post("a", "2031-03-31", 2), post("b", "2031-04-30"), post("c", "2031-05-31", 4));
    expect(linedSeries(seriesOf(without))).toEqual([]);
  });

  test.each([
    ["none", dossierOf(), "No published total is on file."],
    [
      "one",
      dossierOf(strike(), total({ killed: 2 })),
      "1 publisher has totals on file; none gives 3 or more numbers of dead, so no line is drawn.",
    ],
    [
      "several",
      few,
      "2 publishers have totals on file, 1 of them 3 or more numbers of dead, which the drawing joins by a line: Lake Post (3).",
    ],
  ])("are told in a sentence: %s", (_, dossier, expected) => {
    expect(publishersSentence(seriesOf(dossier))).toBe(expected);
  });
});

describe("the lines of publishers in the drawing", () => {
  test("go through their marks, which have one shape, and end at their name", () => {
    const [, wide] = drawn(few);
    expect(wide?.chart.series).toMatchInlineSnapshot(`
      [
        {
          "dash": 0,
          "name": "Lake Post",
          "path": "M167.2,197L333.8,197L506.1,14",
        },
      ]
    `);
    expect(wide?.chart.names).toMatchInlineSnapshot(`
      [
        {
          "anchor": "start",
          "leader": "M506.1 14L513.1 14",
          "text": "Lake Post",
          "x": 516.1,
          "y": 18.6,
        },
      ]
    `);
    const shapes = wide?.chart.dots.map(({ shape }) => shape) ?? [];
    expect(new Set(shapes).size).toBe(2);
    expect(shapes.filter((shape) => shape === shapes[0])).toHaveLength(3);
  });

  test("are none without totals or with one", () => {
    for (const dossier of [dossierOf(), dossierOf(strike(), total({ killed: 2 }))])
      for (const { chart } of drawn(dossier)) expect([chart.series, chart.names]).toEqual([[], []]);
  });

  test.each(["narrow", "wide"])("have names that cover neither each other nor a mark, and lie inside: %s", (name) => {
    const drawing = drawn(published).find((one) => one.name === name);
    if (!drawing) throw new Error(`No drawing is ${name}`);
    const { chart, axis, width } = drawing;
    expect(chart.names).toHaveLength(chart.series.length);
    expect(new Set(chart.series.map(({ path }) => path)).size).toBe(chart.series.length);
    const boxes = chart.names.map((label) => boxOf(label, textWidth(label.text, 13), 13));
    boxes.forEach((box, i) => {
      expect(box.left).toBeGreaterThanOrEqual(axis.left);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false);
      for (const { x, y } of chart.dots) expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
    });
  });
});

describe("names at ends", () => {
  const room = { taken: [], left: 0, right: 200, top: 0, base: 100, fontSize: 13 };

  test("stand beside the end, on the left where the right has no room, and are left out where there is none", () => {
    expect(placeEndLabels([{ text: "AP", x: 20, y: 50 }], room)[0]).toMatchObject({ anchor: "start", x: 30 });
    expect(placeEndLabels([{ text: "AP", x: 195, y: 50 }], room)[0]).toMatchObject({ anchor: "end" });
    expect(placeEndLabels([{ text: "A very long name of a newspaper", x: 20, y: 50 }], { ...room, right: 60 })).toEqual([]);
    expect(placeEndLabels([], room)).toEqual([]);
  });

  test("keep off what is drawn", () => {
    const taken = pointsBetween({ x: 20, y: 50 }, { x: 120, y: 50 });
    const [label] = placeEndLabels([{ text: "AP", x: 20, y: 50 }], { ...room, taken });
    const box = label && boxOf(label, textWidth("AP", 13), 13);
    expect(box && taken.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom)).toBe(false);
  });
});
