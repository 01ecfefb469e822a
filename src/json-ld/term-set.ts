/** Our vocabulary as things, so that whoever follows a term finds what it means. */
import type { DefinedTermSetLeaf } from "schema-dts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import { idOnPage } from "./ids.ts";
import { PROPERTY_TERMS, RELATION_TERMS, STATUS_TERMS, vocabularyAddress } from "./vocabulary.ts";

export function termSet(site: Site, urls: Urls): DefinedTermSetLeaf {
  return {
    "@type": "DefinedTermSet",
    "@id": idOnPage("vocabulary/", "terms", urls),
    url: urls.absolute(urls.page("vocabulary/")),
    name: `Vocabulary of ${site.title}`,
    hasDefinedTerm: [...PROPERTY_TERMS, ...RELATION_TERMS, ...STATUS_TERMS].map(({ id, means }) => ({
      "@type": "DefinedTerm",
      "@id": vocabularyAddress(urls) + id,
      termCode: id,
      name: id,
      description: means,
    })),
  };
}
