/** Places as GeoJSON (RFC 7946). A point carries a name on a map; it is never the position of an event. */
import type { Dossier } from "../graph/nodes.ts";
import { toJson } from "./json-file.ts";
import type { Urls } from "../site/urls.ts";

export function formatGeojson({ places }: Dossier, urls: Urls): string {
  const features = places.map((place) => {
    const { name, aliases, kind, lat, lon, precision, note } = place.data;
    return {
      type: "Feature",
      id: place.id,
      geometry: lat === undefined || lon === undefined ? null : { type: "Point", coordinates: [lon, lat] },
      properties: {
        name,
        names: aliases ?? [],
        kind,
        precision,
        note: note ?? null,
        page: urls.absolute(urls.hrefFor(place)),
        entries: place.events.map(({ id }) => id),
      },
    };
  });
  return toJson({ type: "FeatureCollection", features });
}
