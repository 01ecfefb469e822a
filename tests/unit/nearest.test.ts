import { describe, expect, test } from "vitest";
import { didYouMean, findNearest } from "../../src/model/nearest.ts";

const actors = ["gustavo-petro", "donald-trump", "pete-hegseth", "cia", "cnn", "unodc"];

describe("the likely meaning of what was written", () => {
  test.each([
    ["a letter missing", "gustavo-petr", ["gustavo-petro"]],
    ["two letters swapped", "gustavo-perto", ["gustavo-petro"]],
    ["another case", "Gustavo-Petro", ["gustavo-petro"]],
    ["a part of the name", "petro", ["gustavo-petro"]],
    ["more than the name", "president-donald-trump", ["donald-trump"]],
    ["nothing like it", "elizabeth", []],
    ["short ids only when they are near", "cio", ["cia", "cnn"]],
    ["nothing at all", "zzzzzzzz", []],
  ])("%s", (_, written, expected) => {
    expect(findNearest(written, actors)).toEqual(expected);
  });

  test("the best comes first, level ones in the order of the alphabet, three at most", () => {
    expect(
      findNearest("strike-2031-03-04", [
        "strike-2031-03-09",
        "strike-2031-03-05",
        "strike-2031-04-05",
        "strike-2031-03-04-a",
        "strike-2031-03-06",
      ]),
    ).toEqual(["strike-2031-03-05", "strike-2031-03-06", "strike-2031-03-09"]);
  });

  test("is asked as a question, or not at all", () => {
    expect(didYouMean("venu", ["venue", "kind"])).toBe("Did you mean `venue`?");
    expect(didYouMean("from", ["form", "frog", "venue"])).toBe("Did you mean `frog` or `form`?");
    expect(didYouMean("xyzzy", ["venue"])).toBe("");
  });
});
