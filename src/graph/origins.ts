import type { SourceNode } from "./nodes.ts";

/**
 * The independent origins of a list of sources: `derivesFrom` is followed to its end, and two pages that carry one
 * publisher's text are one origin. Ten articles on one official post are one origin.
 */
export function findOrigins(sources: readonly SourceNode[]): SourceNode[] {
  const byPublisher = new Map<string, SourceNode>(); // e.g. "Reuters" → the first page of its text
  for (const source of sources) {
    for (const root of rootsOf(source, new Set())) {
      const key = publisherOf(root);
      if (!byPublisher.has(key)) byPublisher.set(key, root);
    }
  }
  return [...byPublisher.values()];
}

/** Whose text a page carries. */
export function publisherOf(source: SourceNode): string {
  return source.data.originalPublisher ?? source.data.publisher;
}

function rootsOf(source: SourceNode, seen: Set<SourceNode>): SourceNode[] {
  if (seen.has(source)) return []; // a cycle: the check reports it
  seen.add(source);
  if (source.derivesFrom.length === 0) return [source];
  return source.derivesFrom.flatMap((origin) => rootsOf(origin, seen));
}
