/** An entry as Markdown: what its page says, for those who read or pass on texts without pages. */
import type { Link, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { SKIP, visit } from "unist-util-visit";
import { relationsOf } from "../graph/actor-record.ts";
import { sourcesOfEvent } from "../graph/event-context.ts";
import { tollOf } from "../graph/ledger.ts";
import {
  isStrike,
  type ActorNode,
  type CasualtyRecord,
  type ClaimNode,
  type DossierNode,
  type EventNode,
  type SourceNode,
  type StrikeNode,
} from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { parseLink } from "../markdown/links.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { ACTOR_KIND_WORDS, facingHeadings } from "../site/actor-words.ts";
import { claimNumber, entryName } from "../site/claim-words.ts";
import { kindWords } from "../site/event-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { coordinatesOf, PRECISION_WORDS } from "../site/place-words.ts";
import { pageOf, pageTitle, SOURCE_KIND_WORDS } from "../site/source-words.ts";
import { sentence, speakerWords } from "../site/strike-words.ts";
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
  const sources = node.kind === "event" ? sourcesOfEvent(node) : node.sources;
  const facts = factsOf(node, link).map(([name, text]) => `- ${name}: ${text}`);
  return joinParts([
    `# ${escapeText(nameIn(node))}`,
    facts.join("\n"),
    bodyMarkdown(node.body.tree, urls),
    sources.length > 0 ? `## Sources\n\n${sources.map((source) => `- ${sourceLine(source, link)}`).join("\n")}` : "",
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
  return listFacts([
    ["Kind", kindWords(data.kind)],
    ["Date", data.dateLabel ? escapeText(data.dateLabel) : formatDate(event.date)],
    ["On the date", data.dateNote && escapeText(sentence(data.dateNote))],
    ["Place", place && link(place)],
    ["Region", event.strike?.data.region],
    ["What happened", data.summary && escapeText(data.summary)],
    ...(isStrike(event) ? strikeFacts(event, link) : []),
    ["Actors", actors.map(({ actor, part }) => `${link(actor)}, ${escapeText(part)}`).join("; ")],
    ["Also named", data.alsoNamed?.map(escapeText).join("; ")],
    ...claims.map((claim): [string, string] => [
      "Claim",
      `${link(claim)} (${[claim.data.status, replyWords(claim)].filter(Boolean).join("; ")})`,
    ]),
    ...(event.strike?.developments.map(({ date, summary }): [string, string] => [`Later, ${formatDate(date)}`, escapeText(summary)]) ?? []),
    ...(event.strike?.data.unknown ?? []).map(({ what, note, lastChecked }): [string, string] => [
      "Not known",
      [escapeText(sentence(what)), note && escapeText(sentence(note)), lastChecked && `Last checked ${formatDay(lastChecked)}.`]
        .filter(Boolean)
        .join(" "),
    ]),
    ...event.leads.map((lead): [string, string] => ["Open question", `${link(lead)}. ${escapeText(sentence(lead.data.detail))}`]),
    ["Related", event.related.map((other) => link(other)).join("; ")],
  ]);
}

/** What a strike has beside an event: its count and who gives it, what was announced, who is named, where the accounts differ. */
function strikeFacts(node: StrikeNode, link: LinkTo): Fact[] {
  const { data, casualties, announcedBy, announcedDate, affiliationGroup, affiliationBy, nationalities, named, disputes } = node.strike;
  const { killed, survived, missing } = tollOf(node, null);
  const said = data.allegedAffiliation;
  const groupLine = affiliationGroup ? link(affiliationGroup, said?.groupName) : said?.groupName && escapeText(said.groupName);
  return listFacts([
    ["Killed, over all records", killed ? formatRange(killed) : "not known"],
    ["Survived", survived && formatRange(survived)],
    ["Missing", missing && formatRange(missing)],
    ["What became of the survivors", data.survivorsOutcome && escapeText(sentence(data.survivorsOutcome))],
    ...casualties.map((record): [string, string] => ["By one source", recordLine(record, link)]),
    [
      "Announced",
      (announcedDate ?? data.announced) &&
        [
          announcedDate ? formatDate(announcedDate) : "day not on file",
          data.announced?.by || data.announced?.byName
            ? `by ${speakerLine(announcedBy, data.announced.byName, link)}`
            : "by whom is not on file",
          data.announced?.venue && escapeText(data.announced.venue),
        ]
          .filter(Boolean)
          .join(", "),
    ],
    [
      "Said of those aboard",
      said &&
        [
          said.statement && escapeText(sentence(said.statement)),
          affiliationBy && `Said by ${link(affiliationBy)}.`,
          (groupLine ?? affiliationBy) && (groupLine ? `Group named: ${groupLine}.` : "No group is named in the sources used."),
        ]
          .filter(Boolean)
          .join(" "),
    ],
    ...nationalities.map(({ nationality, basis, source }): [string, string] => [
      "Nationality given",
      `${escapeText(nationality)}. ${escapeText(sentence(basis))} ${link(source)}`,
    ]),
    ["Place, as each side states it", data.placeStated && escapeText(sentence(data.placeStated))],
    ["Set out from", data.departedFrom && escapeText(sentence(data.departedFrom))],
    ["Vessel", data.vesselType && escapeText(sentence(data.vesselType))],
    ...named.map(({ name, actor, nationality, by, byName, claim, source }): [string, string] => [
      "Person named",
      `${actor ? link(actor, name) : escapeText(name)} (${escapeText(nationality ?? "nationality not stated")}), named by ${speakerLine(by, byName, link)}: ${escapeText(sentence(claim))} ${link(source)}`,
    ]),
    ...disputes.flatMap(({ about, versions }) =>
      versions.map(({ by, byName, says, source }): [string, string] => [
        `Where the accounts differ, ${escapeText(about)}`,
        `${speakerLine(by, byName, link)}: ${escapeText(sentence(says))} ${link(source)}`,
      ]),
    ),
  ]);
}

/** recordLine(record) → "2–3 killed, 1 missing, [The Wire](…). At least.", or "no number of dead given, …" */
function recordLine({ source, data, killed }: CasualtyRecord, link: LinkTo): string {
  const numbers = [
    killed ? `${formatRange(killed)} killed` : "no number of dead given",
    data.presumedDead !== undefined && `${data.presumedDead} of them presumed dead`,
    data.missing !== undefined && `${data.missing} missing`,
    data.survived !== undefined && `${data.survived} survived`,
    data.initialSurvivors !== undefined && `${data.initialSurvivors} alive after the first munition`,
    link(source),
  ];
  const words = numbers.filter(Boolean).join(", ");
  return data.note ? `${words}. ${escapeText(sentence(data.note))}` : words;
}

/** speakerLine(by, byName) → "[Ada Quill](…)", or "A relative ([Ada Quill](…))" where the words name somebody else. */
function speakerLine(by: ActorNode | null, byName: string | undefined, link: LinkTo): string {
  const words = speakerWords(by, byName);
  if (by && words.link) return link(by, byName);
  return by ? `${escapeText(words.name)} (${link(by)})` : escapeText(words.name);
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
