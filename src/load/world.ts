/** Outlines of land and borders for the locator map, from Natural Earth (public domain) as packaged by world-atlas. */
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { GeoPermissibleObjects } from "d3-geo";
import atlas from "world-atlas/countries-50m.json?raw";

export interface World {
  land: GeoPermissibleObjects;
  borders: GeoPermissibleObjects;
}

let world: World | undefined; // eslint-disable-line no-restricted-syntax -- a file of a package

export function loadWorld(): World {
  world ??= read();
  return world;
}

function read(): World {
  const topology = JSON.parse(atlas) as Topology<{ land: GeometryCollection; countries: GeometryCollection }>; // the package's own layout
  return { land: feature(topology, topology.objects.land), borders: mesh(topology, topology.objects.countries, (a, b) => a !== b) };
}
