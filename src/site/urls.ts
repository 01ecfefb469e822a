/** The only place that knows the base path and how addresses are formed. */
import type { DossierNode } from "../graph/nodes.ts";
import { KINDS, type Kind } from "../model/kinds.ts";

export interface Urls {
  /** Address of an entry: hrefFor(claim) → "/news/claims/some-id/". */
  hrefFor(node: Pick<DossierNode, "kind" | "id">): string;
  /** Address of an index of a kind: indexOf("claim") → "/news/claims/". */
  indexOf(kind: Kind): string;
  /** Address of any page or file of the site: page("about/") → "/news/about/"; page("") is the home page. */
  page(path: string): string;
  /** The same with the origin: absolute("/news/about/") → "https://example.org/news/about/". */
  absolute(href: string): string;
}

/** @param base "/", "/news" or "/news/"; @param site the origin, "https://example.org". */
export function createUrls({ base, site }: { base: string; site: string }): Urls {
  const root = base.endsWith("/") ? base : `${base}/`;
  const page = (path: string) => root + path.replace(/^\//, "");
  return {
    hrefFor: ({ kind, id }) => page(`${KINDS[kind].path}/${id}/`),
    indexOf: (kind) => page(`${KINDS[kind].path}/`),
    page,
    absolute: (href) => new URL(href, site).href,
  };
}
