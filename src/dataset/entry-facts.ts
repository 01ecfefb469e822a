/** What the page of an entry says of it, as facts in Markdown. */
import { relationsOf } from "../graph/actor-record.ts";
import type { ActorNode, ClaimNode, Dossier, DossierNode, SourceNode } from "../graph/nodes.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";
import { ACTOR_KIND_WORDS, facingHeadings } from "../site/actor-words.ts";
import { claimNumber } from "../site/claim-words.ts";
import { coordinatesOf, PRECISION_WORDS } from "../site/place-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { SOURCE_KIND_WORDS } from "../site/source-words.ts";
import { sentence } from "../site/strike-words.ts";
import { capitalize } from "../site/words.ts";
import { eventFacts } from "./event-facts.ts";
import { escapeText, listFacts, type Fact, type LinkTo } from "./fact-lines.ts";
import { totalFacts } from "./total-facts.ts";

/** @param dossier what stands, which the numbers beside a published total are of */
export function factsOf(node: DossierNode, dossier: Dossier, link: LinkTo): Fact[] {
  switch (node.kind) {
    case "claim":
      return claimFacts(node, link);
    case "event":
      return eventFacts(node, link);
    case "actor":
      return actorFacts(node, link);
    case "source":
      return sourceFacts(node);
    case "article":
      return listFacts([
        ["In short", escapeText(node.data.standfirst)],
        ["By", node.data.byline && escapeText(node.data.byline)],
        ["Published", formatDay(node.data.published)],
        ["Updated", node.data.updated && formatDay(node.data.updated)],
        ["As publicly known on", formatDay(node.data.asOf)],
      ]);
    case "place":
      return listFacts([
        ["Kind", node.data.kind],
        ["Also named", node.data.aliases?.map(escapeText).join("; ")],
        ["Held as", `${PRECISION_WORDS[node.data.precision].name}. ${PRECISION_WORDS[node.data.precision].meaning}`],
        ["Position", coordinatesOf(node.data) ?? (node.data.precision === "region" ? "No point is meant" : "No coordinates are on file")],
        ["Note", node.data.note && escapeText(node.data.note)],
        ...node.events.map((event): [string, string] => ["On file there", link(event)]),
      ]);
    case "series":
      return listFacts([
        ["Unit", escapeText(node.data.unit)],
        ["What is measured", node.data.what && escapeText(node.data.what)],
        ...node.points.map(({ x, y, qualifier }): [string, string] => [
          formatDate(x),
          [y, qualifier].filter((part) => part !== undefined).join(", "),
        ]),
      ]);
    case "total":
      return totalFacts(node, dossier, link);
    case "lead":
      return listFacts([
        ["What is known", escapeText(node.data.detail)],
        ["Date", node.date && formatDate(node.date)],
        ["Counted", "nothing of it: no citable page supports it yet"],
      ]);
    case "correction":
      return listFacts([
        ["Corrected", link(node.entry)],
        ["Day", formatDate(getDate(node.data.date))],
        ["It said", escapeText(node.data.was)],
        ["It says", escapeText(node.data.now)],
        ["Why", node.data.why && escapeText(node.data.why)],
      ]);
  }
}

function claimFacts(claim: ClaimNode, link: LinkTo): Fact[] {
  const { data, about, on, developments } = claim;
  const reply = replyWords(claim);
  return listFacts([
    ["Number", claimNumber(claim)],
    ["Said by", `${link(claim.assertedBy)}, ${formatDate(claim.date)}${data.venue ? `, ${escapeText(data.venue)}` : ""}`],
    ["About", about.map((actor) => link(actor)).join("; ")],
    ["Status", `${data.status}. ${escapeText(data.statusNote)}`],
    ["Reply", reply && escapeText(capitalize(reply))],
    ["Quoted", data.quote && `“${escapeText(data.quote)}”`],
    ...claim.relations.map(({ label, claim: other }): [string, string] => [capitalize(label), link(other)]),
    ["Bears on", on.map((event) => link(event)).join("; ")],
    ...developments.map(({ date, summary }): [string, string] => [`Later, ${formatDate(date)}`, escapeText(summary)]),
  ]);
}

function actorFacts(actor: ActorNode, link: LinkTo): Fact[] {
  const { data, roles, claimsMade, claimsAbout } = actor;
  const headings = facingHeadings(actor);
  const line = (claim: ClaimNode) => `${link(claim)} (${[claim.data.status, replyWords(claim)].filter(Boolean).join("; ")})`;
  return listFacts([
    ["Kind", ACTOR_KIND_WORDS[data.kind].one],
    ["Who", data.summary && escapeText(data.summary)],
    ["Also named", data.aliases?.map(escapeText).join("; ")],
    ...roles.map(({ title, from, to }): [string, string] => [
      "Role",
      [escapeText(title), from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(", "),
    ]),
    ...relationsOf(actor).map(({ label, actor: other, from, until, note, sources }): [string, string] => [
      "Relation",
      [
        `${label} ${link(other)}${from ? `, from ${formatDate(from)}` : ""}${until ? `, until ${formatDate(until)}` : ""}.`,
        note && escapeText(sentence(note)),
        sources.map((source) => link(source)).join("; "),
      ]
        .filter(Boolean)
        .join(" "),
    ]),
    ...claimsMade.map((claim): [string, string] => [headings.says, line(claim)]),
    ...claimsAbout.map((claim): [string, string] => [headings.isSaidOf, line(claim)]),
  ]);
}

function sourceFacts(source: SourceNode): Fact[] {
  const { data } = source;
  return listFacts([
    ["Publisher", escapeText(data.publisher)],
    ["Kind", SOURCE_KIND_WORDS[data.kind].one],
    ["Published", source.published ? formatDate(source.published) : "not known"],
    ["Address", data.url && `<${data.url}>`],
    ["Archived", data.archiveUrl && `<${data.archiveUrl}>`],
    ["Held as", data.grade],
    ["Note", data.note && escapeText(data.note)],
  ]);
}
