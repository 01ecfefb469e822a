/** When an entry was corrected. */
import type { Day } from "../model/dates.ts";
import type { Dossier, DossierNode } from "./nodes.ts";

/** The days on which an entry was corrected: of those who read what was wrong, each should see that it was. */
export function correctionDays(node: DossierNode, { corrections }: Pick<Dossier, "corrections">): Day[] {
  return corrections.filter(({ entry }) => entry === node).map(({ data }) => data.date);
}
