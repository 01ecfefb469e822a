/** Published totals against the ledger: all of them, those that differ, and what makes the ledger a range. */
import { DEFAULT_RULE } from "../model/counting.ts";
import { ruleAt } from "./counting-rules.ts";
import { tollOf, type Ledger, type Toll } from "./ledger.ts";
import type { Counting, Dossier, StrikeNode } from "./nodes.ts";
import { distanceToRange, reconcileTotal, type Reconciliation } from "./reconcile.ts";
import { tallyTotals, type TotalsTally } from "./tally-totals.ts";

export interface TotalsComparison {
  /** Every published total, by day. */
  all: Reconciliation[];
  tally: TotalsTally;
  differing: Reconciliation[];
  byMonth: { month: string; items: Reconciliation[]; tally: TotalsTally }[];
  /** The one whose number of dead is farthest from our range by every record; null when all lie inside it or are lower bounds below it. */
  farthest: Reconciliation | null;
}

export function compareTotals(dossier: Dossier): TotalsComparison {
  const all = dossier.totals.map((total) => reconcileTotal(dossier, total));
  const byMonth = Map.groupBy(all, ({ total }) => total.data.asOf.slice(0, 7));
  const distance = (item: Reconciliation) => Math.abs(distanceToRange(item) ?? 0);
  const bySize = all.filter((item) => distance(item) > 0).sort((a, b) => distance(b) - distance(a));
  return {
    all,
    tally: tallyTotals(all),
    differing: all.filter(({ differs }) => differs),
    byMonth: [...byMonth].map(([month, items]) => ({ month, items, tally: tallyTotals(items) })),
    farthest: bySize[0] ?? null,
  };
}

/** The strikes whose records give different numbers of dead by a counting rule: they are what makes the sum a range. */
export function strikesWithRange(
  ledger: Ledger,
  counting: Counting = { rule: DEFAULT_RULE, except: [] },
): { strike: StrikeNode; toll: Toll }[] {
  return ledger.counted
    .map((strike) => ({ strike, toll: tollOf(strike, null, ruleAt(counting, strike)) }))
    .filter(({ toll }) => toll.killed && toll.killed.min !== toll.killed.max);
}
