/** Values beside their points, kept apart from each other, from the dots and from the lines. */
import { textWidth } from "./text-width.ts";

export interface PlacedLabel {
  text: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Room {
  /** Centres of what no label may cover. */
  taken: readonly { x: number; y: number }[];
  left: number;
  right: number;
  top: number;
  base: number;
  fontSize: number;
}

/** Places labels in the order given: above the point, else below, else to a side; one without room is left out. */
export function placeLabels(labels: readonly { text: string; x: number; y: number }[], room: Room): PlacedLabel[] {
  const taken: Box[] = room.taken.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  return labels.flatMap(({ text, x, y }) => {
    const width = textWidth(text, room.fontSize);
    const candidates: PlacedLabel[] = [
      { text, x, y: y - 9, anchor: "middle" },
      { text, x: Math.min(x + 4, room.right), y: y - 9, anchor: "end" },
      { text, x, y: y + 18, anchor: "middle" },
      { text, x: x + 8, y: y + 4, anchor: "start" },
      { text, x: x - 8, y: y + 4, anchor: "end" },
    ];
    for (const label of candidates) {
      const box = boxOf(label, width, room.fontSize);
      const isInside = box.left >= room.left - 6 && box.right <= room.right && box.top >= room.top - 12 && box.bottom <= room.base - 2;
      if (!isInside || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return [{ ...label, x: Math.round(label.x * 10) / 10, y: Math.round(label.y * 10) / 10 }];
    }
    return [];
  });
}

export function boxOf({ x, y, anchor }: PlacedLabel, width: number, fontSize: number): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - fontSize * 0.8, bottom: y + 2 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
