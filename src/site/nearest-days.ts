/** What the address of a day without a page leads to: the nearest days that have one. */
import { formatDay, isCalendarDay, type Day } from "../model/dates.ts";

/** What the page for lost addresses hands to its script. */
export interface DaysWithPages {
  /** Address of their list: "/news/as-of/". */
  list: string;
  /** In order of time. */
  days: readonly Day[];
  recordEnds: Day;
}

export interface DayOffer {
  words: string;
  links: { href: string; text: string; how: string }[];
}

/** dayOfAddress("/news/as-of/2025-10-12/", "/news/as-of/") → "2025-10-12"; null where the address names no day of the calendar. */
export function dayOfAddress(path: string, list: string): Day | null {
  if (!path.startsWith(list)) return null;
  const text = path.slice(list.length).replace(/\/(index\.html)?$/, "");
  return isCalendarDay(text) ? text : null;
}

/** The last day up to the one asked for and the first after it, in words and links; null where no day has a page. */
export function offerDays(asked: Day, { list, days, recordEnds }: DaysWithPages): DayOffer | null {
  const before = days.findLast((day) => day <= asked);
  const after = days.find((day) => day > asked);
  if (!before && !after) return null;
  const link = (day: Day | undefined, how: string) => (day ? { href: `${list}${day}/`, text: `Known on ${formatDay(day)}`, how } : []);
  return {
    words: wordsOf(asked, before, recordEnds),
    links: [link(before, before === asked ? "the day itself" : "the nearest day before"), link(after, "the nearest day after")].flat(),
  };
}

function wordsOf(asked: Day, before: Day | undefined, recordEnds: Day): string {
  const day = formatDay(asked);
  if (before === asked) return `The page of ${day} has a slightly different address.`;
  if (!before)
    return `As far as the sources on file go, no claim, timeline entry or published total of this record was publicly known by ${day}, so that day has no page.`;
  const then = `is what stands at ${formatDay(before)}`;
  if (asked > recordEnds) return `The record ends on ${formatDay(recordEnds)}, before ${day}. What was known at its end ${then}.`;
  return `As far as the sources on file go, no claim, timeline entry or published total became known or changed on ${day}, so that day has no page. What was known on it ${then}.`;
}
