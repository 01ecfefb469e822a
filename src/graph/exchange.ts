/** The exchange of claims around one claim: who stands with it, who against it, what answers, qualifies or replaces it. */
import { CLAIM_RELATIONS, type ClaimRelation } from "../model/claim.ts";
import { compareDates, compareText } from "../model/dates.ts";
import type { ClaimNode, LinkedDevelopment } from "./nodes.ts";

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
  /** Developments that replace it. */
  replacing: LinkedDevelopment[];
  /** What is read before the two sides: what replaces the claim, what it replaces, what it answers. */
  before: RelationGroup[];
  /** What is read after them: answers to it, what qualifies it, what it qualifies or supports. */
  after: RelationGroup[];
  /** Developments that take no side. */
  later: LinkedDevelopment[];
}

/** The claims that one relation ties to this one, by date; `label` is worded from this claim's side. */
export interface RelationGroup {
  type: ClaimRelation;
  inverse: boolean;
  label: string;
  claims: ClaimNode[];
}

type End = readonly [type: ClaimRelation, inverse: boolean];

const BEFORE: readonly End[] = [
  ["supersedes", true],
  ["supersedes", false],
  ["responds-to", false],
];
const AFTER: readonly End[] = [
  ["responds-to", true],
  ["qualifies", true],
  ["qualifies", false],
  ["supports", false],
];

export function exchangeOf(claim: ClaimNode): Exchange {
  const claims = (type: ClaimRelation, inverse: boolean) => {
    const links = claim.relations.filter((link) => link.type === type && link.inverse === inverse);
    return [...new Set(links.map((link) => link.claim))].sort(byDate);
  };
  const groups = (ends: readonly End[]) =>
    ends
      .map(([type, inverse]) => ({
        type,
        inverse,
        label: CLAIM_RELATIONS[type][inverse ? "there" : "here"],
        claims: claims(type, inverse),
      }))
      .filter((group) => group.claims.length > 0);
  const developments = (effect: LinkedDevelopment["effect"]) => claim.developments.filter((one) => one.effect === effect);
  const disputing = claims("disputes", true);
  return {
    supporting: claims("supports", true),
    confirming: developments("confirms"),
    disputing,
    contradicting: contradictionsOf(claim),
    disputed: claims("disputes", false).filter((other) => !disputing.includes(other)),
    replacing: developments("supersedes"),
    before: groups(BEFORE),
    after: groups(AFTER),
    later: developments(undefined),
  };
}

/** Whether anybody but the speaker stands for the claim or against it, or the claim against somebody. */
export function hasSides({ supporting, confirming, disputing, contradicting, disputed }: Exchange): boolean {
  return supporting.length + confirming.length + disputing.length + contradicting.length + disputed.length > 0;
}

/** Later developments that dispute or deny a claim. */
export function contradictionsOf(claim: ClaimNode): LinkedDevelopment[] {
  return claim.developments.filter(({ effect }) => effect === "disputes" || effect === "denies");
}

/** Claims that replaced this one. */
export function successorsOf(claim: ClaimNode): ClaimNode[] {
  return claim.relations.filter(({ type, inverse }) => type === "supersedes" && inverse).map((link) => link.claim);
}

function byDate(a: ClaimNode, b: ClaimNode): number {
  return compareDates(a.date, b.date) || compareText(a.id, b.id);
}
