import { describe, expect, test } from "vitest";
import { getDate } from "../../src/model/parse-date.ts";
import { stripKey } from "../../src/site/actor-strip-words.ts";
import { layOutActorStrip } from "../../src/timeline/actor-strip.ts";
import { round } from "../../src/timeline/time-axis.ts";
import { published } from "./published-dossier.ts";

const entry = (text: string, isStrike = false) => ({ date: getDate(text), isStrike });
const strip = (claims: ReturnType<typeof entry>[], events: ReturnType<typeof entry>[] = []) =>
  layOutActorStrip({ claims, events }, "2031-03-01", "2031-06-30", 350);
/** Left and right end of a mark, with its outline. */
const endsOf = (path: string | undefined) => {
  const [x = NaN, , width = NaN] = (path?.match(/-?[\d.]+/g) ?? []).map(Number);
  return [round(x - 0.5), round(x + width + 0.5)];
};

describe("the marks of an actor's strip", () => {
  test("are as wide as the days that a date may mean", () => {
    const { axis, above } = strip([entry("2031-04"), entry("2031-05-03/2031-05-20")]);
    expect(endsOf(above[0]?.path)).toEqual([axis.x("2031-04-01"), axis.x("2031-05-01")]);
    expect(endsOf(above[1]?.path)).toEqual([axis.x("2031-05-03"), axis.x("2031-05-21")]);
  });

  test("run past the edge where an end is open or off the scale", () => {
    const { axis, above } = strip([entry("../2031-04-10"), entry("2031-05-02/.."), entry("2031"), entry("2031-02/2031-03-05")]);
    const [by, since, year, around] = above.map(({ path }) => endsOf(path));
    expect(by).toEqual([-4, axis.x("2031-04-11")]);
    expect(since).toEqual([axis.x("2031-05-02"), 354]);
    expect(year).toEqual([-4, 354]);
    expect(around?.[0]).toBe(-4);
  });

  test("of one exact day have one size, open where the day is not certain", () => {
    const { above } = strip([entry("2031-03-04"), entry("2031-04-04?")]);
    expect(above.map(({ path, isOpen }) => [endsOf(path).reduce((a, b) => round(b - a)), isOpen])).toEqual([
      [6, false],
      [6, true],
    ]);
  });

  test("of what ended before the scale or began after it are counted, not drawn", () => {
    const { above, before, after } = strip([entry("2030"), entry("2029/.."), entry("../2031-01-05"), entry("2032"), entry("2032-03/..")]);
    expect([above.length, before, after]).toEqual([0, 3, 2]);
  });

  test("keep their outlines", () => {
    const { above, below } = strip(
      [entry("2031-03-04"), entry("2031-03-04"), entry("2031-03-02/2031-03-20")],
      [entry("2031-03-04"), entry("2031-04"), entry("2031-05-05", true), entry("2031-05-05/2031-05-09", true)],
    );
    expect([...above, ...below].map(({ path }) => path)).toMatchInlineSnapshot(`
      [
        "M8 15h5v5h-5z",
        "M8 8h5v5h-5z",
        "M3.3 1h51.8v5h-51.8z",
        "M7.5 39.5l3 -3h0l3 3l-3 3h0z",
        "M86.1 39.5l3 -3h77.3l3 3l-3 3h-77.3z",
        "M178.5 36.5v6",
        "M180.6 43.5v6m0 -3H194.4m0 -3v6",
      ]
    `);
  });

  test("of every actor that we publish do not lie on one another", () => {
    for (const actor of published.actors) {
      const events = actor.events.map(({ event: { date, strike } }) => ({ date, isStrike: strike !== null }));
      const { above } = layOutActorStrip({ claims: actor.claimsMade, events }, published.site.baseDate, published.site.recordEnds, 288);
      const levels = Map.groupBy(above, ({ y }) => y);
      for (const marks of levels.values()) {
        const ends = marks.map(({ path }) => endsOf(path)).sort(([a = 0], [b = 0]) => a - b);
        for (const [i, [start = 0]] of ends.entries())
          if (i > 0) expect(start, actor.id).toBeGreaterThanOrEqual((ends[i - 1]?.[1] ?? 0) - 0.01);
      }
    }
  });
});

describe("the key of the strip", () => {
  const mark = (isStrike: boolean, isOpen: boolean) => ({ isStrike, isOpen });

  test.each([
    ["no mark", [], [], "Squares above the line: claims made. Below it: timeline entries."],
    [
      "a strike without an exact day",
      [mark(true, true)],
      [],
      "Squares above the line: claims made. Below it: strikes as bars, other timeline entries as diamonds. A thin bar covers the days that its date may mean.",
    ],
    [
      "open marks and thin bars",
      [mark(true, true), mark(false, false)],
      [mark(false, true)],
      "Squares above the line: claims made. Below it: strikes as bars, other timeline entries as diamonds. An open mark or a thin bar covers the days that its date may mean.",
    ],
  ])("tells of %s", (_, below, above, words) => {
    expect(stripKey(below, above)).toBe(words);
  });
});

describe("the strip of an actor", () => {
  const both = layOutActorStrip(
    {
      claims: [entry("2031-03-04"), entry("2031-03-04~"), entry("2031-02-28"), entry("2032-01-01")],
      events: [entry("2031-03-04", true), entry("2031-04"), entry("../2031-04-10"), entry("2020/..")],
    },
    "2031-03-01",
    "2031-06-30",
    350,
  );

  test("has claims above the line and timeline entries below it", () => {
    expect(both.above).toHaveLength(2);
    expect(both.below).toHaveLength(3);
    for (const { y } of both.above) expect(y).toBeLessThan(both.line);
    for (const { y } of both.below) expect(y).toBeGreaterThan(both.line);
    for (const { y } of [...both.above, ...both.below]) expect(y > 0 && y < both.height).toBe(true);
  });

  test("draws open what is not one certain day, and tells strikes apart", () => {
    expect(both.above.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    expect(both.below.map(({ isOpen, isStrike }) => [isOpen, isStrike])).toEqual([
      [false, true],
      [true, false],
      [true, false],
    ]);
  });

  test("says how many lie before and after the scale", () => {
    expect([both.before, both.after]).toEqual([2, 1]);
  });

  test("draws or counts every claim and entry of every actor that we publish, no mark on another", () => {
    for (const actor of published.actors) {
      const events = actor.events.map(({ event: { date, strike } }) => ({ date, isStrike: strike !== null }));
      const { above, below, before, after } = layOutActorStrip(
        { claims: actor.claimsMade, events },
        published.site.baseDate,
        published.site.recordEnds,
        640,
      );
      expect(above.length + below.length + before + after, actor.id).toBe(actor.claimsMade.length + events.length);
      const spots = [...above, ...below].map(({ x, y }) => `${x} ${y}`);
      expect(new Set(spots).size, actor.id).toBe(spots.length);
      for (const { x } of [...above, ...below]) expect(x > 0 && x < 640, actor.id).toBe(true);
    }
  });
});
