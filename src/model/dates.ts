/**
 * Dates as the dossier knows them: EDTF levels 0 and 1, kept as text plus the days they may mean. What turns text into them
 * is parse-date.ts; this file is small enough for the browser.
 * All dates are calendar dates of the event's place; nothing here depends on a time zone.
 */
/** A calendar day as ISO text, e.g. "2025-10-19". Days compare as text. */
export type Day = string;

export interface DossierDate {
  /** The notation as the editor wrote it, e.g. "2025-09-15~". */
  edtf: string;
  /** Earliest day it can mean; null when the start is open. */
  earliest: Day | null;
  /** Latest day it can mean; null when the end is open. */
  latest: Day | null;
  approximate: boolean;
  uncertain: boolean;
  /** "day" only when it names one single day. */
  precision: "day" | "month" | "year" | "interval";
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;

/** Orders by earliest possible day, then by latest; open starts first, open ends last. */
export function compareDates(a: DossierDate, b: DossierDate): number {
  return compareText(a.earliest ?? "", b.earliest ?? "") || compareText(a.latest ?? "9999", b.latest ?? "9999");
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** Whole days from one day to another: daysBetween("2025-09-02", "2025-09-15") → 13. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / 86_400_000);
}

export function addDays(day: Day, count: number): Day {
  return toDay(toUtc(day) + count * 86_400_000);
}

/** The days that a date may mean. “About” or “perhaps” one day is read as that day or a day either side, as the charts draw it. */
export function daysMeant({ earliest, latest, approximate, uncertain, precision }: DossierDate): Pick<DossierDate, "earliest" | "latest"> {
  const reach = precision === "day" && (approximate || uncertain) ? 1 : 0;
  return { earliest: earliest && addDays(earliest, -reach), latest: latest && addDays(latest, reach) };
}

/** Days since 1 January 1970: dayNumber("2025-09-01") → 20332. */
export function dayNumber(day: Day): number {
  return toUtc(day) / 86_400_000;
}

/** Milliseconds of the day's start in UTC, for scales. */
export function toUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/**
 * The date in words: "15 September 2025", "about 15 September 2025", "between 13 and 18 October 2025", "by 19 October 2025".
 * `short` gives the table form: "15 Sept 2025", "c. 15 Sept 2025", "13–18 Oct 2025".
 */
export function formatDate(date: DossierDate, style: "long" | "short" = "long"): string {
  const short = style === "short";
  const [start, end] = sidesOf(date.edtf);
  const words = (text: string) => qualify(formatPoint(text, short), text, short);
  if (end === undefined) return words(start);
  if (start === "") return `by ${words(end)}`;
  if (end === "") return `since ${words(start)}`;
  const shared = sharedTail(words(start), words(end));
  return short ? `${shared}–${words(end)}` : `between ${shared} and ${words(end)}`;
}

/** formatDay("2025-10-19") → "19 October 2025"; short → "19 Oct 2025". */
export function formatDay(day: Day, style: "long" | "short" = "long"): string {
  return formatPoint(day, style === "short");
}

/** formatDayMonth("2025-10-19") → "19 October"; short → "19 Oct". */
export function formatDayMonth(day: Day, style: "long" | "short" = "long"): string {
  return formatDay(day, style).replace(/ \d{4}$/, "");
}

/** formatSpan("2025-09-01", "2025-09-15") → "1–15 September 2025"; what both days share is said once. */
export function formatSpan(from: Day, to: Day): string {
  if (from === to) return formatDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${formatDay(to)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) ? formatDayMonth(from) : formatDay(from)} – ${formatDay(to)}`;
}

/** formatMonth("2025-10") or ("2025-10-19") → "October 2025". */
export function formatMonth(text: string): string {
  return formatPoint(text.slice(0, 7), false);
}

/** Whether the date has to be shown with a qualifier or a span, i.e. is anything but one certain day. */
export function isInexact(date: DossierDate): boolean {
  return date.precision !== "day" || date.approximate || date.uncertain;
}

/** YAML gives some dates as numbers (`2012`); dates become text again here. */
export function dateText(value: unknown): unknown {
  return typeof value === "number" ? String(value) : value;
}

/** Each side of a span has a qualifier of its own: "2025-09-15~/2025-09-20" is "between about 15 and 20 September 2025". */
function qualify(words: string, text: string, short: boolean): string {
  const about = /[~%]/.test(text) ? `${short ? "c." : "about"} ${words}` : words;
  return /[?%]/.test(text) ? `${about}${short ? "?" : " (uncertain)"}` : about;
}

function formatPoint(text: string, short: boolean): string {
  const [year = "", month, day] = bare(text).split("-");
  if (year.endsWith("XX")) return `${year.replaceAll("X", "0")}–${year.replaceAll("X", "9")}`; // "2000s" would read as ten years
  if (year.endsWith("X")) return `${year.replace("X", "0")}s`;
  if (!month) return year;
  const name = (short ? SHORT_MONTHS : MONTHS)[Number(month) - 1] ?? "";
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** sharedTail("13 October 2025", "18 October 2025") → "13": what the second date says again is left out of the first. */
function sharedTail(first: string, second: string): string {
  const a = first.split(" ");
  const b = second.split(" ");
  while (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return a.join(" ");
}

function sidesOf(text: string): [string, string | undefined] {
  const [start = "", end] = text.split("/");
  return [start.replace("..", ""), end?.replace("..", "")];
}

/** What is known of a point in time, without qualifiers: bare("2025-10-XX") → "2025-10". */
export function bare(text: string): string {
  return text.replace(/[~?%]|-XX/g, "");
}

/** toDay(1760832000000) → "2025-10-19" */
export function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar: isCalendarDay("2026-02-30") → false. Needs no grammar of dates, so that a browser can ask. */
export function isCalendarDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = toUtc(text);
  return !Number.isNaN(time) && toDay(time) === text;
}
