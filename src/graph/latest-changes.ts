import { compareText, type Day } from "../model/dates.ts";
import type { ClaimNode, Dossier, EventNode, LinkedDevelopment } from "./nodes.ts";

export interface Change {
  day: Day;
  node: ClaimNode | EventNode;
  /** The later development that became known; null for the entry itself. */
  development: string | null;
}

/**
 * The newest things that became known within the record and still stand, newest first: claims and events by their known day, and dated
 * developments. A day after the end of the record is one on which an undated page was read, not one on which anything came out.
 */
export function findLatestChanges(dossier: Dossier, count: number): Change[] {
  const changes: Change[] = [];
  const addDevelopments = (node: ClaimNode | EventNode, developments: readonly LinkedDevelopment[]) => {
    for (const { known, summary } of developments) if (known) changes.push({ day: known, node, development: summary });
  };
  for (const claim of dossier.claims) {
    if (claim.data.withdrawn) continue;
    if (claim.known) changes.push({ day: claim.known, node: claim, development: null });
    addDevelopments(claim, claim.developments);
  }
  for (const event of dossier.events) {
    if (event.data.withdrawn) continue;
    if (event.known) changes.push({ day: event.known, node: event, development: null });
    addDevelopments(event, event.strike?.developments ?? []);
  }
  return changes
    .filter(({ day }) => day <= dossier.site.recordEnds)
    .sort((a, b) => compareText(b.day, a.day) || compareText(a.node.id, b.node.id))
    .slice(0, count);
}
