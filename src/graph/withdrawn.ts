import { compareText } from "../model/dates.ts";
import type { Dossier, DossierNode } from "./nodes.ts";

/** Entries that were published and then withdrawn, newest first. Their pages stay and say so. */
export function withdrawnEntries(dossier: Dossier): DossierNode[] {
  const all: DossierNode[] = [
    ...dossier.articles,
    ...dossier.claims,
    ...dossier.events,
    ...dossier.actors,
    ...dossier.sources,
    ...dossier.places,
    ...dossier.totals,
    ...dossier.series,
    ...dossier.corrections,
    ...dossier.leads,
  ];
  return all
    .filter((node) => node.data.withdrawn)
    .sort((a, b) => compareText(b.data.withdrawn?.date ?? "", a.data.withdrawn?.date ?? "") || compareText(a.id, b.id));
}
