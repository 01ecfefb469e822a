/** The strikes that a state shows, one by one with the running total of the dead, by the records known on its day. */
import { dayNumber } from "../model/dates.ts";
import { addRanges } from "../graph/ranges.ts";
import type { Range } from "../graph/nodes.ts";
import { killedOn, type TimelineEvent } from "./filter.ts";

export interface TollStep {
  event: TimelineEvent;
  /** Days since 1970 between which it happened. */
  earliest: number;
  latest: number;
  killed: Range | null;
  before: Range;
  running: Range;
}

/** @param events that are shown, in order of time; @param asof day of knowledge, "" for the whole record. */
export function runToll(events: readonly TimelineEvent[], asof: string): TollStep[] {
  let running: Range = { min: 0, max: 0 };
  return events.flatMap((event) => {
    if (!event.strikes || !event.from) return [];
    const killed = killedOn(event, asof);
    const before = running;
    if (killed) running = addRanges(running, killed);
    const earliest = dayNumber(event.from);
    return [{ event, earliest, latest: event.to < "9999" ? dayNumber(event.to) : earliest, killed, before, running }];
  });
}

/** The highest sum that the strikes before a moment came to. @param moment in days since 1970 */
export function mostBefore(steps: readonly TollStep[], moment: number): number {
  return steps.findLast(({ earliest }) => earliest < moment)?.running.max ?? 0;
}
