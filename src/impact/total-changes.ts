/** Published totals beside the ledger, before and after a change. */
import type { Dossier, TotalNode } from "../graph/nodes.ts";
import { reconcileTotal } from "../graph/reconcile.ts";
import { nodePairs, type Pair } from "./pair-entries.ts";

export interface TotalChange {
  total: TotalNode;
  /** Null: the total is not on file on that side. */
  before: Agreement | null;
  after: Agreement | null;
}

export interface Agreement {
  agrees: boolean;
  differs: boolean;
  /** Published minus ours, where both give a number; null for a lower bound that ours reaches, too. */
  gaps: { killed: number | null; strikes: number | null; vessels: number | null };
}

/** Totals that agree with the ledger on one side only, or differ from it by another gap, and those that are new or gone. */
export function compareAgreements(pairs: readonly Pair[], before: Dossier, after: Dossier): TotalChange[] {
  return nodePairs(pairs, "total").flatMap((pair) => {
    const total = pair.after ?? pair.before;
    const was = pair.before && agreementOf(before, pair.before);
    const is = pair.after && agreementOf(after, pair.after);
    return !total || JSON.stringify(was) === JSON.stringify(is) ? [] : [{ total, before: was, after: is }];
  });
}

function agreementOf(dossier: Dossier, total: TotalNode): Agreement {
  const { agrees, differs, killedGap, strikesGap, vesselsGap } = reconcileTotal(dossier, total);
  return { agrees, differs, gaps: { killed: killedGap, strikes: strikesGap, vessels: vesselsGap } };
}
