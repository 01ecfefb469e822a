/** The window of time that the drawing shows. Numbers are days since 1970, as dayNumber() gives them; fractions occur while it moves. */
import { addDays, dayNumber, toDay, type Day } from "../model/dates.ts";
import type { TimelineState } from "./filter.ts";

export interface TimeWindow {
  start: number;
  /** The moment after the last day. */
  end: number;
}

/** What a window may be: `usual` is shown when nothing is chosen, `whole` is as wide as it gets. */
export interface TimeLimits {
  usual: TimeWindow;
  whole: TimeWindow;
  /** The last day of the record: a window may end after it, with the week, and is said to end with it. */
  last: Day;
}

/** No window is narrower, in days. */
const NARROWEST = 1;

/** The usual window is that of the record; the whole begins with the first year of which anything is on file. */
export function limitsOf({ first, base, last, end }: { first: Day; base: Day; last: Day; end: Day }): TimeLimits {
  return { last, usual: { start: dayNumber(base), end: dayNumber(end) }, whole: { start: dayNumber(first), end: dayNumber(end) } };
}

/** The window of a state; where it names one end, the other is that of the usual window, or of the whole where that lies beyond. */
export function windowOf({ from, to }: Pick<TimelineState, "from" | "to">, limits: TimeLimits): TimeWindow {
  const { usual, whole, last } = limits;
  if (!from && !to) return usual;
  const start = from ? dayNumber(from) : null;
  const end = to ? (to >= last ? whole.end : dayNumber(to) + 1) : null;
  return clampWindow(
    {
      start: start ?? (end !== null && end <= usual.start ? whole.start : usual.start),
      end: end ?? (start !== null && start >= usual.end ? whole.end : usual.end),
    },
    limits,
  );
}

/** The days of a window for the state; both are "" when it is the usual one. */
export function daysOf(window: TimeWindow, { usual, last }: TimeLimits): { from: Day | ""; to: Day | "" } {
  const start = Math.round(window.start);
  const end = Math.max(Math.round(window.end), start + 1);
  if (start === usual.start && end === usual.end) return { from: "", to: "" };
  const [from, to] = [dayOf(start), addDays(dayOf(end), -1)];
  return { from: from < last ? from : last, to: to < last ? to : last };
}

/** Narrows (factor above 1) or widens the window; the moment `at` keeps its place in it. */
export function zoomWindow({ start, end }: TimeWindow, factor: number, at: number, limits: TimeLimits): TimeWindow {
  const span = Math.max(NARROWEST, (end - start) / factor);
  const share = end > start ? (at - start) / (end - start) : 0.5;
  return clampWindow({ start: at - share * span, end: at + (1 - share) * span }, limits);
}

/** Moves the window by a number of days, as far as the whole reaches. */
export function panWindow({ start, end }: TimeWindow, days: number, { whole }: TimeLimits): TimeWindow {
  const by = Math.min(Math.max(days, whole.start - start), whole.end - end);
  return { start: start + by, end: end + by };
}

/** The window inside the whole, with its least width. */
export function clampWindow({ start, end }: TimeWindow, { whole }: TimeLimits): TimeWindow {
  const span = Math.min(Math.max(end - start, NARROWEST), whole.end - whole.start);
  const from = Math.min(Math.max(start, whole.start), whole.end - span);
  return { start: from, end: from + span };
}

/** dayOf(20332.4) → "2025-09-01" */
export function dayOf(days: number): Day {
  return toDay(Math.floor(days) * 86_400_000);
}
