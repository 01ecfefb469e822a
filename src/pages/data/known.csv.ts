import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { knownCsv } from "../../site/known-export.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(knownCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
