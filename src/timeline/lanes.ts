/** Lanes: what was said and done on land, by place. Labels are printed and never overlap; what has no room is gathered in bins. */
import { gatherBins, type Bin } from "./bins.ts";

/** An entry as a lane sees it; x in px. */
export interface LaneItem {
  id: string;
  /** Ends of its mark; the same for an exact day. */
  x0: number;
  x1: number;
  /** Width of its label with the date. */
  width: number;
}

export interface LanePlace {
  id: string;
  row: number;
  /** Where the label stands beside the mark; `over` on a span so long that there is room at neither end. */
  side: "right" | "left" | "over";
  /** Width that the label has at most; less than it needs where there is room at no side. */
  room: number;
}

export interface LaneBins extends Bin {
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
export function packLane(
  items: readonly LaneItem[],
  rows: number,
  { left, right }: { left: number; right: number },
  keep?: ReadonlyMap<string, number>,
): { places: LanePlace[]; bins: LaneBins[] } {
  const sorted = items.toSorted((a, b) => a.x0 - b.x0);
  const first = pack(sorted, rows, { left, right, isCrowded: false }, keep);
  if (first.rest.length === 0) return { places: first.places, bins: [] };
  const last = Math.max(rows - 1, 0);
  const { places, rest } = pack(sorted, last, { left, right, isCrowded: true }, keep);
  return { places, bins: gatherBins(rest, { left, right }).map((bin) => ({ ...bin, row: last })) };
}

/**
 * @param items by x0; @param isCrowded where bins take what has no room: then nothing that comes in drives an entry from the row that
 * it keeps.
 */
function pack(
  items: readonly LaneItem[],
  rows: number,
  { left, right, isCrowded }: { left: number; right: number; isCrowded: boolean },
  keep?: ReadonlyMap<string, number>,
) {
  const ends = new Float64Array(Math.max(rows, 0)).fill(-Infinity); // where each row is free from
  const places: LanePlace[] = [];
  const rest: LaneItem[] = [];
  const wanted = items.map((item) => ({ item, options: sidesOf(item, left, right), kept: keep?.get(item.id) }));
  // Where the items that keep a row need it from, in order.
  const waiting = new Map<number, number[]>();
  for (const { options, kept } of wanted) {
    if (kept === undefined) continue;
    const starts = waiting.get(kept) ?? [];
    starts.push(startOf(options));
    waiting.set(kept, starts);
  }
  let freest = -Infinity; // the least of the ends: most items of a crowded lane need no look at its rows
  for (const { item, options, kept } of wanted) {
    if (kept !== undefined) waiting.get(kept)?.shift();
    const found = freest > startOf(options) ? null : findRow(ends, options, kept, { waiting, isCrowded });
    if (!found) {
      rest.push(item);
      continue;
    }
    const { row, option } = found;
    ends[row] = option.to + APART;
    freest = Math.min(...ends);
    places.push({ id: item.id, row, side: option.side, room: option.room });
  }
  return { places, rest };
}

interface Option extends Pick<LanePlace, "side" | "room"> {
  from: number;
  to: number;
}

/** Where a label may stand: at either end; where neither has the room, at the place that has most, and it is cut. */
function sidesOf({ x0, x1, width }: LaneItem, left: number, right: number): Option[] {
  const after = { side: "right" as const, from: x0 - HALF, to: Math.min(x1 + BESIDE + width, right), room: right - x1 - BESIDE };
  const before = { side: "left" as const, from: Math.max(x0 - BESIDE - width, left), to: x1 + HALF, room: x0 - BESIDE - left };
  const fitting = [after, before].filter(({ room }) => room >= width);
  if (fitting.length > 0) return fitting;
  const over = { side: "over" as const, from: x0 - HALF, to: x1 + HALF, room: x1 - x0 - 2 * BESIDE };
  return [[over, after, before].reduce((most, option) => (Math.min(option.room, width) > Math.min(most.room, width) ? option : most))];
}

/** The place from which an item needs a row, at the side that needs least of it. */
function startOf(options: readonly Option[]): number {
  return Math.max(...options.map(({ from }) => from));
}

/** The row that the item had; else the first that is free and not waited for; else the first that is free. */
function findRow(
  ends: Float64Array,
  options: readonly Option[],
  kept: number | undefined,
  { waiting, isCrowded }: { waiting: ReadonlyMap<number, readonly number[]>; isCrowded: boolean },
) {
  const place = (row: number, until: number) => {
    const option = options.find(({ from, to }) => (ends[row] ?? Infinity) <= from && to + APART <= until);
    return option ? { row, option } : null;
  };
  const first = (untilOf: (row: number) => number) => {
    for (let row = 0; row < ends.length; row++) {
      const found = place(row, untilOf(row));
      if (found) return found;
    }
    return null;
  };
  const before = kept === undefined ? null : place(kept, Infinity);
  return before ?? first((row) => waiting.get(row)?.[0] ?? Infinity) ?? (isCrowded || waiting.size === 0 ? null : first(() => Infinity));
}
