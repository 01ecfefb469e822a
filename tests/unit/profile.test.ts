import { describe, expect, test } from "vitest";
import { compareTotals } from "../../src/graph/compare-totals.ts";
import { distanceToRange } from "../../src/graph/reconcile.ts";
import { computeLedger, ledgerRows } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { layoutProfile, type Profile, type ProfileOptions } from "../../src/timeline/profile.ts";
import { buildTimeAxis } from "../../src/timeline/time-axis.ts";
import { layoutTotals } from "../../src/timeline/totals-chart.ts";
import { dossierOf, source, strike, strikesOf, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const invented = strikesOf(
  strike({ id: "a", date: "2031-03-04", casualties: [{ source: "wire", killed: 11 }] }),
  strike({ id: "b", date: "2031-03-20", casualties: [{ source: "wire", killed: { min: 2, max: 4 } }] }),
  strike({ id: "c", date: "2031-04", casualties: [{ source: "wire", note: "No number." }] }),
);
const axis = buildTimeAxis({ from: "2031-03-01", to: "2031-06-30", left: 0, right: 400 });
const options: ProfileOptions = { axis, unit: 10, top: 20, numeral: 10 };
const profile = layoutProfile(ledgerRows(invented, null), options);

describe("the strike profile", () => {
  test("rises at each strike by the number of its dead, on its day", () => {
    expect(profile.base).toBe(20 + 15 * 10);
    expect(profile.marks.map(({ strike: { id }, x, y0, y1 }) => [id, x, y0, y1])).toEqual([
      ["a", axis.x("2031-03-04"), 170, 60],
      ["b", axis.x("2031-03-20"), 60, 40],
      ["c", axis.x("2031-04-01"), 40, 40],
    ]);
  });

  test("ends at the ledger's sum, the range as an open band above the certain dead", () => {
    expect(profile.total).toMatchObject({ range: { min: 13, max: 15 }, y: 40, upperY: 20 });
    expect(profile.tread.endsWith("V40H400")).toBe(true);
    expect(profile.upper.endsWith("V20H400")).toBe(true);
  });

  test("draws a line for every person certainly killed, and no more, every tenth heavier", () => {
    const lines = (path: string) => path.split("M").length - 1;
    expect(lines(profile.hairlines)).toBe(12);
    expect(lines(profile.tens)).toBe(1);
  });

  test("puts a range in figures, and none to a strike whose records give no number", () => {
    expect(profile.marks.map(({ numeral }) => numeral?.text ?? null)).toEqual(["11", "2–4", null]);
  });

  test("without strikes is empty", () => {
    const empty = layoutProfile([], options);
    expect(empty).toMatchObject({ marks: [], area: "", tread: "", band: "", upper: "", hairlines: "", tens: "", contours: [] });
    expect(empty.total.range).toEqual({ min: 0, max: 0 });
  });

  test("keeps a strike after the end of the scale inside the drawing", () => {
    const late = strikesOf(strike({ date: "2032-01-01" }));
    expect(layoutProfile(ledgerRows(late, null), options).marks[0]?.x).toBe(400);
  });
});

/** The sizes in which the site draws the profile. */
const sizes = [
  ["wide on the timeline", 118.5, 1170.5, 420, 34, 17],
  ["wide on the strikes' page", 0.5, 764.5, 320, 26, 15],
  ["narrow", 0.5, 276.5, 240, 22, 13],
] as const;

describe.each(sizes)("the profile of the record that we publish, %s", (_, left, right, height, top, numeral) => {
  const { baseDate, recordEnds } = published.site;
  const scale = buildTimeAxis({ from: baseDate, to: recordEnds, left, right });
  const draw = (asOf: string | null): Profile => {
    const rows = ledgerRows(published.strikes, asOf);
    const unit = Math.max(1, Math.min(7, Math.floor((height / Math.max(rows.at(-1)?.running.max ?? 0, 1)) * 2) / 2));
    return layoutProfile(rows, { axis: scale, unit, top, numeral });
  };
  const drawings = [null, "2025-10-19", "2025-12-31", "2026-03-01"].map(draw);

  test("puts no numeral on another", () => {
    for (const { marks } of drawings) {
      const numerals = marks.flatMap(({ numeral: one }) => (one ? [one] : []));
      expect(numerals.length).toBeGreaterThan(0);
      const boxes = numerals.map(({ text, x, y }) => ({
        text,
        left: x - text.length * numeral * 0.52,
        right: x,
        top: y - numeral * 0.72,
        bottom: y,
      }));
      for (const [i, a] of boxes.entries()) {
        const under = boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
        expect(under.map((b) => [a.text, b.text])).toEqual([]);
      }
    }
  });

  test("keeps every numeral inside the drawing", () => {
    for (const { marks, base } of drawings) {
      for (const { numeral: one } of marks) {
        if (!one) continue;
        expect(one.x - one.text.length * numeral * 0.52).toBeGreaterThanOrEqual(-0.1);
        expect(one.y - numeral * 0.72).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeLessThanOrEqual(base);
      }
    }
  });

  test("never falls, and ends at the ledger's sum", () => {
    for (const { marks } of drawings) for (const { y0, y1 } of marks) expect(y1).toBeLessThanOrEqual(y0);
    expect(drawings[0]?.total.range).toEqual(computeLedger(published.strikes, { asOf: null }).killed);
  });

  test("prints the largest count of all", () => {
    for (const { marks } of drawings) {
      const largest = marks.reduce((a, b) => ((b.killed?.max ?? 0) > (a.killed?.max ?? 0) ? b : a));
      expect(largest.numeral?.text).toBe(largest.killed && formatRange(largest.killed));
    }
  });
});

describe("published totals against the band of the ledger", () => {
  const dossier = dossierOf(
    source({ id: "later", published: "2031-05-01" }),
    strike({ id: "a", date: "2031-03-04", casualties: [{ source: "wire", killed: 11 }] }),
    strike({ id: "b", date: "2031-03-20", casualties: [{ source: "wire", killed: { min: 2, max: 4 } }] }),
    total({ id: "inside", asOf: "2031-03-31", killed: 14 }),
    total({ id: "above", asOf: "2031-04-30", killed: 20 }),
    total({ id: "early", asOf: "2031-02-01", killed: 0 }),
    total({ id: "silent", asOf: "2031-04-30", strikes: 2 }),
  );
  const { all, farthest } = compareTotals(dossier);
  const chart = layoutTotals(ledgerRows(dossier.strikes, null), all, farthest, { axis, height: 220, top: 20 });

  test("stand on an axis from zero, higher for more, at their day", () => {
    expect(chart.dots).toMatchObject([
      { x: 0, y: 220, place: "inside" }, // before the scale: at its left end
      { x: axis.x("2031-03-31"), y: 80, place: "inside" },
      { x: axis.x("2031-04-30"), y: 20, place: "outside" },
    ]);
  });

  test("say where the farthest one stands, and what the ledger comes to", () => {
    expect(chart.farthest).toEqual({ x: axis.x("2031-04-30"), y: 20 });
    expect(chart.end).toEqual({ text: "13–15", y: 80 });
  });

  test("have lines at whole numbers only", () => {
    const few = layoutTotals(ledgerRows(strikesOf(strike({ casualties: [{ source: "wire", killed: 2 }] })), null), [], null, {
      axis,
      height: 220,
      top: 20,
    });
    expect(few.lines.map(({ text }) => text)).toEqual(["1", "2"]);
    expect(few.dots).toEqual([]);
  });

  test("have no band where no strike is on file", () => {
    expect(layoutTotals([], [], null, { axis, height: 220, top: 20 })).toMatchObject({
      band: "",
      lower: "",
      upper: "",
      end: null,
      farthest: null,
    });
  });

  test("of the record that we publish are as many as the comparison counts inside and outside", () => {
    const comparison = compareTotals(published);
    const scale = buildTimeAxis({ from: published.site.baseDate, to: published.site.recordEnds, left: 0, right: 800 });
    const { dots } = layoutTotals(ledgerRows(published.strikes, null), comparison.all, comparison.farthest, {
      axis: scale,
      height: 340,
      top: 14,
    });
    const given = comparison.all.filter(({ total: { data } }) => data.killed !== undefined);
    expect(dots).toHaveLength(given.length);
    expect(dots.filter(({ place }) => place === "inside")).toHaveLength(given.filter((item) => distanceToRange(item) === 0).length);
    for (const { x, y } of dots) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(800);
      expect(y).toBeGreaterThanOrEqual(14);
      expect(y).toBeLessThanOrEqual(340);
    }
  });
});
