/** How many published totals agree with the ledger, are lower bounds that it reaches, and differ from it. */
import type { Reconciliation } from "./reconcile.ts";

export interface TotalsTally {
  agreeing: number;
  /** Lower bounds below ours, with no other number that differs. */
  within: number;
  /** Differing, all of it explained by strikes and leads that are named. */
  explained: number;
  /** Differing, not explained or in part. */
  unexplained: number;
}

export function tallyTotals(items: readonly Pick<Reconciliation, "standing">[]): TotalsTally {
  const count = (...standings: Reconciliation["standing"][]) => items.filter(({ standing }) => standings.includes(standing)).length;
  return { agreeing: count("agrees"), within: count("within"), explained: count("named"), unexplained: count("unexplained", "open") };
}
