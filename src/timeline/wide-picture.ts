/** The timeline across the page: the stepped ledger of the dead over lanes of what was said and done, time from left to right. */
import { formatRange } from "../graph/ranges.ts";
import { dayNumber } from "../model/dates.ts";
import { gatherBins, LEAST_BIN } from "./bins.ts";
import { hitAreas } from "./hit-areas.ts";
import type { TimelineEvent } from "./filter.ts";
import { BESIDE, packLane, type LaneItem, type LanePlace } from "./lanes.ts";
import {
  binMark,
  bracketOf,
  dateOf,
  escapeText,
  eventName,
  LABEL,
  labelWidth,
  MOST_STRIKES,
  needsYear,
  REST,
  shapeOf,
  placedInTime,
  spanOf,
  strikeName,
  veilStart,
  type Mark,
  type Picture,
  type Scene,
} from "./picture.ts";
import type { TollStep } from "./running-toll.ts";
import { drawLedger, stepsInWindow } from "./stepped-ledger.ts";
import { cutText, textWidth } from "./text-width.ts";
import { round } from "./time-axis.ts";
import { fitNames, timeMarks } from "./time-marks.ts";

const ROW = 24;
const PADDING = 8;
const TOP = 36;
const SCALE = 40;
const FOOT = 34;
const NUMERAL = 17;
/** Room for the sum at the right end. */
const SUM = 110;
/** Below this width names of lanes stand in two lines. */
const ROOMY = 900;
const NAME_ROOM = 56;
/** px of a bar in a sketch, with the room to the next. */
const BAR = 4;

/** Width that the build draws at, that of the page on a screen of 1280 px; a wider page has more room between the marks. */
export const WIDTH = 1180;
/** Left and right end of the scale of time in a drawing of some width. */
export function plotOf(width: number): { left: number; right: number } {
  return { left: (width >= ROOMY ? 118 : 96) + 0.5, right: width - SUM - 0.5 };
}

/** The ledger is about this high, and a person as high at most. */
const HIGHEST = 420;
const TALLEST_PERSON = 7;

/** A whole number of half-pixels, so that hairlines stay crisp; less where there are too many people for that. */
export function personHeight(most: number): number {
  const height = HIGHEST / Math.max(most, 1);
  return height < 1 ? height : Math.min(TALLEST_PERSON, Math.floor(height * 2) / 2);
}

export function layoutWide(scene: Scene): Picture {
  const { frame, width, window } = scene;
  const { left, right } = plotOf(width);
  const pace = (right - left) / (window.end - window.start); // px a day
  const x = (at: number) => round(left + (at - window.start) * pace);
  const most = scene.before ? Math.max(scene.before.most, scene.most) : scene.most;
  const unit = personHeight(most);
  const base = round(TOP + most * unit);
  const beyond = scene.beyond ?? 0;
  const plot: Plot = { left: left - beyond, right: right + beyond, x, base, unit, width: width + beyond };
  const wider = { ...scene, window: { start: window.start - beyond / pace, end: window.end + beyond / pace } };
  const strikes = drawStrikes(wider, plot);
  const { byLane, count: total } = placeItems(wider, plot);
  const names: string[] = [];
  const marks = [...strikes.marks];
  let density = "";
  const rows = new Map<string, number>();
  let y = base + SCALE;
  const heights: number[] = [];
  for (const [lane, { label }] of frame.lanes.entries()) {
    names.push(laneName(label, y, { left, right }));
    const inLane = scene.isSketch ? [] : drawLane(wider, byLane[lane] ?? [], total, lane, plot, rows);
    // A lane is as high as it has to be, or as it was when it began to move.
    const count = scene.before?.heights[lane] ?? inLane.reduce((count, mark) => Math.max(count, mark.y + 1), 1);
    heights.push(count);
    for (const mark of inLane) marks.push({ ...mark, y: round(y + PADDING + mark.y * ROW + ROW / 2) });
    y += count * ROW + 2 * PADDING;
    if (scene.isSketch) density += sketchLane(byLane[lane] ?? [], y - PADDING, count * ROW, right);
  }
  return {
    mode: "wide",
    width,
    height: y + FOOT,
    frame: `<text class="lane-n" x="0" y="${TOP - 6}">${escapeText(frame.strikeLane)}</text><text class="lab" x="0" y="${TOP + 12}">Killed, by strike</text><text class="lab" x="0" y="${TOP + 28}">and in all</text>${names.join("")}<path class="lane-rule" d="M0 ${y}H${right}"/>`,
    ground: timeScale(wider, plot, y) + strikes.ground + veilFrom(wider, plot, y) + (density && `<path class="density" d="${density}"/>`),
    sum: drawSum(scene, { ...plot, right }),
    marks,
    along: [left, right],
    rows,
    heights,
    most,
  };
}

