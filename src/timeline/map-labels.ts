/** Names on a map, kept apart: areas first, at their middle; then points, beside their mark. */
import { textWidth } from "./text-width.ts";

export interface NameLabel {
  lines: string[];
  x: number;
  /** Baseline of the first line. */
  y: number;
  anchor: "start" | "middle" | "end";
  kind: "area" | "point";
  /** From the mark to its name, where the name had to move away. */
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

interface Wanted {
  x: number;
  y: number;
  lines: string[];
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const LEADING = 1.2;
const LONGEST = 22; // characters

/** A name that finds no room is left out here: the list beside the map has every name. */
export function placeNames(
  points: readonly Wanted[],
  areas: readonly Wanted[],
  { width, height, fontSize, marks }: { width: number; height: number; fontSize: number; marks: readonly { x: number; y: number }[] },
): NameLabel[] {
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const step = fontSize * LEADING;
  const fits = (label: NameLabel): boolean => {
    const box = boxOf(label, fontSize);
    const inside = box.left >= 4 && box.right <= width - 4 && box.top >= 4 && box.bottom <= height - 4;
    if (!inside || taken.some((other) => overlaps(box, other))) return false;
    taken.push(box);
    return true;
  };
  const pointLabels = points.flatMap((point) => {
    const lines = point.lines.flatMap(wrap);
    const block = (lines.length - 1) * step;
    const near = (dx: number, dy: number, anchor: NameLabel["anchor"]): NameLabel => {
      const isFar = Math.hypot(dx, dy) > 16;
      const label: NameLabel = {
        lines,
        x: round(point.x + dx),
        y: round(point.y + dy + fontSize * 0.35 - block / 2),
        anchor,
        kind: "point",
        leader: null,
      };
      if (isFar) label.leader = { x1: point.x, y1: point.y, x2: round(point.x + dx * 0.92), y2: round(point.y + dy * 0.92) };
      return label;
    };
    const candidates = [
      near(10, 0, "start"),
      near(-10, 0, "end"),
      near(8, -12, "start"),
      near(8, 12, "start"),
      near(-8, -12, "end"),
      near(-8, 12, "end"),
      ...[26, 44, 64].flatMap((far) => [
        near(far, -far / 2, "start"),
        near(far, far / 2, "start"),
        near(-far, -far / 2, "end"),
        near(-far, far / 2, "end"),
        near(far, 0, "start"),
      ]),
    ];
    const found = candidates.find(fits);
    return found ? [found] : [];
  });
  const areaLabels = areas.flatMap((area) => {
    const lines = area.lines.flatMap(wrap);
    const block = (lines.length - 1) * step;
    const shifts = [0, 14, -14, 26, -26, 40, -40].flatMap((dy) => [0, -30, 30, -60, 60].map((dx): [number, number] => [dx, dy]));
    const found = shifts
      .toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b))
      .map(([dx, dy]): NameLabel => ({
        lines,
        x: round(area.x + dx),
        y: round(area.y + dy + fontSize * 0.35 - block / 2),
        anchor: "middle",
        kind: "area",
        leader: null,
      }))
      .find(fits);
    return found ? [found] : [];
  });
  return [...areaLabels, ...pointLabels];
}

/** wrap("Former Naval Station Roosevelt Roads") → ["Former Naval Station", "Roosevelt Roads"] */
function wrap(name: string): string[] {
  if (name.length <= LONGEST) return [name];
  const lines: string[] = [];
  const count = Math.ceil(name.length / LONGEST);
  const target = name.length / count;
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length / 2 < target || lines.length === count) && last.length + word.length < LONGEST + 6)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function boxOf({ lines, x, y, anchor }: NameLabel, fontSize: number): Box {
  const width = Math.max(...lines.map((text) => textWidth(text, fontSize)));
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - fontSize * 0.85, bottom: y + (lines.length - 1) * fontSize * LEADING + fontSize * 0.25 };
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right + 2 && b.left < a.right + 2 && a.top < b.bottom + 3 && b.top < a.bottom + 3;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
