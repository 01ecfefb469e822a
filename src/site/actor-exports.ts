/** The table of what the record holds of each actor: the data of the strips on their pages, with the claims about them. */
import type { ActorNode, Dossier, EventNode } from "../graph/nodes.ts";
import { compareDates, compareText } from "../model/dates.ts";
import { claimLine } from "./claim-words.ts";
import { toCsv, type Row } from "./csv.ts";

/** charts/actor-entries.csv: one row for each claim and timeline entry of each actor, by actor, then date. */
export function actorEntriesCsv({ actors }: Pick<Dossier, "actors">): string {
  return toCsv(actors.flatMap(entriesOfActor), ACTOR_ENTRIES_COLUMNS);
}

export const ACTOR_ENTRIES_COLUMNS = {
  actor: "id of the actor",
  actor_name: "its name",
  date: "date of the claim or entry, in EDTF",
  what: "claim made, claim about, timeline entry, or named in: among the people named on board",
  entry: "id of the claim or timeline entry",
  title: "the title of a timeline entry; a claim in a sentence, with its speaker",
  part: "the actor’s part in a timeline entry, in the words of that entry; for people named on board, who named them",
} as const;

function entriesOfActor(actor: ActorNode): Row[] {
  const made = actor.claimsMade.map((claim) => ({ node: claim, what: "claim made", title: claimLine(claim), part: "" }));
  const about = actor.claimsAbout.map((claim) => ({ node: claim, what: "claim about", title: claimLine(claim), part: "" }));
  const events = actor.events.map(({ event, part }) => ({ node: event, what: "timeline entry", title: event.data.title, part }));
  const named = actor.namedIn.map((event) => ({ node: event, what: "named in", title: event.data.title, part: namedBy(actor, event) }));
  return [...made, ...about, ...events, ...named]
    .sort((a, b) => compareDates(a.node.date, b.node.date) || compareText(a.node.id, b.node.id) || compareText(a.what, b.what))
    .map(({ node, what, title, part }) => ({
      actor: actor.id,
      actor_name: actor.data.name,
      date: node.date.edtf,
      what,
      entry: node.id,
      title,
      part,
    }));
}

function namedBy(actor: ActorNode, event: EventNode): string {
  const named = event.strike?.named.find((person) => person.actor === actor);
  return named?.by?.data.name ?? named?.byName ?? "";
}
