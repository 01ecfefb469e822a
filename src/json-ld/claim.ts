/** Claims: who says what, where it is published, what stands against it. Never a ClaimReview: the site gives no verdicts. */
import type { ClaimLeaf, IdReference, Organization, Person } from "schema-dts";
import type { ClaimNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { CLAIM_RELATIONS, type ClaimRelation } from "../model/claim.ts";
import { claimLine } from "../site/claim-words.ts";
import { replyWords } from "../site/reply-words.ts";
import type { Urls } from "../site/urls.ts";
import { actorMention, type ActorEntity } from "./actor.ts";
import { dated } from "./dates.ts";
import { idOf, listed, refsTo } from "./ids.ts";
import { sourceMention } from "./source.ts";
import { relationId, statusTerm, type OwnTerms } from "./vocabulary.ts";

export type ClaimEntity = ClaimLeaf & OwnTerms;

/** schema.org expects these two; countries and the unnamed speak as well. */
type Author = Exclude<Person | Organization, string>;

/** The text names its speaker, and with it stand the status and what is answered: so nobody takes an accusation without them. */
export function claimEntity(claim: ClaimNode, url: string, urls: Urls): ClaimEntity {
  const reply = replyWords(claim);
  const actors = claim.about.filter(stands).map((actor) => actorMention(actor, urls));
  const appearances = claim.sources.filter(stands).map((source) => sourceMention(source, urls));
  return {
    "@type": "Claim",
    "@id": idOf(claim, urls),
    url,
    text: claimLine(claim),
    author: actorMention(claim.assertedBy, urls) as Author,
    ...dated("datePublished", claim.date),
    ...listed<"about", ActorEntity | IdReference>("about", [...actors, ...refsTo(claim.on, urls)]),
    ...listed("appearance", appearances),
    ...listed("citation", refsTo(laterSources(claim), urls)),
    "snd:status": statusTerm(claim.data.status),
    ...(reply && { "snd:reply": reply }),
    ...relationsOf(claim, urls),
  };
}

/** Sources of its figures and later developments that are not among those in which the claim itself stands. */
function laterSources(claim: ClaimNode) {
  const later = [...claim.figures.flatMap(({ source }) => source ?? []), ...claim.developments.flatMap(({ sources }) => sources)];
  return later.filter((source) => !claim.sources.includes(source));
}

/** Links to other claims from both ends: { "snd:disputes": […], "snd:answeredBy": […] }. */
function relationsOf(claim: ClaimNode, urls: Urls): OwnTerms {
  const ends = (Object.keys(CLAIM_RELATIONS) as ClaimRelation[]).flatMap((type) => [
    { type, inverse: false },
    { type, inverse: true },
  ]);
  const lists = ends.map(({ type, inverse }) => {
    const links = claim.relations.filter((link) => link.type === type && link.inverse === inverse);
    return listed(
      `snd:${relationId(type, inverse ? "there" : "here")}`,
      refsTo(
        links.map((link) => link.claim),
        urls,
      ),
    );
  });
  return Object.assign({}, ...lists) as OwnTerms; // relationId() gives the names of OwnTerms
}
