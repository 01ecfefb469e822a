/** How the status of a claim changed as more was published. */
import type { Status } from "../model/claim.ts";
import type { Day } from "../model/dates.ts";
import { standingOn } from "./claim-standing.ts";
import type { ClaimNode } from "./nodes.ts";

/**
 * From which day the claim had which status, by what was published then; the last one is that of the whole record.
 * statusHistory(claim) → [["2025-10-19", "asserted"], ["2025-10-20", "contested"]]
 */
export function statusHistory(claim: ClaimNode): [Day, Status][] {
  const days = [
    claim.known,
    ...claim.sources.map(({ known }) => known),
    ...claim.developments.map(({ known }) => known),
    ...claim.relations.map(({ claim: other }) => other.known),
  ].filter((day) => day !== null && claim.known !== null && day >= claim.known);
  const history: [Day, Status][] = [];
  for (const day of [...new Set(days)].filter((one) => one !== null).sort()) {
    const { status } = standingOn(claim, day);
    if (history.at(-1)?.[1] !== status) history.push([day, status]);
  }
  const { status } = standingOn(claim, null);
  if (history.at(-1)?.[1] !== status) history.push(["9999-12-31", status]); // what no dated source supports
  return history;
}
