import { describe, expect, test } from "vitest";
import { nextInTime, nextLane } from "../../src/timeline/next-mark.ts";

const mark = (key: string, at: number, lane: number) => ({ key, at, lane, y: 0 });
const [early, hit, talks, second, vote] = [
  mark("early", 5, -2),
  mark("hit", 10, -1),
  mark("talks", 12, 0),
  mark("second", 20, -1),
  mark("vote", 21, 3),
] as const;
const marks = [early, hit, talks, second, vote];

describe("left and right", () => {
  test("lead to the mark before and after in time, whatever its lane", () => {
    expect(nextInTime(marks, hit, 1)).toBe(talks);
    expect(nextInTime(marks, hit, -1)).toBe(early);
  });

  test("lead nowhere at either end", () => {
    expect(nextInTime(marks, early, -1)).toBeUndefined();
    expect(nextInTime(marks, vote, 1)).toBeUndefined();
    expect(nextInTime([], hit, 1)).toBeUndefined();
  });
});

describe("up and down", () => {
  test("lead to the next lane that has a mark, and there to the one nearest in time", () => {
    expect(nextLane(marks, talks, -1)).toBe(hit);
    expect(nextLane(marks, vote, -1)).toBe(talks);
    expect(nextLane(marks, talks, 1)).toBe(vote); // lanes 1 and 2 are empty
    expect(nextLane(marks, mark("late", 19, 0), -1)).toBe(second);
  });

  test("lead nowhere beyond the first lane and the last", () => {
    expect(nextLane(marks, early, -1)).toBeUndefined();
    expect(nextLane(marks, vote, 1)).toBeUndefined();
  });
});
