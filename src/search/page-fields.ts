/** What the search index keeps of a page besides its text. */
import type { Dossier } from "../graph/nodes.ts";
import { formatDate, type DossierDate } from "../model/dates.ts";
import { claimNumber } from "../site/claim-words.ts";
import { foreignLang, pageTitle } from "../site/source-words.ts";

export interface PageFields {
  /** Shown with a hit; `name` also weighs in the ranking, so that a person's page stands before the pages that mention the person. */
  meta: Record<string, string>;
  /** Found by exact value only. */
  filters: Record<string, string>;
}

export function pageFields(
  dossier: Dossier,
  { entry, date }: { entry?: { kind: string; id: string } | undefined; date?: DossierDate | undefined },
): PageFields {
  const meta: Record<string, string> = {};
  const filters: Record<string, string> = {};
  if (date) meta["date"] = formatDate(date);
  if (entry?.kind === "actor") {
    const actor = dossier.actors.find(({ id }) => id === entry.id);
    if (actor) meta["name"] = [actor.data.name, ...(actor.data.aliases ?? [])].join("; ");
  }
  if (entry?.kind === "place") {
    const place = dossier.places.find(({ id }) => id === entry.id);
    if (place) meta["name"] = place.data.name;
  }
  if (entry?.kind === "claim") {
    const claim = dossier.claims.find(({ id }) => id === entry.id);
    const number = claim && claimNumber(claim);
    if (number) filters["number"] = number;
  }
  if (entry?.kind === "source") {
    const source = dossier.sources.find(({ id }) => id === entry.id);
    const lang = source && pageTitle(source) ? foreignLang(source.data.language, dossier.site.language) : undefined;
    if (lang) meta["lang"] = lang;
  }
  return { meta, filters };
}
