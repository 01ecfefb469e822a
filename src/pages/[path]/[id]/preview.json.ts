/** What links to an entry show before they are followed: a file beside each entry's page, fetched when a link is pointed at. */
import type { APIRoute, GetStaticPaths } from "astro";
import { allNodes, type DossierNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { KINDS } from "../../../model/kinds.ts";
import { previewOf } from "../../../site/preview.ts";

export const getStaticPaths = (async () => {
  const { published } = await loadSite();
  return allNodes(published).map((node) => ({ params: { path: KINDS[node.kind].path, id: node.id }, props: { node } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ node: DossierNode }> = ({ props }) =>
  new Response(JSON.stringify(previewOf(props.node)), { headers: { "content-type": "application/json; charset=utf-8" } });
