/** What a link shows of the entry it leads to before it is followed: words that the entry's own page says, and no others. */
import { isStrike, nameOf, sourceName, type DossierNode } from "../graph/nodes.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import { claimLine, claimNumber } from "./claim-words.ts";
import { capitalize } from "./words.ts";

export interface Preview {
  /** "Claim C4", "Actor" */
  label: string;
  title: string;
  /** "Contested", "18 October 2025" */
  facts: string[];
  text?: string;
}

export function previewOf(node: DossierNode): Preview {
  const label = capitalize(KINDS[node.kind].one);
  const { withdrawn } = node.data;
  if (withdrawn) return { label, title: titleOf(node), facts: [`Withdrawn on ${formatDay(withdrawn.date)}`], text: withdrawn.reason };
  switch (node.kind) {
    case "claim":
      return {
        label: `Claim ${claimNumber(node) ?? ""}`.trim(),
        title: titleOf(node),
        facts: [capitalize(node.data.status), formatDate(node.date)],
      };
    case "actor":
      return { label, title: titleOf(node), facts: [], ...textOf(node.data.summary) };
    case "event":
      return {
        label: isStrike(node) ? "Strike" : label,
        title: titleOf(node),
        facts: [formatDate(node.date)],
        ...textOf(node.data.summary),
      };
    case "source":
      return { label, title: titleOf(node), facts: node.published ? [formatDate(node.published)] : [] };
    case "article":
      return { label: "Analysis", title: titleOf(node), facts: [formatDay(node.data.asOf)], text: node.data.standfirst };
    case "lead":
      return { label, title: titleOf(node), facts: [], text: node.data.detail };
    case "place":
    case "total":
    case "series":
    case "correction":
      return { label, title: titleOf(node), facts: [] };
  }
}

function titleOf(node: DossierNode): string {
  if (node.kind === "claim") return claimLine(node);
  return node.kind === "source" ? sourceName(node) : nameOf(node);
}

function textOf(text: string | undefined): { text?: string } {
  return text ? { text } : {};
}
