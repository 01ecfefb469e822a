/** The data of the chart on an entry's page: the rows of the dataset that it draws. */
import type { DossierNode } from "../graph/nodes.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { ACTOR_ENTRIES_COLUMNS, actorEntriesCsv } from "../site/actor-exports.ts";
import { SERIES_COLUMNS, seriesCsv } from "../site/chart-exports.ts";
import { entryName } from "../site/claim-words.ts";
import { CLAIM_RELATIONS_COLUMNS, claimTiesCsv } from "../site/claim-exports.ts";
import type { Urls } from "../site/urls.ts";
import { formatChartMetadata } from "./chart-files.ts";

export function formatEntryChart(node: DossierNode, site: Site, urls: Urls): { csv: string; metadata: string } {
  const { csv, columns, holds } = dataOf(node);
  const name = entryName(node);
  const shownOn = `${KINDS[node.kind].path}/${node.id}/`;
  const drawing = { name: "chart.svg", title: name };
  return { csv, metadata: formatChartMetadata({ name: "chart.csv", holds: `${name}: ${holds}`, shownOn, columns }, [drawing], site, urls) };
}

function dataOf(node: DossierNode): { csv: string; columns: Readonly<Record<string, string>>; holds: string } {
  switch (node.kind) {
    case "series":
      return { csv: seriesCsv({ series: [node] }), columns: SERIES_COLUMNS, holds: "one row for each value" };
    case "claim":
      return {
        csv: claimTiesCsv(node),
        columns: CLAIM_RELATIONS_COLUMNS,
        holds: "one row for each tie to another claim, and for each later development that takes a side",
      };
    case "actor":
      return {
        csv: actorEntriesCsv({ actors: [node] }),
        columns: ACTOR_ENTRIES_COLUMNS,
        holds: "one row for each claim and timeline entry",
      };
    default:
      throw new Error(`formatEntryChart: the page of a ${node.kind} has no chart`);
  }
}
