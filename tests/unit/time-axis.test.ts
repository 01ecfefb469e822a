import { scaleUtc } from "d3-scale";
import { describe, expect, test } from "vitest";
import { addDays, toUtc } from "../../src/model/dates.ts";
import { textWidth } from "../../src/timeline/text-width.ts";
import { buildTimeAxis } from "../../src/timeline/time-axis.ts";
import { timeTicks, type TimeTick } from "../../src/timeline/time-ticks.ts";

describe("the axis of the drawings", () => {
  const axis = buildTimeAxis({ from: "2025-09-01", to: "2026-06-30", left: 100, right: 1100 });

  test("runs from the first day to the end of the last whole week", () => {
    expect(axis.x("2025-09-01")).toBe(100);
    expect(axis.end).toBe("2026-07-06");
    expect(axis.x(axis.end)).toBe(1100);
    expect(axis.x("2026-06-30")).toBeLessThan(1100);
  });

  test("gives every day the same width, across changes of summer time too", () => {
    const days = Array.from({ length: 300 }, (_, i) => addDays("2025-09-01", i));
    const widths = days.map((day) => axis.x(addDays(day, 1)) - axis.x(day));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.21); // positions have one decimal
  });

  test("fills every second week", () => {
    const week = 1000 / 44;
    expect(axis.weeks).toHaveLength(22);
    expect(axis.weeks[0]).toEqual([100, Math.round(week * 10) / 10]);
    expect(axis.weeks[1]?.[0]).toBe(Math.round((100 + 2 * week) * 10) / 10);
  });

  test("names the months, and the year at the first of them and in January", () => {
    expect(axis.months.map(({ label }) => label)).toEqual([
      "Sept 2025",
      "Oct",
      "Nov",
      "Dec",
      "Jan 2026",
      "Feb",
      "Mar",
      "Apr",
      "May",
      "June",
    ]);
    expect(axis.months.map(({ x }) => x)).toEqual(
      axis.months.map((_, i) => axis.x(`202${i < 4 ? 5 : 6}-${String(((i + 8) % 12) + 1).padStart(2, "0")}-01`)),
    );
  });

  test("leaves out a month that begins before the first day, or too near the end for its name", () => {
    const short = buildTimeAxis({ from: "2031-03-02", to: "2031-05-05", left: 0, right: 150 });
    expect(short.months.map(({ label }) => label)).toEqual(["Apr 2031"]);
  });

  test("of a single day is a week long", () => {
    expect(buildTimeAxis({ from: "2031-03-01", to: "2031-03-01", left: 0, right: 70 }).end).toBe("2031-03-08");
  });
});

describe("ticks below a chart", () => {
  const ticksOf = (from: string, to: string, right: number) => timeTicks(scaleUtc([toUtc(from), toUtc(to)], [60, right]), right);
  const labels = (ticks: TimeTick[]) => ticks.map(({ label }) => label);
  const sides = ({ x, label, anchor }: TimeTick): [number, number] => {
    const width = textWidth(label, 13);
    const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    return [left, left + width];
  };
  /** Spans from two months to forty years, as wide as our charts are drawn. */
  const many = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((month) =>
    [60, 95, 130, 200, 270, 365, 500, 700, 900, 1500, 4000, 15000].flatMap((days) =>
      [280, 330, 420, 560, 800].map((right) => {
        const from = `2001-${String(month + 1).padStart(2, "0")}-11`;
        return [from, addDays(from, days), right] as const;
      }),
    ),
  );

  test("are years where the span is long", () => {
    expect(labels(ticksOf("2001-01-01", "2005-01-01", 500))).toEqual(["2001", "2002", "2003", "2004", "2005"]);
  });

  test("skip years where there is no room for each, at round years", () => {
    expect(labels(ticksOf("2001-01-01", "2024-01-01", 330))).toEqual(["2005", "2010", "2015", "2020"]);
  });

  test("are months where it is short, with the year at the first one and in January", () => {
    expect(labels(ticksOf("2025-09-01", "2026-02-10", 600))).toEqual(["Sept 2025", "Oct", "Nov", "Dec", "Jan 2026", "Feb"]);
  });

  test("say which year the first one is of, whatever months there is room for", () => {
    const silent = many.filter((span) => !/\d{4}$/.test(ticksOf(...span)[0]?.label ?? ""));
    expect(silent.map((span) => [...span, labels(ticksOf(...span)).join(" ")])).toEqual([]);
  });

  test("never touch each other", () => {
    const touching = many.filter((span) => {
      const boxes = ticksOf(...span).map(sides);
      return boxes.some(([left], i) => i > 0 && left <= (boxes[i - 1]?.[1] ?? 0));
    });
    expect(touching.map((span) => [...span, labels(ticksOf(...span)).join(" ")])).toEqual([]);
  });

  test("stay inside the drawing", () => {
    for (const span of many) for (const tick of ticksOf(...span)) expect(sides(tick)[1]).toBeLessThanOrEqual(span[2] + 12);
  });

  test("are the day itself where no month begins", () => {
    expect(labels(ticksOf("2031-03-04", "2031-03-20", 330))).toEqual(["4 Mar"]);
  });
});
