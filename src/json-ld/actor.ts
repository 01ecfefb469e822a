/** People, bodies and countries. */
import type {
  CountryLeaf,
  GovernmentOrganizationLeaf,
  NewsMediaOrganizationLeaf,
  OrganizationLeaf,
  PersonLeaf,
  ThingLeaf,
} from "schema-dts";
import type { ActorNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import type { ActorKind } from "../model/actor.ts";
import type { Urls } from "../site/urls.ts";
import { idOf, listed } from "./ids.ts";

export type ActorEntity = PersonLeaf | GovernmentOrganizationLeaf | OrganizationLeaf | NewsMediaOrganizationLeaf | CountryLeaf | ThingLeaf;

/**
 * The unnamed are one person, a family, officials, or everybody killed on board: a type that fits all of them says nothing of them.
 * As a Person they would be one, as an Organization they would be said to be organised, which for some is the accusation itself.
 */
const TYPES = {
  person: "Person",
  government: "GovernmentOrganization",
  agency: "GovernmentOrganization",
  legislature: "GovernmentOrganization",
  "armed-group": "Organization",
  organisation: "Organization",
  "news-outlet": "NewsMediaOrganization",
  country: "Country",
  "unnamed-person": "Thing",
} as const satisfies Record<ActorKind, ActorEntity["@type"]>;

/**
 * An actor by its names alone. Its summary and relations stay on the page: much of what is said there is an allegation, and belongs with
 * whoever makes it. Roles stay there too: few are dated, and of those some are no offices.
 */
export function actorEntity(actor: ActorNode, url: string, urls: Urls): ActorEntity {
  const { kind, name, aliases = [], wikidata } = actor.data;
  return {
    "@type": TYPES[kind],
    "@id": idOf(actor, urls),
    url,
    name,
    ...listed("alternateName", kind === "unnamed-person" ? [] : aliases), // for those, words that a party calls them by
    ...(wikidata && { sameAs: `https://www.wikidata.org/wiki/${wikidata}` }),
  };
}

/** An actor as others speak of it: by @id and name. One that is withdrawn has its name alone. */
export function actorMention(actor: ActorNode, urls: Urls): ActorEntity {
  const { kind, name } = actor.data;
  return { "@type": TYPES[kind], ...(stands(actor) && { "@id": idOf(actor, urls) }), name };
}
