/** What both drawings of the timeline share: their parts, the marks in them, and the words and sizes of those. */
import { formatRange } from "../graph/ranges.ts";
import { addDays, dayNumber, formatDay, formatDayMonth, formatSpan } from "../model/dates.ts";
import { plural } from "../site/words.ts";
import type { TimelineEvent } from "./filter.ts";
import type { TollStep } from "./running-toll.ts";
import { textWidth } from "./text-width.ts";
import { round } from "./time-axis.ts";
import type { TimeWindow } from "./time-window.ts";

/** What does not change while the drawing moves; part of the data of the page. */
export interface TimelineFrame {
  /** First day that a window may show, the first and the last day of the record, and the day after its last whole week. */
  first: string;
  base: string;
  last: string;
  end: string;
  /** The highest sum of the dead on file. */
  most: number;
  /** Name of the lane of strikes. */
  strikeLane: string;
  /** Names of the other lanes, and how many rows each has. */
  lanes: { label: string; rows: number }[];
}

/** What the page hands to its script. */
export interface PageData {
  frame: TimelineFrame;
  /** Null where they are fetched. */
  events: TimelineEvent[] | null;
  url: string;
}

/** What there is to draw. */
export interface Scene {
  frame: TimelineFrame;
  /** What is shown, in order of time, and the strikes among it. */
  events: readonly TimelineEvent[];
  steps: readonly TollStep[];
  window: TimeWindow;
  /** Day of knowledge; "" for the whole record. */
  asof: string;
  /** Width of the drawing in px. */
  width: number;
  /** The highest sum on file in the window, whatever is shown of it: the ledger is drawn to its measure. */
  most: number;
  /** Whether to draw only how many entries there are where: all there is time for while a long record is zoomed. */
  isSketch?: boolean;
  /** px on either side of the window that are drawn too, for a drawing that is shifted; none when left out. */
  beyond?: number;
  /** What was drawn before, for a drawing that moves: nothing jumps in it, and its marks get their names when it rests. */
  before?: Picture;
}

/** A mark at a place of its own; all in it is drawn from there. */
export interface Mark {
  /** Id of the entry, or of the bin. */
  key: string;
  /** Ids that it stands for; more than one in a bin. */
  ids: string[];
  type: "strike" | "event" | "bin";
  /** Number of its lane; strikes have -1. */
  lane: number;
  /** Moment it stands at, in days since 1970, for the order of the keys. */
  at: number;
  x: number;
  y: number;
  /** SVG inside. */
  body: string;
  name: string;
}

export interface Picture {
  mode: "wide" | "tall";
  width: number;
  height: number;
  /** SVG that stays when the drawing moves, and what is under the marks. */
  frame: string;
  ground: string;
  /** SVG over the ground that stays where it is when that is shifted: the sum, and numbers of people. */
  sum: string;
  marks: Mark[];
  /** Where the window is drawn: from and to in px, along x or y. */
  along: [number, number];
  /** Row of each entry in its lane, how many rows each lane has, and the sum that the ledger has room for. */
  rows: Map<string, number>;
  heights: number[];
  most: number;
}

/** The last lane gathers what stands in no other; its name says nothing of a place. */
export const REST = "Elsewhere";
/** With more strikes in the window they are gathered in bins: more could neither be read nor touched. */
export const MOST_STRIKES = 120;
/** Size of labels in px, as in the stylesheet. */
export const LABEL = 14;

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** dateOf(event) → "15 Sept", dateOf(event, true) → "15 Sept 2025" */
export function dateOf({ date, from, to }: TimelineEvent, withYear = false): string {
  const words = date ?? formatDayMonth(from, "short");
  return withYear && !/\d{4}s?\??$/.test(words) ? `${words} ${to.slice(0, 4)}` : words;
}

/** Whether labels need the year: the window is so long that a day and a month may be of several years. */
export function needsYear({ start, end }: TimeWindow): boolean {
  return end - start > 366;
}

const widths = [new WeakMap<TimelineEvent, number>(), new WeakMap<TimelineEvent, number>()] as const;

/** Width of an event's label with its date, in px. */
export function labelWidth(event: TimelineEvent, withYear: boolean): number {
  const known = widths[withYear ? 1 : 0];
  let width = known.get(event);
  if (width === undefined) {
    width = textWidth(`${event.label}  ${dateOf(event, withYear)}`, LABEL) + 3;
    known.set(event, width);
  }
  return width;
}

const numbers = new Map<string, number>();

/** dayNumber(day), reckoned once for each day: a drawing that moves asks for the same ones in every frame. */
export function numberOf(day: string): number {
  let number = numbers.get(day);
  if (number === undefined) numbers.set(day, (number = dayNumber(day)));
  return number;
}

/** The days that an entry's mark covers; a day on its own that is not certain has one more on either side. */
export function spanOf({ from, to, date, isApproximate }: TimelineEvent): [number, number] {
  const start = numberOf(from);
  const end = from === to ? start : numberOf(to);
  return date && isApproximate && start === end ? [start - 1, end + 1] : [start, end];
}

/** The days that a strike's bracket covers; one without an end is drawn at its first day. */
function spanOfStep({ event, earliest, latest }: TollStep): [number, number] {
  return event.date && (event.isApproximate || event.to >= "9999") && earliest === latest ? [earliest - 1, latest + 1] : [earliest, latest];
}

