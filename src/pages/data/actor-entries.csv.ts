import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { actorEntriesCsv } from "../../site/actor-exports.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(actorEntriesCsv(dossier), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
