/** The exchange of claims around one claim: who stands with it, who against it, what answers, qualifies or replaces it. */
import type { ClaimRelation } from "../model/claim.ts";
import { compareDates, compareText } from "../model/dates.ts";
import type { ClaimLink, ClaimNode, LinkedDevelopment } from "./nodes.ts";

export interface Exchange {
  /** Claims that support this one, then developments that confirm it. */
  supporting: ClaimNode[];
  confirming: LinkedDevelopment[];
  /** Claims that dispute this one. */
  disputing: ClaimNode[];
  /** Developments that dispute or deny it. */
  contradicting: LinkedDevelopment[];
  /** Claims that this one disputes and that do not dispute it in turn. */
  disputed: ClaimNode[];
  /** All other relations, what replaces the claim first. */
  others: ClaimLink[];
  /** Developments that take no side, or that replace the claim. */
  later: LinkedDevelopment[];
}

const OTHER_RELATIONS: readonly (readonly [type: ClaimRelation, inverse: boolean])[] = [
  ["supersedes", true],
  ["supersedes", false],
  ["responds-to", true],
  ["responds-to", false],
  ["qualifies", true],
  ["qualifies", false],
  ["supports", false],
];

export function exchangeOf(claim: ClaimNode): Exchange {
  const linked = (type: ClaimRelation, inverse: boolean) =>
    claim.relations.filter((link) => link.type === type && link.inverse === inverse).sort((a, b) => byDate(a.claim, b.claim));
  const claims = (type: ClaimRelation, inverse: boolean) => [...new Set(linked(type, inverse).map((link) => link.claim))];
  const disputing = claims("disputes", true);
  return {
    supporting: claims("supports", true),
    confirming: claim.developments.filter(({ effect }) => effect === "confirms"),
    disputing,
    contradicting: contradictionsOf(claim),
    disputed: claims("disputes", false).filter((other) => !disputing.includes(other)),
    others: OTHER_RELATIONS.flatMap(([type, inverse]) => linked(type, inverse)),
    later: claim.developments.filter(({ effect }) => effect === undefined || effect === "supersedes"),
  };
}

/** Later developments that dispute or deny a claim. */
export function contradictionsOf(claim: ClaimNode): LinkedDevelopment[] {
  return claim.developments.filter(({ effect }) => effect === "disputes" || effect === "denies");
}

/** Claims that replaced this one. */
export function successorsOf(claim: ClaimNode): ClaimNode[] {
  return claim.relations.filter(({ type, inverse }) => type === "supersedes" && inverse).map((link) => link.claim);
}

/**
 * Claims on the same matter that no relation ties to this one: on the same timeline entries, or one step further in the
 * exchange. A tie that few claims share counts for more than one that many share.
 */
export function relatedClaims(claim: ClaimNode, limit: number): ClaimNode[] {
  const neighbours = [...new Set(claim.relations.map((link) => link.claim))];
  const circles = [...claim.on.map((event) => event.claims), ...neighbours.map((near) => near.relations.map((link) => link.claim))];
  const ties = new Map<ClaimNode, number>();
  for (const circle of circles) {
    for (const other of new Set(circle)) ties.set(other, (ties.get(other) ?? 0) + 1 / circle.length);
  }
  return [...ties]
    .filter(([other]) => other !== claim && !neighbours.includes(other))
    .sort(([a, x], [b, y]) => y - x || byDate(a, b))
    .slice(0, limit)
    .map(([other]) => other);
}

function byDate(a: ClaimNode, b: ClaimNode): number {
  return compareDates(a.date, b.date) || compareText(a.id, b.id);
}
