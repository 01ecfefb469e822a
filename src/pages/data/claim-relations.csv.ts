import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { claimRelationsCsv } from "../../site/claim-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(claimRelationsCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
