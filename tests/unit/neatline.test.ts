import { describe, expect, test } from "vitest";
import { getDate } from "../../src/model/parse-date.ts";
import { markOnScale, weeksOnScale } from "../../src/timeline/neatline.ts";

describe("the scale is counted in whole weeks", () => {
  test.each([
    ["2031-03-01", "2031-03-08", 1],
    ["2031-03-01", "2031-03-09", 2],
    ["2031-03-01", "2031-03-15", 2],
    ["2031-03-01", "2031-03-02", 1],
    ["2031-03-01", "2031-03-01", 1],
    ["2025-09-01", "2026-06-30", 44],
  ])("from %s to %s: %i", (from, to, weeks) => {
    expect(weeksOnScale(from, to)).toBe(weeks);
  });
});

describe("a date stands on the scale at its earliest possible day", () => {
  test.each([
    ["the first day", "2031-03-01", { at: 0, outside: null }],
    ["half of the way", "2031-03-08", { at: 50, outside: null }],
    ["the end of the last week", "2031-03-15", { at: 100, outside: null }],
    ["a month, from its first day", "2031-03", { at: 0, outside: null }],
    ["a span, from its first day", "2031-03-08/2031-03-12", { at: 50, outside: null }],
    ["an open start, at its end", "../2031-03-08", { at: 50, outside: null }],
    ["a day before the scale, marked as such", "2031-02-28", { at: 0, outside: "before" }],
    ["a year that starts before the scale", "2031", { at: 0, outside: "before" }],
    ["a day after the scale, marked as such", "2031-03-16", { at: 100, outside: "after" }],
  ])("%s", (_, date, expected) => {
    expect(markOnScale(getDate(date), "2031-03-01", "2031-03-14")).toEqual(expected);
  });
});
