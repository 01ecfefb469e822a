import { describe, expect, test } from "vitest";
import { exchangeOf } from "../../src/graph/exchange.ts";
import { isInexact } from "../../src/model/dates.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { claimNumber } from "../../src/site/claim-words.ts";
import { drawingWords, exchangeRows, noSidesWords } from "../../src/site/exchange-words.ts";
import { layoutExchange, pathsByClass, type ExchangeChart, type ExchangeRow } from "../../src/timeline/exchange-chart.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { claim, dossierOf, find } from "./builders.ts";
import { published } from "./published-dossier.ts";

const SIZES = [
  { width: 640, fontSize: 13, withDates: true },
  { width: 288, fontSize: 12, withDates: false },
];
const self = (date: string) => ({ label: "C1", date: getDate(date) });
const row = (date: string, side: ExchangeRow["side"] = "for", arrow: ExchangeRow["arrow"] = "here"): ExchangeRow => ({
  label: `${side} ${date}`,
  date: getDate(date),
  side,
  arrow,
});
const wide = (date: string, ...rows: ExchangeRow[]) => layoutExchange(self(date), rows, { width: 640, fontSize: 13, withDates: true });
const markIn = (chart: ExchangeChart, label: string) =>
  chart.rows.find((one) => one.label === label)?.mark ?? { x0: NaN, x1: NaN, isSpan: null };
const middle = ({ x0, x1 }: { x0: number; x1: number }) => (x0 + x1) / 2;
const numbersIn = (path: string) => path.match(/-?\d+(\.\d+)?/g) ?? [];

