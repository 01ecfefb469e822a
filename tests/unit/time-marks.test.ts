import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/model/dates.ts";
import { timeMarks } from "../../src/timeline/time-marks.ts";
import { dayOf } from "../../src/timeline/time-window.ts";

const base = dayNumber("2025-09-01");
const SPANS = [7, 8, 14, 30, 45, 60, 90, 140, 180, 308, 365, 500, 731, 1500, 3000, 5000, 8000, 10_957];
/** Windows from a week to thirty years that begin on any day of a month, as long as our scales are: [window, length, room]. */
const many = SPANS.flatMap((days) =>
  [0, 1, 5, 17, 29, 45, 61, 92, 150, 177, 244, 300].flatMap((after) =>
    [
      [371, 56],
      [562, 56],
      [952, 56],
      [1400, 56],
      [640, 40],
      [3640, 40],
    ].map(([length = 0, room = 0]) => ({ window: { start: base + after - days, end: base + after }, length, room })),
  ),
);
const marksOf = ({ window, length, room }: (typeof many)[number]) => timeMarks(window, length, base, room);
const told = ({ window, length, room }: (typeof many)[number]) => `${dayOf(window.start)}–${dayOf(window.end)} ${length} px, ${room}`;

describe("names on the scale", () => {
  test("are never closer than the room that they need", () => {
    const close = many.filter((one) => {
      const { names } = marksOf(one);
      const scale = one.length / (one.window.end - one.window.start);
      return names.some(({ at }, i) => i > 0 && (at - (names[i - 1]?.at ?? 0)) * scale < one.room - 0.01);
    });
    expect(close.map(told)).toEqual([]);
  });

  test("are there whatever the window, the first one with its year, all inside", () => {
    for (const one of many) {
      const { names } = marksOf(one);
      expect(names[0]?.label, told(one)).toMatch(/\d{4}$/);
      for (const { at } of names) expect(at >= one.window.start && at < one.window.end, told(one)).toBe(true);
    }
  });

  test("say the year again where it changes", () => {
    for (const one of many) {
      const { names } = marksOf(one);
      for (const [i, { at, label }] of names.entries()) {
        const year = dayOf(at).slice(0, 4);
        if (i > 0 && dayOf(names[i - 1]?.at ?? 0).slice(0, 4) !== year) expect(label, told(one)).toContain(year);
      }
    }
  });

  test.each([
    ["2025-10-06", 7, "6 Oct 2025 · 7 Oct · 8 Oct · 9 Oct · 10 Oct · 11 Oct · 12 Oct"],
    ["2025-10-10", 45, "13 Oct 2025 · 20 Oct · 27 Oct · 3 Nov · 10 Nov · 17 Nov"],
    ["2025-09-01", 308, "Sept 2025 · Oct · Nov · Dec · Jan 2026 · Feb · Mar · Apr · May · June · July"],
    ["2024-02-10", 870, "Apr 2024 · July · Oct · Jan 2025 · Apr · July · Oct · Jan 2026 · Apr"],
    ["2015-03-01", 4000, "2016 · 2017 · 2018 · 2019 · 2020 · 2021 · 2022 · 2023 · 2024 · 2025 · 2026"],
    ["1996-01-01", 11_144, "2000 · 2005 · 2010 · 2015 · 2020 · 2025"],
  ])("from %s for %i days are %s", (from, days, expected) => {
    const start = dayNumber(from);
    const { names } = timeMarks({ start, end: start + days }, 952, base, 56);
    expect(names.map(({ label }) => label).join(" · ")).toBe(expected);
  });
});

describe("segments of the scale", () => {
  test("are inside, apart, and every second unit", () => {
    for (const one of many) {
      const { segments } = marksOf(one);
      expect(segments.length, told(one)).toBeGreaterThan(0);
      for (const [i, [from, to]] of segments.entries()) {
        expect(from >= one.window.start && to <= one.window.end && to > from, told(one)).toBe(true);
        // What is left free is as wide as what is filled, but for the lengths of months and years.
        const next = segments[i + 1];
        if (!next || i === 0) continue;
        expect(next[0] - to, told(one)).toBeGreaterThanOrEqual((to - from) * 0.88);
      }
    }
  });

  test("do not change their fill while the window moves", () => {
    for (const days of SPANS) {
      const isFilled = (start: number, at: number) =>
        timeMarks({ start, end: start + days }, 952, base, 56).segments.some(([from, to]) => from <= at && at < to);
      const [start, middle] = [base - 40, base - 40 + Math.floor(days / 2)];
      for (const at of [middle, middle + 1, middle + 2]) {
        const filled = isFilled(start, at);
        for (const by of [-3, -2, -1, 1, 2, 3]) {
          if (at < start + by || at >= start + by + days) continue;
          expect(isFilled(start + by, at), `${days} days, ${dayOf(at)}, moved by ${by}`).toBe(filled);
        }
      }
    }
  });

  test("are weeks from the first day of the record where there is room for them", () => {
    const { segments } = timeMarks({ start: base, end: base + 308 }, 952, base, 56);
    expect(segments.slice(0, 2).map((days) => days.map((day) => dayOf(day)))).toEqual([
      ["2025-09-01", "2025-09-08"],
      ["2025-09-15", "2025-09-22"],
    ]);
    expect(segments).toHaveLength(22);
  });
});
