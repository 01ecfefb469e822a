import type { APIRoute } from "astro";
import { writeOpml } from "../../feeds/opml.ts";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(writeOpml(dossier, urls), { headers: { "content-type": "text/x-opml; charset=utf-8" } });
};
