/** How timeline entries are named, described and filed in words. */
import { tollOf } from "../graph/ledger.ts";
import { isStrike, type EventNode } from "../graph/nodes.ts";
import { formatDate } from "../model/dates.ts";
import type { EventData } from "../model/event.ts";
import { announcerOf, recordsWords, survivedWords } from "./strike-words.ts";
import { capitalize, killedWords } from "./words.ts";

/** kindWords("law-enforcement") → "Law enforcement". */
export function kindWords(kind: EventData["kind"]): string {
  return capitalize(kind.replaceAll("-", " "));
}

/** One sentence on the entry for search engines and link previews. */
export function eventDescription(event: EventNode): string {
  const { title, summary, kind, dateLabel } = event.data;
  if (!isStrike(event)) return summary ?? `${kindWords(kind)}, ${dateLabel ?? formatDate(event.date)}: ${title}.`;
  const { killed, survived } = tollOf(event, null);
  const announcer = announcerOf(event);
  return [
    `${title}: ${killedWords(killed)}, by the records on file.`,
    ...(announcer ? [`Announced by ${announcer}.`] : []),
    `Survivors: ${survivedWords(event, survived).text}.`,
    `${recordsWords(event)}.`,
  ].join(" ");
}
