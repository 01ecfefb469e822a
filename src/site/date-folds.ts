/** Long lists by date: the first entries stay open, the rest is folded by year or month. */
import { formatMonth, type DossierDate } from "../model/dates.ts";

export interface Fold<T> {
  shown: T[];
  /** The rest in spans of time; empty when the list is short. */
  folded: { label: string; items: T[] }[];
  more: number;
}

/** More months than this are too many headings for one list. */
const MAX_MONTHS = 12;

/** @param items sorted by date; @param limit how many stay open. A rest of one or two entries is not worth folding. */
export function foldByDate<T>(items: readonly T[], dateOf: (item: T) => DossierDate, limit = 15): Fold<T> {
  if (items.length <= limit + 2) return { shown: [...items], folded: [], more: 0 };
  const rest = items.slice(limit);
  const months = Map.groupBy(rest, (item) => startOf(dateOf(item)).slice(0, 7));
  const groups = months.size > MAX_MONTHS ? Map.groupBy(rest, (item) => startOf(dateOf(item)).slice(0, 4)) : months;
  const folded = [...groups].map(([key, group]) => ({ label: key ? formatMonth(key) : "Start of the span not stated", items: group }));
  return { shown: items.slice(0, limit), folded, more: rest.length };
}

function startOf(date: DossierDate): string {
  if (date.precision === "year") return date.edtf.slice(0, 4);
  return date.earliest ?? date.latest ?? "";
}
