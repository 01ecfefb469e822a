/** When an entry was corrected, and an analysis revised. */
import type { Day } from "../model/dates.ts";
import type { ArticleNode, Dossier, DossierNode } from "./nodes.ts";

/** The days on which an entry was corrected: of those who read what was wrong, each should see that it was. */
export function correctionDays(node: DossierNode, { corrections }: Pick<Dossier, "corrections">): Day[] {
  return corrections.filter(({ entry }) => entry === node).map(({ data }) => data.date);
}

/** The day on which an analysis was last updated or corrected; null for one that stands as it was published. */
export function revisedOn(article: ArticleNode, dossier: Pick<Dossier, "corrections">): Day | null {
  const { updated } = article.data;
  return [...(updated ? [updated] : []), ...correctionDays(article, dossier)].sort().at(-1) ?? null;
}
