/** What rests on a source, and what rests on it alone. */
import { compareDates, compareText } from "../model/dates.ts";
import { nameOf, type DossierNode, type SourceNode } from "./nodes.ts";
import { findOrigins, originsOnFile } from "./origins.ts";

/** One entry that names a source, with the parts of it that do. */
export interface Citation {
  node: DossierNode;
  parts: string[];
}

export interface Resting {
  /** Entries whose own sources are only this one. */
  alone: Citation[];
  /** Entries with more than one source, all of them of one origin on file: pages that carry or repeat the same text. */
  oneOrigin: Citation[];
  /** Entries that have another source too, which is not known to have the same origin. */
  shared: Citation[];
}

/** Everything that names the source, entry by entry. */
export function restingOn(source: SourceNode): Resting {
  const resting: Resting = { alone: [], oneOrigin: [], shared: [] };
  for (const citation of citationsOf(source)) resting[standing(citation.node, source)].push(citation);
  return resting;
}

/** The entries that name a source, each once, in order of kind and then as their index has them. */
export function citationsOf(source: SourceNode): Citation[] {
  const parts = new Map<DossierNode, Set<string>>();
  for (const { node, part } of source.citedBy) {
    const known = parts.get(node);
    if (known) known.add(part);
    else parts.set(node, new Set([part]));
  }
  return [...parts].map(([node, set]) => ({ node, parts: [...set] })).sort((a, b) => compareNodes(a.node, b.node));
}

/** The number of entries that name a source. */
export function countCitations(source: SourceNode): number {
  return new Set(source.citedBy.map(({ node }) => node)).size;
}

/** The sources of the entry itself, not those of its single figures, roles or developments; a series has only those of its values. */
export function ownSources(node: DossierNode): SourceNode[] {
  const own = node.kind === "series" && node.sources.length === 0 ? node.points.map((point) => point.source) : node.sources;
  return [...new Set(own)];
}

function standing(node: DossierNode, source: SourceNode): keyof Resting {
  const own = ownSources(node);
  if (!own.includes(source)) return "shared";
  if (own.length === 1) return "alone";
  return findOrigins(own).length === 1 && originsOnFile(own).length === 1 ? "oneOrigin" : "shared";
}

const KIND_ORDER: readonly DossierNode["kind"][] = [
  "claim",
  "event",
  "total",
  "actor",
  "series",
  "article",
  "lead",
  "place",
  "correction",
  "source",
];

function compareNodes(a: DossierNode, b: DossierNode): number {
  const byKind = KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
  return byKind || compareAlike(a, b) || compareText(a.id, b.id);
}

function compareAlike(a: DossierNode, b: DossierNode): number {
  if (a.kind === "claim" && b.kind === "claim")
    return (a.data.number ?? Infinity) - (b.data.number ?? Infinity) || compareDates(a.date, b.date);
  if (a.kind === "event" && b.kind === "event")
    return Number(b.strike !== null) - Number(a.strike !== null) || compareDates(a.date, b.date);
  if (a.kind === "total" && b.kind === "total") return compareText(a.data.asOf, b.data.asOf);
  if (a.kind === "correction" && b.kind === "correction") return compareText(a.data.date, b.data.date);
  if (a.kind === "claim" || a.kind === "correction" || b.kind === "claim" || b.kind === "correction") return 0; // of one kind, compared above
  return nameOf(a).localeCompare(nameOf(b), "en");
}
