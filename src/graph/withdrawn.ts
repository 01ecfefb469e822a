import { compareText } from "../model/dates.ts";
import { allNodes, type Dossier, type DossierNode } from "./nodes.ts";

/** Entries that were published and then withdrawn, newest first. Their pages stay and say so. */
export function withdrawnEntries(dossier: Dossier): DossierNode[] {
  return allNodes(dossier)
    .filter((node) => node.data.withdrawn)
    .sort((a, b) => compareText(b.data.withdrawn?.date ?? "", a.data.withdrawn?.date ?? "") || compareText(a.id, b.id));
}
