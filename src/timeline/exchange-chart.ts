/**
 * The exchange around a claim, drawn in time: a row for each claim or development, its mark on a scale of days, and a curve
 * to the claim it bears on. What stands for the claim is above it, what stands against it below, all else last.
 */
import { extent } from "d3-array";
import { scaleUtc, type ScaleTime } from "d3-scale";
import { linkHorizontal } from "d3-shape";
import { utcMonth } from "d3-time";
import { compareDates, formatDate, formatDay, formatDayMonth, isInexact, toDay, toUtc, type DossierDate } from "../model/dates.ts";
import { textWidth } from "./text-width.ts";
import { round } from "./time-axis.ts";

export interface ExchangeRow {
  label: string;
  date: DossierDate;
  side: "for" | "against" | "beside";
  /** Which end it bears on: this claim (`here`), the other one, or each on the other. */
  arrow: "here" | "there" | "both";
}

export interface ExchangeChart {
  width: number;
  height: number;
  /** Where labels end and dates begin, and the plot. */
  dateX: number;
  left: number;
  right: number;
  rows: PlacedRow[];
  /** The scale: its line with months and break as one path, and the days at its ends. */
  axis: { y: number; path: string; ends: { x: number; label: string; anchor: "start" | "end" }[] };
}

export interface PlacedRow {
  label: string;
  /** In words; null where the drawing has no room for it. */
  date: string | null;
  side: ExchangeRow["side"] | "self";
  y: number;
  mark: { x0: number; x1: number; path: string; isSpan: boolean };
  /** The curve to the claim and the heads of its arrows; null for the claim itself. */
  link: { path: string; heads: string } | null;
}

interface Options {
  width: number;
  fontSize: number;
  withDates: boolean;
}

const ROW = 24;
const GROUP_GAP = 8;
const TOP = 4;
const AXIS = 34;
/** Room on the right for curves that turn back. */
const TURN = 42;
const RADIUS = 5;
const MIN_SPAN = 14;
/** Marks nearer than this are joined by a curve that turns back, not by one that runs on. */
const NEAR = 26;
const DAY = 86_400_000;
/** With more months than this, ticks would be a grey band. */
const MOST_TICKS = 24;
const ORDER = ["for", "self", "against", "beside"] as const;

export function layoutExchange(
  self: { label: string; date: DossierDate },
  rows: readonly ExchangeRow[],
  { width, fontSize, withDates }: Options,
): ExchangeChart {
  const all = [{ ...self, side: "self" as const, arrow: null }, ...rows].sort(
    (a, b) => ORDER.indexOf(a.side) - ORDER.indexOf(b.side) || compareDates(a.date, b.date),
  );
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(...texts.map((text) => textWidth(text, fontSize))));
  const dateX = widest(all.map(({ label }) => label)) + 10;
  const left = dateX + (withDates ? widest(all.map(({ date }) => formatDate(date, "short"))) + 10 : 0);
  const right = width - TURN;
  const { x, gap } = buildScale(
    all.map(({ date }) => date),
    left + MIN_SPAN / 2,
    right - MIN_SPAN / 2,
  );
  let y = TOP - ROW / 2;
  const placed = all.map(({ label, date, side, arrow }, i) => {
    y += ROW + (i > 0 && all[i - 1]?.side !== side ? GROUP_GAP : 0);
    return { label, date: withDates ? formatDate(date, "short") : null, side, arrow, y, mark: markOf(date, side, x, y, left, right) };
  });
  const target = placed.find(({ side }) => side === "self");
  const foot = y + ROW / 2 + GROUP_GAP;
  return {
    width,
    height: foot + AXIS,
    dateX,
    left,
    right,
    rows: placed.map(({ arrow, ...row }) => ({ ...row, link: arrow && target ? linkOf(row, target, arrow) : null })),
    axis: { y: foot, path: axisPath(x, gap, left, right, foot), ends: axisEnds(x, gap, width) },
  };
}

/** What is drawn alike as one path: [class, path], in the order in which a class comes first; rows without a path are left out. */
export function pathsByClass(
  rows: readonly PlacedRow[],
  draw: (row: PlacedRow) => [names: string, path: string | undefined],
): [names: string, path: string][] {
  const paths = new Map<string, string>();
  for (const row of rows) {
    const [names, path] = draw(row);
    if (path) paths.set(names, (paths.get(names) ?? "") + path);
  }
  return [...paths];
}

/**
 * Days to px. Where one part of the exchange lies far before the rest, the scale is broken between them, or all the rest
 * would stand in one point; `gap` are the ends of the break.
 */
function buildScale(
  dates: readonly DossierDate[],
  left: number,
  right: number,
): { x: ScaleTime<number, number>; gap: [number, number] | null } {
  const spans = dates.map(toSpan).sort((a, b) => a[0] - b[0]);
  const [first = 0, last = 0] = extent(spans.flat());
  for (let i = 1; i < spans.length; i++) {
    const headEnd = Math.max(...spans.slice(0, i).map(([, end]) => end));
    const restStart = spans[i]?.[0] ?? 0;
    if (restStart - headEnd < 4 * Math.max(last - restStart, 30 * DAY)) continue;
    const zone = Math.round((right - left) / 5);
    const rest = pad(restStart, last);
    const gap: [number, number] = [left + zone, left + zone + 22];
    return { x: scaleUtc([first, headEnd, ...rest], [left, gap[0], gap[1], right]), gap };
  }
  return { x: scaleUtc(pad(first, last), [left, right]), gap: null };
}

