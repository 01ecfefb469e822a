import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { sensitivityCsv } from "../../site/count-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(sensitivityCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
