/** The strike profile: a stepped ledger of the dead. Each strike is a step as tall as its count; the range is an open band. */
import { type LedgerRow } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import type { Range, StrikeNode } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";
import { round, type TimeAxis } from "./time-axis.ts";

export interface ProfileOptions {
  axis: TimeAxis;
  /** Height of one person in px: a whole number of half-pixels, so that hairlines stay crisp. */
  unit: number;
  /** Space above the highest step, for its numeral. */
  top: number;
  /** Size of the numerals in px. */
  numeral: number;
}

export interface ProfileMark {
  strike: StrikeNode;
  x: number;
  /** Foot and head of the riser. */
  y0: number;
  y1: number;
  killed: Range | null;
  /** The count in figures; null where a numeral would run into its neighbour: the table has it. */
  numeral: { text: string; x: number; y: number } | null;
}

export interface Profile {
  /** Height of one person. */
  unit: number;
  height: number;
  base: number;
  marks: ProfileMark[];
  /** Outline of the certain dead, its treads, and the open band up to the highest records. */
  area: string;
  tread: string;
  band: string;
  upper: string;
  /** One line per person killed, and every tenth heavier: path data. */
  hairlines: string;
  tens: string;
  /** Numbers of the heavier lines. */
  contours: { text: string; x: number; y: number }[];
  total: { range: Range; x: number; y: number; upperY: number };
}

/** Lays the strikes out on an axis; the axis ends where the hairlines end. */
export function layoutProfile(rows: readonly LedgerRow[], { axis, unit, top, numeral }: ProfileOptions): Profile {
  const last = rows.at(-1)?.running ?? { min: 0, max: 0 };
  const base = round(top + last.max * unit);
  const y = (people: number) => round(base - people * unit);
  const marks: ProfileMark[] = [];
  const hairlines: string[] = [];
  const tens: string[] = [];
  const contours: Profile["contours"] = [];
  const tread: string[] = [];
  const upper: string[] = [];
  let before: Range = { min: 0, max: 0 };
  for (const { strike, toll, running } of rows) {
    const day: Day = strike.date.earliest ?? axis.from;
    const x = Math.min(axis.x(day), axis.right);
    tread.push(`${tread.length === 0 ? `M${x} ${y(0)}` : ""}H${x}V${y(running.min)}`);
    upper.push(`${upper.length === 0 ? `M${x} ${y(0)}` : ""}H${x}V${y(running.max)}`);
    for (let person = before.min + 1; person <= running.min; person++) {
      const isTenth = person % 10 === 0;
      (isTenth ? tens : hairlines).push(`M${x} ${y(person)}H${axis.right}`);
      if (isTenth && person % 50 === 0)
        contours.push({ text: String(person), x: round(axis.right - 16), y: round(y(person) + numeral * 0.3) });
    }
    marks.push({ strike, x, y0: y(before.min), y1: y(running.min), killed: toll.killed, numeral: null });
    before = running;
  }
  placeNumerals(marks, numeral);
  const close = `H${axis.right}V${y(0)}Z`;
  return {
    unit,
    height: base,
    base,
    marks,
    area: tread.length > 0 ? `${tread.join("")}${close}` : "",
    tread: tread.length > 0 ? `${tread.join("")}H${axis.right}` : "",
    band: upper.length > 0 ? `${upper.join("")}${close}` : "",
    upper: upper.length > 0 ? `${upper.join("")}H${axis.right}` : "",
    hairlines: hairlines.join(""),
    tens: tens.join(""),
    contours,
    total: { range: last, x: axis.right, y: y(last.min), upperY: y(last.max) },
  };
}

/**
 * Numerals end at their riser: the ledger only rises, so the space above and left of a step is free of later steps.
 * The larger counts are placed first, and none is placed on another.
 */
function placeNumerals(marks: readonly ProfileMark[], size: number): void {
  const placed: { x: number; y: number; width: number }[] = [];
  const bySize = [...marks].filter(({ killed }) => killed).sort((a, b) => (b.killed?.max ?? 0) - (a.killed?.max ?? 0) || a.x - b.x);
  for (const mark of bySize) {
    if (!mark.killed) continue;
    const text = formatRange(mark.killed);
    const width = text.length * size * 0.52;
    const spot = { x: Math.max(mark.x + 3, width), y: mark.y1 - size * 0.3, width };
    const isFree = placed.every(
      (other) => spot.x < other.x - other.width - 3 || other.x < spot.x - width - 3 || Math.abs(other.y - spot.y) > size * 0.86,
    );
    if (!isFree) continue;
    placed.push(spot);
    mark.numeral = { text, x: round(spot.x), y: round(spot.y) };
  }
}
