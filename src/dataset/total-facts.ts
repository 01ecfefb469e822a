/** What the page of a published total says of it, as facts in Markdown: its numbers, ours beside them, and the gaps. */
import type { Dossier, TotalNode } from "../graph/nodes.ts";
import { reconcileTotal } from "../graph/reconcile.ts";
import { formatDay } from "../model/dates.ts";
import { sentence, strikeLabels } from "../site/strike-words.ts";
import { BOUND_WORDS, countingWords, measures, namedWords, partWords, restWords, standingWords } from "../site/total-words.ts";
import { escapeText, listFacts, type Fact, type LinkTo } from "./fact-lines.ts";

export function totalFacts(total: TotalNode, dossier: Dossier, link: LinkTo): Fact[] {
  const standing = dossier.totals.find(({ id }) => id === total.id) ?? total; // linked with what stands, as our ledger is
  const { data, counting, gap } = standing;
  const item = reconcileTotal(dossier, standing);
  const labels = strikeLabels(dossier.strikes);
  return listFacts([
    ["Counted to", formatDay(data.asOf)],
    ["Source", link(total.source)],
    ["What is counted", data.rule && escapeText(data.rule)],
    ...measures(item).map(({ label, published, ours, gap: difference, isReached }): [string, string] => [
      label,
      [
        `published ${published ?? "not given"}`,
        `our ledger ${ours ?? "not counted apart"}`,
        difference ? `difference ${difference}` : isReached && BOUND_WORDS,
      ]
        .filter(Boolean)
        .join("; "),
    ]),
    ["Our ledger", `every strike up to that day, ${escapeText(countingWords(counting, labels))}`],
    ["Result", standingWords(item)],
    ["Beside our count", data.explanation && escapeText(data.explanation)],
    ...gap.map((part): [string, string] => [
      "Counted otherwise",
      `${link(part.entry)}: ${partWords(part)}. ${escapeText(sentence(part.why))}`,
    ]),
    ["With these", namedWords(item)],
    ["Explained", restWords(item)],
  ]);
}
