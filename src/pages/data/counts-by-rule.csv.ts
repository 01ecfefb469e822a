import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { countsByRuleCsv } from "../../site/count-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(countsByRuleCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