/** Of each lane what is in the window, by time, and how many entries that is. */
function placeItems({ events, window, frame }: Scene, { left, right, x }: Plot): { byLane: EventItem[][]; count: number } {
  const byLane = frame.lanes.map((): EventItem[] => []);
  let count = 0;
  const withYear = needsYear(window);
  for (const item of itemsOf(events)) {
    if (item.end < window.start || item.start >= window.end) continue;
    item.x0 = Math.max(x(item.start), left);
    item.x1 = item.event.date ? Math.max(Math.min(x(item.end), right), item.x0 + 8) : item.x0;
    item.number = ++count;
    item.withYear = withYear;
    byLane[item.event.lane ?? -1]?.push(item);
  }
  return { byLane, count };
}

/** The marks of one lane, `y` being their row; notes the rows that entries have got. */
function drawLane(
  scene: Scene,
  items: readonly EventItem[],
  total: number,
  lane: number,
  { left, width }: Plot,
  rows: Map<string, number>,
): Mark[] {
  const { label = REST, rows: atMost = 1 } = scene.frame.lanes[lane] ?? {};
  const { places, bins } = packLane(items, scene.before?.heights[lane] ?? atMost, { left, right: width }, scene.before?.rows);
  const markOf = (item: EventItem, row: number, spot: Spot | null): Mark => {
    const { event, id, start, number } = item;
    const name = scene.before ? "" : eventName(event, label, number, total);
    return { key: id, ids: [id], type: "event", lane, at: start, x: item.x0, y: row, body: eventBody(item, spot), name };
  };
  for (const { item, row } of places) rows.set(item.id, row);
  return [
    ...places.map(({ item, row, ...spot }) => markOf(item, row, spot)),
    ...bins.map(({ items: gathered, x0, x1, row }): Mark => {
      const [first] = gathered;
      // One that has no room for its label alone keeps its mark, unless that is longer than the bin.
      if (first && gathered.length === 1 && first.x1 - first.x0 <= LEAST_BIN) return markOf(first, row, null);
      const events = gathered.map(({ event }) => event);
      return { ...binMark(events, x1 - x0, !scene.before), lane, x: round(x0), y: row };
    }),
  ];
}

/** How many entries of a lane there are where, as bars on its foot. */
function sketchLane(items: readonly EventItem[], foot: number, height: number, right: number): string {
  const counts = new Uint16Array(Math.ceil(right / BAR) + 1);
  for (const { x0 } of items) counts[Math.floor(x0 / BAR)] = (counts[Math.floor(x0 / BAR)] ?? 0) + 1;
  const unit = Math.min(BAR, height / Math.max(1, ...counts));
  let bars = "";
  for (const [slot, count] of counts.entries())
    if (count > 0) bars += `M${slot * BAR} ${foot}v${round(-count * unit)}h${BAR - 1}v${round(count * unit)}z`;
  return bars;
}

type Spot = Pick<LanePlace, "side" | "room">;

/** An entry as its lane packs it; its label is measured only where there is room for one. */
class EventItem implements LaneItem {
  readonly event: TimelineEvent;
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Set by each drawing: its mark in px, and which of the entries in the window it is. */
  x0 = 0;
  x1 = 0;
  number = 0;
  withYear = false;

  constructor(event: TimelineEvent) {
    this.event = event;
    this.id = event.id;
    [this.start, this.end] = spanOf(event);
  }

  get width(): number {
    return labelWidth(this.event, this.withYear);
  }
}

const itemsOfLists = new WeakMap<readonly TimelineEvent[], EventItem[]>();

/** The entries that have a place in time, by its beginning; made once for each list, since a drawing that moves has many frames. */
function itemsOf(events: readonly TimelineEvent[]): EventItem[] {
  let items = itemsOfLists.get(events);
  if (!items) {
    items = placedInTime(events)
      .map((event) => new EventItem(event))
      .sort((a, b) => a.start - b.start);
    itemsOfLists.set(events, items);
  }
  return items;
}

