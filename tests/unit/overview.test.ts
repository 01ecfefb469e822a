import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber } from "../../src/model/dates.ts";
import { brokenScale, layoutOverview } from "../../src/timeline/overview.ts";
import { limitsOf, windowOf } from "../../src/timeline/time-window.ts";
import { timelineData } from "../../src/timeline/timeline-data.ts";
import { plotOf, WIDTH } from "../../src/timeline/wide-picture.ts";
import { dossierOf, event } from "./builders.ts";
import { hitBox, outside, overlaps } from "./picture-boxes.ts";
import { real } from "./timeline-scenes.ts";

const { frame, events } = real;
const earlier = events.filter(({ from, to }) => from !== "" && to < frame.base);
const overviewOf = (width: number, from = "", isLinked = true) =>
  layoutOverview(events, { frame, window: windowOf({ from, to: "" }, limitsOf(frame)), ...plotOf(width), isLinked });

/** How many entries the bars of a kind stand for: their heights over that of one entry, which is 6 px at most. */
function countedIn(ground: string, name: string): number {
  const path = new RegExp(`class="${name}" d="([^"]*)"`).exec(ground)?.[1] ?? "";
  const heights = [...path.matchAll(/v-([\d.]+)h/g)].map(([, height]) => Number(height));
  return Math.round(heights.reduce((sum, height) => sum + height, 0) / 6);
}

describe("the scale of all the years", () => {
  const first = dayNumber(frame.first);
  const end = dayNumber(frame.end);
  const scale = brokenScale(frame, 118.5, 1069.5);

  test("runs from end to end, in order, with a gap at the year in which the record begins", () => {
    expect(scale.x(first)).toBeCloseTo(118.5);
    expect(scale.x(end)).toBeCloseTo(1069.5);
    const days = Array.from({ length: end - first }, (_, i) => scale.x(first + i));
    for (const [i, x] of days.entries()) if (i > 0) expect(x).toBeGreaterThan(days[i - 1] ?? 0);
    const [before, after] = scale.gap ?? expect.unreachable();
    expect(scale.x(dayNumber("2024-12-31"))).toBeLessThan(before);
    expect(scale.x(dayNumber("2025-01-01"))).toBe(after);
  });

  test("leads from a place back to its moment", () => {
    fc.assert(
      fc.property(fc.double({ min: first, max: end, noNaN: true }), (at) => {
        expect(scale.at(scale.x(at))).toBeCloseTo(at, 4);
      }),
    );
    const [before, after] = scale.gap ?? expect.unreachable();
    for (const x of [before, (before + after) / 2, after]) expect(scale.at(x)).toBeCloseTo(dayNumber("2025-01-01"), 4);
  });

  test("has no gap where nothing is earlier than the year of the record", () => {
    const whole = brokenScale({ first: "2031-01-01", base: "2031-03-01", end: "2031-07-05" }, 0, 300);
    expect(whole.gap).toBeNull();
    expect([whole.x(dayNumber("2031-01-01")), whole.x(dayNumber("2031-07-05"))]).toEqual([0, 300]);
    expect(whole.at(whole.x(dayNumber("2031-05-05")))).toBeCloseTo(dayNumber("2031-05-05"), 6);
  });
});

describe("the strip of all the years", () => {
  test("has a mark for every entry before the record, in the width of the build", () => {
    const { marks } = overviewOf(WIDTH);
    expect(earlier.length).toBeGreaterThan(20);
    expect(marks.flatMap(({ ids }) => ids).sort()).toEqual(earlier.map(({ id }) => id).sort());
  });

  test.each([556, 640, 768, 900, 1040, WIDTH, 1280])("keeps marks apart and inside, and counts the rest in bars, %i px wide", (width) => {
    const { marks, ground, height } = overviewOf(width);
    const boxes = marks.map(hitBox);
    expect(overlaps(boxes)).toEqual([]);
    expect(outside(boxes, plotOf(width).left - 12, width)).toEqual([]);
    for (const { top, bottom } of boxes) expect(top >= 0 && bottom <= height - 26).toBe(true);
    const inBars = countedIn(ground, "bar--strikes") + countedIn(ground, "bar--others");
    expect(inBars + marks.length).toBe(events.filter(({ from }) => from).length);
    expect(countedIn(ground, "bar--strikes")).toBe(events.filter(({ strikes }) => strikes).length);
  });

  test("leaves to the drawing what its window shows", () => {
    const { marks } = overviewOf(WIDTH, "2020-01-01");
    const outsideWindow = earlier.filter(({ to }) => to < "2020-01-01").map(({ id }) => id);
    expect(marks.flatMap(({ ids }) => ids).sort()).toEqual(outsideWindow.sort());
  });

  test("has bars alone where it is too low for marks", () => {
    const low = overviewOf(358, "", false);
    expect(low.marks).toEqual([]);
    expect(low.height).toBeLessThan(overviewOf(WIDTH).height);
  });

  test("names entries with their year, once", () => {
    const names = overviewOf(WIDTH).marks.map(({ name }) => name);
    expect(names[0]).toBe("Clinton decertifies Colombia 1 Mar 1996: diplomatic, Washington, 1 of 26 before the record");
    expect(names[5]?.replaceAll("\u00a0", " ")).toBe(
      "UN: coca at 48,000 hectares Aug 2013, first half of August 2013: context, Bogotá, 6 of 26 before the record",
    );
  });

  test("says no place of the last lane, and a year as it is", () => {
    const { frame: small, events: two } = timelineData(dossierOf(event({ id: "a", title: "A flood", date: "2012" }), event({ id: "b" })));
    const { marks } = layoutOverview(two, { frame: small, window: limitsOf(small).usual, left: 100, right: 900, isLinked: true });
    expect(marks.map(({ name }) => name)).toEqual(["A flood 2012: diplomatic, 1 of 1 before the record"]);
  });

  test("of nothing is a scale", () => {
    const { marks, ground } = layoutOverview([], { frame, window: limitsOf(frame).usual, left: 100, right: 900, isLinked: true });
    expect(marks).toEqual([]);
    expect(ground).not.toContain("NaN");
  });
});
