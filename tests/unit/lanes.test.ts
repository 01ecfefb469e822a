import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gatherBins, LEAST_BIN } from "../../src/timeline/bins.ts";
import { BESIDE, HALF, packLane, type LaneItem, type LanePlace } from "../../src/timeline/lanes.ts";

interface Lane {
  items: LaneItem[];
  rows: number;
  width: number;
}

/** Items in order, with ids of their order, between 100 px and 90 px from the right end: as the drawing has them. */
const lanes = fc.integer({ min: 300, max: 1300 }).chain((width) =>
  fc.record({
    width: fc.constant(width),
    rows: fc.integer({ min: 0, max: 12 }),
    items: fc
      .array(fc.tuple(fc.nat(width - 190), fc.oneof(fc.constant(0), fc.nat(400)), fc.integer({ min: 20, max: 320 })), { maxLength: 80 })
      .map((list) =>
        list
          .sort(([a], [b]) => a - b)
          .map(([at, span, label], i) => ({ id: `i${i}`, x0: 100 + at, x1: Math.min(100 + at + span, width - 90), width: label })),
      ),
  }),
);

/** What a placed item takes up: its mark and its label. */
function sidesOf({ x0, x1, width }: LaneItem, { side, room }: LanePlace): [number, number] {
  const label = Math.min(width, room);
  if (side === "right") return [x0 - 5, x1 + BESIDE + label];
  if (side === "left") return [x0 - BESIDE - label, x1 + 5];
  return [x0 - 5, Math.max(x1 + 5, x0 + 2 * BESIDE + label)];
}

/** The pairs in one row that overlap. */
function clashes(spots: { id: string; row: number; sides: [number, number] }[]): string[] {
  const sorted = [...spots].sort((a, b) => a.row - b.row || a.sides[0] - b.sides[0]);
  return sorted.flatMap((a, i) => {
    const b = sorted[i + 1];
    return b?.row === a.row && b.sides[0] < a.sides[1] ? [`${a.id} / ${b.id}`] : [];
  });
}

const placesOf = ({ items }: Lane, places: readonly LanePlace[]) =>
  places.map((place) => ({ id: place.item.id, row: place.row, sides: sidesOf(items[Number(place.item.id.slice(1))] as LaneItem, place) }));

const idsOf = ({ items }: { items: readonly LaneItem[] }) => items.map(({ id }) => id);

