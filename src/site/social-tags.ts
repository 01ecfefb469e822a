/** How a link to a page looks where it is shared: Open Graph, and the one tag of Twitter's that Open Graph has no word for. */
import type { ArticleData } from "../model/article.ts";
import type { Site } from "../model/site.ts";

export interface SocialFacts {
  title: string;
  description: string;
  /** Absolute address of the page; null for one that has none of its own. */
  url: string | null;
  site: Site;
  /** Set on the page of an analysis that stands. */
  article: ArticleData | undefined;
}

/** Attributes of a meta element. */
export type MetaTag = { property: string; content: string } | { name: string; content: string };

/** socialTags(facts) → [{ property: "og:type", content: "article" }, …] */
export function socialTags({ title, description, url, site, article }: SocialFacts): MetaTag[] {
  return [
    { property: "og:type", content: article ? "article" : "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    ...(url ? [{ property: "og:url", content: url }] : []),
    { property: "og:site_name", content: site.title },
    ...(article ? articleTags(article) : []),
    ...imageTags(),
  ];
}

/** No page has a picture for sharing. One that has gets og:image, its width, height and og:image:alt here, and the card “summary_large_image”. */
function imageTags(): MetaTag[] {
  return [{ name: "twitter:card", content: "summary" }];
}

function articleTags({ published, updated }: ArticleData): MetaTag[] {
  return [
    { property: "article:published_time", content: published },
    ...(updated ? [{ property: "article:modified_time", content: updated }] : []),
  ];
}
