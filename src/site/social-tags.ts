/** How a link to a page looks where it is shared: Open Graph, and the one tag of Twitter's that Open Graph has no word for. */
import type { Day } from "../model/dates.ts";
import type { Site } from "../model/site.ts";

export interface SocialFacts {
  title: string;
  description: string;
  /** Absolute address of the page; null for one that has none of its own. */
  url: string | null;
  site: Site;
  /** Of an analysis that stands: when it was published, and last updated or corrected. */
  article: { published: Day; revised: Day | null } | undefined;
  image: SharedImage;
}

/** The picture of a page where a link to it is shared. */
export interface SharedImage {
  /** Absolute address. */
  url: string;
  /** Pixels. */
  width: number;
  height: number;
  /** What it shows, in words. */
  alt: string;
}

/** Attributes of a meta element. */
export type MetaTag = { property: string; content: string } | { name: string; content: string };

/** socialTags(facts) → [{ property: "og:type", content: "article" }, …] */
export function socialTags({ title, description, url, site, article, image }: SocialFacts): MetaTag[] {
  return [
    { property: "og:type", content: article ? "article" : "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    ...(url ? [{ property: "og:url", content: url }] : []),
    { property: "og:site_name", content: site.title },
    ...(article ? articleTags(article) : []),
    ...imageTags(image),
  ];
}

function imageTags({ url, width, height, alt }: SharedImage): MetaTag[] {
  return [
    { property: "og:image", content: url },
    { property: "og:image:width", content: String(width) },
    { property: "og:image:height", content: String(height) },
    { property: "og:image:alt", content: alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

function articleTags({ published, revised }: NonNullable<SocialFacts["article"]>): MetaTag[] {
  return [
    { property: "article:published_time", content: published },
    ...(revised ? [{ property: "article:modified_time", content: revised }] : []),
  ];
}
