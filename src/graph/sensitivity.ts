/** How far our sums rest on strikes that are contested or weakly sourced: each left out alone, and all of them. Arithmetic, not a verdict. */
import { isOpposed } from "./claim-standing.ts";
import { sourcesOfEvent } from "./event-context.ts";
import { computeLedger, strikesWithin, tollOf } from "./ledger.ts";
import type { ClaimNode, Range, SourceNode, StrikeNode } from "./nodes.ts";
import { findOrigins, originsOnFile } from "./origins.ts";

export interface Doubts {
  /** What at least two versions on file differ about: "Date". */
  disputes: string[];
  /** Contested or denied claims on it. */
  claims: ClaimNode[];
  /** Null where two or more independent origins are on file. */
  fewOrigins: FewOrigins | null;
  /** Whether no record with a number of dead has a source graded original. */
  isWithoutOriginal: boolean;
}

/** Fewer than two independent origins among all sources of a strike and its parts. */
export interface FewOrigins {
  /** Null where none is on file: all are digests that do not say whose text they carry. */
  only: SourceNode | null;
  /** Whether a digest among the sources may carry yet another text. */
  hasUnknown: boolean;
}

export interface SumWithout {
  strikes: number;
  operations: number;
  /** By every record as it stands; null when no strike with a figure is left. */
  killed: Range | null;
}

export interface DoubtedStrike extends Doubts {
  strike: StrikeNode;
  isContested: boolean;
  isWeak: boolean;
  /** Of this strike by every record; null when none numbers the dead. */
  killed: Range | null;
  without: SumWithout;
}

export interface Sensitivity {
  all: SumWithout;
  /** In order of time. */
  strikes: DoubtedStrike[];
  /** All contested ones left out, all weakly sourced ones, and all that are either. */
  groups: { name: "contested" | "weak" | "either"; count: number; without: SumWithout }[];
}

export function sensitivityOf(strikes: readonly StrikeNode[]): Sensitivity {
  const counted = strikesWithin(strikes, { asOf: null });
  const without = (left: ReadonlySet<StrikeNode>) => sumOf(counted.filter((strike) => !left.has(strike)));
  const doubted = counted.flatMap((strike): DoubtedStrike[] => {
    const doubts = doubtsOf(strike);
    const isContested = doubts.disputes.length > 0 || doubts.claims.length > 0;
    const isWeak = doubts.fewOrigins !== null || doubts.isWithoutOriginal;
    if (!isContested && !isWeak) return [];
    return [{ ...doubts, strike, isContested, isWeak, killed: tollOf(strike, null).killed, without: without(new Set([strike])) }];
  });
  const group = (name: Sensitivity["groups"][number]["name"], isIn: (one: DoubtedStrike) => boolean) => {
    const left = new Set(doubted.filter(isIn).map(({ strike }) => strike));
    return { name, count: left.size, without: without(left) };
  };
  return {
    all: sumOf(counted),
    strikes: doubted,
    groups: [group("contested", ({ isContested }) => isContested), group("weak", ({ isWeak }) => isWeak), group("either", () => true)],
  };
}

function doubtsOf(node: StrikeNode): Doubts {
  const { strike, claims } = node;
  const { disputes, casualties } = strike;
  return {
    disputes: disputes.filter(({ versions }) => versions.length > 1).map(({ about }) => about),
    claims: claims.filter(({ data }) => !data.withdrawn && isOpposed(data.status)),
    fewOrigins: fewOriginsOf(sourcesOfEvent(node)),
    isWithoutOriginal: !casualties.some(({ killed, source }) => killed !== null && source.data.grade === "original"),
  };
}

function fewOriginsOf(sources: readonly SourceNode[]): FewOrigins | null {
  const [only = null, ...others] = originsOnFile(sources);
  if (others.length > 0) return null;
  return { only, hasUnknown: findOrigins(sources).length > (only ? 1 : 0) };
}

function sumOf(strikes: readonly StrikeNode[]): SumWithout {
  const { operations, withoutFigure, killed, ...sums } = computeLedger(strikes, { asOf: null });
  return { strikes: sums.strikes, operations, killed: withoutFigure.length === operations ? null : killed };
}
