/** An actor's own strip of the timeline: claims made above the line, timeline entries below it, on the scale of the record. */
import { isInexact, type Day, type DossierDate } from "../model/dates.ts";
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
  x: number;
  /** Centre of the mark. */
  y: number;
  isStrike: boolean;
  /** The day is not exact: the mark stands at the earliest one and is drawn open. */
  isOpen: boolean;
}

export interface StripEntry {
  date: DossierDate;
  isStrike?: boolean;
}

/** Width and height that one mark takes; marks in one slot are stacked. */
const SLOT = 7;
const GAP = 4;
const LABELS = 22;

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
  return {
    axis,
    above: claims.marks.map(({ level, ...mark }) => ({ ...mark, y: round(line - GAP - (level + 0.5) * SLOT) })),
    below: events.marks.map(({ level, ...mark }) => ({ ...mark, y: round(line + SLOT + GAP + (level + 0.5) * SLOT) })),
    before: claims.before + events.before,
    after: claims.after + events.after,
    height: line + SLOT + GAP + Math.max(events.levels, 1) * SLOT + LABELS,
    line,
  };
}

function stack(entries: readonly StripEntry[], axis: TimeAxis, width: number) {
  const last = Math.floor(width / SLOT) - 1;
  const filled = new Map<number, number>(); // slot → marks in it
  const marks: (Omit<StripMark, "y"> & { level: number })[] = [];
  let before = 0;
  let after = 0;
  for (const { date, isStrike = false } of entries) {
    const day = date.earliest ?? date.latest;
    if (!day || day < axis.from) before += 1;
    else if (day >= axis.end) after += 1;
    else {
      const slot = Math.min(Math.floor(axis.x(day) / SLOT), last);
      const level = filled.get(slot) ?? 0;
      filled.set(slot, level + 1);
      marks.push({ x: round((slot + 0.5) * SLOT), level, isStrike, isOpen: isInexact(date) });
    }
  }
  return { marks, before, after, levels: Math.max(0, ...filled.values()) };
}
