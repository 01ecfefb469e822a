/** What happened or was said on the same day of the year, in any year. */
import { compareText, isInexact } from "../model/dates.ts";
import type { ClaimNode, Dossier, EventNode } from "./nodes.ts";

export interface CalendarDay {
  /** "11-27" */
  id: string;
  /** Oldest first. */
  entries: (ClaimNode | EventNode)[];
}

/** Claims and events by day of the year, January first. What is dated less exactly than by one day is on none. */
export function calendarDays({ claims, events }: Pick<Dossier, "claims" | "events">): CalendarDay[] {
  const dated = [...events, ...claims].flatMap((entry) => {
    const { earliest, latest } = entry.date;
    return earliest !== null && earliest === latest && !isInexact(entry.date) ? [{ day: earliest, entry }] : [];
  });
  const byDay = Map.groupBy(dated, ({ day }) => day.slice(5));
  return [...byDay]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, list]) => ({ id, entries: list.toSorted((a, b) => compareText(a.day, b.day)).map(({ entry }) => entry) }));
}
