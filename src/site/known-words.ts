/** What is said beside the day from which an entry of the timeline was known: why it is that day, and that it was announced before. */
import { inexactBasis } from "../graph/known-day.ts";
import type { EventNode } from "../graph/nodes.ts";
import { formatDate, formatDay } from "../model/dates.ts";

/** The noted reason for the day, or that the sources on file are later than the announcement; null where there is neither to say. */
export function knownNote(event: EventNode): string | null {
  return event.data.knownBasis ?? announcedBefore(event);
}

/**
 * "Announced 22 October 2025; the first of its sources on file that is dated to the day came out on 23 October 2025." Null where it was not
 * announced before the day from which it was known, or where no source gives that day.
 */
function announcedBefore({ strike, sources, known }: EventNode): string | null {
  const announced = strike?.announcedDate;
  if (!announced?.latest || known === null || announced.latest >= known) return null;
  if (!sources.some(({ published }) => published?.latest === known)) return null;
  const isOne = sources.length === 1;
  const later = inexactBasis(sources, known)
    ? `${isOne ? "the source on file is not" : "none of its sources on file is"} certain to have come out before ${formatDay(known)}`
    : `${isOne ? "the source on file" : "the first of its sources on file that is dated to the day"} came out on ${formatDay(known)}`;
  return `Announced ${formatDate(announced)}; ${later}.`;
}
