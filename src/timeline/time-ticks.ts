/** Ticks of a time axis that may span days or decades: years where they fit, months with the year where it changes. */
import type { ScaleTime } from "d3-scale";
import { utcMonth, utcYear } from "d3-time";
import { formatDay, formatDayMonth } from "../model/dates.ts";
import { textWidth } from "./text-width.ts";

export interface TimeTick {
  x: number;
  label: string;
  anchor: "start" | "middle" | "end";
}

const FONT = 13;
const YEAR_STEPS = [1, 2, 5, 10, 20, 50];
const MONTH_STEPS = [1, 2, 3, 6];

export function timeTicks(scale: ScaleTime<number, number>, right: number): TimeTick[] {
  const [from, to] = scale.domain() as [Date, Date]; // a domain of two ends, as the charts make it
  const years = (to.getTime() - from.getTime()) / 31_557_600_000;
  return years > 2.5 ? yearTicks(scale, from, to, right) : monthTicks(scale, from, to, right);
}

function yearTicks(scale: ScaleTime<number, number>, from: Date, to: Date, right: number): TimeTick[] {
  const all = utcYear.range(utcYear.ceil(from), new Date(to.getTime() + 1));
  return thin(
    all,
    YEAR_STEPS,
    (date) => date.getUTCFullYear(),
    (date) => ({ x: scale(date), label: iso(date).slice(0, 4), anchor: "middle" }),
    right,
  );
}

function monthTicks(scale: ScaleTime<number, number>, from: Date, to: Date, right: number): TimeTick[] {
  const all = utcMonth.range(utcMonth.ceil(from), new Date(to.getTime() + 1));
  if (all.length === 0) return [{ x: scale(from), label: formatDayMonth(iso(from), "short"), anchor: "middle" }];
  const label = (date: Date, i: number) =>
    (i === 0 || date.getUTCMonth() === 0 ? formatDay : formatDayMonth)(iso(date), "short").replace(/^1 /, "");
  return thin(
    all,
    MONTH_STEPS,
    (date) => date.getUTCMonth(),
    (date, i) => ({ x: scale(date), label: label(date, i), anchor: "middle" }),
    right,
  );
}

/** The finest step at which no two labels touch; the first tick alone where none is coarse enough. */
function thin(
  dates: readonly Date[],
  steps: readonly number[],
  unit: (date: Date) => number,
  toTick: (date: Date, i: number) => TimeTick,
  right: number,
): TimeTick[] {
  for (const step of steps) {
    const ticks = dates.filter((date) => unit(date) % step === 0).map((date, i) => keepInside(toTick(date, i), right));
    if (ticks.every((tick, i) => i === 0 || leftOf(tick) - rightOf(ticks[i - 1]) > 8)) return ticks;
  }
  return dates.slice(0, 1).map(toTick);
}

function leftOf({ x, label, anchor }: TimeTick): number {
  return x - textWidth(label, FONT) / (anchor === "end" ? 1 : 2);
}

function rightOf(tick: TimeTick | undefined): number {
  if (!tick) return -Infinity;
  return tick.anchor === "end" ? tick.x : tick.x + textWidth(tick.label, FONT) / 2;
}

function keepInside(tick: TimeTick, right: number): TimeTick {
  return rightOf(tick) > right + 12 ? { ...tick, x: right + 12, anchor: "end" } : tick;
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
