/** Lanes: what was said and done on land, by place, under the same axis. Labels are printed and never overlap. */
import type { EventNode } from "../graph/nodes.ts";
import { formatDate, formatDayMonth, isInexact } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { textWidth } from "./text-width.ts";
import type { TimeAxis } from "./time-axis.ts";

export interface LaneMark {
  event: EventNode;
  /** An exact day is a point; everything else is a span, and says whether it is approximate. */
  shape: { type: "point"; x: number } | { type: "span"; x0: number; x1: number; approximate: boolean };
  label: { text: string; date: string; x: number; anchor: "start" | "end" };
  y: number;
}

export interface Lane {
  label: string;
  y: number;
  height: number;
  marks: LaneMark[];
}

const ROW = 21;
const PADDING = 9;
const FONT = 14;

/** Groups events by the lanes of site.yaml; what stands in none of them comes last, under `rest`. */
export function assignLanes(events: readonly EventNode[], lanes: Site["lanes"], rest: string): { label: string; events: EventNode[] }[] {
  const laneOf = new Map(lanes.flatMap(({ label, places }) => places.map((place) => [place, label])));
  const groups = [...lanes.map(({ label }) => label), rest].map((label) => ({
    label,
    events: events.filter((event) => (laneOf.get(event.place?.id ?? "") ?? rest) === label),
  }));
  return groups.filter((group) => group.events.length > 0);
}

/** Lays lanes out below `top`; each event takes the first row where its mark and label fit. */
export function layoutLanes(
  groups: readonly { label: string; events: readonly EventNode[] }[],
  axis: TimeAxis,
  top: number,
  edge: number,
): { lanes: Lane[]; height: number } {
  let y = top;
  const lanes = groups.map(({ label, events }) => {
    const rows: [number, number][][] = [];
    const marks = events.flatMap((event) => placeEvent(event, rows, axis, y, edge));
    const lane = { label, y, height: Math.max(rows.length, 1) * ROW + 2 * PADDING, marks };
    y += lane.height;
    return lane;
  });
  return { lanes, height: y - top };
}

function placeEvent(event: EventNode, rows: [number, number][][], axis: TimeAxis, top: number, edge: number): LaneMark[] {
  const { earliest, latest } = event.date;
  if (!earliest || !latest) return []; // an open date is listed, not drawn
  const x0 = Math.max(axis.x(earliest), axis.left);
  const isPoint = !isInexact(event.date);
  const x1 = isPoint ? x0 : Math.max(Math.min(axis.x(latest), axis.right), x0 + 8);
  const text = event.data.label ?? shorten(event.data.title);
  const date = isPoint ? formatDayMonth(earliest, "short") : formatDate(event.date, "short").replace(/ \d{4}$/, "");
  const width = textWidth(`${text}  ${date}`, FONT) + 8;
  const beside = [
    { from: x0 - 6, to: x1 + 9 + width, label: { x: x1 + 9, anchor: "start" as const } },
    { from: x0 - 9 - width, to: x1 + 6, label: { x: x0 - 9, anchor: "end" as const } },
  ].filter(({ from, to }) => from >= axis.left - 4 && to <= edge);
  // A span so long that there is room at neither end bears its label itself.
  const options = beside.length > 0 ? beside : [{ from: x0 - 6, to: x1 + 6, label: { x: x1 - 9, anchor: "end" as const } }];
  for (let row = 0; ; row++) {
    const taken = (rows[row] ??= []);
    const chosen = options.find(({ from, to }) => taken.every(([a, b]) => to < a || from > b));
    if (!chosen) continue;
    taken.push([chosen.from, chosen.to]);
    return [
      {
        event,
        shape: isPoint ? { type: "point", x: x0 } : { type: "span", x0, x1, approximate: event.date.approximate || event.date.uncertain },
        label: { text, date, ...chosen.label },
        y: top + PADDING + row * ROW + ROW / 2,
      },
    ];
  }
}

/** shorten("A very long title of an event that …") cuts at a word, for events without a label of their own. */
function shorten(title: string): string {
  if (title.length <= 34) return title;
  return `${title.slice(0, 33).replace(/\s+\S*$/, "")} …`;
}
