import type { APIRoute } from "astro";
import { loadSite } from "../load/dossier.ts";
import { urls } from "../load/urls.ts";
import { buildFeed } from "../site/feed.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(buildFeed(dossier, urls), { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
