/** What stands against a claim, in a few words: for lists, where a claim is shown without its page. */
import { answersTo, canAnswer } from "../graph/claim-answers.ts";
import { contradictionsOf } from "../graph/exchange.ts";
import type { ActorNode, ClaimNode } from "../graph/nodes.ts";
import { nameInText, namesOf } from "./actor-words.ts";
import { listWords } from "./words.ts";

/** More speakers than these are counted. */
const NAMED = 2;

/**
 * replyWords(claim) → "answered by Petro", "disputed by Petro and Samper", "disputed by a later report"; "no answer on file" under an
 * accusation of somebody who could answer; "at odds with Trump" where it is this claim that disputes another; null where nothing has to be
 * said.
 */
export function replyWords(claim: ClaimNode): string | null {
  const answering = claim.about.filter((actor) => actor !== claim.assertedBy && isAnsweredBy(claim, actor));
  const disputes = claim.relations.filter(({ type, claim: other }) => type === "disputes" && other.assertedBy !== claim.assertedBy);
  const speakersOf = (isInverse: boolean) => [
    ...new Set(disputes.filter(({ inverse }) => inverse === isInverse).map((link) => link.claim.assertedBy)),
  ];
  const others = speakersOf(true).filter((actor) => !answering.includes(actor));
  const parts = [
    ...(answering.length > 0 ? [`answered by ${nameSome(answering)}`] : []),
    ...(others.length > 0 ? [`disputed by ${nameSome(others)}`] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  if (contradictionsOf(claim).length > 0) return "disputed by a later report";
  const disputed = speakersOf(false);
  if (disputed.length > 0) return `at odds with ${nameSome(disputed)}`;
  const isAnswerDue = claim.data.kind === "accusation" && claim.about.some((actor) => actor !== claim.assertedBy && canAnswer(actor));
  return isAnswerDue ? "no answer on file" : null;
}

/** standingWords(claim) → "contested · answered by Petro", or "asserted" where nothing has to be said. */
export function standingWords(claim: ClaimNode): string {
  return [claim.data.status, replyWords(claim) ?? []].flat().join(" · ");
}

function isAnsweredBy(claim: ClaimNode, actor: ActorNode): boolean {
  const { own, ownDevelopments } = answersTo(claim, actor, namesOf(actor));
  return own.length + ownDevelopments.length > 0;
}

function nameSome(actors: readonly ActorNode[]): string {
  const names = [...new Set(actors.map((actor) => (nameInText(actor) === "them" ? actor.data.name : nameInText(actor))))];
  const left = names.length - NAMED;
  return left > 0 ? `${names.slice(0, NAMED).join(", ")} and ${left} more` : listWords(names);
}
