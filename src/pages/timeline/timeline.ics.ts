import type { APIRoute } from "astro";
import { writeCalendar } from "../../feeds/calendar.ts";
import { loadSite } from "../../load/dossier.ts";
import { urls } from "../../load/urls.ts";

export const GET: APIRoute = async () => {
  const { dossier } = await loadSite();
  return new Response(writeCalendar(dossier, urls), { headers: { "content-type": "text/calendar; charset=utf-8" } });
};