/** Eight days at least, so that one day does not fill the drawing. */
function pad(from: number, to: number): [number, number] {
  const missing = Math.max(0, Math.ceil((8 * DAY - (to - from)) / (2 * DAY))) * DAY;
  return [from - missing, to + missing];
}

function toSpan({ earliest, latest }: DossierDate): [number, number] {
  const from = earliest ?? latest ?? "1970-01-01";
  return [toUtc(from), toUtc(latest ?? from)];
}

/** One certain day is a point; everything else is a bar over the days that it may mean, to the edge where an end is open. */
function markOf(
  date: DossierDate,
  side: PlacedRow["side"],
  x: ScaleTime<number, number>,
  y: number,
  left: number,
  right: number,
): PlacedRow["mark"] {
  const [from, to] = toSpan(date);
  const isSpan = isInexact(date);
  const radius = side === "self" ? RADIUS + 1 : RADIUS;
  let x0 = date.earliest ? x(from) : left;
  let x1 = date.latest ? x(to) : right;
  const least = isSpan ? MIN_SPAN : 2 * radius;
  if (!isSpan || x1 - x0 < least) {
    const middle = (x0 + x1) / 2;
    x0 = middle - least / 2;
    x1 = middle + least / 2;
  }
  x0 = round(x0);
  x1 = round(x1);
  return { x0, x1, path: pathOf(side, x0, x1, y, radius), isSpan };
}

/** Circle, diamond, triangle, square; a bar keeps the ends of its shape. */
function pathOf(side: PlacedRow["side"], x0: number, x1: number, y: number, r: number): string {
  const inner = round(x1 - x0 - 2 * r);
  switch (side) {
    case "for":
      return `M${round(x0 + r)} ${y - r}h${inner}a${r} ${r} 0 0 1 0 ${2 * r}h${-inner}a${r} ${r} 0 0 1 0 ${-2 * r}z`;
    case "against":
      return `M${x0} ${y}l${r} ${-r}h${inner}l${r} ${r}l${-r} ${r}h${-inner}z`;
    case "beside":
      return `M${x0} ${y + r - 1}l${r} ${1 - 2 * r}h${inner}l${r} ${2 * r - 1}z`;
    case "self":
      return `M${x0} ${y - r}H${x1}v${2 * r}H${x0}z`;
  }
}

function linkOf(row: { y: number; mark: PlacedRow["mark"] }, self: { y: number; mark: PlacedRow["mark"] }, arrow: ExchangeRow["arrow"]) {
  const [before, after] = row.mark.x1 <= self.mark.x0 ? [row, self] : [self, row];
  const runsOn = after.mark.x0 - before.mark.x1 >= NEAR;
  const end = (one: typeof row) => {
    const isRight = !runsOn || one === before; // the side of the mark on which the curve ends
    return { x: round(isRight ? one.mark.x1 + 2 : one.mark.x0 - 2), y: one.y, isRight };
  };
  const [a, b] = [end(row), end(self)];
  const heads = [...(arrow === "here" ? [b] : arrow === "there" ? [a] : [a, b])].map(
    ({ x, y, isRight }) => `M${x} ${y}l${isRight ? 6 : -6} -3.5v7z`,
  );
  return { path: runsOn ? across(a, b) : turn(a, b), heads: heads.join("") };
}

interface Point {
  x: number;
  y: number;
}

const link = linkHorizontal<{ source: Point; target: Point }, Point>()
  .x(({ x }) => x)
  .y(({ y }) => y);

function across(source: Point, target: Point): string {
  return (link({ source, target }) ?? "").replace(/\d+\.\d+/g, (digits) => String(round(Number(digits))));
}

/** A curve that leaves to the right and comes back, the wider the more rows it passes. */
function turn(a: Point, b: Point): string {
  const reach = Math.min(TURN, 12 + Math.abs(a.y - b.y) / 4);
  const x = round(Math.max(a.x, b.x) + reach);
  return `M${a.x} ${a.y}C${x} ${a.y} ${x} ${b.y} ${b.x} ${b.y}`;
}

/** The line of the scale, a tick at each month, two strokes where the scale is broken. */
function axisPath(x: ScaleTime<number, number>, gap: [number, number] | null, left: number, right: number, y: number): string {
  const [from = new Date(0), to = from] = x.domain().slice(-2);
  const months = utcMonth.range(utcMonth.ceil(from), to);
  const ticks = months.length > MOST_TICKS ? "" : months.map((month) => `M${round(x(month))} ${y}v5`).join("");
  if (!gap) return `M${left} ${y}H${right}${ticks}`;
  const middle = round((gap[0] + gap[1]) / 2);
  return `M${left} ${y}H${middle - 3}m6 0H${right}M${middle - 5} ${y + 5}l4 -10m2 10l4 -10${ticks}`;
}

/** The days at both ends, and the year before a break. */
function axisEnds(x: ScaleTime<number, number>, gap: [number, number] | null, width: number): ExchangeChart["axis"]["ends"] {
  const days = x.domain().map((date) => toDay(date.getTime()));
  const [start = "", end = ""] = days.slice(-2);
  const isOneYear = start.slice(0, 4) === end.slice(0, 4);
  const ends: ExchangeChart["axis"]["ends"] = [
    { x: round(x.range().at(-2) ?? 0), label: (isOneYear ? formatDayMonth : formatDay)(start, "short"), anchor: "start" },
    { x: width, label: formatDay(end, "short"), anchor: "end" },
  ];
  const early = days[0]?.slice(0, 4) ?? "";
  return gap ? [{ x: round(gap[0] + 4), label: early, anchor: "end" }, ...ends] : ends;
}
