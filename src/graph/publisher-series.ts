/** Published totals by publisher, each as a series in order of day. */
import { compareText } from "../model/dates.ts";
import { totalBy } from "./nodes.ts";
import type { Reconciliation } from "./reconcile.ts";
import { tallyTotals, type TotalsTally } from "./tally-totals.ts";

export interface PublisherSeries {
  publisher: string;
  /** By the day that each counts to. */
  items: Reconciliation[];
  tally: TotalsTally;
}

/** The publisher with most totals first. @param all by day */
export function seriesByPublisher(all: readonly Reconciliation[]): PublisherSeries[] {
  return [...Map.groupBy(all, ({ total }) => totalBy(total))]
    .map(([publisher, items]) => ({ publisher, items, tally: tallyTotals(items) }))
    .sort((a, b) => b.items.length - a.items.length || compareText(a.publisher, b.publisher));
}

/** With fewer numbers of dead than this, a publisher's totals are no line. */
export const LEAST_OF_LINE = 3;

/** The publishers whose numbers of dead the drawing joins by a line. */
export function linedSeries(series: readonly PublisherSeries[]): PublisherSeries[] {
  return series.filter(({ items }) => items.filter(({ total }) => total.data.killed !== undefined).length >= LEAST_OF_LINE);
}
