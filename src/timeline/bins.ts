/** Density marks: entries that would lie on one another, gathered with their number. They open when the drawing is zoomed. */
export interface Bin {
  ids: string[];
  /** In px along time. */
  x0: number;
  x1: number;
}

/** A density mark is as wide as its number and a finger need. */
export const LEAST_BIN = 24;
const BETWEEN = 4;

/** Gathers items whose marks, at the middle of each, would touch. No two bins overlap, and none leaves `left`–`right`. */
export function gatherBins(
  items: readonly { id: string; x0: number; x1: number }[],
  { left, right }: { left: number; right: number },
): Bin[] {
  const bins: Bin[] = [];
  const middles = items.map(({ id, x0, x1 }) => ({ id, middle: (x0 + x1) / 2 })).sort((a, b) => a.middle - b.middle);
  for (const { id, middle } of middles) {
    const from = Math.min(Math.max(middle - LEAST_BIN / 2, left), right - LEAST_BIN);
    const last = bins.at(-1);
    if (last && from < last.x1 + BETWEEN) {
      last.ids.push(id);
      // A bin grows to what it gathers, up to four times its least width: beyond that the next one begins.
      if (from > last.x0 && from + LEAST_BIN - last.x0 <= 4 * LEAST_BIN) last.x1 = Math.max(last.x1, from + LEAST_BIN);
    } else bins.push({ ids: [id], x0: from, x1: from + LEAST_BIN });
  }
  return bins;
}
