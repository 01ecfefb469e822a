/** When an entry last changed by what the content itself dates. */
import type { Day } from "../model/dates.ts";
import { correctionDays } from "./correction-days.ts";
import { historyOf } from "./history.ts";
import type { Dossier, DossierNode } from "./nodes.ts";

/**
 * The last day on which something became known of an entry within the record, or on which it was corrected; of an analysis, on which it was
 * published or revised. Null where nothing dates it: no clock and no date of a file stands in.
 */
export function lastChange(node: DossierNode, dossier: Pick<Dossier, "corrections" | "site">): Day | null {
  const own = node.kind === "article" ? [node.data.published, node.data.updated] : daysOf(node, dossier.site.recordEnds);
  const days = [...own, ...correctionDays(node, dossier)].filter((day) => day !== undefined);
  return days.sort().at(-1) ?? null;
}

function daysOf(node: DossierNode, recordEnds: Day): Day[] {
  return node.kind === "correction" ? [node.data.date] : historyOf(node, recordEnds).map(({ day }) => day);
}
