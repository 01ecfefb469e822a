/** What a page says to machines: schema.org as JSON-LD, one graph for each page. */
import type {
  BreadcrumbListLeaf,
  DatasetLeaf,
  DefinedTermSetLeaf,
  NewsMediaOrganizationLeaf,
  PlaceLeaf,
  WebPageLeaf,
  WebSiteLeaf,
} from "schema-dts";
import type { Dossier, DossierNode } from "../graph/nodes.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import { actorEntity, type ActorEntity } from "./actor.ts";
import { articleEntity, type ArticleEntity } from "./article.ts";
import { breadcrumbList, type Step } from "./breadcrumbs.ts";
import { claimEntity, type ClaimEntity } from "./claim.ts";
import { eventEntity, type EventEntity } from "./event.ts";
import { placeEntity } from "./place.ts";
import { publisherEntity, siteEntity, siteId } from "./site.ts";
import { sourceEntity, type SourceEntity } from "./source.ts";
import { vocabularyAddress } from "./vocabulary.ts";

/** What a page can be about. */
export type Entity = ActorEntity | ArticleEntity | ClaimEntity | EventEntity | PlaceLeaf | SourceEntity | DatasetLeaf | DefinedTermSetLeaf;

export interface PageFacts {
  title: string;
  description: string;
  /** Absolute address of the page. */
  url: string;
  site: Site;
  /** The entry that the page is about, if it is one that stands. */
  node: DossierNode | undefined;
  /** Every entry on file: an analysis refers to those that its text links. */
  published: Dossier;
  /** What the page is about, if it is no entry's. */
  entity: Entity | undefined;
  /** The way to the page from the home page, which comes before them. */
  steps: readonly Step[];
}

export interface PageGraph {
  "@context": readonly ["https://schema.org", { snd: string }];
  "@graph": readonly (WebPageLeaf | WebSiteLeaf | NewsMediaOrganizationLeaf | BreadcrumbListLeaf | Entity)[];
}

/** The page, the way to it, and what it is about; on the home page the site and its publisher. */
export function pageGraph(facts: PageFacts, urls: Urls): PageGraph {
  const { title, description, url, site, node, steps } = facts;
  const home = urls.absolute(urls.page(""));
  const entity = facts.entity ?? (node && entityOf(node, facts, urls));
  const breadcrumbs = steps.length > 0 ? breadcrumbList([{ name: site.title, url: home }, ...steps], url) : null;
  const page: WebPageLeaf = {
    "@type": "WebPage",
    "@id": `${url}#page`,
    url,
    name: title,
    description,
    inLanguage: site.language,
    isPartOf: { "@id": siteId(urls) },
    ...(breadcrumbs && { breadcrumb: { "@id": `${url}#breadcrumbs` } }),
    ...(entity?.["@id"] && { mainEntity: { "@id": entity["@id"] } }),
  };
  const onHome = url === home ? [siteEntity(site, urls), publisherEntity(site, urls)] : [];
  return {
    "@context": ["https://schema.org", { snd: vocabularyAddress(urls) }],
    "@graph": [page, ...onHome, breadcrumbs, entity].filter((thing) => thing != null),
  };
}

/** formatGraph(graph) → JSON for a script element: "<" could end the element, and JSON may write it as an escape. */
export function formatGraph(graph: PageGraph): string {
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}

/** Kinds that schema.org has a type for; the others are pages and no more. */
function entityOf(node: DossierNode, { published, url, site }: PageFacts, urls: Urls): Entity | undefined {
  switch (node.kind) {
    case "article":
      return articleEntity(node, published, url, site, urls);
    case "claim":
      return claimEntity(node, url, urls);
    case "event":
      return eventEntity(node, url, urls);
    case "actor":
      return actorEntity(node, url, urls);
    case "place":
      return placeEntity(node, url, urls);
    case "source":
      return sourceEntity(node, urls);
    case "total":
    case "series":
    case "correction":
    case "lead":
      return undefined;
  }
}
