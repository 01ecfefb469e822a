/** The oppositions of the dossier: which claim stands against which, each pair once. */
import { compareText } from "../model/dates.ts";
import type { ClaimNode, Dossier } from "./nodes.ts";

export interface OppositionGroup {
  /** The claim with most opponents among the pairs not yet set out. */
  head: ClaimNode;
  opponents: Opponent[];
}

export interface Opponent {
  claim: ClaimNode;
  /** Which way the relation runs: the opponent disputes the head, or is disputed by it, or both. */
  direction: "disputes" | "disputed" | "both";
}

export interface Oppositions {
  groups: OppositionGroup[];
  /** Pairs of claims in all groups. */
  pairs: number;
  /** Contested claims that no claim on file is set against, only a development. */
  byDevelopment: ClaimNode[];
  /** Claims that stand as denied, with the claims against them. */
  denied: OppositionGroup[];
}

interface Pair {
  by: ClaimNode;
  against: ClaimNode;
  mutual: boolean;
}

/** Sets out every pair of opposed claims once: claims that stand as denied apart, all others in groups. */
export function findOppositions(dossier: Dossier): Oppositions {
  const pairs = findPairs(dossier.claims);
  const isDenied = (claim: ClaimNode) => claim.data.status === "denied";
  const deniedIn = ({ by, against }: Pair) => isDenied(by) || isDenied(against);
  const open = pairs.filter((pair) => !deniedIn(pair));
  return {
    groups: findExchanges(open).flatMap(groupPairs),
    pairs: open.length,
    byDevelopment: dossier.claims.filter(
      (claim) => claim.data.status === "contested" && !pairs.some(({ by, against }) => claim === by || claim === against),
    ),
    denied: dossier.claims.filter(isDenied).map((head) => ({
      head,
      opponents: pairs.filter(({ by, against }) => head === by || head === against).map((pair) => toOpponent(pair, head)),
    })),
  };
}

function findPairs(claims: readonly ClaimNode[]): Pair[] {
  const pairs: Pair[] = [];
  for (const by of claims) {
    for (const { type, inverse, claim: against } of by.relations) {
      if (type !== "disputes" || inverse) continue;
      const answered = pairs.find((pair) => pair.by === against && pair.against === by);
      if (answered) answered.mutual = true;
      else pairs.push({ by, against, mutual: false });
    }
  }
  return pairs;
}

/** Pairs that hang together through a shared claim, the largest exchange first. */
function findExchanges(pairs: readonly Pair[]): Pair[][] {
  const exchanges: Pair[][] = [];
  for (const pair of pairs) {
    const touched = exchanges.filter((exchange) => exchange.some((other) => sharesClaim(pair, other)));
    for (const exchange of touched) exchanges.splice(exchanges.indexOf(exchange), 1);
    exchanges.push([...touched.flat(), pair]);
  }
  return exchanges.sort((a, b) => b.length - a.length || lowestRank(a) - lowestRank(b));
}

/** Takes the claim with most opponents as head of a group, then the next one of what is left, until every pair is placed. */
function groupPairs(pairs: readonly Pair[]): OppositionGroup[] {
  const groups: OppositionGroup[] = [];
  let left = [...pairs];
  while (left.length > 0) {
    const head = [...new Set(left.flatMap(({ by, against }) => [against, by]))].sort(
      (a, b) =>
        count(left, (pair) => touches(pair, b)) - count(left, (pair) => touches(pair, a)) ||
        count(left, (pair) => pair.against === b) - count(left, (pair) => pair.against === a) ||
        byRank(a, b),
    )[0];
    if (!head) break;
    const own = left.filter((pair) => touches(pair, head));
    groups.push({ head, opponents: own.map((pair) => toOpponent(pair, head)).sort((a, b) => byRank(a.claim, b.claim)) });
    left = left.filter((pair) => !touches(pair, head));
  }
  return groups;
}

function toOpponent({ by, against, mutual }: Pair, head: ClaimNode): Opponent {
  if (mutual) return { claim: by === head ? against : by, direction: "both" };
  return by === head ? { claim: against, direction: "disputed" } : { claim: by, direction: "disputes" };
}

function touches(pair: Pair, claim: ClaimNode): boolean {
  return pair.by === claim || pair.against === claim;
}

function sharesClaim(a: Pair, b: Pair): boolean {
  return touches(a, b.by) || touches(a, b.against);
}

function lowestRank(pairs: readonly Pair[]): number {
  return Math.min(...pairs.flatMap(({ by, against }) => [rank(by), rank(against)]));
}

function byRank(a: ClaimNode, b: ClaimNode): number {
  return rank(a) - rank(b) || compareText(a.id, b.id);
}

/** Claims without a number come last. */
function rank(claim: ClaimNode): number {
  return claim.data.number ?? Number.MAX_SAFE_INTEGER;
}

function count<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.filter(test).length;
}
