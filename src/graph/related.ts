/**
 * Entries that have much in common with one, though neither names the other: shared actors, events and sources. Each counts the more,
 * the fewer have it: an event shared by 2 of 300 entries counts 25 times 3, one shared by 60 only 3 times 3.
 */
import { allNodes, type ActorNode, type Dossier, type DossierNode, type EventNode, type SourceNode } from "./nodes.ts";
import { answerFor, onceFor } from "./once-for.ts";

export type Tie = ActorNode | EventNode | SourceNode;

export interface Related {
  node: DossierNode;
  /** What the two have in common, the most telling first. */
  shared: Tie[];
}

/** What one tie of a kind is worth: the same event says more than the same speaker. */
const WORTH = { actor: 1, event: 3, source: 2 };
/** What ties more entries than this together says nothing of any two of them, and would take long to go through. */
const TOO_COMMON = 150;
/** What more than a tenth of a family shares, and more entries than a few, relates no two of them by itself. */
const LARGE_SHARE = 0.1;
const FEW = 5;
/** What is less near than this part of the nearest is left out. */
const NEAR = 1 / 3;

/** What the entries of one family are tied to. */
interface FamilyTies {
  size: number;
  tied: Map<Tie, DossierNode[]>;
  /** The worth of all that an entry could share. */
  worths: Map<DossierNode, number>;
}

/**
 * The entries nearest to one, best first: of a claim or an event other claims and events, of an actor other actors, of a source other
 * sources. Who is tied to everything is near to nobody for that: what is shared counts the less, the more the other entry could share.
 * What its page links anyway is left out, and so is what has only one actor or one source in common with it, or only what many have,
 * and what is far behind the first: relatedTo(dossier, rishiSamaroo, 4) → the United States, for a lawsuit, and the ACLU, for it and a
 * source; not Trump, though he has a strike in common with Samaroo, as he has with many.
 */
export function relatedTo(dossier: Dossier, node: DossierNode, count: number): Related[] {
  const ties = indexTies(dossier).get(family(node));
  if (!ties) return [];
  const scored = [...sharedWith(node, ties)]
    .filter(([, shared]) => shared.length > 1 || shared.some(({ kind }) => kind === "event"))
    .filter(([, shared]) => shared.some((tie) => isTelling(tie, ties)))
    .map(([other, shared]) => ({ node: other, shared, score: scoreOf(other, shared, ties) }))
    .sort((a, b) => b.score - a.score); // stable: equals stay in the order of the dossier
  const [best] = scored;
  return scored
    .slice(0, count)
    .filter(({ score }) => score >= (best?.score ?? 0) * NEAR)
    .map(({ node: other, shared }) => ({ node: other, shared: shared.toSorted((a, b) => worthOf(b, ties) - worthOf(a, ties)) }));
}

const SHOWN = 4;

/** Those that a page shows. */
export const relatedShown = answerFor("related entries", (dossier: Dossier, node: DossierNode) => relatedTo(dossier, node, SHOWN));

function sharedWith(node: DossierNode, { tied }: FamilyTies): Map<DossierNode, Tie[]> {
  const linked = linkedFrom(node);
  const found = new Map<DossierNode, Tie[]>();
  for (const tie of tiesOf(node)) {
    const others = tied.get(tie) ?? [];
    if (others.length > TOO_COMMON) continue;
    for (const other of others) if (other !== node && !linked.has(other)) push(found, other, tie);
  }
  return found;
}

/** scoreOf() → 40 for a worth of 80 in common with an entry that could share 8; 8 with one that could share 1,000. */
function scoreOf(other: DossierNode, shared: readonly Tie[], ties: FamilyTies): number {
  return sum(shared.map((tie) => worthOf(tie, ties))) / Math.cbrt(ties.worths.get(other) || 1);
}

function worthOf(tie: Tie, { tied, size }: FamilyTies): number {
  const count = tied.get(tie)?.length ?? 0;
  const isShared = count > 1 && count <= TOO_COMMON;
  return isShared ? WORTH[tie.kind] * Math.log(1 + size / count) ** 2 : 0;
}

function isTelling(tie: Tie, { tied, size }: FamilyTies): boolean {
  return (tied.get(tie)?.length ?? 0) <= Math.max(FEW, size * LARGE_SHARE);
}

const indexTies = onceFor(
  (dossier: Dossier): Map<string, FamilyTies> =>
    new Map([...Map.groupBy(allNodes(dossier), family)].map(([name, nodes]) => [name, tiesWithin(nodes)])),
);

function tiesWithin(nodes: readonly DossierNode[]): FamilyTies {
  const ties: FamilyTies = { size: nodes.length, tied: new Map(), worths: new Map() };
  for (const node of nodes) for (const tie of tiesOf(node)) push(ties.tied, tie, node);
  for (const node of nodes) ties.worths.set(node, sum([...tiesOf(node)].map((tie) => worthOf(tie, ties))));
  return ties;
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** Claims and events are of one family: they tell of the same things. News outlets, and whoever publishes totals, tell of what others do, so they are one of their own. */
function family(node: DossierNode): string {
  if (node.kind === "event") return "claim";
  return node.kind === "actor" && (node.data.kind === "news-outlet" || node.totals.length > 0) ? "news-outlet" : node.kind;
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
