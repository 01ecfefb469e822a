/** The axis that the profile and the lanes share: one pixel position per day, weeks as on the neatline, months by name. */
import { scaleUtc } from "d3-scale";
import { utcMonth } from "d3-time";
import { addDays, formatDay, toUtc, type Day } from "../model/dates.ts";
import { weeksOnScale } from "./neatline.ts";

export interface TimeAxis {
  /** Left edge of the plot and its right end, in the drawing's units. */
  left: number;
  right: number;
  from: Day;
  /** First day after the last whole week. */
  end: Day;
  x(day: Day): number;
  /** Every second week is filled: [x, width]. */
  weeks: [number, number][];
  months: { x: number; label: string; isYearShown: boolean }[];
}

/** @param from first day drawn; @param to last day that has to fit; @param left,right edges in px of the drawing. */
export function buildTimeAxis({ from, to, left, right }: { from: Day; to: Day; left: number; right: number }): TimeAxis {
  const count = weeksOnScale(from, to);
  const end = addDays(from, count * 7);
  const scale = scaleUtc([toUtc(from), toUtc(end)], [left, right]);
  const x = (day: Day) => round(scale(toUtc(day)));
  const week = (right - left) / count;
  // A month whose name would run past the end is left out.
  const months = utcMonth
    .range(utcMonth.ceil(new Date(toUtc(from))), new Date(toUtc(end)))
    .filter((date) => scale(date) < right - 24)
    .map((date, i) => {
      const day = date.toISOString().slice(0, 10);
      const isYearShown = i === 0 || day.slice(5, 7) === "01";
      const month = formatDay(day.slice(0, 7), "short"); // e.g. "Sept 2025"
      return { x: x(day), label: isYearShown ? month : month.replace(/ \d+$/, ""), isYearShown };
    });
  const weeks = Array.from({ length: Math.ceil(count / 2) }, (_, i): [number, number] => [round(left + 2 * i * week), round(week)]);
  return { left, right, from, end, x, weeks, months };
}

/** One decimal is finer than any screen draws and keeps the page small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
