/** What an actor, and what others, have on file against or in reply to a claim about that actor. */
import { compareDates } from "../model/dates.ts";
import type { ActorNode, ClaimLink, ClaimNode, LinkedDevelopment } from "./nodes.ts";

export interface Answers {
  /** Claims by the actor that dispute the claim or respond to it. */
  own: ClaimNode[];
  /** Later developments in which the actor disputes or denies it. */
  ownDevelopments: LinkedDevelopment[];
  /** Claims by the actor that came first, and that this claim disputes or responds to. */
  repliesTo: { label: string; claim: ClaimNode }[];
  /** Claims by third parties that dispute it. */
  byOthers: ClaimNode[];
  /** Later developments that dispute it, by somebody else. */
  otherDevelopments: LinkedDevelopment[];
}

/**
 * A reply is recognised by the relation between the two claims. Disputes are mutual and written at one end only: there the
 * later of the two is the answer.
 * @param names how texts call the actor; a development that disputes the claim is the actor's own when it begins with one.
 */
export function answersTo(claim: ClaimNode, actor: ActorNode, names: readonly string[]): Answers {
  const replies = claim.relations.filter(({ type }) => type === "disputes" || type === "responds-to");
  const ofActor = replies.filter((link) => link.claim.assertedBy === actor);
  const own = unique(ofActor.filter((link) => isAnswer(link, claim)).map((link) => link.claim));
  const repliesTo = ofActor.filter((link) => !link.inverse && !own.includes(link.claim));
  const against = claim.developments.filter(({ effect }) => effect === "disputes" || effect === "denies");
  const isOwn = ({ effect, summary }: LinkedDevelopment) => canAnswer(actor) && (effect === "denies" || opensWith(summary, names));
  const others = replies.filter(
    ({ type, claim: other }) => type === "disputes" && other.assertedBy !== actor && other.assertedBy !== claim.assertedBy,
  );
  return {
    own,
    ownDevelopments: against.filter(isOwn),
    repliesTo: repliesTo.map((link) => ({ label: link.label, claim: link.claim })),
    byOthers: unique(others.map((link) => link.claim)),
    otherDevelopments: against.filter((development) => !isOwn(development)),
  };
}

export function isAnswered({ own, ownDevelopments }: Answers): boolean {
  return own.length > 0 || ownDevelopments.length > 0;
}

/** A country does not speak for itself, and those reported killed cannot: of them no answer is expected. */
export function canAnswer(actor: ActorNode): boolean {
  return actor.data.kind !== "country" && !actor.relations.some(({ type, inverse }) => type === "reported-killed-by" && !inverse);
}

function isAnswer(link: ClaimLink, claim: ClaimNode): boolean {
  return link.inverse || (link.type === "disputes" && compareDates(link.claim.date, claim.date) > 0);
}

/** opensWith("Petro disputed the accusation.", ["Petro"]) → true; "Petro’s family disputed it." → false. */
function opensWith(text: string, names: readonly string[]): boolean {
  const start = text.replace(/^The /, "");
  return names.map((name) => name.replace(/^the /i, "")).some((name) => start.startsWith(`${name} `) || start.startsWith(`${name},`));
}

function unique<T>(items: T[]): T[] {
  return [...new Set(items)];
}
