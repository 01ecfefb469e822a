import type { APIRoute } from "astro";
import { loadSite } from "../../load/dossier.ts";
import { searchDocuments } from "../../search/documents.ts";
import { formatTexts } from "../../search/index-file.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(formatTexts(searchDocuments(dossier)), { headers: { "content-type": "application/json; charset=utf-8" } });
};
