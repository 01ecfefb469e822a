/**
 * What came after the first word of a strike: a row for each, x being days after it on a scale that is compressed, since
 * announcements come within days and other numbers within months.
 */
import { max } from "d3-array";
import { scaleSymlog } from "d3-scale";
import type { Disclosure } from "../graph/disclosure.ts";
import type { Range } from "../graph/nodes.ts";
import { announcedPath, developedPath, missingPath, revisedPath } from "./disclosure-marks.ts";
import { textWidth } from "./text-width.ts";
import { round } from "./time-axis.ts";

export interface DisclosureRow {
  row: Disclosure;
  label: string;
  /** The words for each revision, in their order. */
  revised: readonly string[];
}

export interface DisclosureChart {
  width: number;
  height: number;
  left: number;
  right: number;
  /** Foot of the plot. */
  base: number;
  ticks: { x: number; label: string; anchor: "start" | "middle" | "end" }[];
  rows: PlacedDisclosure[];
}

export interface PlacedDisclosure {
  label: string;
  labelY: number;
  y: number;
  /** Path data; "" where there is nothing to draw. */
  announced: string;
  missing: string;
  revised: string;
  developed: string;
  /** Numbers of dead beside the marks; one without room is left to the table. */
  numbers: { text: string; x: number; y: number; anchor: "start" | "middle" | "end" }[];
}

export interface DisclosureChartOptions {
  width: number;
  fontSize: number;
  /** Whether the name of a strike stands above its row instead of before it. */
  stacked: boolean;
}

const TICKS = [0, 1, 3, 7, 14, 30, 60, 120, 240, 480, 960];
const TOP = 6;
const FOOT = 30;
/** Room between the edge of the plot and day 0, for the cross of a missing date. */
const BEFORE = 22;
const AFTER = 12;
const BESIDE = 9;

export function layoutDisclosures(rows: readonly DisclosureRow[], { width, fontSize, stacked }: DisclosureChartOptions): DisclosureChart {
  const words = Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(label, fontSize))));
  const left = stacked ? 0 : words + 12;
  const step = stacked ? 48 : 28;
  const most = Math.max(
    1,
    max(
      rows.flatMap(({ row }) => rangesOf(row)),
      (range) => range.max,
    ) ?? 0,
  );
  const scale = scaleSymlog([0, most], [left + BEFORE, width - AFTER]);
  const x = (days: number) => round(scale(days));
  const base = TOP + rows.length * step;
  return {
    width,
    height: base + FOOT,
    left,
    right: width,
    base,
    ticks: placeTicks(most, x, width, fontSize),
    rows: rows.map((one, i) => {
      const top = TOP + i * step;
      const y = top + (stacked ? 38 : step / 2);
      return {
        label: one.label,
        labelY: stacked ? top + fontSize + 2 : y + fontSize * 0.35,
        y,
        ...placeMarks(one, { x, y, left, width, fontSize }),
      };
    }),
  };
}

interface Room {
  x: (days: number) => number;
  y: number;
  left: number;
  width: number;
  fontSize: number;
}

type Span = readonly [number, number];

function placeMarks({ row, revised }: DisclosureRow, room: Room): Omit<PlacedDisclosure, "label" | "labelY" | "y"> {
  const { x, y, left } = room;
  const spanOf = ({ afterDays }: { afterDays: Range | null }): Span[] => (afterDays ? [[x(afterDays.min), x(afterDays.max)]] : []);
  const announced = spanOf({ afterDays: row.lagDays })[0];
  const changes = row.revisions.flatMap((revision, i) => spanOf(revision).map((span) => ({ span, text: revised[i] ?? "" })));
  const others = row.developments.flatMap(spanOf);
  const crossX = left + BEFORE / 2 - 4;
  const spans = [announced ?? ([crossX, crossX] as const), ...others, ...changes.map(({ span }) => span)];
  return {
    announced: announced ? announcedPath(...announced, y, row.isExact) : "",
    missing: announced ? "" : missingPath(crossX, y),
    revised: changes.map(({ span }) => revisedPath(...span, y)).join(""),
    developed: others.map((span) => developedPath(...span, y)).join(""),
    numbers: placeNumbers(changes, spans, room),
  };
}

/** Beside the mark where no other mark is, else above it. */
function placeNumbers(
  changes: readonly { span: Span; text: string }[],
  marks: readonly Span[],
  { y, left, width, fontSize }: Room,
): PlacedDisclosure["numbers"] {
  const beside = [...marks];
  const over: Span[] = [];
  return changes.flatMap(({ span: [x0, x1], text }) => {
    const long = textWidth(text, fontSize);
    const middle = Math.min(Math.max((x0 + x1) / 2, left + long / 2), width - long / 2);
    const level = y + fontSize * 0.35;
    const sides = [
      { x: x1 + BESIDE, y: level, anchor: "start" as const, box: [x1 + BESIDE, x1 + BESIDE + long] as const, taken: beside },
      { x: x0 - BESIDE, y: level, anchor: "end" as const, box: [x0 - BESIDE - long, x0 - BESIDE] as const, taken: beside },
      { x: middle, y: y - 9, anchor: "middle" as const, box: [middle - long / 2, middle + long / 2] as const, taken: over },
    ];
    const free = sides.find(
      ({ box: [from, to], taken }) => from >= left && to <= width && taken.every(([a, b]) => b + 6 < from || a - 6 > to),
    );
    if (!free) return [];
    free.taken.push(free.box);
    return [{ text, x: round(free.x), y: round(free.y), anchor: free.anchor }];
  });
}

/** Days that have room beside each other, from 0 on. */
function placeTicks(most: number, x: (days: number) => number, width: number, fontSize: number): DisclosureChart["ticks"] {
  let free = -Infinity;
  return TICKS.filter((days) => days <= most).flatMap((days) => {
    const label = days === 0 ? "day 0" : String(days);
    const half = textWidth(label, fontSize) / 2;
    if (x(days) - half < free || x(days) + half > width) return [];
    free = x(days) + half + 8;
    return [{ x: x(days), label, anchor: "middle" as const }];
  });
}

function rangesOf({ lagDays, revisions, developments }: Disclosure): Range[] {
  return [lagDays, ...revisions.map(({ afterDays }) => afterDays), ...developments.map(({ afterDays }) => afterDays)].filter(
    (range) => range !== null,
  );
}
