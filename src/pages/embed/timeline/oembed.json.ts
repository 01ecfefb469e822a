import type { APIRoute } from "astro";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { oembedOf, TIMELINE_EMBED } from "../../../site/embed.ts";

export const GET: APIRoute = async () => {
  const { site } = (await loadSite()).dossier;
  return new Response(`${JSON.stringify(oembedOf(TIMELINE_EMBED, site, urls))}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
};
