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
 * @param items by x0; @param left,right ends of what may be drawn on; @param keep rows that items had before, which they keep where
 * they can, so that nothing jumps while the drawing moves.
 */
export function packLane(
  items: readonly LaneItem[],
  rows: number,
  { left, right }: { left: number; right: number },
  keep?: ReadonlyMap<string, number>,
): { places: LanePlace[]; bins: LaneBins[] } {
  const first = pack(items, rows, left, right, keep);
  if (first.rest.length === 0) return { places: first.places, bins: [] };
  const { places, rest } = pack(items, rows - 1, left, right, keep);
  return { places, bins: gatherBins(rest, { left, right }).map((bin) => ({ ...bin, row: rows - 1 })) };
}

function pack(items: readonly LaneItem[], rows: number, left: number, right: number, keep?: ReadonlyMap<string, number>) {
  const ends = new Float64Array(Math.max(rows, 0)).fill(-Infinity); // where each row is free from
  const places: LanePlace[] = [];
  const rest: LaneItem[] = [];
  let freest = -Infinity; // the least of the ends: most items of a crowded lane need no look at its rows
  for (const item of items) {
    // No side of a mark begins after this.
    if (freest > item.x0 - HALF) {
      rest.push(item);
      continue;
    }
    const options = sidesOf(item, left, right);
    const row = findRow(ends, options, keep?.get(item.id));
    const option = row < 0 ? undefined : options.find(({ from }) => (ends[row] ?? 0) <= from);
    if (!option) {
      rest.push(item);
      continue;
    }
    ends[row] = option.to + APART;
    freest = Math.min(...ends);
    places.push({ id: item.id, row, side: option.side });
  }
  return { places, rest };
}

function sidesOf({ x0, x1, width }: LaneItem, left: number, right: number): { side: LanePlace["side"]; from: number; to: number }[] {
  const after = { side: "right" as const, from: x0 - HALF, to: x1 + BESIDE + width };
  const before = { side: "left" as const, from: x0 - BESIDE - width, to: x1 + HALF };
  const fitting = [after, before].filter(({ from, to }) => from >= left - HALF && to <= right);
  return fitting.length > 0 ? fitting : [{ side: "over", from: x0 - HALF, to: x1 + HALF }];
}

function findRow(ends: Float64Array, options: readonly { from: number }[], kept: number | undefined): number {
  const isFree = (row: number) => options.some(({ from }) => (ends[row] ?? Infinity) <= from);
  if (kept !== undefined && kept < ends.length && isFree(kept)) return kept;
  for (let row = 0; row < ends.length; row++) if (isFree(row)) return row;
  return -1;
}