describe("the drawing of an exchange", () => {
  test("has what stands with the claim above it, what stands against it below, the rest last, each by date", () => {
    const chart = wide(
      "2031-03-10",
      row("2031-03-12", "beside"),
      row("2031-03-14", "against"),
      row("2031-03-11", "against"),
      row("2031-03-12"),
    );
    expect(chart.rows.map(({ label }) => label)).toEqual([
      "for 2031-03-12",
      "C1",
      "against 2031-03-11",
      "against 2031-03-14",
      "beside 2031-03-12",
    ]);
    const ys = chart.rows.map(({ y }) => y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
  });

  test.each([
    ["a day", "2031-03-12", false],
    ["about a day", "2031-03-12~", true],
    ["a day that is not certain", "2031-03-12?", true],
    ["a month", "2031-03", true],
    ["some days", "2031-03-12/2031-03-20", true],
    ["up to a day", "../2031-03-20", true],
  ])("%s is a bar, unless it is one certain day", (_, date, isSpan) => {
    const chart = wide("2031-03-10", row(date), row("2031-04-20"));
    const mark = markIn(chart, `for ${date}`);
    expect(mark.isSpan).toBe(isSpan);
    if (isSpan) expect(mark.x1 - mark.x0).toBeGreaterThan(13.8);
  });

  test("runs a bar to the edge where an end is open", () => {
    const chart = wide("2031-03-10", row("../2031-03-20"), row("2031-04-20"));
    expect(markIn(chart, "for ../2031-03-20").x0).toBe(chart.left);
  });

  test("breaks its scale rather than press the rest into one point", () => {
    const chart = wide("2031-03-10", row("2016"), row("2031-03-12"), row("2031-03-30"));
    expect(chart.axis.ends.map(({ label }) => label)).toEqual(["2016", "10 Mar", "30 Mar 2031"]);
    expect(markIn(chart, "for 2031-03-30").x0 - markIn(chart, "for 2031-03-12").x1).toBeGreaterThan(100);
    expect(wide("2031-03-10", row("2031-02-01"), row("2031-03-12")).axis.ends).toHaveLength(2);
  });

  test("has its arrow at the end that it bears on", () => {
    const heads = (arrow: ExchangeRow["arrow"]) => {
      const chart = wide("2031-03-10", row("2031-05-20", "against", arrow), row("2031-03-12"));
      const { link, mark } = chart.rows.find(({ side }) => side === "against") ?? {};
      return [link?.heads.match(/M/g)?.length, link?.heads.includes(`M${(mark?.x0 ?? 0) - 2} `)];
    };
    expect([heads("here"), heads("there"), heads("both")]).toEqual([
      [1, false],
      [1, true],
      [2, true],
    ]);
  });

  test("keeps its outlines, with what is drawn alike in one path", () => {
    const chart = wide(
      "2031-03-10",
      row("2031-03-02"),
      row("2031-03-14", "against", "there"),
      row("2031-04", "against"),
      row("2031-03-20", "beside"),
    );
    expect({
      links: pathsByClass(chart.rows, ({ side, link }) => [side, link?.path]),
      marks: pathsByClass(chart.rows, ({ mark }) => [mark.isSpan ? "span" : "day", mark.path]),
      axis: chart.axis.path,
    }).toMatchInlineSnapshot(`
      {
        "axis": "M244 156H598M423.9 156v5",
        "links": [
          [
            "for",
            "M258,16C273.6,16,273.6,48,289.1,48",
          ],
          [
            "against",
            "M327.2 80C347.2 80 347.2 48 305.1 48M421.9,104C363.5,104,363.5,48,305.1,48",
          ],
          [
            "beside",
            "M347.7,136C326.4,136,326.4,48,305.1,48",
          ],
        ],
        "marks": [
          [
            "day",
            "M251 11h0a5 5 0 0 1 0 10h0a5 5 0 0 1 0 -10zM291.1 42H303.1v12H291.1zM315.2 80l5 -5h0l5 5l-5 5h0zM349.7 140l5 -9h0l5 9z",
          ],
          [
            "span",
            "M423.9 104l5 -5h157.1l5 5l-5 5h-157.1z",
          ],
        ],
      }
    `);
  });

  test("has room for many claims of one day", () => {
    const chart = wide(
      "2031-03-10",
      ...Array.from({ length: 9 }, (_, i) => ({ ...row("2031-03-10", "against"), label: `C${i + 2} disputes it` })),
    );
    expect(chart.rows).toHaveLength(10);
    for (const { link } of chart.rows) for (const digits of numbersIn(link?.path ?? "")) expect(Number.isFinite(Number(digits))).toBe(true);
  });
});

const drawn = published.claims.flatMap((node) => {
  const rows = exchangeRows(node, exchangeOf(node));
  return rows.length === 0 ? [] : [{ node, rows }];
});

describe.each(SIZES)("the drawings of all claims that we publish, $width wide", ({ width, fontSize, withDates }) => {
  const charts = drawn.map(({ node, rows }) => ({
    id: node.id,
    node,
    rows,
    chart: layoutExchange({ label: claimNumber(node) ?? "This claim", date: node.date }, rows, { width, fontSize, withDates }),
  }));

  test("stay inside their box, curves and labels too", () => {
    for (const { id, chart } of charts) {
      for (const { y, mark, link } of chart.rows) {
        expect(mark.x0 >= chart.left && mark.x1 <= chart.right, `${id} ${JSON.stringify(mark)}`).toBe(true);
        expect(y > 0 && y < chart.axis.y, id).toBe(true);
        if (!link) continue;
        const points = numbersIn(link.path).map(Number);
        expect(
          points.every((value) => Number.isFinite(value) && value >= 0),
          id,
        ).toBe(true);
        // The curve itself stays within three quarters of the way to its control points.
        const [x0 = 0, , cx = 0, , , , x1 = 0] = points;
        expect(Math.max(x0, x1) + 0.75 * Math.max(0, cx - Math.max(x0, x1)), id).toBeLessThanOrEqual(width);
      }
      expect(chart.axis.y + 22, id).toBeLessThanOrEqual(chart.height);
    }
  });

  test("have no label on another, nor on a mark", () => {
    for (const { id, chart } of charts) {
      for (const [i, { label, date, y }] of chart.rows.entries()) {
        expect(textWidth(label, fontSize), id).toBeLessThan(chart.dateX);
        if (date) expect(chart.dateX + textWidth(date, fontSize), id).toBeLessThan(chart.left);
        const above = chart.rows[i - 1];
        if (above) expect(y - above.y, id).toBeGreaterThanOrEqual(24);
      }
      const ends = chart.axis.ends.map(({ x, label, anchor }) =>
        anchor === "end" ? [x - textWidth(label, fontSize), x] : [x, x + textWidth(label, fontSize)],
      );
      for (const [i, [from = 0]] of ends.entries()) {
        expect(from, id).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(from, `${id} ${JSON.stringify(chart.axis.ends)}`).toBeGreaterThan((ends[i - 1]?.[1] ?? 0) + 3);
      }
    }
  });

  test("leave the marks a quarter of the width at least", () => {
    for (const { id, chart } of charts) expect(chart.right - chart.left, id).toBeGreaterThan(width / 4);
  });

  test("have what is earlier further left, and a bar for every day that is not certain", () => {
    for (const { id, node, rows, chart } of charts) {
      const dates = new Map([[claimNumber(node) ?? "This claim", node.date], ...rows.map(({ label, date }) => [label, date] as const)]);
      const exact = chart.rows.filter(({ mark }) => !mark.isSpan);
      const byDay = exact.toSorted((a, b) => ((dates.get(a.label)?.earliest ?? "") < (dates.get(b.label)?.earliest ?? "") ? -1 : 1));
      for (const [i, { mark }] of byDay.entries())
        if (i > 0) expect(middle(mark), id).toBeGreaterThan(middle(byDay[i - 1]?.mark ?? mark) - 0.2);
      if (dates.size === chart.rows.length)
        for (const { label, mark } of chart.rows) expect(mark.isSpan, `${id} ${label}`).toBe(isInexact(dates.get(label) ?? node.date));
    }
  });
});

describe("the rows of a drawing", () => {
  const disputes = (to: string) => ({ to, type: "disputes" });
  const dossier = dossierOf(
    claim({
      id: "here",
      number: 1,
      relations: [
        disputes("foe"),
        { to: "older", type: "supersedes" },
        { to: "ally", type: "supports" },
        { to: "asked", type: "responds-to" },
      ],
      developments: [{ date: "2031-03-20", summary: "It was denied.", effect: "denies", sources: ["wire"] }],
    }),
    claim({ id: "foe", number: 2, relations: [disputes("here")] }),
    claim({ id: "older", number: 3 }),
    claim({ id: "ally", number: 4 }),
    claim({ id: "asked", number: 5 }),
    claim({ id: "lonely", number: 6 }),
  );
  const rowsOf = (id: string) => exchangeRows(find(dossier, "claim", id), exchangeOf(find(dossier, "claim", id)));

  test("say each relation in words, with the end that it bears on", () => {
    expect(rowsOf("here").map(({ label, side, arrow }) => [label, side, arrow])).toEqual([
      ["It supports C4", "for", "there"],
      ["Dispute with C2", "against", "both"],
      ["Later: denied", "against", "here"],
      ["It supersedes C3", "beside", "there"],
      ["It responds to C5", "beside", "there"],
    ]);
  });

  test("are none where there is one thing to draw, or nothing", () => {
    expect(rowsOf("asked")).toEqual([]);
    expect(rowsOf("lonely")).toEqual([]);
  });

  test("hold everything that bears on each claim that we publish", () => {
    for (const { node, rows } of drawn) {
      const related = new Set(node.relations.map((link) => link.claim)).size;
      const sided = node.developments.filter(({ effect }) => effect !== undefined).length;
      expect(rows.length, node.id).toBe(related + sided);
    }
  });

  test("are told in a caption that names only what is drawn", () => {
    const node = find(dossier, "claim", "here");
    expect(drawingWords(node, [...rowsOf("here"), row("2031")])).toBe(
      "The exchange in time, by the day of each claim. The square is C1. Above it: what it supports or is supported by (circles, solid lines). Below it: what it disputes or is disputed by (diamonds, dashed lines) and all other ties (triangles, dotted lines). Each arrow runs to the claim that it bears on. An open bar covers the days that a date may mean.",
    );
    expect(drawingWords(node, [row("2031-03-12", "beside")])).toBe(
      "The exchange in time, by the day of each claim. The square is C1. Below it: what else is tied to it (triangles, dotted lines). Each arrow runs to the claim that it bears on.",
    );
  });

  test("are told of a claim without an exact day as what it is in the drawing", () => {
    const node = find(dossierOf(claim({ date: "2031-03" })), "claim", "claim");
    expect(drawingWords(node, [])).toContain("The open rectangle is the claim.");
  });

  test("a claim on which nobody takes a side says so in one sentence", () => {
    const words = (id: string) => noSidesWords(exchangeOf(find(dossier, "claim", id)));
    expect(words("here")).toBeNull();
    expect(words("asked")).toBe("No claim and no later development on file supports or disputes it.");
    expect(words("lonely")).toBe(
      "No other claim on file answers, supports, qualifies or disputes it, and no later development takes a side on it.",
    );
  });
});
