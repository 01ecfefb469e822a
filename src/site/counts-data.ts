/** What the page about the counts carries for its script. */
import type { Region } from "../graph/counted-strikes.ts";
import type { CountedStrike } from "../graph/rule-sums.ts";
import type { TotalsDrawing } from "../timeline/totals-chart.ts";

export interface CountsData {
  strikes: readonly CountedStrike[];
  regions: readonly Region[];
  /** One for each drawing: the place of each strike's day, the right end, the foot and the place of the highest number, in px. */
  drawings: { days: number[]; right: number; base: number; top: number; most: number }[];
  /** For each mark, in the order of the drawings: the number published, how many strikes lie up to its day, and 1 for a lower bound. */
  marks: [killed: number, strikes: number, bound: 0 | 1][];
}

export function countsData(strikes: readonly CountedStrike[], regions: readonly Region[], drawings: readonly TotalsDrawing[]): CountsData {
  const [first] = drawings;
  return {
    strikes,
    regions,
    drawings: drawings.map(({ axis, chart: { days, base, top, most } }) => ({ days, right: axis.right, base, top, most })),
    marks: first
      ? first.chart.dots.map(({ killed, strikes: count, isBound }): CountsData["marks"][number] => [killed, count, isBound ? 1 : 0])
      : [],
  };
}
