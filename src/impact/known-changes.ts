/** Entries whose known day moved. Those of claims stand with the claims. */
import type { DossierNode } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";
import type { Moved } from "./ledger-changes.ts";
import type { Pair } from "./pair-entries.ts";

export interface KnownChange extends Moved<Day | null> {
  node: DossierNode;
}

export function compareKnownDays(pairs: readonly Pair[]): KnownChange[] {
  return pairs.flatMap(({ kind, before, after }) => {
    if (kind === "claim" || !before?.node || !after?.node || before.node.known === after.node.known) return [];
    return [{ node: after.node, before: before.node.known, after: after.node.known }];
  });
}
