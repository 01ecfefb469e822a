/** The years before the record's scale: one mark per event, on a scale of its own. */
import { scaleUtc } from "d3-scale";
import type { EventNode } from "../graph/nodes.ts";
import { toUtc, type Day } from "../model/dates.ts";
import { round } from "./time-axis.ts";

export interface ContextStrip {
  marks: { event: EventNode; x: number; y: number }[];
  years: { x: number; label: string }[];
  height: number;
}

const STEP = 12;

/** Events before `until`, stacked where they would touch; null when there are none. */
export function layoutContext(events: readonly EventNode[], until: Day, left: number, right: number): ContextStrip | null {
  const dated = events.flatMap((event) =>
    event.date.earliest && event.date.earliest < until ? [{ event, day: event.date.earliest }] : [],
  );
  const first = dated[0]?.day;
  if (!first) return null;
  const start = Number(first.slice(0, 4));
  const scale = scaleUtc([toUtc(`${start}-01-01`), toUtc(until)], [left, right]);
  const ends: number[] = []; // right end of what stands on each level, e.g. [420.5, 418]
  const marks = dated.map(({ event, day }) => {
    const x = round(scale(toUtc(day)));
    let level = ends.findIndex((end) => end + 10 <= x);
    if (level < 0) level = ends.length;
    ends[level] = x;
    return { event, x, level };
  });
  const base = Math.max(ends.length, 1) * STEP + 6;
  const span = Number(until.slice(0, 4)) - start;
  const step = span > 12 ? 5 : 1;
  const years = Array.from({ length: span + 1 }, (_, i) => start + i).filter(
    (year) => year % step === 0 && toUtc(`${year}-01-01`) <= toUtc(until),
  );
  return {
    marks: marks.map(({ event, x, level }) => ({ event, x, y: base - 8 - level * STEP })),
    years: years.map((year) => ({ x: round(scale(toUtc(`${year}-01-01`))), label: String(year) })),
    height: base,
  };
}
