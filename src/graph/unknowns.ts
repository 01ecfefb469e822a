/** What is not known or not settled: of each strike, of claims, and of the story as a whole. */
import type { Status } from "../model/claim.ts";
import { compareDates, compareText, maxDay, type Day } from "../model/dates.ts";
import { canAnswer } from "./claim-answers.ts";
import { contradictionsOf, successorsOf } from "./exchange.ts";
import type { ClaimNode, Dossier, LeadNode, StrikeNode } from "./nodes.ts";
import { originsOnFile, publisherOf } from "./origins.ts";
import { stands } from "./withdrawn.ts";

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

/** What is not settled of claims; each list in the order given, lists that would be empty left out. */
export interface ClaimUnknowns {
  /** Contested and denied claims that no later development confirms or replaces and no later claim supersedes. */
  unsettled: { status: Status; claims: ClaimNode[] }[];
  /** Accusations of somebody who could answer, which nothing on file disputes, denies or answers. */
  unanswered: ClaimNode[];
  /** Claims with one independent origin, or none, on file, by its publisher (null: none); the most claims first. */
  thinlySourced: { publisher: string | null; claims: ClaimNode[] }[];
}

export function groupClaimUnknowns(claims: readonly ClaimNode[]): ClaimUnknowns {
  const unsettled = (["contested", "denied"] as const).map((status) => ({
    status,
    claims: claims.filter((claim) => claim.data.status === status && !isSettled(claim)),
  }));
  const withOrigins = claims.map((claim) => ({ claim, origins: originsOnFile(claim.sources) })).filter(({ origins }) => origins.length < 2);
  const byPublisher = Map.groupBy(withOrigins, ({ origins: [only] }) => (only ? publisherOf(only) : null));
  return {
    unsettled: unsettled.filter((group) => group.claims.length > 0),
    unanswered: claims.filter((claim) => claim.data.kind === "accusation" && hasNoAnswer(claim)),
    thinlySourced: [...byPublisher]
      .map(([publisher, list]) => ({ publisher, claims: list.map(({ claim }) => claim) }))
      .sort((a, b) => b.claims.length - a.claims.length || compareText(a.publisher ?? "", b.publisher ?? "")),
  };
}

function isSettled(claim: ClaimNode): boolean {
  return successorsOf(claim).some(stands) || claim.developments.some(({ effect }) => effect === "confirms" || effect === "supersedes");
}

/** Whether somebody whom the claim is about could answer, and nobody disputes, denies or answers it: not on their behalf either. */
function hasNoAnswer(claim: ClaimNode): boolean {
  if (!claim.about.some((actor) => actor !== claim.assertedBy && canAnswer(actor))) return false;
  const isAnswered = claim.relations.some(
    ({ type, inverse, claim: other }) => stands(other) && (type === "disputes" || (type === "responds-to" && inverse)),
  );
  return !isAnswered && contradictionsOf(claim).length === 0;
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
