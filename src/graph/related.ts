/** Entries that have much in common with one, though neither names the other: shared actors, events and sources, each worth more the rarer. */
import { allNodes, type ActorNode, type Dossier, type DossierNode, type EventNode, type SourceNode } from "./nodes.ts";

export interface Related {
  node: DossierNode;
  /** How many of each the two have in common. */
  actors: number;
  events: number;
  sources: number;
}

type Tie = ActorNode | EventNode | SourceNode;

/** What one tie of a kind is worth: the same event says more than the same speaker. */
const WORTH = { actor: 1, event: 3, source: 2 };
/** What ties more entries than this together says nothing of any two of them. */
const TOO_COMMON = 150;

/** By dossier, which nobody changes once it is linked. */
const memo = new WeakMap<Dossier, Map<Tie, DossierNode[]>>();

/**
 * The entries nearest to one, best first: of a claim or an event other claims and events, of an actor other actors, of a source other
 * sources. What its page links anyway is left out, and so is what has no more in
 * common with it than one actor or one source.
 */
export function relatedTo(dossier: Dossier, node: DossierNode, count: number): Related[] {
  const tied = memo.get(dossier) ?? indexTies(dossier);
  memo.set(dossier, tied);
  const linked = linkedFrom(node);
  const found = new Map<DossierNode, Related & { score: number; ties: number }>();
  for (const tie of tiesOf(node)) {
    const others = tied.get(tie) ?? [];
    if (others.length > TOO_COMMON) continue;
    const score = WORTH[tie.kind] / Math.log2(1 + others.length);
    for (const other of others) {
      if (other === node || linked.has(other) || family(other) !== family(node)) continue;
      const sum = found.get(other) ?? { node: other, actors: 0, events: 0, sources: 0, score: 0, ties: 0 };
      sum.score += score;
      sum.ties += 1;
      sum[`${tie.kind}s`] += 1;
      found.set(other, sum);
    }
  }
  return [...found.values()]
    .filter(({ ties, events }) => ties > 1 || events > 0)
    .sort((a, b) => b.score - a.score) // stable: equals stay in the order of the dossier
    .slice(0, count)
    .map(({ node: other, actors, events, sources }) => ({ node: other, actors, events, sources }));
}

function indexTies(dossier: Dossier): Map<Tie, DossierNode[]> {
  const tied = new Map<Tie, DossierNode[]>();
  for (const node of allNodes(dossier)) {
    for (const tie of tiesOf(node)) {
      const list = tied.get(tie);
      if (list) list.push(node);
      else tied.set(tie, [node]);
    }
  }
  return tied;
}

/** Claims and events are of one family: they tell of the same things. */
function family({ kind }: DossierNode): string {
  return kind === "event" ? "claim" : kind;
}

function tiesOf(node: DossierNode): Set<Tie> {
  switch (node.kind) {
    case "claim":
      return new Set([node.assertedBy, ...node.about, ...node.on, ...node.sources]);
    case "event":
      return new Set([...node.actors.map(({ actor }) => actor), ...node.related, ...node.sources]);
    case "actor":
      return new Set([...node.events.map(({ event }) => event), ...node.namedIn, ...node.sources]);
    case "source": {
      const citing = node.citedBy.map((citation) => citation.node);
      return new Set(citing.filter((one) => one.kind === "event" || one.kind === "actor"));
    }
    default:
      return new Set();
  }
}

/** Entries that the page of one leads to by itself. */
function linkedFrom(node: DossierNode): Set<DossierNode> {
  const linked = new Set(node.backlinks.map(({ from }) => from));
  const add = (...nodes: DossierNode[]) => nodes.forEach((one) => linked.add(one));
  switch (node.kind) {
    case "claim":
      add(...node.relations.map(({ claim }) => claim), ...node.on);
      break;
    case "event":
      add(...node.claims, ...node.related);
      break;
    case "actor":
      add(...node.relations.map(({ actor }) => actor));
      break;
    case "source":
      add(...node.derivesFrom, ...node.derivedBy);
      break;
    default:
      break;
  }
  return linked;
}
