/** Where the parts of a drawing of the timeline stand, read from the SVG that it is made of. */
import { LABEL, type Mark } from "../../src/timeline/picture.ts";
import { textWidth } from "../../src/timeline/text-width.ts";

/** A part of a mark, in px of the drawing. */
export interface Box {
  key: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const NUMBER = String.raw`(-?[\d.]+)`;

export function attributeOf(tag: string, name: string): number {
  return Number(new RegExp(` ${name}="${NUMBER}"`).exec(tag)?.[1] ?? 0);
}

export function tagsOf(svg: string, start: string): string[] {
  return svg.match(new RegExp(`<${start}[^>]*>`, "g")) ?? [];
}

/** plainText("Talks &amp; <tspan>4 Mar</tspan>") → "Talks & 4 Mar" */
export function plainText(svg: string): string {
  return svg
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function boxAt({ key, x, y }: Mark, left: number, right: number, top: number, bottom: number): Box {
  return { key, left: x + left, right: x + right, top: y + top, bottom: y + bottom };
}

/** Where a mark answers to the pointer. */
export function hitBox(mark: Mark): Box {
  const [tag = ""] = [...tagsOf(mark.body, 'rect class="hit"'), ...tagsOf(mark.body, 'rect class="bin"')];
  const [x, y] = [attributeOf(tag, "x"), attributeOf(tag, "y")];
  return boxAt(mark, x, x + attributeOf(tag, "width"), y, y + attributeOf(tag, "height"));
}

/** The diamond, the bar or the bin of an entry that stands in a lane across the page. */
export function shapeBox(mark: Mark): Box {
  if (mark.type === "bin") return hitBox(mark);
  if (mark.body.includes('class="dot"')) return boxAt(mark, -5, 5, -5, 5);
  return boxAt(mark, 0, Number(new RegExp(`class="span[^"]*" d="M0-4v8m0-4H${NUMBER}`).exec(mark.body)?.[1]), -4, 4);
}

/** The label of an entry across the page with its date; null where none is printed. */
export function labelBox(mark: Mark): Box | null {
  const text = /<text class="ev".*<\/text>/.exec(mark.body)?.[0];
  if (text === undefined) return null;
  const [x, width] = [attributeOf(text, "x"), textWidth(plainText(text), LABEL) + 3];
  return text.includes('text-anchor="end"') ? boxAt(mark, x - width, x, -7, 7) : boxAt(mark, x, x + width, -7, 7);
}

function overlap(a: Box, b: Box): boolean {
  const hair = 0.15; // positions have one decimal
  return a.left < b.right - hair && b.left < a.right - hair && a.top < b.bottom - hair && b.top < a.bottom - hair;
}

/** The pairs that overlap: ["a / b"]. */
export function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.key !== b.key && overlap(a, b))
      .map((b) => `${a.key} / ${b.key}`),
  );
}

/** Boxes that are not between two ends: ["a 10–40"]. */
export function outside(boxes: readonly Box[], from: number, to: number): string[] {
  return boxes
    .filter(({ left, right }) => left < from - 0.1 || right > to + 0.1)
    .map(({ key, left, right }) => `${key} ${Math.round(left)}–${Math.round(right)}`);
}
