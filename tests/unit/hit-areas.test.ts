import fc from "fast-check";
import { expect, test } from "vitest";
import { hitAreas } from "../../src/timeline/hit-areas.ts";

test("areas meet halfway between neighbours, and reach 12 px where nobody is near", () => {
  expect(hitAreas([100])).toEqual([[88, 112]]);
  expect(hitAreas([100, 110, 200])).toEqual([
    [88, 105],
    [105, 122],
    [188, 212],
  ]);
});

test("marks in one place share the room around it", () => {
  expect(hitAreas([100, 100])).toEqual([
    [84, 100],
    [100, 116],
  ]);
});

test("more marks than an area of 2 px each has room for near its mark have none", () => {
  expect(hitAreas(Array.from({ length: 10 }, () => 100))).not.toBeNull();
  expect(hitAreas(Array.from({ length: 40 }, () => 100))).toBeNull();
  expect(hitAreas([])).toEqual([]);
});

test("no area lies on another, each is 2 px wide at least and near its mark", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 60 }), (unsorted) => {
      const places = unsorted.sort((a, b) => a - b);
      for (const [i, [from, to]] of (hitAreas(places) ?? []).entries()) {
        const [place = NaN, next] = [places[i], hitAreas(places)?.[i + 1]];
        expect(to - from).toBeGreaterThanOrEqual(2 - 1e-9);
        expect(Math.max(from - place, place - to)).toBeLessThanOrEqual(10);
        if (next) expect(to).toBeLessThanOrEqual(next[0] + 1e-9);
      }
    }),
  );
});
