/** Published totals as dots against the band of the ledger: from the lowest to the highest sum on each day. */
import { scaleLinear } from "d3-scale";
import { type LedgerRow } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import { distanceToRange, type Reconciliation } from "../graph/reconcile.ts";
import type { Day } from "../model/dates.ts";
import { bandPaths, placePeople, type BandPaths } from "./ledger-band.ts";
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
  dots: { x: number; y: number; inside: boolean; killed: number; strikes: number }[];
  /** Lines of equal numbers with their labels. */
  lines: { y: number; text: string }[];
  /** The ledger's sum at the right end. */
  end: { text: string; y: number } | null;
  /** Where the number farthest from the band stands. */
  farthest: { x: number; y: number } | null;
  /** The words at the number farthest from the band, line by line: where the first one begins and how far the next is below. */
  note: { x: number; y: number; anchor: "start" | "end"; lines: string[]; step: number } | null;
}

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
    { name: "narrow", width: 300, height: 210, every: 3, numeral: 16 },
    { name: "wide", width: 720, height: 300, every: 2, numeral: 20 },
  ] as const;
  return sizes.map(({ numeral, ...size }) => {
    const axis = buildTimeAxis({ from, to, left: 0.5, right: plotRight(rows, size.width, numeral) });
    return { ...size, axis, chart: layoutTotals(rows, all, farthest, { axis, height: size.height, top: 14, width: size.width, note }) };
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
  { axis, height, top, width = axis.right, note = "" }: TotalsChartOptions,
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
  return {
    base: height,
    ...bandPaths(steps, axis.right, y),
    days: steps.map((step) => step.x),
    top,
    most,
    dots: given.map(({ item, killed }) => ({
      ...place({ total: item.total, killed }),
      inside: distanceToRange(item) === 0,
      killed,
      strikes: item.ledger.counted.length,
    })),
    lines: scale
      .ticks(5)
      .filter((value) => value > 0 && Number.isInteger(value))
      .map((value) => ({ y: y(value), text: String(value) })),
    end: last ? { text: formatRange(last), y: y((last.min + last.max) / 2) } : null,
    farthest: at,
    note: farthest && at && note !== "" ? placeNote(note, { ...at, isAbove: (distanceToRange(farthest) ?? 0) > 0, width, height }) : null,
  };
}

/** Beside the dot and away from the band, which rises to the right: below to the right of it, or above to the left. */
function placeNote(
  note: string,
  { x, y, isAbove, width, height }: { x: number; y: number; isAbove: boolean; width: number; height: number },
): TotalsChart["note"] {
  const lines = wrapWords(note, Math.min(200, width / 2));
  const wide = Math.max(...lines.map((line) => textWidth(line, FONT)));
  const fits = { start: x + 10 + wide <= width, end: x - 10 - wide >= 0 };
  const anchor = isAbove ? (fits.end ? "end" : "start") : fits.start ? "start" : "end";
  const at = anchor === "start" ? Math.min(x + 10, width - wide) : Math.max(x - 10, wide);
  const first = isAbove ? y - 10 - (lines.length - 1) * LINE : y + LINE + 1;
  const lowest = height - 4 - (lines.length - 1) * LINE;
  return { x: round(at), y: round(Math.max(FONT, Math.min(first, lowest))), anchor, lines, step: LINE };
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
