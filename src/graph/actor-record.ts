/** What the record holds of one actor, beyond what the node lists. */
import { compareDates, compareText, type Day, type DossierDate } from "../model/dates.ts";
import type { ActorNode, ActorRelation, ClaimNode, EventNode, SourceNode } from "./nodes.ts";

const SPEAKS_FOR = ["leads", "head-of-state-of", "government-of", "represents"];

export interface RecordRow {
  event: EventNode;
  /** What the actor did in it or was to it; empty when the entry does not say. */
  parts: string[];
}

export interface ActorRole {
  title: string;
  from: DossierDate | null;
  to: DossierDate | null;
  sources: SourceNode[];
  /** Ended by the last day of the record. */
  isPast: boolean;
}

export interface Companion {
  actor: ActorNode;
  /** Claims and timeline entries that name both. */
  shared: number;
}

/** Timeline entries by date: those that list the actor, and strikes that name it among the people on board. */
export function recordOf(actor: ActorNode): RecordRow[] {
  const rows = new Map<EventNode, string[]>();
  for (const { event, part } of actor.events) rows.set(event, [...(rows.get(event) ?? []), part]);
  for (const event of actor.namedIn) {
    const named = event.strike?.named.find((person) => person.actor === actor);
    const by = named?.by?.data.name ?? named?.byName;
    rows.set(event, [...(rows.get(event) ?? []), by ? `named by ${by}` : "named among those on board"]);
  }
  return [...rows]
    .map(([event, parts]) => ({ event, parts: [...new Set(parts)] }))
    .sort((a, b) => compareDates(a.event.date, b.event.date) || compareText(a.event.id, b.event.id));
}

/** Roles in order of time, those without dates last. */
export function rolesOf(actor: ActorNode, recordEnds: Day): ActorRole[] {
  return actor.roles
    .map(({ title, from, to, sources }) => ({ title, from, to, sources, isPast: to?.latest != null && to.latest <= recordEnds }))
    .sort((a, b) => compareText(startOf(a), startOf(b)));
}

/** Roles that had not ended by the last day of the record; the last one where all had. */
export function currentRoles(actor: ActorNode, recordEnds: Day): ActorRole[] {
  const roles = rolesOf(actor, recordEnds);
  const current = roles.filter(({ isPast }) => !isPast);
  return current.length > 0 ? current : roles.slice(-1);
}

/** The actors named beside this one in claims and timeline entries, most often first. */
export function namedBeside(actor: ActorNode, limit: number): Companion[] {
  const shared = new Map<ActorNode, number>();
  const count = (others: Iterable<ActorNode>) => {
    for (const other of new Set(others)) if (other !== actor) shared.set(other, (shared.get(other) ?? 0) + 1);
  };
  for (const claim of claimsOf(actor)) count([claim.assertedBy, ...claim.about]);
  for (const { event } of recordOf(actor)) count(event.actors.map((entry) => entry.actor));
  return [...shared]
    .map(([other, times]) => ({ actor: other, shared: times }))
    .sort((a, b) => b.shared - a.shared || compareText(a.actor.id, b.actor.id))
    .slice(0, limit);
}

/** The earliest claim or timeline entry that names the actor; null when none does. */
export function firstEntryOf(actor: ActorNode): ClaimNode | EventNode | null {
  const entries = [...claimsOf(actor), ...recordOf(actor).map(({ event }) => event)];
  return entries.sort((a, b) => compareDates(a.date, b.date) || compareText(a.id, b.id))[0] ?? null;
}

/** Actors whose claims are on file and who lead, govern or represent this one: where it makes no claim itself, they may. */
export function speakersFor(actor: ActorNode): ActorNode[] {
  const speaking = actor.relations.filter(
    (relation) => relation.inverse && SPEAKS_FOR.includes(relation.type) && relation.actor.claimsMade.length > 0,
  );
  return [...new Set(speaking.map((relation) => relation.actor))];
}

/** Relations of one kind together, by name. */
export function relationsOf(actor: ActorNode): ActorRelation[] {
  return actor.relations.toSorted((a, b) => compareText(a.label, b.label) || compareText(a.actor.data.name, b.actor.data.name));
}

/** Sources of the actor's entry, its roles and its relations, each once. */
export function sourcesOf(actor: ActorNode): SourceNode[] {
  const parts = [...actor.roles, ...actor.relations, ...actor.totals];
  return [...new Set([...actor.sources, ...parts.flatMap(({ sources }) => sources)])];
}

/** Claims the actor makes and claims about it, each once. */
function claimsOf(actor: ActorNode): ClaimNode[] {
  return [...new Set([...actor.claimsMade, ...actor.claimsAbout])];
}

function startOf({ from, to }: ActorRole): string {
  return from?.earliest ?? to?.earliest ?? "9999";
}
