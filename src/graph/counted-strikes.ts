/** The strikes as compact data that can be summed by any rule, in the build and in the browser. */
import { regionSlug, strikesWithin } from "./ledger.ts";
import type { CasualtyRecord, StrikeNode } from "./nodes.ts";
import { toRange } from "./ranges.ts";
import type { CountedRecord, CountedStrike } from "./rule-sums.ts";

export interface Region {
  /** As `region` of a scope has it: "eastern-pacific". */
  slug: string;
  name: string;
}

/** Strikes without a region stand apart under this one. */
const NO_REGION: Region = { slug: "none", name: "No region on file" };

/** Every strike that is counted, in order of time. */
export function toCountedStrikes(strikes: readonly StrikeNode[]): CountedStrike[] {
  return strikesWithin(strikes, { asOf: null }).map(({ strike, date }) => ({
    month: date.earliest?.slice(0, 7) ?? "",
    region: regionOf(strike.data.region).slug,
    strikes: strike.data.strikesCounted ?? 1,
    vessels: strike.data.vessels,
    survivorsTold: strike.data.survivorsOutcome ? 1 : 0,
    records: strike.casualties.map(toCountedRecord),
  }));
}

/** The regions of the strikes that are counted, the one with most entries first. */
export function regionsOf(strikes: readonly StrikeNode[]): Region[] {
  const bySlug = Map.groupBy(
    strikesWithin(strikes, { asOf: null }).map(({ strike }) => regionOf(strike.data.region)),
    ({ slug }) => slug,
  );
  return [...bySlug.values()]
    .sort((a, b) => b.length - a.length || ((a[0]?.slug ?? "") < (b[0]?.slug ?? "") ? -1 : 1))
    .flatMap(([region]) => region ?? []);
}

function regionOf(name: string | undefined): Region {
  return name === undefined ? NO_REGION : { slug: regionSlug(name), name };
}

function toCountedRecord({ source, data }: CasualtyRecord): CountedRecord {
  const { killed, presumedDead = 0, survived } = data;
  const { min, max } = killed === undefined ? { min: null, max: null } : toRange(killed);
  return [min, max, presumedDead, survived ?? null, source.data.grade === "original" ? 1 : 0];
}
