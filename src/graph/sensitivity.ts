/** How far our sums rest on strikes that are contested or weakly sourced: each left out alone, and all of them. Arithmetic, not a verdict. */
import { isOpposed } from "./claim-standing.ts";
import { computeLedger, strikesWithin, tollOf } from "./ledger.ts";
import type { ClaimNode, Range, SourceNode, StrikeNode } from "./nodes.ts";

export interface Doubts {
  /** What at least two versions on file differ about: "Date". */
  disputes: string[];
  /** Contested or denied claims on it. */
  claims: ClaimNode[];
  /** The origin that all its sources lead back to; null where there are several, or none is on file. */
  onlyOrigin: SourceNode | null;
  /** Whether no record with a number of dead has a source graded original. */
  isWithoutOriginal: boolean;
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
    const isWeak = doubts.onlyOrigin !== null || doubts.isWithoutOriginal;
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

function doubtsOf({ strike, claims }: StrikeNode): Doubts {
  const { origins, disputes, casualties } = strike;
  return {
    disputes: disputes.filter(({ versions }) => versions.length > 1).map(({ about }) => about),
    claims: claims.filter(({ data }) => !data.withdrawn && isOpposed(data.status)),
    onlyOrigin: origins.length === 1 ? (origins[0] ?? null) : null,
    isWithoutOriginal: !casualties.some(({ killed, source }) => killed !== null && source.data.grade === "original"),
  };
}

function sumOf(strikes: readonly StrikeNode[]): SumWithout {
  const { operations, withoutFigure, killed, ...sums } = computeLedger(strikes, { asOf: null });
  return { strikes: sums.strikes, operations, killed: withoutFigure.length === operations ? null : killed };
}
