import { regionSlug } from "../graph/ledger.ts";
import type { Dossier, EventNode } from "../graph/nodes.ts";
import type { FilterEvent } from "./filter.ts";

/** The timeline as compact data for the page's script, in the order of the list. */
export function filterData(dossier: Dossier): FilterEvent[] {
  return dossier.events.map((event) => {
    const base = {
      id: event.id,
      kind: event.data.kind,
      known: event.known ?? "",
      from: event.date.earliest ?? "",
      to: event.date.latest ?? "9999",
      region: regionOf(event),
      actors: event.actors.map(({ actor }) => actor.id),
    };
    if (!event.strike || event.data.withdrawn) return base; // withdrawn: listed, and no longer counted
    return {
      ...base,
      strikes: event.strike.data.strikesCounted ?? 1,
      records: event.strike.casualties.flatMap(({ killed, known }): [number, number, string][] =>
        killed ? [[killed.min, killed.max, known ?? ""]] : [],
      ),
    };
  });
}

/** Strikes have a sea; other events are where their place is. */
export function regionOf(event: EventNode): string {
  return event.strike ? regionSlug(event.strike.data.region) : (event.place?.id ?? "");
}
