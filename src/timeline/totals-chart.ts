/** Published totals as dots against the band of the ledger: from the lowest to the highest sum on each day. */
import { scaleLinear } from "d3-scale";
import {
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from "d3-shape";
import { type LedgerRow } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import { distanceToRange, type Reconciliation } from "../graph/reconcile.ts";
import type { Day } from "../model/dates.ts";
import { isLowerBound } from "../model/lower-bound.ts";
import { linedSeries, seriesByPublisher, type PublisherSeries } from "../graph/publisher-series.ts";
import { placeEndLabels, pointsBetween, type EndLabel } from "./end-labels.ts";
import { bandPaths, placeMark, placePeople, type BandPaths, type MarkPlace } from "./ledger-band.ts";
import { textWidth } from "./text-width.ts";
import { buildTimeAxis, round, type TimeAxis } from "./time-axis.ts";

export interface TotalsChartOptions {
  axis: TimeAxis;
  /** Height of the plot in px, without the scale below it. */
  height: number;
  /** Space above the highest value. */
  top: number;
  /** Width of the drawing in px; to the right of the axis, what is left for the sum. */
  width?: number;
  /** Publishers whose numbers are joined by a line. */
  series?: readonly PublisherSeries[];
  /** What is said of the number farthest from the band; broken into lines that stay inside the drawing. */
  note?: string;
}

export interface TotalsChart extends BandPaths {
  base: number;
  /** Where the day of each strike is; the top of the plot has the highest number, `most`. */
  days: number[];
  top: number;
  most: number;
  /** Totals that give a number of dead, by day; `strikes` is how many strikes lie up to that day. */
  dots: { x: number; y: number; place: MarkPlace; killed: number; isBound: boolean; strikes: number; shape: string }[];
  /** One for each publisher with enough totals: a line through its numbers, its dash, and its name at the end of it. */
  series: { name: string; path: string; dash: number }[];
  names: EndLabel[];
  /** Lines of equal numbers with their labels. */
  lines: { y: number; text: string }[];
  /** The ledger's sum at the right end. */
  end: { text: string; y: number } | null;
  /** Where the number farthest from the band stands. */
  farthest: { x: number; y: number } | null;
  /** The words at the number farthest from the band, line by line: where the first one begins and how far the next is below. */
  note: { x: number; y: number; anchor: "start" | "end"; lines: string[]; step: number } | null;
}

/** Marks about the origin, told apart by their outline; a total of no line is a circle. Areas in square px. */
const CIRCLE = shapePath(symbolCircle, 34);
const SHAPES = [
  shapePath(symbolDiamond, 44),
  shapePath(symbolSquare, 38),
  shapePath(symbolTriangle, 40),
  shapePath(symbolCross, 40),
  shapePath(symbolStar, 40),
  shapePath(symbolWye, 40),
  "M0 4.8L-4.2 -2.4H4.2Z",
  "M-3.8 -4H3.8L-3.8 4H3.8Z",
];
const DASHES = 3;
const joinPoints = line().digits(1);

const FONT = 13;
const LINE = 17;
/** An italic numeral is about this wide, in ems. */
const NUMERAL = 0.56;
const GAP = 6;

export interface TotalsDrawing {
  name: "narrow" | "wide";
  width: number;
  height: number;
  /** Months between two that are named. */
  every: number;
  axis: TimeAxis;
  chart: TotalsChart;
}

/** The narrow and the wide drawing of totals. @param note what is said of the number farthest from the band */
export function drawTotals(
  rows: readonly LedgerRow[],
  { all, farthest }: { all: readonly Reconciliation[]; farthest: Reconciliation | null },
  { from, to, note }: { from: Day; to: Day; note: string },
): TotalsDrawing[] {
  const sizes = [
    { name: "narrow", width: 300, height: 300, every: 3, numeral: 16 },
    { name: "wide", width: 720, height: 380, every: 2, numeral: 20 },
  ] as const;
  const series = linedSeries(seriesByPublisher(all));
  return sizes.map(({ numeral, ...size }) => {
    const axis = buildTimeAxis({ from, to, left: 0.5, right: plotRight(rows, size.width, numeral) });
    return {
      ...size,
      axis,
      chart: layoutTotals(rows, all, farthest, { axis, height: size.height, top: 14, width: size.width, note, series }),
    };
  });
}

/** Right end of the plot, so that the sum in figures of `fontSize` px has room beside it. */
export function plotRight(rows: readonly LedgerRow[], width: number, fontSize: number): number {
  const last = rows.at(-1)?.running;
  const room = last ? formatRange(last).length * NUMERAL * fontSize + GAP + 2 : 2;
  return Math.floor(width - room) + 0.5;
}

/** Lays out totals that give a number of dead; the axis starts at zero. */
export function layoutTotals(
  rows: readonly LedgerRow[],
  totals: readonly Reconciliation[],
  farthest: Reconciliation | null,
  { axis, height, top, width = axis.right, note = "", series = [] }: TotalsChartOptions,
): TotalsChart {
  const given = totals.flatMap((item) => (item.total.data.killed === undefined ? [] : [{ item, killed: item.total.data.killed }]));
  const last = rows.at(-1)?.running ?? null;
  const most = Math.max(1, last?.max ?? 0, ...given.map(({ killed }) => killed));
  const scale = scaleLinear([0, most], [height, top]);
  const y = placePeople({ base: height, top, most });
  const x = (day: string) => Math.min(Math.max(axis.x(day), axis.left), axis.right);
  const steps = rows.map(({ strike, running }) => ({ x: x(strike.date.earliest ?? axis.from), ...running }));
  const place = ({ total, killed }: { total: Reconciliation["total"]; killed: number }) => ({ x: x(total.data.asOf), y: y(killed) });
  const far = farthest?.total.data.killed;
  const at = farthest && far !== undefined ? place({ total: farthest.total, killed: far }) : null;
  const shapeOf = new Map(series.flatMap(({ items }, i) => items.map((item) => [item, SHAPES[i % SHAPES.length] ?? CIRCLE] as const)));
  const dots = given.map(({ item, killed }) => ({
    ...place({ total: item.total, killed }),
    place: placeMark(killed, isLowerBound(item.total.data.qualifier), item.range),
    killed,
    isBound: isLowerBound(item.total.data.qualifier),
    strikes: item.ledger.counted.length,
    shape: shapeOf.get(item) ?? CIRCLE,
  }));
  const lines = series.map(({ publisher, items }, i) => ({
    name: publisher,
    dash: i % DASHES,
    points: items.flatMap(({ total }) => (total.data.killed === undefined ? [] : place({ total, killed: total.data.killed }))),
  }));
  const words =
    farthest && at && note !== "" ? placeNote(note, { ...at, isAbove: (distanceToRange(farthest) ?? 0) > 0, width, height }) : null;
  const edges = (["min", "max"] as const).flatMap((end) =>
    joined(
      steps.map((step) => ({ x: step.x, y: y(step[end]) })),
      axis.right,
    ),
  );
  const sumAt = last ? y((last.min + last.max) / 2) : 0;
  const room = { left: axis.left, right: width - 2, top: 2, base: height - 8, fontSize: FONT };
  const ends = lines.flatMap(({ name, points }) => points.slice(-1).map((point) => ({ text: name, ...point }))).sort((p, q) => q.x - p.x);
  const ticks = scale.ticks(5).filter((value) => value > 0 && Number.isInteger(value));
  return {
    base: height,
    ...bandPaths(steps, axis.right, y),
    days: steps.map((step) => step.x),
    top,
    most,
    dots,
    series: lines.map(({ name, dash, points }) => ({ name, dash, path: joinPoints(points.map((point) => [point.x, point.y])) ?? "" })),
    names: placeEndLabels(ends, {
      ...room,
      taken: [
        ...dots,
        ...edges,
        ...lines.flatMap(({ points }) => points.flatMap((point, i) => (i === 0 ? [] : pointsBetween(points[i - 1] ?? point, point)))),
        ...ticks.flatMap((value) => pointsBetween({ x: axis.left, y: y(value) - 8 }, { x: axis.left + 26, y: y(value) - 8 })),
        ...(words ? pointsOfWords(words) : []),
        ...[-8, 0, 8].flatMap((down) => pointsBetween({ x: axis.right + GAP, y: sumAt + down }, { x: width, y: sumAt + down })),
      ],
    }),
    lines: ticks.map((value) => ({ y: y(value), text: String(value) })),
    end: last ? { text: formatRange(last), y: sumAt } : null,
    farthest: at,
    note: words,
  };
}

/** Points along an edge of the band, which goes level from day to day and then up. */
function joined(steps: readonly { x: number; y: number }[], right: number): { x: number; y: number }[] {
  return steps.flatMap((step, i) => {
    const next = steps[i + 1];
    const corner = { x: next?.x ?? right, y: step.y };
    return [...pointsBetween(step, corner), ...(next ? pointsBetween(corner, next) : [])];
  });
}

function pointsOfWords({ x, y, anchor, lines, step }: NonNullable<TotalsChart["note"]>): { x: number; y: number }[] {
  return lines.flatMap((words, i) => {
    const wide = textWidth(words, FONT);
    const from = anchor === "start" ? x : x - wide;
    return [-10, -5, 0, 3].flatMap((down) =>
      pointsBetween({ x: from, y: y + i * step + down }, { x: from + wide, y: y + i * step + down }),
    );
  });
}

/** Beside the dot and away from the band, which rises to the right: below to the right of it, or above to the left. */
function placeNote(
  note: string,
  { x, y, isAbove, width, height }: { x: number; y: number; isAbove: boolean; width: number; height: number },
): TotalsChart["note"] {
  const room = isAbove ? x - 10 : width - x - 10;
  const lines = wrapWords(note, Math.min(200, Math.max(width / 2, room)));
  const wide = Math.max(...lines.map((line) => textWidth(line, FONT)));
  const fits = { start: x + 10 + wide <= width, end: x - 10 - wide >= 0 };
  const anchor = isAbove ? (fits.end ? "end" : "start") : fits.start ? "start" : "end";
  const at = anchor === "start" ? Math.min(x + 10, width - wide) : Math.max(x - 10, wide);
  const first = isAbove ? y - 10 - (lines.length - 1) * LINE : y + LINE + 1;
  const lowest = height - 4 - (lines.length - 1) * LINE;
  return { x: round(at), y: round(Math.max(FONT, Math.min(first, lowest))), anchor, lines, step: LINE };
}

function shapePath(type: SymbolType, area: number): string {
  return symbol(type, area).digits(1)() ?? "";
}

/** wrapWords("The Wire: 21, 6 above our range", 100) → ["The Wire: 21,", "6 above our", "range"]; a word is never broken. */
function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, FONT) <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
