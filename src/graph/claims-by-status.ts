import { STATUSES, type Status } from "../model/claim.ts";
import type { ClaimNode } from "./nodes.ts";

export interface StatusGroup {
  status: Status;
  claims: ClaimNode[];
}

/** Every status in the site's order with its claims, also where there are none. */
export function claimsByStatus(claims: readonly ClaimNode[]): StatusGroup[] {
  return STATUSES.map((status) => ({ status, claims: claims.filter((claim) => claim.data.status === status) }));
}
