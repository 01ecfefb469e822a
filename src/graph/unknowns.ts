/** What is not known: of each strike, and of the story as a whole. */
import { compareDates, compareText, maxDay, type Day } from "../model/dates.ts";
import type { Dossier, LeadNode, StrikeNode } from "./nodes.ts";

/** One thing that is not known of several strikes. */
export interface StrikeUnknown {
  /** "names of the dead" */
  what: string;
  strikes: StrikeNode[];
  /** The same strikes by what the record says of the gap; most frequent first. */
  notes: { note: string | null; strikes: StrikeNode[] }[];
  /** The newest day on which any of them was looked up again. */
  lastChecked: Day | null;
}

/** Things not known of the strikes, the most frequent first. */
export function groupStrikeUnknowns(strikes: readonly StrikeNode[]): StrikeUnknown[] {
  const rows = strikes.flatMap((strike) => (strike.strike.data.unknown ?? []).map((unknown) => ({ strike, ...unknown })));
  return [...Map.groupBy(rows, (row) => row.what.toLowerCase())]
    .map(([what, group]) => ({
      what,
      strikes: [...new Set(group.map((row) => row.strike))],
      notes: [...Map.groupBy(group, (row) => row.note ?? null)]
        .map(([note, list]) => ({ note, strikes: list.map((row) => row.strike) }))
        .sort((a, b) => b.strikes.length - a.strikes.length),
      lastChecked: group.reduce<Day | null>(
        (last, row) => (row.lastChecked ? maxDay(last ?? row.lastChecked, row.lastChecked) : last),
        null,
      ),
    }))
    .sort((a, b) => b.strikes.length - a.strikes.length || compareText(a.what, b.what));
}

/** Kinds of lead in the order of the index; a kind that is not among them follows, by its name. */
const LEAD_KIND_ORDER = ["known-unknown", "unsourced-strike", "unconfirmed-strike", "unplaced-person", "count-difference"];

/** The leads by kind, and by date within a kind, undated ones at the end. */
export function groupLeads(leads: Dossier["leads"]): { kind: string; leads: LeadNode[] }[] {
  const rank = (kind: string) => (LEAD_KIND_ORDER.includes(kind) ? LEAD_KIND_ORDER.indexOf(kind) : LEAD_KIND_ORDER.length);
  return [...Map.groupBy(leads, (lead) => lead.data.kind)]
    .map(([kind, list]) => ({ kind, leads: list.toSorted(compareLeads) }))
    .sort((a, b) => rank(a.kind) - rank(b.kind) || compareText(a.kind, b.kind));
}

function compareLeads(a: LeadNode, b: LeadNode): number {
  if (a.date && b.date) return compareDates(a.date, b.date) || compareText(a.id, b.id);
  return Number(b.date !== null) - Number(a.date !== null) || a.data.title.localeCompare(b.data.title, "en");
}
