/** What links to an entry show before they are followed: a file beside each entry's page, fetched when a link is pointed at. */
import type { APIRoute, GetStaticPaths } from "astro";
import { allNodes, type DossierNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { KINDS } from "../../../model/kinds.ts";
import { previewOf } from "../../../site/preview.ts";

export const getStaticPaths = (async () => {
  const { dossier, published } = await loadSite();
  const { language } = dossier.site;
  return allNodes(published).map((node) => ({ params: { path: KINDS[node.kind].path, id: node.id }, props: { node, language } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ node: DossierNode; language: string }> = ({ props }) =>
  new Response(JSON.stringify(previewOf(props.node, props.language)), { headers: { "content-type": "application/json; charset=utf-8" } });
