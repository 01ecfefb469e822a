import { describe, expect, test } from "vitest";
import { compareTotals } from "../../src/graph/compare-totals.ts";
import { ledgerRows } from "../../src/graph/ledger.ts";
import { totalBy, type Dossier } from "../../src/graph/nodes.ts";
import { gapWords, totalsChartLabel } from "../../src/site/total-words.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { buildTimeAxis } from "../../src/timeline/time-axis.ts";
import { layoutTotals, plotRight } from "../../src/timeline/totals-chart.ts";
import { dossierOf, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const SIZES = [
  { width: 300, height: 210, numeral: 16 },
  { width: 720, height: 300, numeral: 20 },
];

function draw(dossier: Dossier, { width, height, numeral }: (typeof SIZES)[number], by?: string) {
  const rows = ledgerRows(dossier.strikes, null);
  const { all, farthest } = compareTotals(dossier);
  const axis = buildTimeAxis({
    from: dossier.site.baseDate,
    to: dossier.site.recordEnds,
    left: 0.5,
    right: plotRight(rows, width, numeral),
  });
  const note = farthest ? `${by ?? totalBy(farthest.total)}: ${farthest.total.data.killed}, ${gapWords(farthest, farthest.range)}` : "";
  return { axis, note, chart: layoutTotals(rows, all, farthest, { axis, height, top: 14, width, note }) };
}

/** Totals whose farthest one lies at a corner of the drawing. */
const corners: [string, Dossier][] = [
  ["early and far above", dossierOf(strike(), total({ asOf: "2031-03-05", killed: 40 }))],
  ["late and far above", dossierOf(strike(), total({ asOf: "2031-06-30", killed: 40 }))],
  ["early and below", dossierOf(strike({ casualties: [{ source: "wire", killed: 40 }] }), total({ asOf: "2031-03-05", killed: 0 }))],
  ["late and below", dossierOf(strike({ casualties: [{ source: "wire", killed: 40 }] }), total({ asOf: "2031-06-30", killed: 0 }))],
  ["before the first strike", dossierOf(strike({ date: "2031-05-04" }), total({ asOf: "2031-03-02", killed: 9 }))],
];

describe.each(SIZES)("the drawing of totals, $width wide", (size) => {
  test.each([["as published", published] as const, ...corners])("keeps its words inside, %s", (_, dossier) => {
    for (const by of [undefined, "The Northmark and Southmark Evening Gazette of Lake Orrin"]) {
      const { chart, note } = draw(dossier, size, by);
      expect(chart.note?.lines.join(" ")).toBe(note);
      if (!chart.note) continue;
      const { x, y, anchor, lines, step } = chart.note;
      const wide = Math.max(...lines.map((line) => textWidth(line, 13)));
      const left = anchor === "start" ? x : x - wide;
      expect(left).toBeGreaterThanOrEqual(-0.1);
      expect(left + wide).toBeLessThanOrEqual(size.width + 0.1);
      expect(y).toBeGreaterThanOrEqual(13);
      expect(y + (lines.length - 1) * step).toBeLessThanOrEqual(size.height);
    }
  });

  test("leaves room for the sum at the right", () => {
    const { chart, axis } = draw(published, size);
    expect(axis.right + 6 + (chart.end?.text.length ?? 0) * 0.55 * size.numeral).toBeLessThanOrEqual(size.width);
    expect(chart.end?.y).toBeGreaterThan(0);
  });

  test("has a dot for each total that numbers the dead, inside the plot", () => {
    const { chart, axis } = draw(published, size);
    expect(chart.dots).toHaveLength(published.totals.filter(({ data }) => data.killed !== undefined).length);
    for (const { x, y } of chart.dots) expect(x >= axis.left && x <= axis.right && y >= 0 && y <= size.height).toBe(true);
  });
});

describe("the drawing of totals", () => {
  const size = { width: 300, height: 210, numeral: 16 };

  test("tells by its shape and place a total inside the band from one outside", () => {
    const { chart } = draw(dossierOf(strike(), total({ id: "in", killed: 2 }), total({ id: "out", killed: 5 })), size);
    expect(chart).toMatchInlineSnapshot(`
      {
        "band": "M7.2 210H7.2V131.6H283.5V131.6H7.2V210Z",
        "base": 210,
        "days": [
          7.2,
        ],
        "dots": [
          {
            "isBound": false,
            "killed": 2,
            "place": "inside",
            "shape": "M3.3,0A3.3,3.3,0,1,1,-3.3,0A3.3,3.3,0,1,1,3.3,0",
            "strikes": 1,
            "x": 67.9,
            "y": 131.6,
          },
          {
            "isBound": false,
            "killed": 5,
            "place": "outside",
            "shape": "M3.3,0A3.3,3.3,0,1,1,-3.3,0A3.3,3.3,0,1,1,3.3,0",
            "strikes": 1,
            "x": 67.9,
            "y": 14,
          },
        ],
        "end": {
          "text": "2",
          "y": 131.6,
        },
        "farthest": {
          "x": 67.9,
          "y": 14,
        },
        "lines": [
          {
            "text": "1",
            "y": 170.8,
          },
          {
            "text": "2",
            "y": 131.6,
          },
          {
            "text": "3",
            "y": 92.4,
          },
          {
            "text": "4",
            "y": 53.2,
          },
          {
            "text": "5",
            "y": 14,
          },
        ],
        "lower": "M7.2 210H7.2V131.6H283.5",
        "most": 5,
        "names": [],
        "note": {
          "anchor": "start",
          "lines": [
            "The Wire: 5, 3 above",
            "ours",
          ],
          "step": 17,
          "x": 77.9,
          "y": 13,
        },
        "series": [],
        "top": 14,
        "upper": "M7.2 210H7.2V131.6H283.5",
      }
    `);
  });

  test("has a mark of its own for a lower bound below the band", () => {
    const low = { killed: 1, qualifier: "at least" };
    const { chart } = draw(
      dossierOf(strike(), total({ id: "a", ...low }), total({ id: "b", killed: 1 }), total({ id: "c", ...low, killed: 2 })),
      size,
    );
    expect(chart.dots.map(({ place, isBound }) => [place, isBound])).toEqual([
      ["below", true],
      ["outside", false],
      ["inside", true],
    ]);
    expect(chart.note?.lines.join(" ")).toBe("The Wire: 1, 1 below ours");
  });

  test("of nothing has no band, no sum and no words", () => {
    const { chart } = draw(dossierOf(), size);
    expect(chart).toMatchObject({ band: "", lower: "", upper: "", dots: [], end: null, note: null });
    expect(totalsChartLabel(compareTotals(dossierOf()))).toBe("No published total of the dead is on file.");
  });
});
