/** What became publicly known on which day, as a table. */
import { historyOf, type Change, type Learned } from "../graph/history.ts";
import { allNodes, type Dossier, type SourceNode } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { compareText } from "../model/dates.ts";
import { toCsv, type Row } from "./csv.ts";

/** charts/known.csv: one row for each thing that became known of a claim, timeline entry, published total or actor, in order of time. */
export function knownCsv(dossier: Dossier): string {
  const learned = allNodes(dossier)
    .filter(({ kind }) => kind === "claim" || kind === "event" || kind === "total" || kind === "actor")
    .flatMap((node) => historyOf(node, dossier.site.recordEnds));
  return toCsv(learned.sort((a, b) => compareText(a.day, b.day)).map(toRow), KNOWN_COLUMNS);
}

export const KNOWN_COLUMNS = {
  day: "day on which it became publicly known: the earliest publication on file",
  kind: "claim, event, total or actor",
  id: "id of the entry",
  what: "entry, status, toll (the number of dead changed), records (it did not), development, claim (one that bears on it), figure, name, nationality, dispute, role or relation",
  before: "status or number of dead until then",
  after: "status or number of dead from then on",
  words: "the development, claim, figure, name, nationality, matter in dispute, role or relation in words",
  sources: "ids of the sources of that part, separated by spaces; for an entry its own",
} as const;

function toRow({ day, node, change }: Learned): Row {
  const { before = "", after = "", words = "", sources = [] } = cellsOf(change, node.sources);
  return { day, kind: node.kind, id: node.id, what: change.what, before, after, words, sources: sources.map(({ id }) => id).join(" ") };
}

interface Cells {
  before?: string;
  after?: string;
  words?: string;
  sources?: readonly SourceNode[];
}

function cellsOf(change: Change, own: readonly SourceNode[]): Cells {
  switch (change.what) {
    case "entry":
      return { sources: own };
    case "status":
      return { before: change.from, after: change.to };
    case "toll":
      return {
        before: change.from ? formatRange(change.from) : "",
        after: change.to ? formatRange(change.to) : "",
        sources: change.records.map(({ source }) => source),
      };
    case "records":
      return { sources: change.records.map(({ source }) => source) };
    case "development":
      return { words: change.development.summary, sources: change.development.sources };
    case "nationality":
      return { words: change.nationality };
    case "figure":
      return { words: change.figure.what, sources: change.figure.source ? [change.figure.source] : [] };
    case "claim":
      return { words: `${change.link.label} ${change.link.claim.id}`, sources: change.link.claim.sources };
    case "name":
      return { words: change.name };
    case "dispute":
      return { words: change.about };
    case "role":
      return { words: change.title };
    case "relation":
      return { words: `${change.relation.label} ${change.relation.actor.id}`, sources: change.relation.sources };
  }
}
