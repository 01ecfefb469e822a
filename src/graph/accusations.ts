/** The accusations that name a person, and how they stand in this record. */
import type { Status } from "../model/claim.ts";
import { STATUSES } from "../model/claim.ts";
import { answersTo, isAnswered } from "./claim-answers.ts";
import type { ActorNode, ActorRelation, ClaimNode } from "./nodes.ts";

export interface Accusations {
  claims: ClaimNode[];
  statuses: { status: Status; count: number }[];
  answered: number;
  /** Charges and sanctions on file, as relations. */
  measures: ActorRelation[];
}

/** Relations that put an actor on the speaker's side: named with the claim as its voice, not as its target. */
const SAME_SIDE = ["leads", "head-of-state-of", "government-of", "represents", "works-for", "member-of", "part-of", "owns"];
const MEASURES = ["charges", "sanctions"];

/** Null for actors that are no persons, and for persons whom no accusation names. */
export function accusationsOf(actor: ActorNode, names: readonly string[]): Accusations | null {
  if (!isPerson(actor)) return null;
  const claims = actor.claimsAbout.filter((claim) => accusedIn(claim).includes(actor));
  if (claims.length === 0) return null;
  const statuses = STATUSES.map((status) => ({ status, count: claims.filter((claim) => claim.data.status === status).length }));
  return {
    claims,
    statuses: statuses.filter(({ count }) => count > 0),
    answered: claims.filter((claim) => isAnswered(answersTo(claim, actor, names))).length,
    measures: actor.relations.filter(({ type, inverse }) => inverse && MEASURES.includes(type)),
  };
}

/** The persons whom a claim accuses, named or not; none when it is no accusation. */
export function accusedIn(claim: ClaimNode): ActorNode[] {
  return claim.data.kind === "accusation" ? claim.about.filter((actor) => isPerson(actor) && isTarget(actor, claim)) : [];
}

function isPerson(actor: ActorNode): boolean {
  return actor.data.kind === "person" || actor.data.kind === "unnamed-person";
}

/** An accusation may also name its speaker's own people, and those whom somebody else is accused of having killed. */
function isTarget(actor: ActorNode, claim: ClaimNode): boolean {
  const { assertedBy, about } = claim;
  const isSpeaker =
    assertedBy === actor || actor.relations.some((relation) => relation.actor === assertedBy && SAME_SIDE.includes(relation.type));
  const isVictim = actor.relations.some(
    (relation) => relation.type === "reported-killed-by" && !relation.inverse && about.includes(relation.actor),
  );
  return !isSpeaker && !isVictim;
}
