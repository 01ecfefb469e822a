/** What things are called: one @id for each, its page and a fragment, the same on every page that speaks of it. */
import type { IdReference } from "schema-dts";
import type { DossierNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import type { Urls } from "../site/urls.ts";

/** idOf({ kind: "actor", id: "ada-quill" }, urls) → "https://example.org/news/actors/ada-quill/#actor" */
export function idOf(node: Pick<DossierNode, "kind" | "id">, urls: Urls): string {
  return `${urls.absolute(urls.hrefFor(node))}#${node.kind}`;
}

/** idOnPage("data/", "dataset", urls) → "https://example.org/news/data/#dataset": what is no entry and has its page elsewhere. */
export function idOnPage(path: string, fragment: string, urls: Urls): string {
  return `${urls.absolute(urls.page(path))}#${fragment}`;
}

/** References to those that stand, each once: the page of a withdrawn entry describes nothing that could be referred to. */
export function refsTo(nodes: readonly DossierNode[], urls: Urls): IdReference[] {
  return [...new Set(nodes.filter(stands))].map((node) => ({ "@id": idOf(node, urls) }));
}

/** listed("about", [a]) → { about: [a] }; {} for an empty list. */
export function listed<K extends string, T>(property: K, values: readonly T[]): { [P in K]?: readonly T[] } {
  return values.length > 0 ? ({ [property]: values } as { [P in K]?: readonly T[] }) : {}; // a computed key loses its name
}
