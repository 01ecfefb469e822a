/** The day on which what a feed says of an entry last changed. Days come from the entries and their sources, never from a clock. */
import { correctionDays } from "../graph/correction-days.ts";
import { historyOf, type Change } from "../graph/history.ts";
import type { ClaimNode, Dossier, EventNode } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";

/** The last of the days, or the one given first: lastDay("2031-03-05", ["2031-05-01", "2031-04-01"]) → "2031-05-01". */
function lastDay(first: Day, others: readonly Day[]): Day {
  return [first, ...others].reduce((last, day) => (day > last ? day : last));
}

/**
 * The day of the last change of substance to what a feed says of a claim or timeline entry; null where nothing dates it, or only a page
 * that was read after the record's end. A feed gives the status of a claim with what stands against it, and the dead of a strike.
 * changedDay(claim, dossier) → "2031-05-01", the day on which it was answered.
 */
export function changedDay(node: ClaimNode | EventNode, dossier: Pick<Dossier, "corrections" | "site">): Day | null {
  const [first, ...later] = historyOf(node, dossier.site.recordEnds);
  if (!first) return null;
  const days = later.filter(({ change }) => isSaid(change)).map(({ day }) => day);
  return lastDay(first.day, [...days, ...correctionDays(node, dossier)]);
}

/** Later developments of a strike are items of their own; those of a claim show in it where they take a side. */
function isSaid(change: Change): boolean {
  switch (change.what) {
    case "status":
    case "toll":
    case "claim":
      return true;
    case "development":
      return change.development.effect !== undefined;
    default:
      return false;
  }
}
