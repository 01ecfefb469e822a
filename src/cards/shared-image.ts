/** The picture of a page as the page names it to others. */
import type { Dossier, DossierNode } from "../graph/nodes.ts";
import type { SharedImage } from "../site/social-tags.ts";
import type { Urls } from "../site/urls.ts";
import { cardOf } from "./card.ts";
import { CARD } from "./drawing.ts";

export function sharedImage(node: DossierNode | undefined, dossier: Dossier, urls: Urls): SharedImage {
  const { path, alt } = cardOf(node, dossier);
  return { url: urls.absolute(urls.page(path)), ...CARD, alt };
}
