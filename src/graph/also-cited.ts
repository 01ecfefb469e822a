/** The sources that a page names beside those of its own list: of other claims on it, of rows, open questions and texts. Paper lists them too. */
import { recordOf } from "./actor-record.ts";
import { standingOn } from "./claim-standing.ts";
import type { ActorNode, ArticleNode, ClaimNode, Dossier, DossierNode, EventNode, SourceNode } from "./nodes.ts";
import { answerFor, onceFor } from "./once-for.ts";

/** So many sources are named in a row or a note; more are only counted. */
export const NAMED_SOURCES = 2;

/** Those of `named` and those that the text of `node` links, without `listed`, each once. */
export function alsoCited(
  node: ActorNode | ArticleNode | ClaimNode | EventNode,
  { named, listed, published }: { named: readonly SourceNode[]; listed: readonly SourceNode[]; published: Dossier },
): SourceNode[] {
  const found = new Set([...named, ...linkedFrom(published, node)]);
  for (const source of listed) found.delete(source);
  return [...found];
}

/** By entry, the sources that its text links. */
const linkedSources = onceFor(({ sources }: Dossier): Map<DossierNode, SourceNode[]> => {
  const pairs = sources.flatMap((source) => [...new Set(source.backlinks.map(({ from }) => from))].map((from) => ({ from, source })));
  return new Map([...Map.groupBy(pairs, ({ from }) => from)].map(([from, list]) => [from, list.map(({ source }) => source)]));
});

const linkedFrom = answerFor("linked sources", (published: Dossier, node: DossierNode) => linkedSources(published).get(node) ?? []);

/** Sources of the claims in the exchange around a claim, of its figures and of what came later. */
export function namedOnClaim(claim: ClaimNode): SourceNode[] {
  return [
    ...claim.relations.flatMap((link) => link.claim.sources),
    ...claim.developments.flatMap(({ sources }) => sources),
    ...claim.figures.flatMap(({ source }) => source ?? []),
  ];
}

/** Sources of the open questions that touch an event. */
export function namedOnEvent({ leads }: EventNode): SourceNode[] {
  return leads.flatMap(({ sources }) => sources);
}

/** Sources in the rows of an actor's record. */
export function namedOnActor(actor: ActorNode): SourceNode[] {
  return recordOf(actor).flatMap(({ event }) => event.sources.slice(0, NAMED_SOURCES));
}

/** Sources in the notes of an article on the claims that its text links. */
export function namedInNotes(claims: readonly ClaimNode[], { data }: ArticleNode): SourceNode[] {
  return claims.flatMap((claim) => standingOn(claim, data.asOf).sources.slice(0, NAMED_SOURCES));
}
