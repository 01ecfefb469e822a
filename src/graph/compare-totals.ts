/** Published totals against the ledger: all of them, those that differ, and what makes the ledger a range. */
import { tollOf, type Ledger, type Toll } from "./ledger.ts";
import type { Dossier, StrikeNode } from "./nodes.ts";
import { reconcileTotal, type Reconciliation } from "./reconcile.ts";

export interface TotalsComparison {
  /** Every published total, by day. */
  all: Reconciliation[];
  agreeing: Reconciliation[];
  differing: Reconciliation[];
  byMonth: { month: string; items: Reconciliation[]; differing: number }[];
  /** The one whose number of dead is farthest from our range; null when all of them lie inside it. */
  farthest: Reconciliation | null;
}

export function compareTotals(dossier: Dossier): TotalsComparison {
  const all = dossier.totals.map((total) => reconcileTotal(dossier, total));
  const byMonth = Map.groupBy(all, ({ total }) => total.data.asOf.slice(0, 7));
  const bySize = all.filter(({ killedGap }) => killedGap).sort((a, b) => Math.abs(b.killedGap ?? 0) - Math.abs(a.killedGap ?? 0));
  return {
    all,
    agreeing: all.filter(({ agrees }) => agrees),
    differing: all.filter(({ agrees }) => !agrees),
    byMonth: [...byMonth].map(([month, items]) => ({ month, items, differing: items.filter(({ agrees }) => !agrees).length })),
    farthest: bySize[0] ?? null,
  };
}

/** The strikes whose records give different numbers of dead: they are what makes the sum a range. */
export function strikesWithRange(ledger: Ledger): { strike: StrikeNode; toll: Toll }[] {
  return ledger.counted
    .map((strike) => ({ strike, toll: tollOf(strike, null) }))
    .filter(({ toll }) => toll.killed && toll.killed.min !== toll.killed.max);
}
