import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadRows, type SpreadRow } from "../../src/timeline/spread-rows.ts";

interface Item {
  id: number;
  at: number;
  height: number;
}

const options = { from: 6, to: 640, farthest: 84, least: 24 };
const crowds = (maxLength: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 12, max: 634 }), fc.constantFrom(24, 39)), { maxLength })
    .map((list) => list.sort(([a], [b]) => a - b).map(([at, height], id): Item => ({ id, at, height })));

const heightOf = ({ items: [one, ...more] }: SpreadRow<Item>) => (more.length > 0 ? options.least : (one?.height ?? 0));
const bottomOf = (row: SpreadRow<Item>) => row.y + heightOf(row) / 2;
const topOf = (row: SpreadRow<Item>) => row.y - heightOf(row) / 2;

test.each([8, 40, 300])("of up to %i items every one is in one row, in their order", (count) => {
  fc.assert(
    fc.property(crowds(count), (items) => {
      expect(spreadRows(items, options).flatMap(({ items }) => items.map(({ id }) => id))).toEqual(items.map(({ id }) => id));
    }),
  );
});

test.each([8, 40, 300])("rows of up to %i items lie on no other, and inside", (count) => {
  fc.assert(
    fc.property(crowds(count), (items) => {
      const rows = spreadRows(items, options);
      for (const [i, row] of rows.entries()) {
        const next = rows[i + 1];
        if (next) expect(bottomOf(row)).toBeLessThanOrEqual(topOf(next) + 0.01);
        expect(topOf(row)).toBeGreaterThanOrEqual(options.from - 0.01);
        expect(bottomOf(row)).toBeLessThanOrEqual(options.to + 0.02);
      }
    }),
  );
});

test.each([8, 40, 300])("no row of up to %i items is farther from its place than allowed", (count) => {
  fc.assert(
    fc.property(crowds(count), (items) => {
      for (const { items: own, y } of spreadRows(items, options)) {
        const ends = own.map(({ at }) => at);
        expect(y).toBeGreaterThanOrEqual(Math.min(...ends) - options.farthest - 0.01);
        expect(y).toBeLessThanOrEqual(Math.max(...ends) + options.farthest + 0.01);
      }
    }),
  );
});

test("items with room around them stay where they are, each in a row of its own", () => {
  fc.assert(
    fc.property(crowds(8), (items) => {
      const isFree = items.every(({ at }, i) => at > 26 && at < 620 && at - (items[i - 1]?.at ?? -Infinity) >= 39);
      if (!isFree) return;
      expect(spreadRows(items, options).map(({ y }) => y)).toEqual(items.map(({ at }) => at));
    }),
  );
});

test("two in one place share it evenly", () => {
  const rows = spreadRows(
    [
      { at: 100, height: 24 },
      { at: 100, height: 24 },
    ],
    options,
  );
  expect(rows.map(({ y }) => y)).toEqual([88, 112]);
});

test("at either end rows make room inwards", () => {
  const at = (place: number) =>
    spreadRows(
      [10, 11, 12].map(() => ({ at: place, height: 24 })),
      options,
    ).map(({ y }) => y);
  expect(at(8)).toEqual([18, 42, 66]);
  expect(at(636)).toEqual([580, 604, 628]);
});

test("more than there is room for are gathered with their neighbours", () => {
  const items = Array.from({ length: 60 }, (_, id) => ({ id, at: 100 + id, height: 24 }));
  const rows = spreadRows(items, options);
  expect(rows.length).toBeLessThan(20);
  expect(rows.some(({ items }) => items.length > 1)).toBe(true);
});

test("nothing is no row, and one row is one row however little room there is", () => {
  expect(spreadRows([], options)).toEqual([]);
  expect(spreadRows([{ at: 10, height: 24 }], { ...options, from: 0, to: 10 })).toHaveLength(1);
});
