/** An analysis for reference managers: citation.bib and citation.json (CSL-JSON). */
import type { APIRoute, GetStaticPaths } from "astro";
import type { ArticleNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";
import { bibtexOf, cslOf } from "../../../site/cite.ts";

const FORMATS = ["bib", "json"] as const;

interface Props {
  article: ArticleNode;
  format: (typeof FORMATS)[number];
}

export const getStaticPaths = (async () => {
  const { dossier } = await loadSite();
  return dossier.articles.flatMap((article) =>
    FORMATS.map((format) => ({ params: { id: article.id, format }, props: { article, format } satisfies Props })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { article, format } }) => {
  const { dossier } = await loadSite();
  const item = cslOf(article, dossier, urls.absolute(urls.hrefFor(article)));
  return format === "bib"
    ? new Response(bibtexOf(item), { headers: { "content-type": "application/x-bibtex; charset=utf-8" } })
    : new Response(`${JSON.stringify([item], null, 2)}\n`, { headers: { "content-type": "application/vnd.citationstyles.csl+json" } });
};
