/**
 * What the address of a day without a page leads to: the nearest days that have one. It shares no code with other scripts of the browser: the
 * timeline would then load what is shared as one file more than it may.
 */
import type { Day } from "../model/dates.ts";

/** What the page for lost addresses hands to its script. */
export interface DaysWithPages {
  /** Address of their list: "/news/as-of/". */
  list: string;
  /** In order of time. */
  days: readonly Day[];
  recordEnds: Day;
  /** The names of the twelve months. */
  months: readonly string[];
}

export interface DayOffer {
  words: string;
  links: { href: string; text: string; how: string }[];
}

/** dayOfAddress("/news/as-of/2025-10-12/", "/news/as-of/") → "2025-10-12"; null where the address names no day of the calendar. */
export function dayOfAddress(path: string, list: string): Day | null {
  if (!path.startsWith(list)) return null;
  const text = path.slice(list.length).replace(/\/(index\.html)?$/, "");
  return isDay(text) ? text : null;
}

function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** nameDay("2025-09-07", months) → "7 September 2025" */
export function nameDay(day: Day, months: readonly string[]): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? ""} ${year ?? ""}`;
}

/** The last day up to the one asked for and the first after it, in words and links; null where no day has a page. */
export function offerDays(asked: Day, { list, days, recordEnds, months }: DaysWithPages): DayOffer | null {
  const before = days.findLast((day) => day <= asked);
  const after = days.find((day) => day > asked);
  if (!before && !after) return null;
  const name = (day: Day) => nameDay(day, months);
  const link = (day: Day | undefined, how: string) => (day ? { href: `${list}${day}/`, text: `Known on ${name(day)}`, how } : []);
  return {
    words: wordsOf(asked, before, recordEnds, name),
    links: [link(before, before === asked ? "the day itself" : "the nearest day before"), link(after, "the nearest day after")].flat(),
  };
}

function wordsOf(asked: Day, before: Day | undefined, recordEnds: Day, name: (day: Day) => string): string {
  const day = name(asked);
  if (before === asked) return `The page of ${day} has a slightly different address.`;
  if (!before)
    return `As far as the sources on file go, no claim, timeline entry or published total of this record was publicly known by ${day}, so that day has no page.`;
  const then = `is what stands at ${name(before)}`;
  if (asked > recordEnds) return `The record ends on ${name(recordEnds)}, before ${day}. What was known at its end ${then}.`;
  return `As far as the sources on file go, no claim, timeline entry or published total became known or changed on ${day}, so that day has no page. What was known on it ${then}.`;
}
