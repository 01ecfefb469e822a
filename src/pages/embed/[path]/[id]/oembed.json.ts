/** What a machine that was given the address of an entry needs to embed it. */
import type { APIRoute, GetStaticPaths } from "astro";
import { allNodes, type DossierNode } from "../../../../graph/nodes.ts";
import { loadSite } from "../../../../load/dossier.ts";
import { urls } from "../../../../load/urls.ts";
import { KINDS } from "../../../../model/kinds.ts";
import type { Site } from "../../../../model/site.ts";
import { canEmbed, embedOf, oembedOf } from "../../../../site/embed.ts";

export const getStaticPaths = (async () => {
  const { published } = await loadSite();
  return allNodes(published)
    .filter(canEmbed)
    .map((node) => ({ params: { path: KINDS[node.kind].path, id: node.id }, props: { node, site: published.site } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ node: DossierNode; site: Site }> = ({ props: { node, site } }) =>
  new Response(`${JSON.stringify(oembedOf(embedOf(node), site, urls))}\n`, {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
