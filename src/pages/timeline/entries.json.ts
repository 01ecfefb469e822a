/** The entries as the timeline's script takes them where the page does not carry them itself. */
import { loadSite } from "../../load/dossier.ts";
import { timelineData } from "../../timeline/timeline-data.ts";

export async function GET(): Promise<Response> {
  const { dossier } = await loadSite();
  return Response.json(timelineData(dossier).events);
}
