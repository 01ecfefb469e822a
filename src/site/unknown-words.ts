/** What is not settled of claims, in words: it says what is not on file, and weighs nothing. */
import type { ClaimNode } from "../graph/nodes.ts";
import type { ClaimUnknowns } from "../graph/unknowns.ts";
import { capitalize, plural } from "./words.ts";

export interface UnknownClaims {
  /** "Contested" */
  heading: string;
  /** "42 of 129 claims" */
  count: string;
  lists: { note: string; claims: ClaimNode[] }[];
}

/** The lists of claims with something unsettled, in the order of the page; none where there is nothing. @param total claims on file. */
export function unknownClaimLists({ unsettled, unanswered, thinlySourced }: ClaimUnknowns, total: number): UnknownClaims[] {
  const row = (heading: string, lists: UnknownClaims["lists"]): UnknownClaims[] => {
    const count = lists.reduce((sum, { claims }) => sum + claims.length, 0);
    return count > 0 ? [{ heading, count: `${count} of ${plural(total, "claim")}`, lists }] : [];
  };
  const settling = "No later development on file confirms or replaces them, and no later claim takes their place.";
  return [
    ...unsettled.flatMap(({ status, claims }) => row(`${capitalize(status)}, not settled`, [{ note: settling, claims }])),
    ...row("Accusations without an answer on file", [
      {
        note: "No claim on file disputes or answers them, and no later development disputes or denies them.",
        claims: unanswered,
      },
    ]),
    ...row(
      "With a single origin, or none on file",
      thinlySourced.map(({ publisher, claims }) => ({
        note: publisher ? `Only origin on file: ${publisher}.` : "Whose text their sources carry is not on file.",
        claims,
      })),
    ),
  ];
}
