/** Analyses. */
import type { AnalysisNewsArticleLeaf, MergeLeafTypes, NewsArticleLeaf } from "schema-dts";
import { cardPath } from "../cards/card.ts";
import { revisedOn } from "../graph/correction-days.ts";
import { linkedIn } from "../graph/linked-in.ts";
import type { ArticleNode, Dossier, DossierNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import { idOf, listed, refsTo } from "./ids.ts";
import { publisherMention } from "./site.ts";

/** Both types are named, since not every reader of the broader one knows the narrower. */
export type ArticleEntity = MergeLeafTypes<[NewsArticleLeaf, AnalysisNewsArticleLeaf]>;

/** Kinds of entries whose pages describe what an analysis speaks of; of the others, sources are cited, and the rest are pages only. */
const MENTIONED: readonly DossierNode["kind"][] = ["claim", "event", "actor", "place", "article"];

/**
 * The byline is text: whether it names a person or a desk is not on file. Nobody is named where neither byline nor publisher is set.
 * What its text links is referred to by @id alone: a claim's words stand on its own page, with their speaker and status.
 * @param dossier with every entry on file, the withdrawn ones too.
 */
export function articleEntity(article: ArticleNode, dossier: Dossier, url: string, site: Site, urls: Urls): ArticleEntity {
  const { title, standfirst, byline, published, asOf } = article.data;
  const publisher = publisherMention(site, urls);
  const corrections = dossier.corrections.filter(stands);
  const revised = revisedOn(article, { corrections });
  const linked = linkedIn(article, dossier);
  return {
    "@type": ["NewsArticle", "AnalysisNewsArticle"],
    "@id": idOf(article, urls),
    url,
    headline: title,
    description: standfirst,
    image: urls.absolute(urls.page(cardPath(article))),
    datePublished: published,
    ...(revised && { dateModified: revised }),
    contentReferenceTime: asOf,
    ...(byline && { author: byline }),
    ...(publisher && { publisher }),
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(site.licence && { license: site.licence.url }),
    ...listed("citation", refsTo([...article.sources, ...linked.filter(({ kind }) => kind === "source")], urls)),
    ...listed(
      "mentions",
      refsTo(
        linked.filter(({ kind }) => MENTIONED.includes(kind)),
        urls,
      ),
    ),
  };
}

/** An analysis where another page shows it: enough to know it by, and where it stands. */
export function articleMention(article: ArticleNode, site: Site, urls: Urls): ArticleEntity {
  const { title, standfirst, published } = article.data;
  return {
    "@type": ["NewsArticle", "AnalysisNewsArticle"],
    "@id": idOf(article, urls),
    url: urls.absolute(urls.hrefFor(article)),
    headline: title,
    description: standfirst,
    datePublished: published,
    inLanguage: site.language,
  };
}
