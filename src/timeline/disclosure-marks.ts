/** Shapes of the drawings of announcements: filled diamond, open circle, upright stroke; each drawn out to a bar where a day is inexact. */
import { round } from "./time-axis.ts";

const DIAMOND = 5;
/** Half the height of a bar, and how far its points reach beyond the days. */
const BAR = 3;
const CIRCLE = 4.5;
const STROKE = 5;

/** One certain day as a diamond, in px; a bar with pointed ends from x0 to x1 where it may be any of several days. */
export function announcedPath(x0: number, x1: number, y: number, isExact: boolean): string {
  const r = DIAMOND;
  if (isExact) return `M${round(x0)} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
  const inner = round(Math.max(x1 - x0, r));
  return `M${round((x0 + x1 - inner) / 2 - BAR)} ${y}l${BAR} ${-BAR}h${inner}l${BAR} ${BAR}l${-BAR} ${BAR}h${-inner}z`;
}

/** A day as a circle, several as a capsule. */
export function revisedPath(x0: number, x1: number, y: number): string {
  const r = CIRCLE;
  const inner = round(x1 - x0);
  return `M${round(x0)} ${y - r}h${inner}a${r} ${r} 0 0 1 0 ${2 * r}h${-inner}a${r} ${r} 0 0 1 0 ${-2 * r}z`;
}

/** A day as an upright stroke, several as a line between two. */
export function developedPath(x0: number, x1: number, y: number): string {
  const stroke = (x: number) => `M${round(x)} ${y - STROKE}v${2 * STROKE}`;
  return x0 === x1 ? stroke(x0) : `${stroke(x0)}M${round(x0)} ${y}H${round(x1)}${stroke(x1)}`;
}

/** Nothing on file: a small cross. */
export function missingPath(x: number, y: number): string {
  return `M${round(x - 3.5)} ${y - 3.5}l7 7m0 -7l-7 7`;
}
