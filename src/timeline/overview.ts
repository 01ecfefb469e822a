/** The strip above the drawing: all the years on one scale that is broken before the record, with the window marked on it. */
import { dayNumber } from "../model/dates.ts";
import type { TimelineEvent } from "./filter.ts";
import { earlierName, escapeText, numberOf, shapeOf, spanOf, type Mark, type TimelineFrame } from "./picture.ts";
import { round } from "./time-axis.ts";
import { fitNames, timeMarks } from "./time-marks.ts";
import type { TimeWindow } from "./time-window.ts";

/** A scale of two parts: years close together, then, after a break, the years of the record. */
export interface BrokenScale {
  x(at: number): number;
  /** The moment at a place, the inverse of x. */
  at(x: number): number;
  /** Where the break is; null where the scale has none. */
  gap: [number, number] | null;
}

export interface Overview {
  height: number;
  scale: BrokenScale;
  /** SVG below and above what marks the window. */
  ground: string;
  marks: Mark[];
}

/** Height of the part with marks, and of the names below it. */
const HIGH = 124;
const LOW = 44;
const NAMES = 26;
const GAP = 14;
/** A mark of its own needs this room in either direction. */
const ROOM = 24;
const BAR = 4;
/** Share of the strip that the years before the record have. */
const EARLY = 0.4;

export function brokenScale({ first, base, end }: Pick<TimelineFrame, "first" | "base" | "end">, left: number, right: number): BrokenScale {
  const [start, stop] = [dayNumber(first), dayNumber(end)];
  const cut = dayNumber(`${base.slice(0, 4)}-01-01`);
  if (start >= cut) {
    const pace = (right - left) / (stop - start);
    return { x: (at) => left + (at - start) * pace, at: (x) => start + (x - left) / pace, gap: null };
  }
  const gap: [number, number] = [Math.round(left + (right - left) * EARLY), Math.round(left + (right - left) * EARLY) + GAP];
  const early = (gap[0] - left) / (cut - start);
  const late = (right - gap[1]) / (stop - cut);
  return {
    x: (at) => (at < cut ? left + (at - start) * early : gap[1] + (at - cut) * late),
    at: (x) => (x <= gap[0] ? start + (x - left) / early : x < gap[1] ? cut : cut + (x - gap[1]) / late),
    gap,
  };
}

/** @param events that are shown; @param isLinked whether entries before the record have marks of their own. */
export function layoutOverview(
  events: readonly TimelineEvent[],
  { frame, window, left, right, isLinked }: { frame: TimelineFrame; window: TimeWindow; left: number; right: number; isLinked: boolean },
): Overview {
  const scale = brokenScale(frame, left, right);
  const base = isLinked ? HIGH : LOW;
  const own = isLinked ? placeMarks(events, frame, window, scale, base) : new Map<TimelineEvent, Mark>();
  const ground = bars(
    events.filter((event) => !own.has(event)),
    scale,
    base,
  );
  return { height: base + NAMES, scale, ground: ground + axis(frame, scale, left, right, base), marks: [...own.values()] };
}

/** A diamond for each entry before the record that the window does not show, stacked where they would touch. */
function placeMarks(
  events: readonly TimelineEvent[],
  frame: TimelineFrame,
  window: TimeWindow,
  scale: BrokenScale,
  base: number,
): Map<TimelineEvent, Mark> {
  const before = events.filter((event) => event.from && event.to < frame.base);
  const levels: number[] = []; // right end of what stands on each
  const marks = new Map<TimelineEvent, Mark>();
  for (const [i, event] of before.entries()) {
    const [from, to] = spanOf(event);
    if (to >= window.start && from < window.end) continue;
    const x0 = scale.x(from);
    const x1 = event.date ? Math.max(scale.x(to), x0 + 8) : x0;
    const found = levels.findIndex((end) => end + ROOM <= x0);
    const level = found < 0 ? levels.length : found;
    const y = base - ROOM / 2 - level * ROOM;
    if (y < ROOM / 2) continue; // no room: it is counted in the bars
    levels[level] = x1;
    const width = round(x1 - x0);
    const lane = frame.lanes[event.lane ?? -1]?.label;
    marks.set(event, {
      key: event.id,
      ids: [event.id],
      type: "event",
      lane: -2,
      at: from,
      x: round(x0),
      y,
      body: `<rect class="hit" x="-12" y="-12" width="${24 + width}" height="24"/>${shapeOf(event, width)}`,
      name: earlierName(event, lane, i + 1, before.length),
    });
  }
  return marks;
}

/** How many entries a few days hold: strikes below, the others on them. */
function bars(events: readonly TimelineEvent[], scale: BrokenScale, base: number): string {
  const strikes = new Map<number, number>();
  const others = new Map<number, number>();
  for (const { from, strikes: isStrike } of events) {
    if (!from) continue;
    const slot = Math.floor(scale.x(numberOf(from)) / BAR);
    const map = isStrike ? strikes : others;
    map.set(slot, (map.get(slot) ?? 0) + 1);
  }
  const slots = [...new Set([...strikes.keys(), ...others.keys()])].sort((a, b) => a - b);
  const most = Math.max(1, ...slots.map((slot) => (strikes.get(slot) ?? 0) + (others.get(slot) ?? 0)));
  const unit = Math.min(6, (base - 6) / most);
  const bar = (slot: number, from: number, count: number, width: number) =>
    count > 0
      ? `M${slot * BAR + (BAR - 1 - width) / 2} ${round(base - from * unit)}v${round(-count * unit)}h${width}v${round(count * unit)}z`
      : "";
  // Strikes are thin, as their steps are in the drawing; the others as wide as there is room.
  const below = slots.map((slot) => bar(slot, 0, strikes.get(slot) ?? 0, 1.5)).join("");
  const above = slots.map((slot) => bar(slot, strikes.get(slot) ?? 0, others.get(slot) ?? 0, BAR - 1)).join("");
  return `<path class="bar--strikes" d="${below}"/><path class="bar--others" d="${above}"/>`;
}

function axis(frame: TimelineFrame, { x, gap }: BrokenScale, left: number, right: number, base: number): string {
  const [start, end] = [dayNumber(frame.first), dayNumber(frame.end)];
  const cut = dayNumber(`${frame.base.slice(0, 4)}-01-01`);
  const late = gap
    ? timeMarks({ start: cut, end }, right - gap[1], cut, 62).names
    : timeMarks({ start, end }, right - left, start, 62).names;
  const early = gap ? timeMarks({ start, end: cut }, gap[0] - left, start, 40).names : [];
  const names = fitNames([...early, ...late], x, right);
  const line = gap ? `M${left} ${base}H${gap[0]}M${gap[1]} ${base}H${right}` : `M${left} ${base}H${right}`;
  const cutMark = gap ? `<path class="break" d="M${gap[0] - 3} ${base + 6}l5-12m${GAP - 5} 0l-5 12"/>` : "";
  return `<path class="base" d="${line}"/>${cutMark}<path class="neat-tick" d="${names.map(({ at }) => `M${round(x(at))} ${base}v5`).join("")}"/>${names.map(({ at, label }) => `<text class="lab" x="${round(x(at))}" y="${base + 20}">${escapeText(label)}</text>`).join("")}`;
}
