/** What the scale of a drawing shows for a window of time and a length in px: filled segments as on the neatline, and names. */
import { utcDay, utcMonth, utcYear, type CountableTimeInterval } from "d3-time";
import { formatDay, formatDayMonth, toDay } from "../model/dates.ts";
import { textWidth } from "./text-width.ts";
import type { TimeWindow } from "./time-window.ts";

export interface TimeMarks {
  /** Every second unit is filled: where it begins and ends, in days since 1970. */
  segments: [number, number][];
  /** Each named moment; those that begin a month (or a year, where years are named) are `strong`. */
  names: { at: number; label: string; strong: boolean }[];
}

const DAY = 86_400_000;
/** Size of names in px, as in the stylesheet. */
const NAME = 13;
const WEEK = 7;
const interval = (every: CountableTimeInterval, step: number, days: number) => ({ every, step, days });
/** From fine to coarse; `days` is how long the shortest is. */
const UNITS = [
  interval(utcDay, 1, 1),
  interval(utcDay, 7, WEEK),
  interval(utcMonth, 1, 28),
  interval(utcMonth, 3, 90),
  interval(utcYear, 1, 365),
  interval(utcYear, 5, 5 * 365 + 1),
  interval(utcYear, 10, 10 * 365 + 2),
];
type Unit = (typeof UNITS)[number];

/**
 * @param length of the scale in px; @param base the day from which weeks are counted, in days since 1970.
 * @param room px that a name needs: the width of one beside the next, or its height where time runs down.
 */
export function timeMarks({ start, end }: TimeWindow, length: number, base: number, room: number): TimeMarks {
  const scale = length / (end - start); // px a day
  const segmentUnit = UNITS.find(({ days }) => days * scale >= 9) ?? UNITS.at(-1);
  const nameUnit = UNITS.find(({ days }) => days * scale >= room) ?? UNITS.at(-1);
  return {
    segments: segmentUnit ? fillEverySecond(segmentUnit, start, end, base) : [],
    names: nameUnit ? nameMoments(nameUnit, start, end, base) : [],
  };
}

/** The names that have room, from the first on: none runs into the one before it, or far out of the scale's right end. */
export function fitNames(names: TimeMarks["names"], x: (moment: number) => number, right: number): TimeMarks["names"] {
  let free = -Infinity;
  return names.filter(({ at, label }) => {
    const end = x(at) + textWidth(label, NAME);
    const isFree = x(at) >= free && end <= right + 30;
    if (isFree) free = end + 8;
    return isFree;
  });
}

function fillEverySecond(unit: Unit, start: number, end: number, base: number): [number, number][] {
  const moments = momentsOf(unit, start, end, base);
  return moments.flatMap(({ at, index }, i): [number, number][] => {
    const next = moments[i + 1]?.at ?? end;
    return index % 2 === 0 && next > start && at < end ? [[Math.max(at, start), Math.min(next, end)]] : [];
  });
}

function nameMoments(unit: Unit, start: number, end: number, base: number): TimeMarks["names"] {
  const inside = momentsOf(unit, start, end, base).filter(({ at }) => at >= start && at < end);
  return inside.map(({ at }, i) => {
    const day = toDay(at * DAY);
    const isFirst = i === 0;
    if (unit.every === utcYear) return { at, label: day.slice(0, 4), strong: true };
    if (unit.every === utcMonth) {
      const strong = isFirst || day.slice(5, 7) === "01";
      const name = formatDay(day.slice(0, 7), "short"); // e.g. "Sept 2025"
      return { at, label: strong ? name : name.replace(/ \d+$/, ""), strong };
    }
    const before = inside[i - 1];
    const strong = isFirst || (before !== undefined && toDay(before.at * DAY).slice(0, 4) !== day.slice(0, 4));
    return { at, label: strong ? formatDay(day, "short") : formatDayMonth(day, "short"), strong: strong || day.endsWith("-01") };
  });
}

/** The moments of a unit from the one before the start on; `index` counts them from a fixed one, so that none changes its fill. */
function momentsOf({ every, step, days }: Unit, start: number, end: number, base: number): { at: number; index: number }[] {
  if (every === utcDay) {
    const first = Math.floor((start - base) / step);
    const count = Math.ceil((end - base) / step) - first;
    return Array.from({ length: Math.max(0, count) }, (_, i) => ({ at: base + (first + i) * step, index: Math.abs(first + i) }));
  }
  const from = every.floor(new Date((start - days * step) * DAY));
  return every.range(from, new Date(end * DAY)).flatMap((date) => {
    const number = every === utcYear ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
    return number % step === 0 ? [{ at: date.getTime() / DAY, index: number / step }] : [];
  });
}
