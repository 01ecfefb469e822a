/** An entry as Markdown: what its page says, for those who read or pass on texts without pages. */
import type { Link, Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { SKIP, visit } from "unist-util-visit";
import { sourcesOfEvent } from "../graph/event-context.ts";
import type { Dossier, DossierNode, SourceNode } from "../graph/nodes.ts";
import { parseLink } from "../markdown/links.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import { entryName } from "../site/claim-words.ts";
import { pageOf, pageTitle } from "../site/source-words.ts";
import { totalLine } from "../site/total-words.ts";
import type { Urls } from "../site/urls.ts";
import { factsOf } from "./entry-facts.ts";
import { escapeText, type LinkTo } from "./fact-lines.ts";

/** @param dossier what stands, which the numbers are of. @returns Markdown with absolute addresses. Of what is withdrawn it says only that, when and why. */
export function entryMarkdown(node: DossierNode, dossier: Dossier, urls: Urls): string {
  const { site } = dossier;
  const page = urls.absolute(urls.hrefFor(node));
  const { withdrawn } = node.data;
  if (withdrawn) {
    const notice = `This ${KINDS[node.kind].one} was withdrawn on ${formatDay(withdrawn.date)}. ${withdrawn.reason}`;
    return joinParts([`# Withdrawn: ${node.id}`, escapeText(notice), lastLine(page, site)]);
  }
  const link = (other: DossierNode, words = nameIn(other)) => `[${escapeText(words)}](${urls.absolute(urls.hrefFor(other))})`;
  const sources = node.kind === "event" ? sourcesOfEvent(node) : node.sources;
  const facts = factsOf(node, dossier, link).map(([name, text]) => `- ${name}: ${text}`);
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
