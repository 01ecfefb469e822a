import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";
import { exportDossier } from "../../site/exports.ts";

export const GET: APIRoute = async () => {
  const { published } = await loadSite();
  return new Response(exportDossier(published, urls), { headers: { "content-type": "application/json; charset=utf-8" } });
};
