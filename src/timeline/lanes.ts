/** Lanes: what was said and done on land, by place. Labels are printed and never overlap; what has no room is gathered in bins. */
import { gatherBins, inOrder, type Bin } from "./bins.ts";

/** An entry as a lane sees it; x in px. */
export interface LaneItem {
  id: string;
  /** Ends of its mark; the same for an exact day. */
  x0: number;
  x1: number;
  /** Width of its label with the date. */
  width: number;
}

export interface LanePlace<Item extends LaneItem = LaneItem> {
  item: Item;
  row: number;
  /** Where the label stands beside the mark; `over` on a span so long that there is room at neither end. */
  side: "right" | "left" | "over";
  /** Width that the label has at most; less than it needs where there is room at no side. */
  room: number;
}

export interface LaneBins<Item> extends Bin<Item> {
  row: number;
}

/** Half of a mark, and the room between a mark and its label. */
export const HALF = 6;
export const BESIDE = 9;
const APART = 8;

/**
 * Gives each item the first row where its mark and label fit; where `rows` are not enough, the last one has bins of the rest.
 * @param left,right ends of what may be drawn on; @param keep rows that items had before, which they keep where they can, so that
 * nothing jumps while the drawing moves.
 */
export function packLane<Item extends LaneItem>(
  items: readonly Item[],
  rows: number,
  { left, right }: { left: number; right: number },
  keep?: ReadonlyMap<string, number>,
): { places: LanePlace<Item>[]; bins: LaneBins<Item>[] } {
  const sorted = inOrder(items, ({ x0 }) => x0);
  const all = pack(sorted, rows, { left, right, keep, mustFit: true });
  if (all.rest.length === 0) return { places: all.places, bins: [] };
  const last = Math.max(rows - 1, 0);
  const { places, rest } = pack(sorted, last, { left, right, keep, mustFit: false });
  return { places, bins: gatherBins(rest, { left, right }).map((bin) => ({ ...bin, row: last })) };
}

interface PackOptions {
  left: number;
  right: number;
  keep: ReadonlyMap<string, number> | undefined;
  /** Whether to end as soon as something has no room. */
  mustFit: boolean;
}

function pack<Item extends LaneItem>(items: readonly Item[], count: number, { left, right, keep, mustFit }: PackOptions) {
  const rows = Array.from({ length: Math.max(count, 0) }, (): Row => ({ end: -Infinity, kept: [], passed: 0 }));
  const keptSpots = keep ? reserve(items, rows, keep, { left, right }) : new Map<string, Spot>();
  const places: LanePlace<Item>[] = [];
  const rest: Item[] = [];
  let freest = -Infinity; // the least of the ends: most items of a crowded lane need no look at its rows
  for (const item of items) {
    const kept = keptSpots.get(item.id);
    // No side of a mark begins after this.
    const spot = kept ?? (freest > item.x0 - HALF ? undefined : findSpot(rows, sidesOf(item, left, right)));
    if (!spot) {
      rest.push(item);
      if (mustFit) break;
      continue;
    }
    spot.row.end = spot.side.to + APART;
    if (kept) spot.row.passed++;
    freest = rows.reduce((least, { end }) => Math.min(least, end), Infinity);
    places.push({ item, row: rows.indexOf(spot.row), side: spot.side.side, room: spot.side.room });
  }
  return { places, rest };
}

interface Side extends Pick<LanePlace, "side" | "room"> {
  from: number;
  to: number;
}

interface Row {
  /** From where it is free. */
  end: number;
  /** Where the items begin that keep their place in it, in order, and how many of them are behind. */
  kept: number[];
  passed: number;
}

interface Spot {
  row: Row;
  side: Side;
}

/** Items that had a row keep it, as long as those before them in it leave the room. */
function reserve(
  items: readonly LaneItem[],
  rows: readonly Row[],
  keep: ReadonlyMap<string, number>,
  { left, right }: { left: number; right: number },
): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const ends = new Map<Row, number>();
  for (const item of items) {
    const kept = keep.get(item.id);
    if (kept === undefined) continue;
    const row = rows[kept];
    const end = row && (ends.get(row) ?? -Infinity);
    const side = end !== undefined && sidesOf(item, left, right).find(({ from }) => end <= from);
    if (!row || !side) continue;
    ends.set(row, side.to + APART);
    row.kept.push(side.from);
    spots.set(item.id, { row, side });
  }
  return spots;
}

function findSpot(rows: readonly Row[], sides: readonly Side[]): Spot | undefined {
  for (const row of rows) {
    const next = row.kept[row.passed] ?? Infinity;
    const side = sides.find(({ from, to }) => row.end <= from && to + APART <= next);
    if (side) return { row, side };
  }
  return undefined;
}

/** Where a label may stand: at either end; where neither has the room, at the place that has most, and it is cut. */
function sidesOf({ x0, x1, width }: LaneItem, left: number, right: number): Side[] {
  const after = { side: "right" as const, from: x0 - HALF, to: Math.min(x1 + BESIDE + width, right), room: right - x1 - BESIDE };
  const before = { side: "left" as const, from: Math.max(x0 - BESIDE - width, left), to: x1 + HALF, room: x0 - BESIDE - left };
  const fitting = [after, before].filter(({ room }) => room >= width);
  if (fitting.length > 0) return fitting;
  const over = { side: "over" as const, from: x0 - HALF, to: x1 + HALF, room: x1 - x0 - 2 * BESIDE };
  return [[over, after, before].reduce((most, option) => (Math.min(option.room, width) > Math.min(most.room, width) ? option : most))];
}
