/** The chart on an entry's page, as its data, what the columns of those mean, and the drawing, beside the page. */
import type { APIRoute, GetStaticPaths } from "astro";
import { drawEntry } from "../../../components/draw-charts.ts";
import { formatEntryChart } from "../../../dataset/entry-charts.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { KINDS } from "../../../model/kinds.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  "metadata.json": "application/json; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
};

export const getStaticPaths = (async () => {
  const { published, nodes } = await loadSite();
  const drawn = await Promise.all(nodes.map(async (node) => ({ node, svg: await drawEntry(node, published.site) })));
  return drawn.flatMap(({ node, svg }) => {
    if (svg === null) return [];
    const { csv, metadata } = formatEntryChart(node, published.site, urls);
    const bodies = { csv, "metadata.json": metadata, svg };
    return Object.entries(bodies).map(([format, body]) => ({
      params: { path: KINDS[node.kind].path, id: node.id, format },
      props: { body },
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ body: string }, { format: keyof typeof TYPES }> = ({ props, params }) =>
  new Response(props.body, { headers: { "content-type": TYPES[params.format] } });
