import { compareText } from "../model/dates.ts";
import { allNodes, type Dossier, type DossierNode } from "./nodes.ts";

/**
 * Takes withdrawn entries out of what the pages of others list, and returns the dossier without them in its own lists: so no list,
 * count, chart or day of knowledge has them: what should not be on file was not known on an earlier day either. They keep all that they
 * link to, and what links to them in texts still finds them.
 */
export function setAsideWithdrawn(dossier: Dossier): Dossier {
  for (const node of allNodes(dossier)) {
    node.backlinks = node.backlinks.filter(({ from }) => stands(from));
    switch (node.kind) {
      case "actor":
        node.claimsMade = node.claimsMade.filter(stands);
        node.claimsAbout = node.claimsAbout.filter(stands);
        node.events = node.events.filter(({ event }) => stands(event));
        node.namedIn = node.namedIn.filter(stands);
        node.totals = node.totals.filter(stands);
        node.relations = node.relations.filter(({ inverse, actor }) => !inverse || stands(actor)); // the other's file has it
        break;
      case "claim":
        node.relations = node.relations.filter(({ claim }) => stands(claim));
        if (stands(node)) node.on = node.on.filter(stands);
        break;
      case "event":
        node.claims = node.claims.filter(stands);
        node.related = node.related.filter(stands);
        node.leads = node.leads.filter(stands);
        break;
      case "source":
        node.citedBy = node.citedBy.filter(({ node: citing }) => stands(citing));
        node.derivedBy = node.derivedBy.filter(stands);
        break;
      case "place":
        node.events = node.events.filter(stands);
        break;
      case "article":
      case "total":
      case "series":
      case "correction":
        break;
      case "lead":
        if (stands(node)) node.on = node.on.filter(stands);
        break;
    }
  }
  return {
    ...dossier,
    articles: dossier.articles.filter(stands),
    actors: dossier.actors.filter(stands),
    claims: dossier.claims.filter(stands),
    events: dossier.events.filter(stands),
    strikes: dossier.strikes.filter(stands),
    sources: dossier.sources.filter(stands),
    places: dossier.places.filter(stands),
    totals: dossier.totals.filter(stands),
    series: dossier.series.filter(stands),
    corrections: dossier.corrections.filter(stands),
    leads: dossier.leads.filter(stands),
    withdrawn: withdrawnEntries(dossier),
  };
}

/** Entries that were published and then withdrawn, newest first. Their pages stay and say so. */
function withdrawnEntries(dossier: Dossier): DossierNode[] {
  return allNodes(dossier)
    .filter((node) => node.data.withdrawn)
    .sort((a, b) => compareText(b.data.withdrawn?.date ?? "", a.data.withdrawn?.date ?? "") || compareText(a.id, b.id));
}

/** Whether an entry is not withdrawn. */
export function stands({ data }: Pick<DossierNode, "data">): boolean {
  return !data.withdrawn;
}