/** What has a place in lanes: a date with two ends. What has none is listed. */
export function placedInTime(events: readonly TimelineEvent[]): TimelineEvent[] {
  return events.filter(({ lane, from, to }) => lane !== undefined && from !== "" && to < "9999");
}

/** What is drawn in the window beside the strikes. */
export function inWindow({ events, window }: Pick<Scene, "events" | "window">): TimelineEvent[] {
  return placedInTime(events).filter((event) => {
    const [start, end] = spanOf(event);
    return end >= window.start && start < window.end;
  });
}

/** A diamond for one certain day; else a bar with ends over all that the date may mean, dotted where it is approximate. */
export function shapeOf({ date, isApproximate }: TimelineEvent, span: number): string {
  if (!date) return `<path class="dot" d="M0-5l5 5-5 5-5-5z"/>`;
  return `<path class="span${isApproximate ? " span--approx" : ""}" d="M0-4v8m0-4H${span}m0-4v8"/>`;
}

/** strikeName(step, 2, 7) → "Strike, 15 September 2025, 3 reported killed, 2 of 7"; the sources' own words for the date where there are. */
export function strikeName({ event, killed }: TollStep, index: number, count: number): string {
  const days = event.to >= "9999" ? `since ${formatDay(event.from)}` : formatSpan(event.from, event.to);
  const what = (event.strikes ?? 1) > 1 ? `${event.strikes} strikes in one entry` : "Strike";
  return `${what}, ${event.said ?? `${event.isApproximate ? "about " : ""}${days}`}, ${killed ? `${formatRange(killed)} reported killed` : "number killed not given"}, ${index} of ${count}`;
}

/** eventName(event, lane, 3, 40) → "Senate vote fails 8 Oct 2025: legislative, Washington, 3 of 40"; it begins with what is printed. */
export function eventName(event: TimelineEvent, lane: string | undefined, index: number, count: number): string {
  return `${event.label} ${dateAndFacts(event, lane, index, count)}`;
}

/** dateAndFacts(event, lane, 3, 40) → "8 Oct 2025: legislative, Washington, 3 of 40" */
export function dateAndFacts(event: TimelineEvent, lane: string | undefined, index: number, count: number): string {
  const date = event.said ? `${dateOf(event, true)}, ${event.said}` : dateOf(event, true);
  return `${date}: ${factsOf(event, lane, index, count)}`;
}

/** earlierName(event, lane, 3, 26) → "Plan Colombia funds requested 7 Feb 2000: legislative, Washington, 3 of 26 before the record" */
export function earlierName(event: TimelineEvent, lane: string | undefined, index: number, count: number): string {
  return `${eventName(event, lane, index, count)} before the record`;
}

/** The last lane is not named: it says nothing of a place. */
function factsOf({ kind }: TimelineEvent, lane: string | undefined, index: number, count: number): string {
  return `${kind.replace("-", " ")}, ${lane && lane !== REST ? `${lane}, ` : ""}${index} of ${count}`;
}

/** binName(events) → "5 entries, 1–9 October 2025: zoom in", over all the days that their dates may mean. */
function binName(events: readonly TimelineEvent[]): string {
  return `${plural(events.length, "entry", "entries")}, ${binDays(events)}`;
}

/** binDays(events) → "1–9 October 2025: zoom in" */
export function binDays(events: readonly TimelineEvent[]): string {
  const from = events.reduce((least, event) => (event.from < least ? event.from : least), "9999");
  const to = events.reduce((most, event) => (event.to > most && event.to < "9999" ? event.to : most), from);
  const inexact = events.some(({ date }) => date) ? ", not all of them exact" : "";
  return `${formatSpan(from, to)}${inexact}: zoom in`;
}

/** A density mark, as wide as its bin; x and y are its left end and its middle. Without a name while the drawing moves. */
export function binMark(
  events: readonly TimelineEvent[],
  width: number,
  isNamed = true,
): Pick<Mark, "key" | "ids" | "type" | "at" | "body" | "name"> {
  const ids = events.map(({ id }) => id);
  return {
    key: `bin-${ids[0] ?? ""}`,
    ids,
    type: "bin",
    at: events[0] ? numberOf(events[0].from) : 0,
    body: `<rect class="bin__b" y="-12" width="${round(width)}" height="24"/><text class="bin__n" x="${round(width / 2)}" y="4.5" text-anchor="middle">${ids.length}</text>`,
    name: isNamed ? binName(events) : "",
  };
}

/** The day until which the record is drawn when it is seen as of a day: what came after is veiled. */
export function veilStart(asof: string): number | null {
  return asof ? dayNumber(addDays(asof, 1)) : null;
}

/** Where a strike's bracket begins and ends, in px from its step; inside the drawing, and wide enough to be seen. */
export function bracketOf(step: TollStep, place: (moment: number) => number, from: number, to: number): [number, number] {
  const at = place(step.earliest);
  const [start, end] = spanOfStep(step).map((day) => Math.min(Math.max(place(day), from), to) - at) as [number, number]; // both days
  return [round(start < 0 ? Math.min(start, -5) : 0), round(Math.max(end, 5))];
}
