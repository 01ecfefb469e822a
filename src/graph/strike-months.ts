/** The ledger by calendar month: the rows of each month with their own sums. */
import type { Day } from "../model/dates.ts";
import { computeLedger, type Ledger, type LedgerRow } from "./ledger.ts";
import type { Range } from "./nodes.ts";

export interface StrikeMonth {
  /** e.g. "2025-09"; an empty text gathers the strikes whose date has no beginning. */
  month: string;
  rows: LedgerRow[];
  /** Sums of the month alone. */
  ledger: Ledger;
  /** Killed in all, this month included. */
  running: Range;
}

/** Groups ledger rows by the month of their earliest day, in order; sums go by `asOf`, as the rows do. */
export function groupByMonth(rows: readonly LedgerRow[], asOf: Day | null): StrikeMonth[] {
  const byMonth = Map.groupBy(rows, ({ strike }) => strike.date.earliest?.slice(0, 7) ?? "");
  return [...byMonth].map(([month, inMonth]) => ({
    month,
    rows: inMonth,
    ledger: computeLedger(
      inMonth.map(({ strike }) => strike),
      { asOf },
    ),
    running: inMonth.at(-1)?.running ?? { min: 0, max: 0 },
  }));
}
