/** Where a claim stands, for the whole record and as of a day: one rule serves the check and the analyses. */
import type { Status } from "../model/claim.ts";
import type { Day } from "../model/dates.ts";
import { isKnownBy } from "./known-day.ts";
import type { ClaimNode, LinkedDevelopment, SourceNode } from "./nodes.ts";
import { findOrigins } from "./origins.ts";
import { stands } from "./withdrawn.ts";

export interface Standing {
  status: Status;
  /** Later developments on file by the day that dispute or deny it. */
  objections: LinkedDevelopment[];
  /** Its own sources published by the day. */
  sources: SourceNode[];
}

const PRIMARY = new Set(["government-statement", "court-record", "legislation", "un-report", "social-post", "interview", "dataset"]);

/**
 * The claim as it stood on a day, null for the whole record. A status that nothing published by then supports falls back to
 * contested where somebody disputed the claim, and to asserted otherwise.
 */
export function standingOn(claim: ClaimNode, asOf: Day | null): Standing {
  const objections = claim.developments.filter(
    ({ effect, known }) => (effect === "disputes" || effect === "denies") && isKnownBy(known, asOf),
  );
  const { status } = claim.data;
  const fallback = supportsStatus(claim, "contested", asOf) ? "contested" : "asserted";
  return {
    status: asOf === null || supportsStatus(claim, status, asOf) ? status : fallback,
    objections,
    sources: claim.sources.filter(({ known }) => isKnownBy(known, asOf)),
  };
}

/** Whether a status says that somebody disputes or denies the claim. */
export function isOpposed(status: Status): boolean {
  return status === "contested" || status === "denied";
}

/** Whether what was published by a day gives a claim what a status demands. What is withdrawn gives it nothing. */
export function supportsStatus(claim: ClaimNode, status: Status, asOf: Day | null): boolean {
  const sources = claim.sources.filter((source) => stands(source) && isKnownBy(source.known, asOf));
  switch (status) {
    case "asserted":
      return true;
    case "documented":
      return sources.some(({ data }) => PRIMARY.has(data.kind)) || findOrigins(sources).length >= 2;
    case "corroborated":
      return findOrigins(sources).length >= 2;
    case "contested":
    case "denied":
    case "superseded":
      return isMadeSoByClaim(claim, status, asOf) || hasEffect(claim, status, asOf);
  }
}

/** Whether a claim on file by the day makes this one contested, denied or superseded. */
function isMadeSoByClaim(claim: ClaimNode, status: Status, asOf: Day | null): boolean {
  const aboutIds = new Set(claim.about.map((actor) => actor.id));
  return claim.relations.some(({ type, inverse, claim: other }) => {
    if (!stands(other) || !isKnownBy(other.known, asOf)) return false;
    if (status === "superseded") return type === "supersedes" && inverse;
    if (other.data.assertedBy === claim.data.assertedBy) return false;
    if (status === "contested") return type === "disputes" && inverse; // who disputes another is not contested by that
    const isDenial = other.data.kind === "denial";
    const isSubject = aboutIds.has(other.data.assertedBy);
    return (type === "disputes" && (isDenial || isSubject)) || (type === "responds-to" && isDenial && isSubject);
  });
}

/** Claims of other speakers, on file by a day, that dispute this one, whenever they were made; not those that it disputes itself. */
export function disputersOf(claim: ClaimNode, asOf: Day | null): ClaimNode[] {
  return disputes(claim, true, asOf);
}

/** Claims of other speakers, on file by a day, that this one disputes: it is at odds with them, and nobody is against it by that. */
export function disputedOf(claim: ClaimNode, asOf: Day | null): ClaimNode[] {
  return disputes(claim, false, asOf);
}

/** Whom a list names beside a claim. */
export interface Opposition {
  /** Whether the claims dispute this one; else it is this one that disputes them. */
  isDisputed: boolean;
  claims: ClaimNode[];
}

/** Those who dispute a claim; where nobody does, those whose claims it disputes. */
export function oppositionTo(claim: ClaimNode, asOf: Day | null): Opposition {
  const against = disputersOf(claim, asOf);
  return against.length > 0 ? { isDisputed: true, claims: against } : { isDisputed: false, claims: disputedOf(claim, asOf) };
}

function disputes({ relations, assertedBy }: ClaimNode, isInverse: boolean, asOf: Day | null): ClaimNode[] {
  const found = relations.flatMap(({ type, inverse, claim: other }) =>
    type === "disputes" && inverse === isInverse && stands(other) && isKnownBy(other.known, asOf) && other.assertedBy !== assertedBy
      ? other
      : [],
  );
  return [...new Set(found)];
}

/** Whether a development on file by the day says with `effect` that it gives the claim this status. */
function hasEffect(claim: ClaimNode, status: "contested" | "denied" | "superseded", asOf: Day | null): boolean {
  const effects = { contested: ["disputes", "denies"], denied: ["denies"], superseded: ["supersedes"] }[status];
  return claim.developments.some(
    ({ effect, known, sources }) => effect && effects.includes(effect) && isKnownBy(known, asOf) && sources.some(stands),
  );
}
