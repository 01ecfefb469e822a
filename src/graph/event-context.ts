/** What stands around an event: its sources, the strikes before and after it, its place in a list. */
import type { ClaimNode, EventNode, LinkedDevelopment, SourceNode } from "./nodes.ts";

/** All sources of an event and of its parts, each once, the entry's own first. */
export function sourcesOfEvent(event: EventNode): SourceNode[] {
  const parts = event.strike;
  return [
    ...new Set([
      ...event.sources,
      ...(parts?.casualties ?? []).map(({ source }) => source),
      ...(parts?.nationalities ?? []).map(({ source }) => source),
      ...(parts?.named ?? []).map(({ source }) => source),
      ...(parts?.developments ?? []).flatMap((development: LinkedDevelopment) => development.sources),
      ...(parts?.disputes ?? []).flatMap(({ versions }) => versions.map(({ source }) => source)),
    ]),
  ];
}

/** neighboursOf(list, "c", 2) → { before: ["a", "b"], after: ["d", "e"] }; both are empty for an item that is not in the list. */
export function neighboursOf<T>(list: readonly T[], item: T, count: number): { before: T[]; after: T[] } {
  const at = list.indexOf(item);
  if (at < 0) return { before: [], after: [] };
  return { before: list.slice(Math.max(0, at - count), at), after: list.slice(at + 1, at + 1 + count) };
}

/** The items before and after one in its list; null where there is none. */
export function stepsIn<T>(list: readonly T[], item: T): { previous: T | null; next: T | null } {
  const { before, after } = neighboursOf(list, item, 1);
  return { previous: before[0] ?? null, next: after[0] ?? null };
}

/** The last strike that may have come before an event and the first that may have come after it, by earliest day. */
export function strikesAround<T extends EventNode>(strikes: readonly T[], event: EventNode): { before: T | null; after: T | null } {
  const day = event.date.earliest ?? event.date.latest;
  if (!day) return { before: null, after: null };
  return {
    before: strikes.findLast((strike) => (strike.date.earliest ?? "") <= day) ?? null,
    after: strikes.find((strike) => (strike.date.earliest ?? "9999") > day) ?? null,
  };
}

/** The claims on an event: those about few events before those about the whole series, then by number. */
export function claimsOnEvent(event: EventNode): ClaimNode[] {
  return event.claims.toSorted((a, b) => a.on.length - b.on.length || (a.data.number ?? Infinity) - (b.data.number ?? Infinity));
}
