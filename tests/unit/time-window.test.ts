import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayNumber } from "../../src/model/dates.ts";
import { clampWindow, dayOf, daysOf, limitsOf, panWindow, windowOf, zoomWindow, type TimeWindow } from "../../src/timeline/time-window.ts";

const limits = limitsOf({ first: "1996-01-01", base: "2025-09-01", last: "2026-06-30", end: "2026-07-06" });
const { usual, whole } = limits;

const moment = fc.double({ min: whole.start, max: whole.end, noNaN: true });
const windows = fc.tuple(moment, moment).map(([a, b]) => clampWindow({ start: Math.min(a, b), end: Math.max(a, b) }, limits));
const isInside = ({ start, end }: TimeWindow) => start >= whole.start - 1e-6 && end <= whole.end + 1e-6 && end - start >= 1 - 1e-6;

describe("a window of time", () => {
  test("is that of the record unless something is chosen, and the whole begins with the first year on file", () => {
    expect(windowOf({ from: "", to: "" }, limits)).toEqual({ start: dayNumber("2025-09-01"), end: dayNumber("2026-07-06") });
    expect(dayOf(whole.start)).toBe("1996-01-01");
    expect(daysOf(usual, limits)).toEqual({ from: "", to: "" });
  });

  test("is a day at least, and inside the whole", () => {
    const any = fc.record({ start: fc.integer({ min: -1e5, max: 1e5 }), end: fc.integer({ min: -1e5, max: 1e5 }) });
    fc.assert(fc.property(any, (window) => isInside(clampWindow(window, limits))));
    expect(clampWindow(usual, limits)).toEqual(usual);
    expect(clampWindow({ start: 0, end: 1e6 }, limits)).toEqual(whole);
  });

  test("keeps the moment under the pointer at its place when it is zoomed", () => {
    fc.assert(
      fc.property(
        windows,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        (window, share, factor) => {
          const at = window.start + share * (window.end - window.start);
          const zoomed = zoomWindow(window, factor, at, limits);
          expect(isInside(zoomed)).toBe(true);
          const span = Math.max(1, (window.end - window.start) / factor);
          const isFree = at - share * span >= whole.start && at + (1 - share) * span <= whole.end;
          if (!isFree) return;
          expect((at - zoomed.start) / (zoomed.end - zoomed.start)).toBeCloseTo(share, 5);
          expect(zoomed.end - zoomed.start).toBeCloseTo(span, 5);
        },
      ),
    );
  });

  test("moves as far as the whole reaches, and keeps its width", () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: -20_000, max: 20_000 }), (window, days) => {
        const moved = panWindow(window, days, limits);
        expect(moved.end - moved.start).toBeCloseTo(window.end - window.start, 5);
        expect(isInside(moved)).toBe(true);
        if (window.start + days >= whole.start && window.end + days <= whole.end) expect(moved.start).toBeCloseTo(window.start + days, 5);
      }),
    );
    expect(panWindow(usual, 9999, limits)).toEqual(usual);
    expect(panWindow(usual, -1e6, limits).start).toBe(whole.start);
  });

  test("is written in days and read back the same", () => {
    const days = fc.tuple(fc.integer({ min: 0, max: whole.end - whole.start - 7 }), fc.integer({ min: 7, max: 12_000 }));
    fc.assert(
      fc.property(days, ([after, length]) => {
        const start = whole.start + after;
        const window = { start, end: Math.min(start + length, whole.end) };
        const { from, to } = daysOf(window, limits);
        // A window that ends in the week after the record is said to end with the record, and means that week.
        const end = window.end > dayNumber(limits.last) ? whole.end : window.end;
        expect(windowOf({ from, to }, limits)).toEqual({ start, end });
        expect(to <= limits.last).toBe(true);
        if (from && end < whole.end) expect([from, addDays(to, 1)]).toEqual([dayOf(start), dayOf(end)]);
      }),
    );
  });

  test("is written to the nearest day while it moves, and to one day at least", () => {
    const start = dayNumber("2025-10-01");
    expect(daysOf({ start: start + 0.4, end: start + 9.6 }, limits)).toEqual({ from: "2025-10-01", to: "2025-10-10" });
    expect(daysOf({ start, end: start + 0.2 }, limits)).toEqual({ from: "2025-10-01", to: "2025-10-01" });
    expect(daysOf({ start: usual.start + 0.3, end: usual.end - 0.3 }, limits)).toEqual({ from: "", to: "" });
  });

  test.each([
    ["2025-12-01", "", "2025-12-01", "2026-07-05", "from a day: to the end of the record"],
    ["", "2025-12-01", "2025-09-01", "2025-12-01", "to a day: from the beginning of the record"],
    ["2010-05-01", "", "2010-05-01", "2026-07-05", "from a day before the record: to its end"],
    ["", "2010-05-01", "1996-01-01", "2010-05-01", "to a day before the record: from the first year"],
    ["", "2025-09-03", "2025-09-01", "2025-09-03", "to a day in its first week: to that day"],
    ["1950-01-01", "", "1996-01-01", "2026-07-05", "from before the first year: from it"],
    ["2050-01-01", "", "2026-07-05", "2026-07-05", "from after the record: its last day"],
    ["2025-10-10", "2025-10-10", "2025-10-10", "2025-10-10", "a day on its own: that day"],
  ])("of “%s” to “%s” is %s to %s: %s", (from, to, first, last) => {
    expect(windowOf({ from, to }, limits)).toEqual({ start: dayNumber(first), end: dayNumber(last) + 1 });
  });
});
