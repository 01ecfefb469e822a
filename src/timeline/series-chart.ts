/** A context series as a chart: numbers and one path, from zero, with gaps where values or a common basis are missing. */
import { extent, max, range } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { line } from "d3-shape";
import { isInexact, toUtc, type DossierDate } from "../model/dates.ts";
import { formatNumber } from "../model/numbers.ts";
import { placeLabels, type PlacedLabel } from "./point-labels.ts";
import { textWidth } from "./text-width.ts";
import { timeTicks } from "./time-ticks.ts";

export interface SeriesPoint {
  x: DossierDate;
  y: number;
  /** On another basis than the point before. */
  newBasis: boolean;
}

export interface SeriesDomain {
  from: number;
  to: number;
  highest: number;
}

export interface SeriesChart {
  width: number;
  height: number;
  /** Left end of the data, right end and foot of the plot. */
  plot: { left: number; right: number; base: number };
  points: PlacedPoint[];
  /** One piece for each run of neighbouring years on one basis; "" where no two points are joined. */
  path: string;
  yTicks: { y: number; label: string }[];
  xTicks: { x: number; label: string; anchor: "start" | "middle" | "end" }[];
  labels: PlacedLabel[];
}

export interface PlacedPoint {
  x: number;
  y: number;
  /** From the first to the last day that an inexact date may mean; null for a certain day, and for a year among years. */
  span: [number, number] | null;
}

const FONT = 13;
const LEAST_SPAN = 10;
const TOP = 30;
const FOOT = 26;
/** With no more points than this, every point says its value where there is room. */
const ALL_LABELLED = 12;

/** Charts that share a domain can be compared by eye. */
export function domainOf(list: readonly (readonly SeriesPoint[])[]): SeriesDomain {
  const points = list.flat();
  const [from = 0, to = 0] = extent(points, ({ x }) => dayOf(x));
  return { from, to, highest: max(points, ({ y }) => y) ?? 0 };
}

/** Whether the values are one a year, so that neighbouring years may be joined by a line. */
export function isYearly(points: readonly Pick<SeriesPoint, "x">[]): boolean {
  return points.every(({ x }) => x.precision === "year");
}

export function layoutSeries(
  points: readonly SeriesPoint[],
  { width, height, domain = domainOf([points]) }: { width: number; height: number; domain?: SeriesDomain },
): SeriesChart {
  const base = height - FOOT;
  const y = scaleLinear([0, domain.highest || 1], [base, TOP]).nice(4);
  const yTicks = y.ticks(4).map((value) => ({ y: Math.round(y(value)), label: formatNumber(value) }));
  const left = Math.ceil(Math.max(...yTicks.map(({ label }) => textWidth(label, FONT)))) + 14;
  const right = width - 12;
  const pad = domain.to === domain.from ? 86_400_000 * 180 : 0;
  const x = scaleUtc([domain.from - pad, domain.to + pad], [left, right]);
  const yearly = isYearly(points);
  const placed = points.map((point): PlacedPoint => {
    const at = { x: round(x(dayOf(point.x))), y: round(y(point.y)) };
    return { ...at, span: yearly || !isInexact(point.x) ? null : placeSpan(point.x, x, at.x, left, right) };
  });
  const joined = runs(points).filter((run) => run.length > 1);
  const path = line<number>(
    (i) => placed[i]?.x ?? 0,
    (i) => placed[i]?.y ?? 0,
  ).digits(1);
  return {
    width,
    height,
    plot: { left, right, base },
    points: placed,
    path: joined.map((run) => path(run) ?? "").join(""),
    yTicks,
    xTicks: timeTicks(x, right).map((tick) => ({ ...tick, x: round(tick.x) })),
    labels: placeLabels(
      labelOrder(points).map((i) => ({ text: formatNumber(points[i]?.y ?? 0), x: middleOf(placed[i]), y: placed[i]?.y ?? 0 })),
      { taken: [...placed, ...alongSpans(placed), ...alongLines(joined, placed)], left, right: width, top: 14, base, fontSize: FONT },
    ),
  };
}

/** Indexes of points that belong together: one year after another, on one basis. */
function runs(points: readonly SeriesPoint[]): number[][] {
  const out: number[][] = [];
  const yearly = isYearly(points);
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    const joined = yearly && before && !point.newBasis && yearOf(point) - yearOf(before) === 1;
    if (joined) out.at(-1)?.push(i);
    else out.push([i]);
  }
  return out;
}

/** Points along the drawn lines, so that no label is set across one. */
function alongLines(joined: readonly number[][], placed: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  return joined.flatMap((run) =>
    run.slice(1).flatMap((i) => {
      const [a, b] = [placed[i - 1], placed[i]];
      if (!a || !b) return [];
      return [0.2, 0.4, 0.6, 0.8].map((t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }));
    }),
  );
}

function middleOf(point: PlacedPoint | undefined): number {
  if (!point) return 0;
  return point.span ? (point.span[0] + point.span[1]) / 2 : point.x;
}

/** Points along the bars of inexact dates, for the same reason. */
function alongSpans(placed: readonly PlacedPoint[]): { x: number; y: number }[] {
  return placed.flatMap(({ span, y }) => (span ? range(span[0], span[1] + 1, 6).map((x) => ({ x, y })) : []));
}

/** Wide enough to be seen as a bar, inside the plot. */
function placeSpan(date: DossierDate, scale: (time: number) => number, middle: number, left: number, right: number): [number, number] {
  const first = scale(toUtc(date.earliest ?? date.latest ?? "1970-01-01"));
  const last = scale(toUtc(date.latest ?? date.earliest ?? "1970-01-01"));
  const [from, to] = [Math.min(first, middle - LEAST_SPAN / 2), Math.max(last, middle + LEAST_SPAN / 2)];
  return [round(Math.max(left, from)), round(Math.min(right, to))];
}

/** Which values are printed, the ones that matter first: latest, highest, lowest, first. */
function labelOrder(points: readonly SeriesPoint[]): number[] {
  const byValue = points.map((_, i) => i).sort((a, b) => (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
  const wanted = [points.length - 1, byValue.at(-1) ?? 0, byValue[0] ?? 0, 0];
  if (points.length <= ALL_LABELLED) wanted.push(...points.keys());
  return [...new Set(wanted)].filter((i) => i >= 0);
}

/** A year stands at its first day; a month or a span at its middle. */
function dayOf(date: DossierDate): number {
  const from = toUtc(date.earliest ?? date.latest ?? "1970-01-01");
  const to = toUtc(date.latest ?? date.earliest ?? "1970-01-01");
  return date.precision === "year" ? from : (from + to) / 2;
}

function yearOf({ x }: SeriesPoint): number {
  return Number(x.edtf.slice(0, 4));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
