/** A picture of the timeline as SVG. The build writes it into the page; the page's script brings what is there up to date. */
import { escapeText, type Mark, type Picture } from "./picture.ts";
import type { Overview } from "./overview.ts";
import { round } from "./time-axis.ts";
import type { TimeWindow } from "./time-window.ts";

/** Room between the strip of all years and the drawing, in px. */
export const BELOW_OVERVIEW = 26;

export function drawPicture(
  picture: Picture,
  overview: Overview,
  window: TimeWindow,
  { hrefOf, isMain }: { hrefOf: (mark: Mark) => string; isMain: boolean },
): string {
  const draw = (mark: Mark, i: number) => markTag(mark, { href: hrefOf(mark), isStop: i === 0, isMain });
  const strip = `<g class="overview">${drawFocus(overview, window)}<g>${overview.ground}</g><g>${overview.marks.map((mark) => draw(mark, -1)).join("")}</g></g>`;
  return `${strip}<g transform="translate(0 ${overview.height + BELOW_OVERVIEW})"><g>${picture.frame}</g><g class="ground">${picture.ground}</g><g>${picture.marks.map(draw).join("")}</g><g>${picture.sum}</g></g>`;
}

/** The link of a mark; `isMain` where the drawing is the one that others find entries in. */
export function markTag(mark: Mark, { href, isStop, isMain }: { href: string; isStop: boolean; isMain: boolean }): string {
  const id = isMain && mark.type !== "bin" ? ` data-event="${mark.key}"` : "";
  return `<a class="${mark.type}" href="${href}"${id} aria-label="${escapeText(mark.name)}"${isStop ? "" : ` tabindex="-1"`} transform="${placeOf(mark)}">${mark.body}</a>`;
}

/** The window on the strip, with a handle at either end. */
export function drawFocus({ scale, height }: Overview, { start, end }: TimeWindow): string {
  const [x0, x1] = [round(scale.x(start)), round(scale.x(end))];
  const foot = height - 26;
  return `<g class="focus"><rect class="focus__w" x="${x0}" width="${Math.max(round(x1 - x0), 2)}" height="${foot}"/><path class="focus__h" d="M${x0} 0V${foot}M${x1} 0V${foot}"/><path class="focus__g" d="M${x0 - 4} ${foot / 2 - 9}h8v18h-8zM${x1 - 4} ${foot / 2 - 9}h8v18h-8z"/></g>`;
}

export function placeOf({ x, y }: Pick<Mark, "x" | "y">): string {
  return `translate(${x} ${y})`;
}
