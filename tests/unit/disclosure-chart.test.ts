import { describe, expect, test } from "vitest";
import { changedLater, disclosuresOf, groupByLag, type Disclosure } from "../../src/graph/disclosure.ts";
import { groupWords, revisionWords } from "../../src/site/disclosure-words.ts";
import { strikeLabels } from "../../src/site/strike-words.ts";
import { layoutDisclosures, type DisclosureChart, type DisclosureRow } from "../../src/timeline/disclosure-chart.ts";
import { layoutLags } from "../../src/timeline/lag-chart.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const SIZES = [
  { width: 300, fontSize: 13, stacked: true },
  { width: 720, fontSize: 13, stacked: false },
];
const all = disclosuresOf(published.strikes);
const invented = disclosuresOf(
  strikesOf(
    source({ id: "later", published: "2031-04-03" }),
    strike({
      id: "a",
      announced: { date: "2031-03-05" },
      casualties: [
        { source: "wire", killed: 2 },
        { source: "later", killed: 3 },
      ],
    }),
    strike({ id: "b", date: "2031-03-08~", developments: [{ date: "2031-03-11/2031-03-20", summary: "It was said.", sources: ["wire"] }] }),
  ),
);
const named = (rows: readonly Disclosure[], labels = strikeLabels(rows.map((row) => row.strike))): DisclosureRow[] =>
  rows.map((row) => ({
    row,
    label: labels.get(row.strike) ?? "",
    revised: row.revisions.filter(({ afterDays }) => afterDays).map(revisionWords),
  }));
const groups = (rows: readonly Disclosure[]) => groupByLag(rows).map((group) => ({ ...group, label: groupWords(group) }));

interface Label {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

function boxOf({ text, x, y, anchor }: Label) {
  const width = textWidth(text, 13);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { text, left, right: left + width, top: y - 11, bottom: y + 3 };
}

function labelsOf({ rows, ticks, base }: DisclosureChart) {
  return [
    ...rows.flatMap(({ numbers, label, labelY }) => [...numbers, { text: label, x: 0, y: labelY, anchor: "start" as const }]),
    ...ticks.map(({ label: text, x, anchor }) => ({ text, x, y: base + 20, anchor })),
  ].map(boxOf);
}

describe.each(SIZES)("the drawing of what came later, $width wide", (size) => {
  const chart = layoutDisclosures(named(changedLater(all)), size);

  test("keeps every label inside, and none on another", () => {
    const boxes = labelsOf(chart);
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= -0.1 && a.right <= chart.width + 0.1 && a.top >= 0 && a.bottom <= chart.height, a.text).toBe(true);
      const on = boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      expect(on.map((b) => [a.text, b.text])).toEqual([]);
    }
  });

  test("has a row for each strike and a number beside each change", () => {
    expect(chart.rows).toHaveLength(changedLater(all).length);
    expect(chart.rows.flatMap(({ numbers }) => numbers.map(({ text }) => text))).toEqual(
      changedLater(all).flatMap(({ revisions }) => revisions.map(revisionWords)),
    );
  });

  test("draws every mark between the edges", () => {
    for (const { announced, missing, revised, developed } of chart.rows)
      for (const [, start = ""] of `${announced}${missing}${revised}${developed}`.matchAll(/M([\d.-]+)/g))
        expect(Number(start) >= chart.left - 5 && Number(start) <= chart.right).toBe(true);
  });

  test("of nothing is an empty scale", () => {
    const empty = layoutDisclosures([], size);
    expect(empty.rows).toEqual([]);
    expect(empty.ticks.map(({ label }) => label)).toEqual(["day 0", "1"]);
  });
});

test("gives the first days more room than the months", () => {
  const { ticks } = layoutDisclosures(named(changedLater(all)), { width: 720, fontSize: 13, stacked: false });
  const at = (label: string) => ticks.find((tick) => tick.label === label)?.x ?? NaN;
  expect(at("1") - at("day 0")).toBeGreaterThan((at("60") - at("30")) / 2);
  expect(at("60") - at("30")).toBeLessThan(at("30") - at("7"));
});

