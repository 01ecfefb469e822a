/** What machines that read texts should know of the site: https://llmstxt.org */
import type { APIRoute } from "astro";
import { DATASET_FOLDER } from "../dataset/version.ts";
import { loadSite } from "../load/dossier.ts";
import { urls } from "../load/urls.ts";
import { formatGuide } from "../site/machine-guide.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(formatGuide(dossier, urls, DATASET_FOLDER), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
