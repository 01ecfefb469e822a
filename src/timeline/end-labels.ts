/** Names at the ends of lines that run close together: each in free room near its end, with a leader to it. */
import { boxOf, overlaps, type Box, type PlacedLabel } from "./point-labels.ts";
import { round } from "./time-axis.ts";
import { textWidth } from "./text-width.ts";

export interface EndLabel extends PlacedLabel {
  /** From the end of the line to the name: path data. */
  leader: string;
}

interface Point {
  x: number;
  y: number;
}

interface Room {
  /** What no name may cover: points of lines, marks and other words. */
  taken: readonly Point[];
  left: number;
  right: number;
  top: number;
  base: number;
  fontSize: number;
}

const STEP = 6;
/** Space around a point that no name enters. */
const CLEAR = 4;

/** After so many names without room the drawing is full: looking for more takes long and finds next to none. */
const MOST_LEFT_OUT = 8;

type End = { text: string } & Point;
type Way = [dx: number, dy: number];

/** Places names in the order given, or, if one of them has no room so, in another order that leaves room for more; the rest are left out. */
export function placeEndLabels(ends: readonly End[], room: Room): EndLabel[] {
  const byWidth = ends.toSorted((a, b) => textWidth(b.text, room.fontSize) - textWidth(a.text, room.fontSize));
  const isTaken = indexPoints(room.taken);
  const ways = offsets(room);
  let most: EndLabel[] = [];
  for (const order of [ends, byWidth, ends.toReversed(), byWidth.toReversed()]) {
    const placed = placeInOrder(order, room, ways, isTaken);
    if (placed.length === ends.length) return placed;
    if (placed.length > most.length) most = placed;
  }
  return most;
}

function placeInOrder(ends: readonly End[], room: Room, ways: readonly Way[], isTaken: (box: Box) => boolean): EndLabel[] {
  const names: Box[] = [];
  const leaders: Point[] = [];
  let leftOut = 0;
  return ends.flatMap(({ text, x, y }) => {
    if (leftOut >= MOST_LEFT_OUT) return [];
    const width = textWidth(text, room.fontSize);
    for (const [dx, dy] of ways) {
      const label: PlacedLabel = { text, x: round(x + dx), y: round(y + dy + room.fontSize * 0.35), anchor: dx > 0 ? "start" : "end" };
      const box = boxOf(label, width, room.fontSize);
      const isInside = box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.base;
      if (!isInside || isTaken(box) || names.some((other) => overlaps(box, other)) || leaders.some((point) => isIn(point, box))) continue;
      const leader = pointsBetween({ x, y }, { x: x + dx - Math.sign(dx) * 3, y: y + dy });
      if (leader.some((point) => names.some((name) => isIn(point, name)))) continue;
      names.push(box);
      leaders.push(...leader);
      const to = leader.at(-1) ?? { x, y };
      return [{ ...label, leader: `M${round(x)} ${round(y)}L${round(to.x)} ${round(to.y)}` }];
    }
    leftOut++;
    return [];
  });
}

/** Ways from the end of a line, the shortest first: to the right and below, where a rising line leaves room, or to the left and above. */
function offsets({ right, left, base, top }: Room): Way[] {
  const all: Way[] = [];
  for (let dx = 10; dx < right - left; dx += 10)
    for (let dy = 0; dy < base - top; dy += 6) {
      all.push([dx, dy]);
      all.push([-dx, -dy]);
    }
  return all.sort(([ax, ay], [bx, by]) => Math.hypot(ax, ay) - Math.hypot(bx, by));
}

/** Width and height of the cells that points are looked up by: a name is some cells wide and hardly more than one high. */
const CELL = { width: 32, height: 16 };

/** Whether a box comes too near to any of the points. */
function indexPoints(points: readonly Point[]): (box: Box) => boolean {
  const column = (x: number) => Math.floor(x / CELL.width);
  const row = (y: number) => Math.floor(y / CELL.height);
  const cells = Map.groupBy(points, ({ x, y }) => `${column(x)} ${row(y)}`);
  return (box) => {
    for (let at = column(box.left - CLEAR); at <= column(box.right + CLEAR); at++)
      for (let down = row(box.top - CLEAR); down <= row(box.bottom + CLEAR); down++)
        if (
          cells
            .get(`${at} ${down}`)
            ?.some(({ x, y }) => overlaps(box, { left: x - CLEAR, right: x + CLEAR, top: y - CLEAR, bottom: y + CLEAR }))
        )
          return true;
    return false;
  };
}

/** Points on the straight way from one to another, at most STEP px apart, both ends included. */
export function pointsBetween(from: Point, to: Point): Point[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
  return Array.from({ length: count + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / count,
    y: from.y + ((to.y - from.y) * i) / count,
  }));
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x > box.left - 1 && x < box.right + 1 && y > box.top && y < box.bottom;
}
