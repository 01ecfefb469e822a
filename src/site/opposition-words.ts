/** How the page of oppositions says who stands against whom. */
import type { ClaimNode } from "../graph/nodes.ts";
import type { Opposition } from "../graph/claim-standing.ts";
import type { Opponent, Oppositions } from "../graph/oppositions.ts";
import { claimNumber } from "./claim-words.ts";
import { capitalize, countOf, countWord } from "./words.ts";

/** relationTo(C27, …) → "Disputes C27", seen from the opponent. */
export function relationTo(head: ClaimNode, { direction }: Pick<Opponent, "direction">): string {
  const name = claimNumber(head) ?? "it";
  switch (direction) {
    case "disputes":
      return `Disputes ${name}`;
    case "disputed":
      return `Disputed by ${name}`;
    case "both":
      return `Disputes ${name}, and is disputed by it`;
  }
}

/** Before the names that stand beside a claim in a list: nobody is against it by what it says of others. */
export function beforeNames({ isDisputed }: Pick<Opposition, "isDisputed">): string {
  return isDisputed ? "Against" : "At odds with";
}

/** Name of a group on its page: "opp-c27". */
export function oppositionAnchor(head: ClaimNode): string {
  return `opp-${(claimNumber(head) ?? head.id).toLowerCase()}`;
}

/** The sentences under the page's heading, with every count of it. */
export function contestedStandfirst(claims: readonly ClaimNode[], oppositions: Oppositions): string {
  const contested = claims.filter((claim) => claim.data.status === "contested").length;
  const { pairs, byDevelopment, denied } = oppositions;
  const inPairs = contested - byDevelopment.length;
  if (contested + pairs + denied.length === 0) return "No claim on file is contested or denied.";
  return [
    `Of ${countOf(claims.length, "claim")} on file, ${countWord(contested)} ${contested === 1 ? "is" : "are"} contested and ${denied.length === 0 ? "none stands" : `${countWord(denied.length)} ${denied.length === 1 ? "stands" : "stand"}`} as denied.`,
    pairs > 0
      ? `Each pair stands here once: ${countOf(pairs, "opposition")} of one claim to another${inPairs > 0 ? `, in which ${countWord(inPairs)} of the contested claims take part` : ""}.`
      : "",
    byDevelopment.length > 0
      ? `${capitalize(countWord(byDevelopment.length))} ${byDevelopment.length === 1 ? "is" : "are"} contested by a later development alone.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
}
