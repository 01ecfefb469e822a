/** How soon strikes were announced: a line of marks for each number of days, one mark for each strike entry. */
import type { LagGroup } from "../graph/disclosure.ts";
import { announcedPath, missingPath } from "./disclosure-marks.ts";
import { textWidth } from "./text-width.ts";

export interface LagChart {
  width: number;
  height: number;
  rows: LagRow[];
}

export interface LagRow {
  label: string;
  count: number;
  /** Base line of the words. */
  y: number;
  /** Where the count stands, after the last mark. */
  countX: number;
  countY: number;
  /** Marks as path data: certain days and bars, filled; missing dates, stroked. Empty where there is none. */
  dated: string;
  missing: string;
}

export interface LagChartOptions {
  width: number;
  fontSize: number;
  /** Distance between marks. */
  pitch: number;
}

const LINE = 18;
const GAP = 12;
const TOP = 4;

/** @param groups with the words that stand beside them; a line that is full goes on below. */
export function layoutLags(groups: readonly (LagGroup & { label: string })[], { width, fontSize, pitch }: LagChartOptions): LagChart {
  const left = Math.ceil(Math.max(0, ...groups.map(({ label }) => textWidth(label, fontSize)))) + 14;
  const countWidth = textWidth("000", fontSize);
  const perLine = Math.max(1, Math.floor((width - left - countWidth) / pitch));
  let top = TOP;
  const rows = groups.map(({ label, rows: members }): LagRow => {
    const lines = Math.ceil(members.length / perLine);
    const marks = members.map(({ lagDays, isExact }, i) => {
      const x = left + (i % perLine) * pitch + pitch / 2;
      const y = top + Math.floor(i / perLine) * LINE + LINE / 2;
      if (lagDays === null) return { missing: missingPath(x, y), dated: "" };
      return { missing: "", dated: announcedPath(isExact ? x : x - 2.5, isExact ? x : x + 2.5, y, isExact) };
    });
    const inLast = members.length - (lines - 1) * perLine;
    const row: LagRow = {
      label,
      count: members.length,
      y: top + LINE / 2 + fontSize * 0.35,
      countX: left + inLast * pitch + 6,
      countY: top + (lines - 1) * LINE + LINE / 2 + fontSize * 0.35,
      dated: marks.map(({ dated }) => dated).join(""),
      missing: marks.map(({ missing }) => missing).join(""),
    };
    top += lines * LINE + GAP;
    return row;
  });
  return { width, height: Math.max(0, top - GAP + TOP), rows };
}
