/** Each entry as JSON and as Markdown, beside its page. */
import type { APIRoute, GetStaticPaths } from "astro";
import { allNodes, type Dossier, type DossierNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { KINDS } from "../../../model/kinds.ts";
import { entryMarkdown } from "../../../dataset/entry-markdown.ts";
import { exportOne } from "../../../dataset/entry-files.ts";

const FORMATS = ["json", "md"] as const;

interface Props {
  node: DossierNode;
  dossier: Dossier;
  format: (typeof FORMATS)[number];
}

export const getStaticPaths = (async () => {
  const { dossier, published } = await loadSite();
  return allNodes(published).flatMap((node) =>
    FORMATS.map((format) => ({
      params: { path: KINDS[node.kind].path, id: node.id, format },
      props: { node, dossier, format },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => {
  const { node, dossier, format } = props as Props; // of the paths above
  return format === "json"
    ? new Response(exportOne(node, urls), { headers: { "content-type": "application/json; charset=utf-8" } })
    : new Response(entryMarkdown(node, dossier, urls), { headers: { "content-type": "text/markdown; charset=utf-8" } });
};
