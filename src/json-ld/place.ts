/** Where it happened. */
import type { PlaceLeaf } from "schema-dts";
import type { PlaceNode } from "../graph/nodes.ts";
import type { Urls } from "../site/urls.ts";
import { idOf, listed } from "./ids.ts";

/** Coordinates of exact places only: those of an area put its name on a map, and schema.org cannot say so. */
export function placeEntity(place: PlaceNode, url: string, urls: Urls): PlaceLeaf {
  const { name, aliases = [], precision, lat, lon } = place.data;
  const isExact = precision === "exact" && lat !== undefined && lon !== undefined;
  return {
    "@type": "Place",
    "@id": idOf(place, urls),
    url,
    name,
    ...listed("alternateName", aliases),
    ...(isExact && { geo: { "@type": "GeoCoordinates", latitude: lat, longitude: lon } }),
  };
}

/** placeMention(place, urls) → { "@type": "Place", "@id": "…/places/lake-orrin/#place", name: "Lake Orrin" } */
export function placeMention(place: PlaceNode, urls: Urls): PlaceLeaf {
  return { "@type": "Place", "@id": idOf(place, urls), name: place.data.name };
}
