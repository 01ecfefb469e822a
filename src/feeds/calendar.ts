/** The timeline as a calendar, iCalendar (RFC 5545). A date that is not one certain day is never given as one: its summary says so. */
import ical, { escape, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Dossier, EventNode } from "../graph/nodes.ts";
import { addDays, daysMeant, formatDate, isInexact, toUtc, type Day, type DossierDate } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { eventDescription, kindWords } from "../site/event-words.ts";
import type { Urls } from "../site/urls.ts";
import { plural, slugOf } from "../site/words.ts";
import { changedDay } from "./changed-day.ts";

export const CALENDAR_PATH = "timeline/timeline.ics";

export function writeCalendar(dossier: Dossier, urls: Urls): string {
  const { site, events } = dossier;
  const dated = events.flatMap((event) => spanOf(event.date) ?? []);
  const calendar = ical({
    prodId: { company: productPart(site.title), product: "Timeline", language: site.language.toUpperCase() },
    name: headText(`${site.title}: timeline`),
    description: headText(calendarWords(site, events.length - dated.length)),
    url: urls.absolute(urls.page("timeline/")),
  });
  for (const event of events) {
    const span = spanOf(event.date);
    if (!span) continue;
    const changed = toDate(changedDay(event, dossier) ?? site.recordEnds);
    const page = urls.absolute(urls.hrefFor(event));
    calendar.createEvent({
      id: `${event.id}@${uidDomain(site.title)}`,
      start: toDate(span.first),
      end: toDate(addDays(span.last, 1)), // the day after the last one, as the format has it
      allDay: true,
      stamp: changed,
      lastModified: changed,
      summary: calendarSummary(event),
      description: `${event.data.dateLabel ? `Date: ${event.data.dateLabel}. ` : ""}${eventDescription(event)}\n${page}`,
      url: page,
      categories: [{ name: kindWords(event.data.kind) }],
      transparency: ICalEventTransparency.TRANSPARENT, // it takes none of the reader's time
      ...(isInexact(event.date) && { status: ICalEventStatus.TENTATIVE }),
    });
  }
  return calendar.toString();
}

/** All days that a date may mean, both ends included; null where it is open, since a calendar needs both. */
function spanOf(date: DossierDate): { first: Day; last: Day } | null {
  const { earliest, latest } = daysMeant(date);
  return earliest === null || latest === null ? null : { first: earliest, last: latest };
}

/**
 * calendarSummary(event) → "Talks in Velm"; "Talks in Velm – some day between 13 and 18 October 2025"; "… – some day in October 2025";
 * "… – about 15 September 2025"; "… – early July 2015" where the entry words its date itself. The title alone where it says one of these.
 */
export function calendarSummary({ data: { title, dateLabel }, date }: Pick<EventNode, "data" | "date">): string {
  if (!isInexact(date)) return title;
  const words = formatDate(date);
  if (dateLabel) return title.includes(dateLabel) || title.includes(words) ? title : `${title} – ${dateLabel}`;
  if (date.precision === "day") return title.includes(words) ? title : `${title} – ${words}`;
  if (date.precision === "interval") return `${title} – some day ${words}`;
  return `${title} – some day in ${/^\d+s$/.test(words) ? "the " : ""}${words}`;
}

/** uidDomain("Soundings") → "soundings". Made of the title and not of the host: an entry is the same one when the site moves. */
export function uidDomain(title: string): string {
  return slugOf(title) || "timeline"; // a title may have no Latin letter
}

function calendarWords({ dossier, licence }: Site, leftOut: number): string {
  const open = `${plural(leftOut, "entry", "entries")} whose date is open at one end ${leftOut === 1 ? "is" : "are"} left out.`;
  return [
    `${dossier}.`,
    "An entry that is not dated to one certain day is tentative: it takes up every day that its date may mean, and its name says so; about a day is read as a day either side too.",
    ...(leftOut > 0 ? [open] : []),
    ...(licence ? [`${licence.name}, ${licence.url}`] : []),
  ].join(" ");
}

/** The package escapes what an event says, but not the calendar's name and description. */
function headText(text: string): string {
  return escape(text.replace(/\s+/g, " "), false);
}

/** The product's name is put together with slashes. */
function productPart(title: string): string {
  return headText(title.replaceAll("/", " "));
}

function toDate(day: Day): Date {
  return new Date(toUtc(day));
}
