import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { casualtiesCsv } from "../../site/exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(casualtiesCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
