/** What other sites show of an entry: the code to embed it, and oEmbed for those who ask by machine. */
import { isStrike, type DossierNode } from "../graph/nodes.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { entryName } from "./claim-words.ts";
import type { SharedImage } from "./social-tags.ts";
import type { Urls } from "./urls.ts";

/** Pixels. A frame is as wide as there is room up to this; it asks its page for the height that it needs. */
const EMBED_WIDTH = 600;
const HEIGHTS = { claim: 400, event: 360, timeline: 580 };

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
    title: node.data.withdrawn ? `Withdrawn: ${KINDS[node.kind].one} ${node.id}` : name,
    height: node.kind === "claim" ? HEIGHTS.claim : HEIGHTS.event,
  };
}

export const TIMELINE_EMBED: Embed = { path: "embed/timeline/", title: "Timeline of the strikes", height: HEIGHTS.timeline };

/**
 * embedCode(embed, …) → "<iframe src=\"https://example.org/embed/claims/some-id/\" title=\"…\" …></iframe><script>…</script>". The script gives
 * the frame the height that its page tells (embed.client.ts); a site that allows none has the height given here, and the frame scrolls.
 */
export function embedCode({ path, title, height }: Embed, urls: Urls): string {
  const address = urls.absolute(urls.page(path));
  return `<iframe src="${address}" title="${escapeAttribute(title)}" width="${EMBED_WIDTH}" height="${height}" loading="lazy" style="border:0;max-width:100%"></iframe>\n${resizer(new URL(address).origin)}`;
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

function resizer(origin: string): string {
  const told = `e.origin==="${origin}"&&e.data?.type==="embed-height"`;
  const resize = `for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=e.data.height`;
  return `<script>addEventListener("message",e=>{if(${told})${resize}})</script>`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
