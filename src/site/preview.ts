/** What a link shows of the entry it leads to before it is followed: words that the entry's own page says, and no others. */
import { tollOf } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import { isStrike, totalBy, type DossierNode, type EventNode } from "../graph/nodes.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import { ACTOR_KIND_WORDS } from "./actor-words.ts";
import { claimLine, claimNumber } from "./claim-words.ts";
import { kindWords } from "./event-words.ts";
import { leadWords } from "./lead-words.ts";
import { foreignLang, SOURCE_KIND_WORDS, sourceHeading } from "./source-words.ts";
import { totalFigure } from "./total-words.ts";
import { capitalize } from "./words.ts";

export interface Preview {
  /** What kind of entry it is, then what tells it from others of the kind: ["Claim C4", "Contested", "18 October 2025"]. */
  facts: string[];
  title: string;
  /** Language of the title, where it is not that of the site. */
  lang?: string;
  text?: string;
}

/** The preview of an entry. One that is withdrawn shows that it is, when and why, and nothing of what it said. */
export function previewOf(node: DossierNode, siteLanguage: string): Preview {
  const { withdrawn } = node.data;
  if (withdrawn) {
    return { facts: [capitalize(KINDS[node.kind].one)], title: `Withdrawn on ${formatDay(withdrawn.date)}`, text: withdrawn.reason };
  }
  switch (node.kind) {
    case "claim":
      return { facts: [claimNumber(node) ?? "Claim", capitalize(node.data.status), formatDate(node.date)], title: claimLine(node) };
    case "actor":
      return { facts: [ACTOR_KIND_WORDS[node.data.kind].one], title: node.data.name, ...textOf(node.data.summary) };
    case "event":
      return { facts: eventFacts(node), title: node.data.title, ...textOf(node.data.summary) };
    case "source": {
      const lang = foreignLang(node.data.language, siteLanguage);
      const published = node.published ? [formatDate(node.published)] : [];
      return {
        facts: [`Source: ${SOURCE_KIND_WORDS[node.data.kind].one}`, ...published],
        title: sourceHeading(node),
        ...(lang && { lang }),
      };
    }
    case "article":
      return { facts: ["Analysis", formatDay(node.data.asOf)], title: node.data.title, text: node.data.standfirst };
    case "lead":
      return { facts: [leadWords(node.data.kind).one], title: node.data.title, text: node.data.detail };
    case "place":
      return { facts: [`Place: ${node.data.kind}`], title: node.data.name, ...textOf(node.data.note) };
    case "total":
      return { facts: ["Published total", `as of ${formatDay(node.data.asOf, "short")}`], title: `${totalBy(node)}: ${totalFigure(node)}` };
    case "series":
      return { facts: [`Series, in ${node.data.unit}`], title: node.data.title };
    case "correction":
      return { facts: [], title: `Correction of ${formatDay(node.data.date)}`, text: node.data.now };
  }
}

function eventFacts(event: EventNode): string[] {
  const date = event.data.dateLabel ?? formatDate(event.date);
  if (!isStrike(event)) return [kindWords(event.data.kind), date];
  const { killed } = tollOf(event, null);
  return [
    "Strike",
    date,
    ...(event.strike.data.region ? [event.strike.data.region] : []),
    ...(killed ? [`Killed ${formatRange(killed)}`] : []),
  ];
}

function textOf(text: string | undefined): { text?: string } {
  return text ? { text } : {};
}
