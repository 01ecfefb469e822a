import { computeLedger, type Ledger } from "./ledger.ts";
import type { Dossier, TotalNode } from "./nodes.ts";

export interface Reconciliation {
  total: TotalNode;
  /** Our own count of the strikes up to the total's day, over all records on file. */
  ledger: Ledger;
  /** Published minus ours: 0 inside our range, else the distance to its nearer end; null when no number of dead is given. */
  killedGap: number | null;
  strikesGap: number | null;
  vesselsGap: number | null;
  agrees: boolean;
}

/** Sets a published total beside the ledger of the strikes up to its day. */
export function reconcileTotal(dossier: Dossier, total: TotalNode): Reconciliation {
  const { data } = total;
  const ledger = computeLedger(dossier.strikes, { asOf: null, to: data.asOf });
  const killedGap = data.killed === undefined ? null : gapTo(data.killed, ledger.killed.min, ledger.killed.max);
  const strikesGap = data.strikes === undefined ? null : data.strikes - ledger.strikes;
  const vesselsGap = data.vessels === undefined ? null : data.vessels - ledger.vessels;
  return {
    total,
    ledger,
    killedGap,
    strikesGap,
    vesselsGap,
    agrees: [killedGap, strikesGap, vesselsGap].every((gap) => gap === null || gap === 0),
  };
}

function gapTo(value: number, min: number, max: number): number {
  if (value < min) return value - min;
  return value > max ? value - max : 0;
}
