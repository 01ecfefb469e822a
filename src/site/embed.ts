/** What other sites show of an entry: the code to embed it, and oEmbed for those who ask by machine. */
import { isStrike, type DossierNode } from "../graph/nodes.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { entryName } from "./claim-words.ts";
import type { SharedImage } from "./social-tags.ts";
import type { Urls } from "./urls.ts";

/** Pixels. A frame is as wide as there is room up to this; it asks its page for the height that it needs. */
const EMBED_WIDTH = 600;
const HEIGHTS = { claim: 280, event: 320, timeline: 560 };

export interface Embed {
  /** Path of the frame's page: "embed/claims/some-id/". */
  path: string;
  title: string;
  height: number;
}

/** Claims and strikes can be embedded, the withdrawn too: their frames say that they are. */
export function canEmbed(node: DossierNode): boolean {
  return node.kind === "claim" || (node.kind === "event" && isStrike(node));
}

export function embedOf(node: DossierNode): Embed {
  const path = `embed/${KINDS[node.kind].path}/${node.id}/`;
  const name = entryName(node);
  return {
    path,
    title: node.data.withdrawn ? `Withdrawn: ${node.id}` : name,
    height: node.kind === "claim" ? HEIGHTS.claim : HEIGHTS.event,
  };
}

export const TIMELINE_EMBED: Embed = { path: "embed/timeline/", title: "Timeline of the strikes", height: HEIGHTS.timeline };

/** embedCode(embed, …) → "<iframe src=\"https://example.org/embed/claims/some-id/\" title=\"…\" …></iframe>" */
export function embedCode({ path, title, height }: Embed, urls: Urls): string {
  const address = urls.absolute(urls.page(path));
  return `<iframe src="${address}" title="${escapeAttribute(title)}" width="${EMBED_WIDTH}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
}

/** https://oembed.com, type “rich”. @param image for who shows a link and not the frame */
export function oembedOf(embed: Embed, image: SharedImage, site: Site, urls: Urls): object {
  return {
    version: "1.0",
    type: "rich",
    title: embed.title,
    provider_name: site.title,
    provider_url: urls.absolute(urls.page("")),
    html: embedCode(embed, urls),
    width: EMBED_WIDTH,
    height: embed.height,
    thumbnail_url: image.url,
    thumbnail_width: image.width,
    thumbnail_height: image.height,
  };
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
