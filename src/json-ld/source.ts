/** The pages that entries rest on. */
import type { CreativeWorkLeaf } from "schema-dts";
import type { SourceNode } from "../graph/nodes.ts";
import { pageTitle } from "../site/source-words.ts";
import type { Urls } from "../site/urls.ts";
import { dated } from "./dates.ts";
import { idOf, listed, refsTo } from "./ids.ts";
import type { OwnTerms } from "./vocabulary.ts";

export type SourceEntity = CreativeWorkLeaf & OwnTerms;

/** The page of a source, described in full. */
export function sourceEntity(source: SourceNode, urls: Urls): SourceEntity {
  const { archiveUrl, language } = source.data;
  return {
    ...sourceMention(source, urls),
    inLanguage: language,
    ...(archiveUrl && { archivedAt: archiveUrl }),
    ...listed("isBasedOn", refsTo(source.derivesFrom, urls)),
  };
}

/**
 * A page of somebody else as others cite it, at its own address. It has a name only where its title is known, and its publisher is text:
 * whether a person or a body publishes it is not on file.
 */
export function sourceMention(source: SourceNode, urls: Urls): SourceEntity {
  const { publisher, url } = source.data;
  const title = pageTitle(source);
  return {
    "@type": "CreativeWork",
    "@id": idOf(source, urls),
    ...(url && { url }),
    ...(title && { name: title }),
    publisher,
    ...dated("datePublished", source.published),
  };
}
