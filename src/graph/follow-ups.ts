/** What came out about a timeline entry after it was known, though nothing of the entry itself changed: claims on it, and further sources for it. */
import { compareText, type Day } from "../model/dates.ts";
import type { ClaimNode, EventNode, SourceNode } from "./nodes.ts";

export interface FollowUp {
  day: Day;
  claims: ClaimNode[];
  sources: SourceNode[];
}

/** One for each later day up to the end of the record, in order of time; nothing where no day is on file for the entry. */
export function followUpsOf({ known, claims, sources }: EventNode, recordEnds: Day): FollowUp[] {
  const isLater = (node: ClaimNode | SourceNode) => known !== null && node.known !== null && node.known > known && node.known <= recordEnds;
  const byDay = Map.groupBy([...claims, ...sources].filter(isLater), (node) => node.known ?? "");
  return [...byDay]
    .map(([day, nodes]) => ({
      day,
      claims: nodes.filter((node) => node.kind === "claim"),
      sources: nodes.filter((node) => node.kind === "source"),
    }))
    .sort((a, b) => compareText(a.day, b.day));
}
