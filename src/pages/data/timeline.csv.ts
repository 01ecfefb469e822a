import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";
import { timelineCsv } from "../../site/chart-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(timelineCsv(dossier, urls), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
