/** Density marks: entries that would lie on one another, gathered with their number. They open when the drawing is zoomed. */
export interface Bin<Item> {
  items: Item[];
  /** In px along time. */
  x0: number;
  x1: number;
}

/** A density mark is as wide as its number and a finger need. */
export const LEAST_BIN = 24;
const BETWEEN = 4;

/** Gathers items whose marks would touch, by their middles. No two bins overlap, and none leaves `left`–`right`. */
export function gatherBins<Item extends { x0: number; x1: number }>(
  items: readonly Item[],
  { left, right }: { left: number; right: number },
): Bin<Item>[] {
  const bins: Bin<Item>[] = [];
  let last: Bin<Item> | undefined;
  for (const item of inOrder(items, middleOf)) {
    const from = Math.min(Math.max(middleOf(item) - LEAST_BIN / 2, left), right - LEAST_BIN);
    if (last && from < last.x1 + BETWEEN) {
      last.items.push(item);
      // A bin grows to what it gathers, up to four times its least width: beyond that the next one begins.
      if (from > last.x0 && from + LEAST_BIN - last.x0 <= 4 * LEAST_BIN) last.x1 = Math.max(last.x1, from + LEAST_BIN);
    } else bins.push((last = { items: [item], x0: from, x1: from + LEAST_BIN }));
  }
  return bins;
}

function middleOf({ x0, x1 }: { x0: number; x1: number }): number {
  return (x0 + x1) / 2;
}

/** Sorted by a number; what is in order already, as it mostly is, is not copied. */
export function inOrder<Item>(items: readonly Item[], by: (item: Item) => number): readonly Item[] {
  let last = -Infinity;
  for (const item of items) {
    const value = by(item);
    if (value < last) return items.toSorted((a, b) => by(a) - by(b));
    last = value;
  }
  return items;
}
