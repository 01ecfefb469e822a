/** The chart on an entry's page, as its data, what the columns of those mean, and the drawing, beside the page. */
import type { APIRoute, GetStaticPaths } from "astro";
import { drawEntry, hasDrawing } from "../../../components/draw-charts.ts";
import { formatEntryChart } from "../../../dataset/entry-charts.ts";
import { allNodes, type DossierNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { KINDS } from "../../../model/kinds.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  "metadata.json": "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};
type Format = keyof typeof TYPES;

export const getStaticPaths = (async () => {
  const { published } = await loadSite();
  const drawn = allNodes(published).filter((node) => hasDrawing(node, published.site));
  return drawn.flatMap((node) =>
    Object.keys(TYPES).map((format) => ({ params: { path: KINDS[node.kind].path, id: node.id, format }, props: { node } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ node: DossierNode }, { format: Format }> = async ({ props: { node }, params: { format } }) =>
  new Response(await bodyOf(node, format), { headers: { "content-type": TYPES[format] } });

async function bodyOf(node: DossierNode, format: Format): Promise<string | null> {
  const { site } = (await loadSite()).published;
  if (format === "svg") return drawEntry(node, site);
  const { csv, metadata } = formatEntryChart(node, site, urls);
  return format === "csv" ? csv : metadata;
}
