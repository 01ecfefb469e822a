/** JSON-LD as the tests read it back from built pages. */
import type { Page } from "./pages.ts";

export type Thing = Record<string, unknown>;

/** The graph of a page; {} where there is none, or more than one. */
export function graphOf({ tags }: Page): Thing {
  const scripts = tags.filter((tag) => tag.name === "script" && !tag.closing && tag.attributes.get("type") === "application/ld+json");
  return scripts.length === 1 ? (JSON.parse(scripts[0]?.text ?? "") as Thing) : {};
}

/** References to things of this site that the page they name does not describe: "claims/a/: https://…/actors/b/#actor". */
export function danglingIds(graphs: ReadonlyMap<string, Thing>, home: string): string[] {
  const described = new Set([...graphs].flatMap(([path, graph]) => describedIds(graph).map((id) => `${path} ${id}`)));
  return [...graphs].flatMap(([path, graph]) =>
    allIds(graph["@graph"])
      .map((id) => id.replace(/^snd:/, `${home}vocabulary/#`))
      .filter((id) => id.startsWith(home) && !described.has(`${id.slice(home.length).replace(/#.*$/, "")} ${id}`))
      .map((id) => `${path}: ${id}`),
  );
}

/** The things that a page describes: the page itself first. */
export function topThings(graph: Thing | undefined): Thing[] {
  return (graph?.["@graph"] ?? []) as Thing[];
}

export function typesOf(thing: Thing): string[] {
  return [thing["@type"]].flat().map(String);
}

/** Every object with a @type, however deep. */
export function typedThings(data: unknown): Thing[] {
  return objectsIn(data).filter((thing) => "@type" in thing);
}

/** Every @id, however deep, of what is described and of what is referred to. */
function allIds(data: unknown): string[] {
  return objectsIn(data).flatMap((thing) => (typeof thing["@id"] === "string" ? [thing["@id"]] : []));
}

/** Ids of what a page describes itself: of the graph, and the terms of a set of terms. */
function describedIds(graph: Thing): string[] {
  return topThings(graph).flatMap((thing) => allIds([{ "@id": thing["@id"] }, thing["hasDefinedTerm"] ?? []]));
}

function objectsIn(data: unknown): Thing[] {
  if (Array.isArray(data)) return data.flatMap(objectsIn);
  if (typeof data !== "object" || data === null) return [];
  const thing = data as Thing; // any object can be read by key
  return [thing, ...Object.values(thing).flatMap(objectsIn)];
}
