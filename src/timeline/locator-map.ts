/** Where the named places are: a frame around most of them, marks for points, words for areas. No event has a place here. */
import { median } from "d3-array";
import { geoDistance, geoMercator, type GeoProjection } from "d3-geo";
import type { PlaceData } from "../model/place.ts";
import { placeNames, type NameLabel } from "./map-labels.ts";

export interface Located<P> {
  place: P;
  x: number;
  y: number;
}

export interface MapMark<P> {
  /** Places too near each other to be told apart share a mark. */
  places: P[];
  /** The number that stands for the mark where there is no room for names. */
  number: number;
  x: number;
  y: number;
  /** True where the point is only approximate. */
  ring: boolean;
}

export interface LocatorMap<P> {
  width: number;
  height: number;
  projection: GeoProjection;
  marks: MapMark<P>[];
  /** Names of points and areas. */
  names: NameLabel[];
  /** The same with a number for each mark, in a size that stays legible when the map is drawn half as large. */
  numbers: NameLabel[];
  /** Places beyond the frame, and places without coordinates. */
  outside: P[];
}

type PlaceLike = { id: string; data: PlaceData };
type Positioned<P> = { place: P; at: [number, number] };

/** Places further than this from the middle one would shrink all the others to a blot. */
const REACH = (40 * Math.PI) / 180;
const MARGIN = 5; // degrees
/** An area whose middle is no further than this from the points widens the frame; one beyond it is only listed. */
const NEAR = 8; // degrees
const TALLEST = 1.15; // height by width
const TOUCHING = 6; // px

/** Null when fewer than two places are marked by a point. */
export function layoutLocator<P extends PlaceLike>(
  places: readonly P[],
  { width, nameSize, numberSize }: { width: number; nameSize: number; numberSize: number },
): LocatorMap<P> | null {
  const positioned = places.flatMap((place): Positioned<P>[] => {
    const { lat, lon } = place.data;
    return lat === undefined || lon === undefined ? [] : [{ place, at: [lon, lat] }];
  });
  const points = positioned.filter(({ place }) => place.data.precision !== "region").map(({ at }) => at);
  const middle: [number, number] = [median(points, ([lon]) => lon) ?? 0, median(points, ([, lat]) => lat) ?? 0];
  const near = points.filter((at) => geoDistance(at, middle) <= REACH);
  if (near.length < 2) return null;
  const areasNear = positioned
    .map(({ at }) => at)
    .filter((at) => near.some((point) => Math.hypot(point[0] - at[0], point[1] - at[1]) <= NEAR));
  const { projection, height } = frame([...near, ...areasNear], width);
  const spots = positioned.flatMap(({ place, at }): Located<P>[] => {
    const [x = -1, y = -1] = projection(at) ?? [];
    return x < 0 || y < 0 || x > width || y > height ? [] : [{ place, x: round(x), y: round(y) }];
  });
  const marks = gatherMarks(spots.filter(({ place }) => place.data.precision !== "region"));
  const areas = spots
    .filter(({ place }) => place.data.precision === "region")
    .map(({ place, x, y }) => ({ x, y, lines: [place.data.name] }));
  return {
    width,
    height,
    projection,
    marks,
    names: placeNames(
      marks.map(({ x, y, places: here }) => ({ x, y, lines: here.map(({ data }) => data.name) })),
      areas,
      { width, height, fontSize: nameSize, marks },
    ),
    numbers: placeNames(
      marks.map(({ x, y, number }) => ({ x, y, lines: [String(number)] })),
      areas,
      { width, height, fontSize: numberSize, marks },
    ),
    outside: places.filter((place) => !spots.some((spot) => spot.place === place)),
  };
}

/** A Mercator frame around the points, with a margin, as wide as asked and not much taller. */
function frame(points: readonly [number, number][], width: number): { projection: GeoProjection; height: number } {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons) - MARGIN, Math.max(...lons) + MARGIN];
  const [south, north] = [Math.max(Math.min(...lats) - MARGIN, -80), Math.min(Math.max(...lats) + MARGIN, 80)];
  const corners = {
    type: "MultiPoint" as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  const projection = geoMercator().fitWidth(width, corners);
  let height = Math.round(projection([west, south])?.[1] ?? width);
  if (height > width * TALLEST) {
    height = Math.round(width * TALLEST);
    projection.fitSize([width, height], corners);
  }
  return {
    projection: projection.clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]),
    height,
  };
}

/** One mark for places that would touch, numbered from north to south. */
function gatherMarks<P extends PlaceLike>(spots: readonly Located<P>[]): MapMark<P>[] {
  const marks: Omit<MapMark<P>, "number">[] = [];
  for (const { place, x, y } of spots.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < TOUCHING);
    const isApproximate = place.data.precision === "approximate";
    if (near) {
      near.places.push(place);
      near.ring &&= isApproximate;
    } else {
      marks.push({ places: [place], x, y, ring: isApproximate });
    }
  }
  return marks.map((mark, i) => ({ ...mark, number: i + 1 }));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