describe("a lane", () => {
  test("loses no entry and has none twice", () => {
    fc.assert(
      fc.property(lanes, ({ items, rows, width }) => {
        const { places, bins } = packLane(items, rows, { left: 100, right: width });
        const ids = [...places.map(({ item }) => item.id), ...bins.flatMap(idsOf)];
        expect(ids.sort()).toEqual(items.map(({ id }) => id).sort());
      }),
    );
  });

  test("has no label or mark on another, none in the row of bins, and none outside", () => {
    fc.assert(
      fc.property(lanes, (lane) => {
        const { items, rows, width } = lane;
        const { places, bins } = packLane(items, rows, { left: 100, right: width });
        const binned = bins.map(({ items: gathered, row, x0, x1 }) => ({
          id: idsOf({ items: gathered }).join("+"),
          row,
          sides: [x0, x1] as [number, number],
        }));
        const placed = placesOf(lane, places);
        expect(clashes([...placed, ...binned])).toEqual([]);
        for (const { row, sides } of placed) {
          expect(row >= 0 && row < Math.max(rows, 1)).toBe(true);
          expect(sides[0]).toBeGreaterThanOrEqual(100 - HALF);
          expect(sides[1]).toBeLessThanOrEqual(width);
        }
        if (bins.length > 0) expect(placed.filter(({ row }) => row === Math.max(rows, 1) - 1)).toEqual([]);
      }),
    );
  });

  test("has bins only where the rows are not enough", () => {
    fc.assert(
      fc.property(lanes, ({ items, width }) => {
        expect(packLane(items, items.length, { left: 100, right: width }).bins).toEqual([]);
      }),
    );
  });

  test("lets entries keep the rows that they had, where the rows are as many as before", () => {
    fc.assert(
      fc.property(lanes, fc.integer({ min: -30, max: 30 }), (lane, by) => {
        const ends = { left: 100, right: lane.width };
        const { places } = packLane(lane.items, 80, ends);
        const keep = new Map(places.map(({ item, row }) => [item.id, row] as const));
        expect(packLane(lane.items, 80, ends, keep).places).toEqual(places);
        // Moved together, and still all of them inside: nothing has to change its row.
        const isFree = lane.items.every(({ x0, x1, width }) => x0 > 450 && x1 + width < lane.width - 60);
        if (!isFree) return;
        const moved = lane.items.map((item) => ({ ...item, x0: item.x0 + by, x1: item.x1 + by }));
        expect(packLane(moved, 80, ends, keep).places.map(({ item, row }) => [item.id, row] as const)).toEqual([...keep]);
      }),
    );
  });

  test("keeps a row that an entry had, though a higher one is free", () => {
    const items = [{ id: "a", x0: 100, x1: 100, width: 60 }];
    const place = (keep?: ReadonlyMap<string, number>) => packLane(items, 3, { left: 100, right: 600 }, keep).places[0]?.row;
    expect(place()).toBe(0);
    expect(place(new Map([["a", 2]]))).toBe(2);
    expect(place(new Map([["a", 7]]))).toBe(0); // there is no such row any more
  });

  test("gives what comes in a row that nobody keeps", () => {
    const items = (more: LaneItem[]) => [...more, { id: "old", x0: 180, x1: 180, width: 60 }];
    const ends = { left: 100, right: 600 };
    const keep = new Map(packLane(items([]), 3, ends).places.map(({ item, row }) => [item.id, row] as const));
    const { places } = packLane(items([{ id: "new", x0: 105, x1: 105, width: 200 }]), 3, ends, keep);
    expect(places.map(({ item, row }) => [item.id, row] as const)).toEqual([
      ["new", 1],
      ["old", 0],
    ]);
  });

  test("cuts a label only where there is room for it at no side", () => {
    fc.assert(
      fc.property(lanes, ({ items, rows, width }) => {
        for (const { item, side, room } of packLane(items, rows, { left: 100, right: width }).places) {
          const { x0, x1, width: label } = item;
          const rooms = { right: width - x1 - BESIDE, left: x0 - BESIDE - 100, over: x1 - x0 - 2 * BESIDE };
          expect(room).toBe(rooms[side]);
          if (room < label) expect(room).toBe(Math.max(...Object.values(rooms)));
        }
      }),
    );
  });
});

test("labels stand right of their mark, left of it near the end of the drawing, and on a span as long as the drawing", () => {
  const { places } = packLane(
    [
      { id: "long", x0: 100, x1: 600, width: 200 },
      { id: "first", x0: 110, x1: 110, width: 200 },
      { id: "last", x0: 600, x1: 600, width: 200 },
    ],
    5,
    { left: 100, right: 690 },
  );
  expect(places.map(({ item, row, side }) => [item.id, row, side])).toEqual([
    ["long", 0, "over"],
    ["first", 1, "right"],
    ["last", 1, "left"],
  ]);
});

describe("bins", () => {
  test("are 24 px wide at least, apart, inside, and have every entry once", () => {
    fc.assert(
      fc.property(lanes, ({ items, width }) => {
        const bins = gatherBins(items, { left: 100, right: width });
        expect(bins.flatMap(idsOf).sort()).toEqual(items.map(({ id }) => id).sort());
        for (const [i, { x0, x1 }] of bins.entries()) {
          expect(x1 - x0).toBeGreaterThanOrEqual(LEAST_BIN);
          expect(x0).toBeGreaterThanOrEqual(100);
          expect(x1).toBeLessThanOrEqual(width);
          expect(x0).toBeGreaterThan(bins[i - 1]?.x1 ?? -Infinity);
        }
      }),
    );
  });

  test("stand where what they gather stands: the middle of every entry is in its bin or a bin's width from it", () => {
    fc.assert(
      fc.property(lanes, ({ items, width }) => {
        for (const { items: gathered, x0, x1 } of gatherBins(items, { left: 100, right: width })) {
          for (const item of gathered) {
            const middle = (item.x0 + item.x1) / 2;
            expect(middle).toBeGreaterThan(x0 - 1);
            expect(middle).toBeLessThan(x1 + LEAST_BIN + 1);
          }
        }
      }),
    );
  });

  test("of nothing are none", () => {
    expect(gatherBins([], { left: 0, right: 300 })).toEqual([]);
  });
});
