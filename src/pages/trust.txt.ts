/** `/trust.txt` */
import type { APIRoute } from "astro";
import { loadSite } from "../load/dossier.ts";
import { urls } from "../load/urls.ts";
import { formatTrust } from "../site/well-known.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(formatTrust(dossier.site, urls), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
