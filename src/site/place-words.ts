/** How a place is put into words: never more precise than it is held. */
import type { EventNode, PlaceNode } from "../graph/nodes.ts";
import { isStrike } from "../graph/nodes.ts";
import type { PlaceData } from "../model/place.ts";
import { countOf } from "../model/numbers.ts";
import { listWords } from "./words.ts";

export const PRECISION_WORDS: Record<PlaceData["precision"], { name: string; meaning: string }> = {
  exact: { name: "A point", meaning: "The position is that of the named place. It says nothing about where in it an event took place." },
  approximate: { name: "An approximate point", meaning: "The position is near the named place and is drawn as a ring, not as a dot." },
  region: { name: "An area", meaning: "No point is meant. The map writes its name across the area and marks nothing." },
};

/** coordinatesOf(Bogotá) → "4.71° N, 74.07° W"; one decimal and "about" where approximate; null where no point is meant. */
export function coordinatesOf({ lat, lon, precision }: Pick<PlaceData, "lat" | "lon" | "precision">): string | null {
  if (precision === "region" || lat === undefined || lon === undefined) return null;
  const digits = precision === "exact" ? 2 : 1;
  const side = (value: number, [plus, minus]: [string, string]) => `${Math.abs(value).toFixed(digits)}°\u00a0${value < 0 ? minus : plus}`;
  const words = `${side(lat, ["N", "S"])}, ${side(lon, ["E", "W"])}`;
  return precision === "exact" ? words : `about\u00a0${words}`;
}

/** eventsAt(place) → "17 strikes and 4 other entries", for lists and descriptions. */
export function eventsAt(place: PlaceNode): string {
  const strikes = place.events.filter(isStrike).length;
  const others = place.events.length - strikes;
  if (strikes === 0) return countOf(others, "timeline entry", "timeline entries");
  const first = countOf(strikes, "strike", "strikes");
  return others === 0 ? first : `${first} and ${countOf(others, "other entry", "other entries")}`;
}

/** What the map of places shows, in sentences; `outside` are those that its frame leaves out. */
export function locatorSentence(places: readonly PlaceNode[], outside: ReadonlySet<PlaceNode>): string {
  if (places.length === 0) return "No place is on file.";
  const drawn = places.filter((place) => !outside.has(place));
  const count = (precision: PlaceData["precision"]) => drawn.filter(({ data }) => data.precision === precision).length;
  const parts = [
    count("exact") > 0 ? `${count("exact")} by a dot` : [],
    count("approximate") > 0 ? `${count("approximate")} by a ring for an approximate position` : [],
    count("region") > 0 ? `${count("region")} by name alone, being ${count("region") === 1 ? "an area" : "areas"}` : [],
  ].flat();
  const shown = parts.length > 0 ? `, ${listWords(parts)}` : "";
  const beyond = outside.size > 0 ? ` ${outside.size} of ${places.length} ${outside.size === 1 ? "is" : "are"} in the table only.` : "";
  return `The map shows ${countOf(drawn.length, "named place", "named places")}${shown}.${beyond} It shows no strike: no published position of one is on file.`;
}

/** Strikes apart from everything else: a place named for a strike is an area, and the page has to say so. */
export function splitEvents(events: readonly EventNode[]): { strikes: EventNode[]; others: EventNode[] } {
  return { strikes: events.filter(isStrike), others: events.filter((event) => !isStrike(event)) };
}

/** By name, as a reader looks them up. */
export function sortPlaces(places: readonly PlaceNode[]): PlaceNode[] {
  return places.toSorted((a, b) => a.data.name.replace(/^The /, "").localeCompare(b.data.name.replace(/^The /, ""), "en"));
}
