/** What happened: strikes and all other timeline entries. */
import type { EventLeaf } from "schema-dts";
import type { EventNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { eventDescription } from "../site/event-words.ts";
import type { Urls } from "../site/urls.ts";
import { dated } from "./dates.ts";
import { idOf, listed, refsTo } from "./ids.ts";
import { placeMention } from "./place.ts";
import type { OwnTerms } from "./vocabulary.ts";

export type EventEntity = EventLeaf & OwnTerms;

/** The killed are in the words of the description, with what they rest on: a bare number would lose its range and its sources. */
export function eventEntity(event: EventNode, url: string, urls: Urls): EventEntity {
  return {
    "@type": "Event",
    "@id": idOf(event, urls),
    url,
    name: event.data.title,
    description: eventDescription(event),
    ...dated("startDate", event.date),
    ...(event.place && stands(event.place) && { location: placeMention(event.place, urls) }),
    ...listed("subjectOf", refsTo(event.claims, urls)),
  };
}
