import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { claimsAboutCsv } from "../../site/claim-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(claimsAboutCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
