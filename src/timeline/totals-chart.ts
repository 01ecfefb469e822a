/** Published totals as dots against the band of the ledger: from the lowest to the highest sum on each day. */
import { scaleLinear } from "d3-scale";
import { formatRange, type LedgerRow } from "../graph/ledger.ts";
import { distanceToRange, type Reconciliation } from "../graph/reconcile.ts";
import { round, type TimeAxis } from "./time-axis.ts";

export interface TotalsChartOptions {
  axis: TimeAxis;
  /** Height of the plot in px, without the scale below it. */
  height: number;
  /** Space above the highest value. */
  top: number;
}

export interface TotalsChart {
  base: number;
  /** Outline of the band, and its lower and upper edge: path data, empty when no strike is on file. */
  band: string;
  lower: string;
  upper: string;
  dots: { x: number; y: number; inside: boolean }[];
  /** Lines of equal numbers with their labels. */
  lines: { y: number; text: string }[];
  /** The ledger's sum at the right end. */
  end: { text: string; y: number } | null;
  /** Where the number farthest from the band stands. */
  farthest: { x: number; y: number } | null;
}

/** Lays out totals that give a number of dead; the axis starts at zero. */
export function layoutTotals(
  rows: readonly LedgerRow[],
  totals: readonly Reconciliation[],
  farthest: Reconciliation | null,
  { axis, height, top }: TotalsChartOptions,
): TotalsChart {
  const given = totals.flatMap((item) => (item.total.data.killed === undefined ? [] : [{ item, killed: item.total.data.killed }]));
  const last = rows.at(-1)?.running ?? null;
  const most = Math.max(1, last?.max ?? 0, ...given.map(({ killed }) => killed));
  const scale = scaleLinear([0, most], [height, top]);
  const y = (people: number) => round(scale(people));
  const x = (day: string) => Math.min(Math.max(axis.x(day), axis.left), axis.right);
  const steps = rows.map(({ strike, running }) => ({ x: x(strike.date.earliest ?? axis.from), ...running }));
  const edge = (end: "min" | "max") => steps.map((step) => `H${step.x}V${y(step[end])}`).join("");
  const start = `M${steps[0]?.x ?? axis.left} ${y(0)}`;
  const back = steps.toReversed().map((step, i, all) => `V${y(step.min)}H${step.x}${i === all.length - 1 ? `V${y(0)}` : ""}`);
  const place = ({ total, killed }: { total: Reconciliation["total"]; killed: number }) => ({ x: x(total.data.asOf), y: y(killed) });
  const far = farthest?.total.data.killed;
  return {
    base: height,
    band: last ? `${start}${edge("max")}H${axis.right}${back.join("")}Z` : "",
    lower: last ? `${start}${edge("min")}H${axis.right}` : "",
    upper: last ? `${start}${edge("max")}H${axis.right}` : "",
    dots: given.map(({ item, killed }) => ({ ...place({ total: item.total, killed }), inside: distanceToRange(item) === 0 })),
    lines: scale
      .ticks(5)
      .filter((value) => value > 0 && Number.isInteger(value))
      .map((value) => ({ y: y(value), text: String(value) })),
    end: last ? { text: formatRange(last), y: y((last.min + last.max) / 2) } : null,
    farthest: farthest && far !== undefined ? place({ total: farthest.total, killed: far }) : null,
  };
}
