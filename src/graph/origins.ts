import type { SourceNode } from "./nodes.ts";

/**
 * The independent origins of a list of sources: `derivesFrom` is followed to its end, and two pages that carry one
 * publisher's text are one origin. Ten articles on one official post are one origin.
 */
export function findOrigins(sources: readonly SourceNode[]): SourceNode[] {
  return firstByPublisher(sources.flatMap((source) => rootsOf(source, new Set())));
}

/** Sources with one independent origin; a page that repeats several stands under all of them together. */
export interface OriginGroup {
  publishers: string[];
  /** The origin's own pages, then copies of its text, then what retells it; in the order given within each. */
  sources: SourceNode[];
}

/** The sources by independent origin, in the order of the first of each; what repeats several origins comes last. */
export function groupByOrigin(sources: readonly SourceNode[]): OriginGroup[] {
  const groups = new Map<string, OriginGroup>(); // e.g. "Reuters" → its pages and those that repeat it
  for (const source of sources) {
    const roots = rootsOf(source, new Set());
    const publishers = [...new Set((roots.length > 0 ? roots : [source]).map(publisherOf))];
    const key = publishers.join("\n");
    const group = groups.get(key) ?? { publishers, sources: [] };
    group.sources.push(source);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, sources: group.sources.toSorted((a, b) => distance(a) - distance(b)) }))
    .sort((a, b) => Number(a.publishers.length > 1) - Number(b.publishers.length > 1));
}

/** Whether a page is a digest of what others published that does not say, on file, of whom. */
function hasUnknownOrigin({ data, derivesFrom }: SourceNode): boolean {
  return data.grade === "aggregator" && data.originalPublisher === undefined && derivesFrom.length === 0;
}

/** The independent origins that are on file: without the digests that do not say whose text they carry. */
export function originsOnFile(sources: readonly SourceNode[]): SourceNode[] {
  const roots = sources.flatMap((source) => rootsOf(source, new Set()));
  return firstByPublisher(roots.filter((root) => !hasUnknownOrigin(root)));
}

/** Whose text a page carries. */
export function publisherOf(source: SourceNode): string {
  return source.data.originalPublisher ?? source.data.publisher;
}

function firstByPublisher(roots: readonly SourceNode[]): SourceNode[] {
  const byPublisher = new Map<string, SourceNode>(); // e.g. "Reuters" → the first page of its text
  for (const root of roots) if (!byPublisher.has(publisherOf(root))) byPublisher.set(publisherOf(root), root);
  return [...byPublisher.values()];
}

function distance({ data, derivesFrom }: SourceNode): number {
  if (derivesFrom.length > 0) return 2;
  return data.originalPublisher === undefined ? 0 : 1;
}

function rootsOf(source: SourceNode, seen: Set<SourceNode>): SourceNode[] {
  if (seen.has(source)) return []; // a cycle: the check reports it
  seen.add(source);
  if (source.derivesFrom.length === 0) return [source];
  return source.derivesFrom.flatMap((origin) => rootsOf(origin, seen));
}