/** @param spot of its label; null where it has none */
function eventBody({ event, x0, x1, width: wanted, withYear }: EventItem, spot: Spot | null): string {
  const span = round(x1 - x0);
  const width = Math.min(wanted, spot?.room ?? wanted);
  const label = width === wanted ? event.label : cutText(event.label, width - (wanted - textWidth(event.label, LABEL)), LABEL);
  // From where to where it is hit, where its label is, and which end of the label is there.
  const [from, to, at, anchor] = {
    right: [-8, span + BESIDE + width + 4, span + BESIDE, ""],
    left: [-BESIDE - width - 4, span + 8, -BESIDE, ` text-anchor="end"`],
    over: [-8, span + 8, span - BESIDE, ` text-anchor="end"`],
    none: [-12, span + 12, 0, ""],
  }[spot?.side ?? "none"] as [number, number, number, string];
  const hit = `<rect class="hit" x="${round(from)}" y="-12" width="${round(to - from)}" height="24"/>`;
  const text = `<text class="ev" x="${round(at)}" y="4.5"${anchor}>${escapeText(label)} <tspan class="ev-d" dx="3">${escapeText(dateOf(event, withYear))}</tspan></text>`;
  return hit + shapeOf(event, span) + (spot ? text : "");
}

/** What came after the day of knowledge is veiled, below the marks; a line stands at the day. */
function veilFrom({ asof, window }: Scene, { x, left, right }: Plot, foot: number): string {
  const start = veilStart(asof);
  if (start === null || start >= window.end) return "";
  const from = Math.max(x(start), left);
  return `<path class="veil" d="M${from} 0H${right}V${foot - 1}H${from}z"/><path class="asof-line" d="M${from} 0V${foot}"/>`;
}

