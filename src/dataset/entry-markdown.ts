/** An entry as Markdown: what its page says, for those who read or pass on texts without pages. */
import type { Link, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { SKIP, visit } from "unist-util-visit";
import { tollOf } from "../graph/ledger.ts";
import { isStrike, type ActorNode, type ClaimNode, type DossierNode, type EventNode, type SourceNode } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { parseLink } from "../markdown/links.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { ACTOR_KIND_WORDS } from "../site/actor-words.ts";
import { claimNumber, entryName } from "../site/claim-words.ts";
import { kindWords } from "../site/event-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { pageOf, pageTitle, SOURCE_KIND_WORDS } from "../site/source-words.ts";
import { totalLine } from "../site/total-words.ts";
import type { Urls } from "../site/urls.ts";
import { capitalize } from "../site/words.ts";

type Fact = readonly [name: string, text: string];

/** @returns Markdown with absolute addresses. Of what is withdrawn it says only that, when and why. */
export function entryMarkdown(node: DossierNode, site: Site, urls: Urls): string {
  const page = urls.absolute(urls.hrefFor(node));
  const { withdrawn } = node.data;
  if (withdrawn) {
    const notice = `This ${KINDS[node.kind].one} was withdrawn on ${formatDay(withdrawn.date)}. ${withdrawn.reason}`;
    return joinParts([`# Withdrawn: ${node.id}`, escapeText(notice), lastLine(page, site)]);
  }
  const link = (other: DossierNode, words = nameIn(other)) => `[${escapeText(words)}](${urls.absolute(urls.hrefFor(other))})`;
  const facts = factsOf(node, link).map(([name, text]) => `- ${name}: ${text}`);
  return joinParts([
    `# ${escapeText(nameIn(node))}`,
    facts.join("\n"),
    bodyMarkdown(node.body.tree, urls),
    node.sources.length > 0 ? `## Sources\n\n${node.sources.map((source) => `- ${sourceLine(source, link)}`).join("\n")}` : "",
    lastLine(page, site),
  ]);
}

function joinParts(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function lastLine(page: string, site: Site): string {
  const licence = site.licence ? ` ${site.licence.name}.` : "";
  return `${site.title}, record to ${formatDay(site.recordEnds)}.${licence} <${page}>`;
}

/** What is withdrawn is named by its id: nothing repeats what it said. */
function nameIn(node: DossierNode): string {
  if (node.data.withdrawn) return `${KINDS[node.kind].one} ${node.id}, withdrawn`;
  return node.kind === "total" ? totalLine(node) : entryName(node);
}

type LinkTo = (other: DossierNode, words?: string) => string;

function factsOf(node: DossierNode, link: LinkTo): Fact[] {
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
        ["Note", node.data.note && escapeText(node.data.note)],
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
      return listFacts([
        ["Counted to", formatDay(node.data.asOf)],
        ["Source", link(node.source)],
        ["What is counted", node.data.rule && escapeText(node.data.rule)],
        ["Beside our count", node.data.explanation && escapeText(node.data.explanation)],
      ]);
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

function listFacts(facts: readonly (readonly [string, string | null | undefined])[]): Fact[] {
  return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
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

function eventFacts(event: EventNode, link: LinkTo): Fact[] {
  const { data, place, actors, claims } = event;
  const toll = isStrike(event) ? tollOf(event, null) : null;
  return listFacts([
    ["Kind", kindWords(data.kind)],
    ["Date", data.dateLabel ? escapeText(data.dateLabel) : formatDate(event.date)],
    ["Place", place && link(place)],
    ["Region", event.strike?.data.region],
    ["What happened", data.summary && escapeText(data.summary)],
    ["Killed, over all records", toll && (toll.killed ? formatRange(toll.killed) : "not known")],
    ["Survived", toll?.survived && formatRange(toll.survived)],
    ...(event.strike?.casualties.map(({ source, killed }): [string, string] => [
      "By one source",
      `${killed ? formatRange(killed) : "no number"} killed, ${link(source)}`,
    ]) ?? []),
    ["Actors", actors.map(({ actor, part }) => `${link(actor)}, ${escapeText(part)}`).join("; ")],
    ...claims.map((claim): [string, string] => [
      "Claim",
      `${link(claim)} (${[claim.data.status, replyWords(claim)].filter(Boolean).join("; ")})`,
    ]),
    ...(event.strike?.developments.map(({ date, summary }): [string, string] => [`Later, ${formatDate(date)}`, escapeText(summary)]) ?? []),
  ]);
}

function actorFacts(actor: ActorNode, link: LinkTo): Fact[] {
  const { data, roles, claimsMade, claimsAbout } = actor;
  const line = (claim: ClaimNode) => `${link(claim)} (${[claim.data.status, replyWords(claim)].filter(Boolean).join("; ")})`;
  return listFacts([
    ["Kind", ACTOR_KIND_WORDS[data.kind].one],
    ["Who", data.summary && escapeText(data.summary)],
    ["Also named", data.aliases?.map(escapeText).join("; ")],
    ...roles.map(({ title, from, to }): [string, string] => [
      "Role",
      [escapeText(title), from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(", "),
    ]),
    ...claimsMade.map((claim): [string, string] => ["Says", line(claim)]),
    ...claimsAbout.map((claim): [string, string] => ["Is said of it", line(claim)]),
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

/** sourceLine(source) → "[CBS News: A title](…), 19 October 2025" */
function sourceLine(source: SourceNode, link: LinkTo): string {
  const title = pageTitle(source);
  const words = title ? `${source.data.publisher}: ${title}` : `${source.data.publisher}, ${pageOf(source)}`;
  return [link(source, words), title && source.published && formatDate(source.published)].filter(Boolean).join(", ");
}

/** The body with absolute addresses; a number that the dossier computes is its text. */
function bodyMarkdown(tree: Root, urls: Urls): string {
  const copy = structuredClone(tree);
  visit(copy, "link", (link: Link, index, parent) => {
    const target = parseLink(link.url);
    if (target.type === "entry") link.url = urls.absolute(urls.hrefFor(target));
    else if (target.type === "count" && parent && index !== undefined) {
      parent.children.splice(index, 1, ...link.children); // a link holds what a paragraph does, but links
      return [SKIP, index];
    }
    return undefined;
  });
  return toMarkdown(copy, { extensions: [gfmToMarkdown()], bullet: "-" }).trim();
}

/** escapeText("a *b*") → "a \\*b\\*": text that stays as it is in Markdown. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, (mark) => `\\${mark}`);
}
