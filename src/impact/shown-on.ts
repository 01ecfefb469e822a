/** Which pages show an entry besides its own, and in what part: the links of the graph, read from the far end. */
import { sourcesOf } from "../graph/actor-record.ts";
import { sourcesOfEvent } from "../graph/event-context.ts";
import {
  allNodes,
  type ActorNode,
  type ClaimNode,
  type Dossier,
  type DossierNode,
  type EventNode,
  type SourceNode,
} from "../graph/nodes.ts";
import { parseLink } from "../markdown/links.ts";

export interface Showing {
  /** The entry whose page shows the other one. */
  on: DossierNode;
  /** What that page has to do with it, before its id: "makes the claim". */
  because: string;
}

/** A question asked of one dossier many times: showings(dossier)(node). */
export function showings(dossier: Dossier): (node: DossierNode) => Showing[] {
  const nodes = new Map(allNodes(dossier).map((node) => [`${node.kind}/${node.id}`, node]));
  const corrections = Map.groupBy(dossier.corrections, ({ entry }) => entry);
  const sameDay = Map.groupBy(dossier.totals, ({ data }) => data.asOf);
  return (node) => {
    const others: (Showing | null)[] = [
      ...ownShowings(node),
      ...sourcesCitedBy(node).map((source) => show(source, "carries")),
      ...(corrections.get(node) ?? []).map((correction) => show(correction, "corrects")),
      ...(node.kind === "total" ? (sameDay.get(node.data.asOf) ?? []).map((other) => show(other, "is of the same day as")) : []),
      ...node.body.links.map(({ url }) => {
        const target = parseLink(url);
        return target.type === "entry" ? show(nodes.get(`${target.kind}/${target.id}`), "is linked from the text of") : null;
      }),
    ];
    return others.filter((showing) => showing !== null && showing.on !== node) as Showing[]; // null is filtered out
  };
}

function ownShowings(node: DossierNode): (Showing | null)[] {
  switch (node.kind) {
    case "claim":
      return claimShowings(node);
    case "event":
      return eventShowings(node);
    case "actor":
      return actorShowings(node);
    case "source":
      return [
        ...node.citedBy.map((citation) => show(citation.node, "cites")),
        ...node.derivesFrom.map((other) => show(other, "is repeated by")),
        ...node.derivedBy.map((other) => show(other, "repeats")),
      ];
    case "place":
      return node.events.map((event) => show(event, "is set at"));
    case "total":
      return [show(node.by, "published")];
    case "lead":
      return node.on.map((event) => show(event, "lists"));
    case "correction":
      return [show(node.entry, "is corrected by")];
    case "article":
    case "series":
      return [];
  }
}

function claimShowings(claim: ClaimNode): (Showing | null)[] {
  return [
    ...claim.backlinks.map(({ from }) => (from.kind === "article" ? show(from, "has a note on") : null)),
    show(claim.assertedBy, "makes"),
    ...claim.about.map((actor) => show(actor, "is the subject of")),
    ...claim.on.map((event) => show(event, "lists")),
    ...claim.relations.map((relation) => show(relation.claim, "is related to")),
  ];
}

function eventShowings(event: EventNode): (Showing | null)[] {
  const { strike } = event;
  return [
    show(event.place, "lists"),
    ...event.actors.map(({ actor }) => show(actor, "is named in")),
    ...(strike?.named ?? []).map(({ actor }) => show(actor, "is named in")),
    ...event.claims.map((claim) => show(claim, "bears on")),
    ...event.related.map((other) => show(other, "is related to")),
    ...event.leads.map((lead) => show(lead, "bears on")),
  ];
}

function actorShowings(actor: ActorNode): (Showing | null)[] {
  return [
    ...[...actor.claimsMade, ...actor.claimsAbout].map((claim) => show(claim, "names")),
    ...actor.events.map(({ event }) => show(event, "names")),
    ...actor.namedIn.map((event) => show(event, "names")),
    ...actor.relations.map((relation) => show(relation.actor, "is related to")),
    ...actor.totals.map((total) => show(total, "is published by")),
  ];
}

function sourcesCitedBy(node: DossierNode): readonly SourceNode[] {
  switch (node.kind) {
    case "event":
      return sourcesOfEvent(node);
    case "actor":
      return sourcesOf(node);
    case "claim":
      return [
        ...node.sources,
        ...node.developments.flatMap(({ sources }) => sources),
        ...node.figures.flatMap(({ source }) => source ?? []),
      ];
    case "series":
      return node.points.map(({ source }) => source);
    default:
      return node.sources;
  }
}

/** In a dossier with errors, what a link should lead to may be missing. */
function show(on: DossierNode | null | undefined, because: string): Showing | null {
  return on ? { on, because } : null;
}
