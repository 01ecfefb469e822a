import type { APIRoute } from "astro";
import { FORMATS, homeChannel, homeItems } from "../feeds/channels.ts";
import { writeFeed } from "../feeds/write-feed.ts";
import { loadSite } from "../load/dossier.ts";
import { urls } from "../load/urls.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  const { site } = dossier;
  const text = writeFeed("atom", homeChannel(site), homeItems(dossier, urls), site, urls);
  return new Response(text, { headers: { "content-type": `${FORMATS.atom.type}; charset=utf-8` } });
};
