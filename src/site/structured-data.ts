/** What a page says to machines: schema.org as JSON-LD. A claim is never a review: the site gives no verdicts. */
import type { DossierNode } from "../graph/nodes.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { claimLine } from "./claim-words.ts";

export interface PageFacts {
  title: string;
  description: string;
  /** Absolute address of the page, and of the home page. */
  url: string;
  home: string;
  site: Site;
  /** The entry that the page is about, if it is one. */
  node: DossierNode | undefined;
  /** The way to the page from the home page; the page itself has no url. */
  steps: { name: string; url: string | undefined }[];
}

type Thing = Record<string, unknown> & { "@type": string };

/** One graph for a page: the site, the page, the way to it, and the entry it is about. */
export function structuredData({ title, description, url, home, site, node, steps }: PageFacts): { "@context": string; "@graph": Thing[] } {
  const website: Thing = { "@type": "WebSite", "@id": `${home}#site`, name: site.title, url: home, description: site.description };
  const page: Thing = {
    "@type": "WebPage",
    "@id": url,
    url,
    name: title,
    description,
    inLanguage: site.language,
    isPartOf: { "@id": `${home}#site` },
  };
  const thing = node && describe(node, url, site);
  const graph = [website, thing ? { ...page, mainEntity: { "@id": thing["@id"] } } : page];
  if (steps.length > 0) graph.push(breadcrumbs([{ name: site.title, url: home }, ...steps], url));
  return { "@context": "https://schema.org", "@graph": thing ? [...graph, thing] : graph };
}

function breadcrumbs(steps: readonly { name: string; url: string | undefined }[], url: string): Thing {
  const itemListElement = steps.map((step, i) => ({ "@type": "ListItem", position: i + 1, name: step.name, item: step.url ?? url }));
  return { "@type": "BreadcrumbList", itemListElement };
}

/** Kinds that schema.org has a type for; the others are pages and no more. */
function describe(node: DossierNode, url: string, site: Site): Thing | undefined {
  const id = `${url}#${KINDS[node.kind].path}`;
  switch (node.kind) {
    case "article": {
      const { title, standfirst, published, updated } = node.data;
      const dates = { datePublished: published, ...(updated ? { dateModified: updated } : {}) };
      const publisher = site.publisher.name ? { publisher: { "@type": "Organization", name: site.publisher.name } } : {};
      return { "@type": "AnalysisNewsArticle", "@id": id, url, headline: title, description: standfirst, ...dates, ...publisher };
    }
    case "claim":
      return {
        "@type": "Claim",
        "@id": id,
        url,
        text: claimLine(node),
        author: { "@type": typeOfActor(node.assertedBy.data.kind), name: node.assertedBy.data.name },
      };
    case "event":
      return { "@type": "Event", "@id": id, url, name: node.data.title, startDate: node.data.date.replace(/[~?%]/g, "") };
    case "actor":
      return { "@type": typeOfActor(node.data.kind), "@id": id, url, name: node.data.name };
    case "place":
      return { "@type": "Place", "@id": id, url, name: node.data.name };
    default:
      return undefined;
  }
}

function typeOfActor(kind: string): string {
  if (kind === "person" || kind === "unnamed-person") return "Person";
  return kind === "country" ? "Country" : "Organization";
}
