import { maxDay, type Day, type DossierDate } from "../model/dates.ts";
import type { SourceNode } from "./nodes.ts";

/**
 * The day from which something was publicly known: the earliest publication among its own sources, but never before its own
 * date. A source dated by month or year counts from its last day. `stated` wins, being entered only where no source is dated.
 */
export function findKnownDay(sources: readonly SourceNode[], own: DossierDate | null, stated?: Day): Day | null {
  if (stated) return stated;
  let earliest: Day | null = null;
  for (const { published } of sources) {
    const day = published?.latest;
    if (day && (earliest === null || day < earliest)) earliest = day;
  }
  if (earliest === null) return null;
  return own?.earliest ? maxDay(earliest, own.earliest) : earliest;
}

/** Whether something known from `known` belongs to the record as it stood on `asOf`; null for `asOf` means the whole record. */
export function isKnownBy(known: Day | null, asOf: Day | null): boolean {
  return asOf === null || (known !== null && known <= asOf);
}
