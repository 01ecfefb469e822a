import type { APIRoute } from "astro";
import { sharedImage } from "../../../cards/shared-image.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { oembedOf, TIMELINE_EMBED } from "../../../site/embed.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(`${JSON.stringify(oembedOf(TIMELINE_EMBED, sharedImage(undefined, dossier, urls), dossier.site, urls))}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
};
