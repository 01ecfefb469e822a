/** The feeds of the site, each as Atom, RSS and JSON Feed. */
import type { APIRoute, GetStaticPaths } from "astro";
import { channelItems, channelOf, FORMAT_NAMES, FORMATS, SITE_CHANNELS, type Format, type SiteChannel } from "../../../feeds/channels.ts";
import { writeFeed } from "../../../feeds/write-feed.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";

interface Props {
  name: SiteChannel;
  format: Format;
}

export const getStaticPaths = (() =>
  SITE_CHANNELS.flatMap((name) =>
    FORMAT_NAMES.map((format) => ({ params: { name, file: FORMATS[format].file }, props: { name, format } satisfies Props })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { name, format } }) => {
  const { dossier } = await loadSite();
  const { site } = dossier;
  const text = writeFeed(format, channelOf(name, site), channelItems(name, dossier, urls), site, urls);
  return new Response(text, { headers: { "content-type": `${FORMATS[format].type}; charset=utf-8` } });
};
