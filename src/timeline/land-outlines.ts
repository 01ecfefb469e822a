/** Land and borders as two short path strings: projected, clipped, thinned to what the eye can tell apart. */
import { geoPath, type GeoContext, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";

/** Distance in px below which a point adds nothing to a line. */
const TOLERANCE = 0.8;
/** Islands smaller than this, in px across, are left out. */
const SMALLEST = 4;

type Point = readonly [number, number];

/** outlinePath(land, projection) → "M12.1 3.4L…Z": the projection has to clip by itself. */
export function outlinePath(shape: GeoPermissibleObjects, projection: GeoProjection): string {
  const rings: { points: Point[]; closed: boolean }[] = [];
  const pen = {
    beginPath: () => undefined,
    moveTo: (x: number, y: number) => void rings.push({ points: [[x, y]], closed: false }),
    lineTo: (x: number, y: number) => void rings.at(-1)?.points.push([x, y]),
    arc: () => undefined,
    closePath: () => {
      const ring = rings.at(-1);
      if (ring) ring.closed = true;
    },
  } satisfies GeoContext;
  geoPath(projection, pen)(shape);
  return rings
    .filter(({ points, closed }) => !closed || spanOf(points) >= SMALLEST)
    .map(({ points, closed }) => write(simplify(points), closed))
    .join("");
}

/** Relative coordinates with one decimal: about a third shorter than absolute ones. */
function write(points: readonly Point[], closed: boolean): string {
  const tenths = points.map(([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)]);
  const [start] = tenths;
  if (!start || tenths.length < 2) return "";
  const steps = tenths.slice(1).map(([x, y], i) => {
    const [px, py] = tenths[i] ?? start;
    return `${number(x - px)} ${number(y - py)}`;
  });
  return `M${number(start[0])} ${number(start[1])}l${steps.join(" ").replace(/ -/g, "-")}${closed ? "z" : ""}`;
}

function number(tenths: number): string {
  return String(tenths / 10).replace(/^(-?)0\./, "$1.");
}

/** Douglas–Peucker: keeps the ends and every point that lies further than the tolerance from the line without it. */
function simplify(points: readonly Point[]): Point[] {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return [...points];
  let furthest = 0;
  let at = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const distance = distanceToLine(points[i] ?? first, first, last);
    if (distance > furthest) [furthest, at] = [distance, i];
  }
  if (furthest <= TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function distanceToLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

function spanOf(points: readonly Point[]): number {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}