function laneName(label: string, y: number, { left, right }: Pick<Plot, "left" | "right">): string {
  const words = label.split(" ");
  const cut = Math.ceil(words.length / 2);
  const lines = textWidth(label, 15) < left - 8 ? [label] : [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
  const text = lines
    .map((line, i) => `<text class="lane-n" x="0" y="${y + 23 + i * 17}">${escapeText(cutText(line, left - 8, 15))}</text>`)
    .join("");
  return `<path class="lane-rule" d="M0 ${y}H${right}"/>${text}`;
}

/** The drawing's measures in px: where time begins and ends, the foot of the ledger, the width of all. */
interface Plot {
  left: number;
  right: number;
  x: (at: number) => number;
  base: number;
  /** Height of one person. */
  unit: number;
  width: number;
}

/** The ledger, and a mark for each strike in the window. */
function drawStrikes(scene: Scene, plot: Plot): { ground: string; marks: Mark[] } {
  const { left, right, x, base, unit } = plot;
  const people = (count: number) => round(base - count * unit);
  const inWindow = stepsInWindow(scene);
  const { inside } = inWindow;
  const steps = inside.length > MOST_STRIKES ? mergeSteps(inside, x) : inside;
  const ground = drawLedger(steps, inWindow, { place: x, people, start: left, end: right, unit, isDown: false, isFine: unit < 3 });
  return { ground, marks: scene.isSketch ? [] : strikeMarks(inside, scene.steps, plot, people, !scene.before) };
}

/** What the dead come to at the end of the window, and the numbers of some of the heavier lines. */
function drawSum({ steps, window }: Scene, { right, base, unit }: Plot): string {
  const last = steps.findLast(({ earliest }) => earliest < window.end)?.running ?? { min: 0, max: 0 };
  const y = round(base - last.min * unit);
  const lines = last.min === last.max ? ["killed in all"] : ["killed in all,", "by source"];
  const numbers = contourNumbers(last.min, unit).map(
    (number) => `<text class="iso-n" x="${round(right - 16)}" y="${round(base - number * unit + 5)}" text-anchor="middle">${number}</text>`,
  );
  if (steps.length === 0) return "";
  const words = lines.map((line, i) => `<text class="lab" x="${right + 9}" y="${y + 26 + i * 15}">${line}</text>`);
  return `${numbers.join("")}<text class="snd snd--total" x="${right + 9}" y="${y + 8}">${formatRange(last)}</text>${words.join("")}`;
}

/** Of many strikes, one step for each px: more could not be seen. */
function mergeSteps(steps: readonly TollStep[], x: (at: number) => number): Pick<TollStep, "earliest" | "before" | "running">[] {
  const merged: Pick<TollStep, "earliest" | "before" | "running">[] = [];
  for (const { earliest, before, running } of steps) {
    const last = merged.at(-1);
    if (last && x(earliest) < x(last.earliest) + 1) last.running = running;
    else merged.push({ earliest, before, running });
  }
  return merged;
}

/** Numbers of the heavier lines that are printed: at round steps, far enough apart. */
function contourNumbers(most: number, unit: number): number[] {
  let step = 50;
  while (step * unit < 36) step *= step % 25 === 0 && String(step).startsWith("5") ? 2 : 5;
  return Array.from({ length: Math.floor(most / step) }, (_, i) => (i + 1) * step);
}

function strikeMarks(
  steps: readonly TollStep[],
  all: readonly TollStep[],
  { left, right, x, base }: Plot,
  y: (people: number) => number,
  isNamed: boolean,
): Mark[] {
  const offset = steps[0] ? all.indexOf(steps[0]) : 0;
  const hits = steps.length > MOST_STRIKES ? null : hitAreas(steps.map(({ earliest }) => x(earliest)));
  if (!hits) {
    const items = steps.map((step) => ({ step, x0: x(step.earliest), x1: x(step.earliest) }));
    return gatherBins(items, { left, right }).flatMap(({ items: group, x0, x1 }) => {
      const [one, end] = [group[0]?.step, group.at(-1)?.step];
      if (!one || !end) return [];
      const top = y(end.running.min);
      const width = round(x1 - x0);
      const mark = binMark(
        group.map(({ step }) => step.event),
        width,
        isNamed,
      );
      const body = `<path class="tread" d="M${width / 2} ${round(y(one.before.min) - top)}V0"/><text class="bin__n" x="${width / 2}" y="-8" text-anchor="middle">${group.length}</text><rect class="hit" y="-24" width="${width}" height="${round(Math.max(base - top + 24, 24))}"/>`;
      return [{ ...mark, body, lane: -1, x: round(x0), y: top }];
    });
  }
  const numerals = placeNumerals(steps, x, y);
  return steps.map((step, i) => {
    const at = x(step.earliest);
    const top = y(step.running.min);
    const [hitLeft, hitRight] = hits[i] ?? [at, at];
    const numeral = numerals.get(step);
    const isOpen = step.event.date !== undefined;
    const [start, end] = bracketOf(step, x, left, right);
    const approximate = step.event.isApproximate ? " span--approx" : "";
    const bracket = isOpen ? `<path class="span${approximate}" d="M${start}-4v8m0-4H${end}m0-4v8"/>` : "";
    const body = `<rect class="hit" x="${round(hitLeft - at)}" y="-24" width="${round(hitRight - hitLeft)}" height="${round(Math.max(base - top + 24, 24))}"/><path class="riser${isOpen ? " riser--open" : ""}" d="M0 ${round(y(step.before.min) - top)}V0"/>${bracket}${numeral ? `<text class="snd snd--lg" x="${round(numeral.x - at)}" y="${round(numeral.y - top)}" text-anchor="end">${numeral.text}</text>` : ""}`;
    return {
      key: step.event.id,
      ids: [step.event.id],
      type: "strike",
      lane: -1,
      at: step.earliest,
      x: at,
      y: top,
      body,
      name: isNamed ? strikeName(step, offset + i + 1, all.length) : "",
    };
  });
}

/**
 * Numerals end at their riser: the ledger only rises, so the space above and left of a step is free of later steps.
 * The larger counts are placed first, and none is placed on another.
 */
function placeNumerals(steps: readonly TollStep[], x: (at: number) => number, y: (people: number) => number) {
  const placed = new Map<TollStep, { text: string; x: number; y: number; width: number }>();
  const bySize = steps
    .filter(({ killed }) => killed)
    .sort((a, b) => (b.killed?.max ?? 0) - (a.killed?.max ?? 0) || a.earliest - b.earliest);
  for (const step of bySize) {
    if (!step.killed) continue;
    const text = formatRange(step.killed);
    const width = text.length * NUMERAL * 0.52;
    const lift = step.event.date === undefined ? 0.3 : 0.5;
    const spot = { text, x: x(step.earliest) + 3, y: y(step.running.min) - NUMERAL * lift, width };
    const isFree = [...placed.values()].every(
      (other) => spot.x < other.x - other.width - 3 || other.x < spot.x - width - 3 || Math.abs(other.y - spot.y) > NUMERAL * 0.86,
    );
    if (isFree) placed.set(step, spot);
  }
  return placed;
}

/** Both scales of time and the lines of months through the lanes. */
function timeScale({ window, frame }: Scene, { left, right, x, base }: Plot, foot: number): string {
  const { segments, names } = timeMarks(window, right - left, dayNumber(frame.base), NAME_ROOM);
  const shown = fitNames(names, x, right);
  const lines = names.map(({ at }) => `M${x(at)} 12V${foot}`).join("");
  const scaleAt = (y: number) =>
    `<path class="neat-edge" d="M${left} ${y}H${right}V${y + 5}H${left}Z"/><path class="neat-week" d="${segments.map(([from, to]) => `M${x(from)} ${y}H${x(to)}v5H${x(from)}z`).join("")}"/><path class="neat-tick" d="${names.map(({ at }) => `M${x(at)} ${y + 5}v6`).join("")}"/>${shown.map(({ at, label }) => `<text class="lab" x="${x(at)}" y="${y + 25}">${label}</text>`).join("")}`;
  return `<path class="week" d="${lines}"/>${scaleAt(base)}${scaleAt(foot)}`;
}
