import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { placesCsv } from "../../site/chart-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(placesCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
