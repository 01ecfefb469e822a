/** An actor's own strip of the timeline: claims made above the line, timeline entries below it, on the scale of the record. */
import { addDays, isInexact, type Day, type DossierDate } from "../model/dates.ts";
import { buildTimeAxis, round, type TimeAxis } from "./time-axis.ts";

export interface ActorStrip {
  axis: TimeAxis;
  above: StripMark[];
  below: StripMark[];
  /** Entries that the scale does not reach. */
  before: number;
  after: number;
  height: number;
  /** y of the line. */
  line: number;
}

export interface StripMark {
  /** Centre of the mark. */
  x: number;
  y: number;
  /** Its outline; a strike is a line. It goes on past the edge of the drawing where an end of the date is open or off the scale. */
  path: string;
  isStrike: boolean;
  /** The day is not exact: the mark is drawn open and, where the scale shows them, covers the days that the date may mean. */
  isOpen: boolean;
}

export interface StripEntry {
  date: DossierDate;
  isStrike?: boolean;
}

/** Width and height that the mark of a day takes; marks over one another are stacked. */
const SLOT = 7;
const GAP = 4;
const LABELS = 22;
/** Half the height of a mark. */
const REACH = 3;
/** Days that are narrower than this are drawn as one. */
const MIN_SPAN = 2;
/** How far a mark without an end runs past the edge. */
const BEYOND = 4;

/** @param from,to first and last day of the scale; @param width of the drawing in px. */
export function layOutActorStrip(
  entries: { claims: readonly StripEntry[]; events: readonly StripEntry[] },
  from: Day,
  to: Day,
  width: number,
): ActorStrip {
  const axis = buildTimeAxis({ from, to, left: 0, right: width });
  const claims = stack(entries.claims, axis, width);
  const events = stack(entries.events, axis, width);
  const line = Math.max(claims.levels, 1) * SLOT + GAP;
  const draw = (mark: Stacked, y: number, shape: typeof square): StripMark => {
    const { x0, x1, isStrike, isOpen } = mark;
    return { x: round((x0 + x1) / 2), y, path: shape(x0, x1, y), isStrike, isOpen };
  };
  return {
    axis,
    above: claims.marks.map((mark) => draw(mark, round(line - GAP - (mark.level + 0.5) * SLOT), square)),
    below: events.marks.map((mark) =>
      draw(mark, round(line + SLOT + GAP + (mark.level + 0.5) * SLOT), mark.isStrike ? (mark.isSpan ? bracket : upright) : diamond),
    ),
    before: claims.before + events.before,
    after: claims.after + events.after,
    height: line + SLOT + GAP + Math.max(events.levels, 1) * SLOT + LABELS,
    line,
  };
}

/** A mark with its ends in px and its place in the stack, 0 nearest to the line. */
interface Stacked {
  x0: number;
  x1: number;
  isSpan: boolean;
  isStrike: boolean;
  isOpen: boolean;
  level: number;
}

/** The days of an exact date stand in the middle of a slot; a span has its true ends and takes every slot that it touches. */
function stack(entries: readonly StripEntry[], axis: TimeAxis, width: number) {
  const last = Math.floor(width / SLOT) - 1;
  const slotAt = (x: number) => Math.min(Math.max(Math.floor(x / SLOT), 0), last);
  const taken: Set<number>[] = []; // level → slots with a mark
  const marks: Stacked[] = [];
  let before = 0;
  let after = 0;
  for (const { date, isStrike = false } of entries) {
    const where = placeOf(date, axis);
    if (where === "before") before += 1;
    else if (where === "after") after += 1;
    else {
      const isOpen = isInexact(date);
      const [from, to] = where;
      const isSpan = date.earliest !== date.latest && to - from >= MIN_SPAN;
      const first = slotAt(isSpan ? from : (from + to) / 2);
      const final = isSpan ? slotAt(to - 0.1) : first;
      const slots = Array.from({ length: final - first + 1 }, (_, i) => first + i);
      const free = taken.findIndex((level) => slots.every((slot) => !level.has(slot)));
      const level = free === -1 ? taken.length : free;
      taken[level] = new Set([...(taken[level] ?? []), ...slots]);
      const middle = (first + 0.5) * SLOT;
      const [x0, x1] = isSpan ? [from, to] : isStrike ? [middle, middle] : [middle - REACH, middle + REACH];
      marks.push({ x0: round(x0), x1: round(x1), isSpan, isStrike, isOpen, level });
    }
  }
  return { marks, before, after, levels: taken.length };
}

/** The first and last px of the days that a date may mean; past the edge where it does not end on the scale. */
function placeOf({ earliest, latest }: DossierDate, axis: TimeAxis): [number, number] | "before" | "after" {
  const reachesIn = latest !== null && latest >= axis.from;
  if (earliest === null ? !reachesIn : earliest < axis.from && !reachesIn) return "before";
  if (earliest !== null && earliest >= axis.end) return "after";
  const from = earliest === null || earliest < axis.from ? axis.left - BEYOND : axis.x(earliest);
  const to = latest === null || latest >= axis.end ? axis.right + BEYOND : axis.x(addDays(latest, 1));
  return [from, to];
}

/** Inside its days by half the width of its outline. */
function square(x0: number, x1: number, y: number): string {
  const width = round(x1 - x0 - 1);
  return `M${round(x0 + 0.5)} ${round(y - REACH + 0.5)}h${width}v${2 * REACH - 1}h${-width}z`;
}

/** A diamond; over many days its ends, joined by straight lines. */
function diamond(x0: number, x1: number, y: number): string {
  const end = Math.min(REACH, round((x1 - x0) / 2));
  const between = round(x1 - x0 - 2 * end);
  return `M${x0} ${y}l${end} ${-REACH}h${between}l${end} ${REACH}l${-end} ${REACH}h${-between}z`;
}

function upright(x: number, _: number, y: number): string {
  return `M${x} ${y - REACH}v${2 * REACH}`;
}

function bracket(x0: number, x1: number, y: number): string {
  return `M${x0} ${y - REACH}v${2 * REACH}m0 ${-REACH}H${x1}m0 ${-REACH}v${2 * REACH}`;
}
