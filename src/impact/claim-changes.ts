/** Where claims stand, how many independent origins carry them and since when they were known, before and after a change. */
import { standingOn } from "../graph/claim-standing.ts";
import { isKnownBy } from "../graph/known-day.ts";
import { originsOnFile } from "../graph/origins.ts";
import type { ClaimNode } from "../graph/nodes.ts";
import type { Status } from "../model/claim.ts";
import type { Day } from "../model/dates.ts";
import type { Moved, Scope } from "./ledger-changes.ts";
import { nodePairs, type Pair } from "./pair-entries.ts";

export interface ClaimChange {
  claim: ClaimNode;
  /** Null where it did not move. */
  status: Moved<Status> | null;
  /** Days of articles on which it stands elsewhere though its field is the same, as it is where its support came or went. */
  standings: (Moved<Status> & { asOf: Day })[];
  origins: Moved<number> | null;
  known: Moved<Day | null> | null;
}

/** Claims on file on both sides of which something of this moved. */
export function compareClaims(pairs: readonly Pair[], scopes: readonly Scope[]): ClaimChange[] {
  return nodePairs(pairs, "claim").flatMap(({ before, after }) => {
    if (!before || !after) return [];
    const status = moved(before.data.status, after.data.status);
    const change = {
      claim: after,
      status,
      standings: status ? [] : compareStandings(before, after, scopes),
      origins: moved(originsOnFile(before.sources).length, originsOnFile(after.sources).length),
      known: moved(before.known, after.known),
    };
    return change.status || change.standings.length > 0 || change.origins || change.known ? [change] : [];
  });
}

function compareStandings(before: ClaimNode, after: ClaimNode, scopes: readonly Scope[]): ClaimChange["standings"] {
  return scopes.flatMap(({ asOf }) => {
    // A claim that was not yet on file stands nowhere on that day; that it comes or goes shows in its known day.
    if (asOf === null || !isKnownBy(before.known, asOf) || !isKnownBy(after.known, asOf)) return [];
    const change = moved(standingOn(before, asOf).status, standingOn(after, asOf).status);
    return change ? [{ ...change, asOf }] : [];
  });
}

function moved<T>(before: T, after: T): Moved<T> | null {
  return before === after ? null : { before, after };
}