test("draws what is inexact as a bar, a missing announcement as a cross, a change as a circle", () => {
  const { rows, ...frame } = layoutDisclosures(named(invented), { width: 300, fontSize: 13, stacked: true });
  expect(frame).toMatchInlineSnapshot(`
    {
      "base": 102,
      "height": 132,
      "left": 0,
      "right": 300,
      "ticks": [
        {
          "anchor": "middle",
          "label": "day 0",
          "x": 22,
        },
        {
          "anchor": "middle",
          "label": "1",
          "x": 75.7,
        },
        {
          "anchor": "middle",
          "label": "3",
          "x": 129.4,
        },
        {
          "anchor": "middle",
          "label": "7",
          "x": 183.1,
        },
        {
          "anchor": "middle",
          "label": "14",
          "x": 231.8,
        },
        {
          "anchor": "middle",
          "label": "30",
          "x": 288,
        },
      ],
      "width": 300,
    }
  `);
  expect(rows).toMatchInlineSnapshot(`
    [
      {
        "announced": "M75.7 39l5 5l-5 5l-5 -5z",
        "developed": "",
        "label": "4 Mar 2031",
        "labelY": 21,
        "missing": "",
        "numbers": [
          {
            "anchor": "end",
            "text": "2 → 2–3",
            "x": 279,
            "y": 48.6,
          },
        ],
        "revised": "M288 39.5h0a4.5 4.5 0 0 1 0 9h0a4.5 4.5 0 0 1 0 -9z",
        "y": 44,
      },
      {
        "announced": "",
        "developed": "M107.1 87v10M107.1 92H226.4M226.4 87v10",
        "label": "c. 8 Mar 2031",
        "labelY": 69,
        "missing": "M3.5 88.5l7 7m0 -7l-7 7",
        "numbers": [],
        "revised": "",
        "y": 92,
      },
    ]
  `);
});

describe("the drawing of the days to the announcement", () => {
  test.each([
    [300, 13],
    [720, 15],
  ])("%i wide keeps its marks and counts inside, and has a mark for every strike", (width, pitch) => {
    const chart = layoutLags(groups(all), { width, fontSize: 13, pitch });
    expect(chart.rows.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
    expect(chart.rows.flatMap(({ dated, missing }) => `${dated}${missing}`.match(/M/g) ?? []).length).toBeGreaterThanOrEqual(all.length);
    for (const { countX, countY, count, label } of chart.rows) {
      expect(countX + textWidth(String(count), 13), label).toBeLessThanOrEqual(width);
      expect(countY).toBeLessThanOrEqual(chart.height);
    }
  });

  test("goes on below where a line is full", () => {
    const [row] = layoutLags([{ lag: { min: 0, max: 0 }, rows: all.slice(0, 30), label: "same" }], {
      width: 200,
      fontSize: 13,
      pitch: 13,
    }).rows;
    expect(row && row.countY - row.y).toBe(54);
  });

  test("of one certain day and one missing date", () => {
    expect(layoutLags(groups(invented), { width: 300, fontSize: 13, pitch: 13 })).toMatchInlineSnapshot(`
      {
        "height": 56,
        "rows": [
          {
            "count": 1,
            "countX": 122,
            "countY": 17.55,
            "dated": "M109.5 8l5 5l-5 5l-5 -5z",
            "label": "the next day",
            "missing": "",
            "y": 17.55,
          },
          {
            "count": 1,
            "countX": 122,
            "countY": 47.55,
            "dated": "",
            "label": "no date on file",
            "missing": "M106 39.5l7 7m0 -7l-7 7",
            "y": 47.55,
          },
        ],
        "width": 300,
      }
    `);
  });

  test("of nothing is empty", () => {
    expect(layoutLags([], { width: 300, fontSize: 13, pitch: 13 })).toMatchObject({ rows: [] });
  });
});
