import type { Status } from "../model/claim.ts";
import type { ClaimNode } from "./nodes.ts";

/** A longer sentence than this makes a poor example. */
const SHORT = 140;

/**
 * A claim that shows what a status looks like: the first by number of few words, and where there is one, neither an accusation nor
 * about a person. Undefined when no claim has the status.
 */
export function findStatusExample(claims: readonly ClaimNode[], status: Status): ClaimNode | undefined {
  const fit = claims.filter((claim) => claim.data.status === status && !claim.data.withdrawn);
  const unaccusing = fit.filter((claim) => claim.data.kind !== "accusation");
  const impersonal = unaccusing.filter((claim) => claim.about.every((actor) => actor.data.kind !== "person"));
  const isShort = (claim: ClaimNode) => claim.data.text.length <= SHORT;
  return impersonal.find(isShort) ?? unaccusing.find(isShort) ?? unaccusing[0] ?? fit[0];
}
