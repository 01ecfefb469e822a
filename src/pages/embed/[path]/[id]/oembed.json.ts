/** What a machine that was given the address of an entry needs to embed it. */
import type { APIRoute, GetStaticPaths } from "astro";
import { sharedImage } from "../../../../cards/shared-image.ts";
import { allNodes, type Dossier, type DossierNode } from "../../../../graph/nodes.ts";
import { loadSite } from "../../../../load/dossier.ts";
import { urls } from "../../../../load/urls.ts";
import { KINDS } from "../../../../model/kinds.ts";
import { canEmbed, embedOf, oembedOf } from "../../../../site/embed.ts";

export const getStaticPaths = (async () => {
  const { published } = await loadSite();
  return allNodes(published)
    .filter(canEmbed)
    .map((node) => ({ params: { path: KINDS[node.kind].path, id: node.id }, props: { node, dossier: published } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ node: DossierNode; dossier: Dossier }> = ({ props: { node, dossier } }) =>
  new Response(`${JSON.stringify(oembedOf(embedOf(node), sharedImage(node, dossier, urls), dossier.site, urls))}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
