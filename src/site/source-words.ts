/** How sources are put into words. */
import { publisherOf } from "../graph/origins.ts";
import { capitalize, listWords, typographic } from "./words.ts";
import type { SourceKind } from "../graph/source-order.ts";
import { KINDS } from "../model/kinds.ts";
import { formatDate } from "../model/dates.ts";
import type { SourceData } from "../model/source.ts";
import type { DossierNode, SourceNode } from "../graph/nodes.ts";

export const SOURCE_KIND_WORDS: Record<SourceKind, { one: string; many: string }> = {
  "government-statement": { one: "government statement", many: "Government statements" },
  legislation: { one: "legislation", many: "Legislation" },
  "court-record": { one: "court record", many: "Court records" },
  "un-report": { one: "UN report", many: "UN reports" },
  dataset: { one: "data set", many: "Data sets" },
  interview: { one: "interview", many: "Interviews" },
  "social-post": { one: "social-media post", many: "Social-media posts" },
  "news-report": { one: "news report", many: "News reports" },
  tracker: { one: "tracker", many: "Trackers" },
  analysis: { one: "analysis", many: "Analyses" },
  encyclopedia: { one: "encyclopedia article", many: "Encyclopedia articles" },
};

/** The grade says how the text is held, never how good it is. */
export const GRADE_MEANING: Record<SourceData["grade"], string> = {
  original: "The publisher’s own page or text, also where it retells another publisher, who is then named.",
  syndicated: "The text of an agency or network, carried by another publisher.",
  republished: "A copy, mirror, translation or excerpt on another page than the publisher’s own.",
  aggregator: "A digest or automated summary of what others published.",
};

/** The page's own title, its quotation marks set as in the rest of the site; null when it is not known, whatever else is on file to tell the page by. */
export function pageTitle(source: SourceNode): string | null {
  const { title, titleBasis } = source.data;
  return title && titleBasis === "page" ? typographic(title) : null;
}

/** Words for the missing title of a page. */
export function titleNote(source: SourceNode): string {
  const { title, titleBasis } = source.data;
  if (title && titleBasis === "address") return `The page’s own title is not on file. The words of its address: ${typographic(title)}.`;
  if (title && titleBasis === "descriptive") return `The page’s own title is not on file. Described here as: ${typographic(title)}.`;
  return "The page’s own title is not on file.";
}

/** What stands for a page without a title of its own: "page of 19 October 2025", "undated page". */
export function pageOf(source: SourceNode): string {
  return source.published ? `page of ${formatDate(source.published)}` : "undated page";
}

/** The heading of a source's page: its publisher, then the page's own title or what stands for it. */
export function sourceHeading(source: SourceNode): string {
  const title = pageTitle(source);
  return title ? `${source.data.publisher}: ${title}` : untitledHeading(source);
}

/** languageName("es", "en") → "Spanish". */
export function languageName(tag: string, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag;
}

/** foreignLang("es", "en") → "es", for the lang attribute; undefined in the language of the site. */
export function foreignLang(tag: string, siteLanguage: string): string | undefined {
  return tag === siteLanguage ? undefined : tag;
}

/** hostOf("https://www.example.org/a") → "example.org". */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** Where a source is found, in full, for paper: "https://example.org/a. Archived copy: https://archive.example/b". */
export function addressesOf(source: SourceNode): string {
  const { url, archiveUrl } = source.data;
  return [url ?? "No address is on file", archiveUrl && `Archived copy: ${archiveUrl}`].filter(Boolean).join(". ");
}

/** "repeats The Wire": whose reports a page retells, besides those whose text it carries; null where it retells none. */
export function repeatsWords({ data, derivesFrom }: SourceNode): string | null {
  const origins = [...new Set(derivesFrom.map(publisherOf))].filter((publisher) => publisher !== data.originalPublisher);
  return origins.length > 0 ? `repeats ${listWords(origins)}` : null;
}

/** A source as plain text; a title in another language is left out, since plain text cannot say which language it is in. */
export function sourceLine(source: SourceNode, siteLanguage: string): string {
  return foreignLang(source.data.language, siteLanguage) ? untitledHeading(source) : sourceHeading(source);
}

function untitledHeading(source: SourceNode): string {
  return `${source.data.publisher}, ${pageOf(source)}`;
}

/** Which part of an entry rests on a source: "the entry itself", "figure: people killed". */
export function partWords(node: DossierNode, part: string): string {
  if (part === KINDS[node.kind].one) return "the entry itself";
  return part === "text" ? "linked in its text" : part;
}

/** The heading over entries of one kind. */
export function citingKind(node: DossierNode): string {
  switch (node.kind) {
    case "event":
      return node.strike ? "Strikes" : "Events";
    case "article":
      return "Analyses";
    case "lead":
      return "Open questions";
    default:
      return capitalize(KINDS[node.kind].many);
  }
}
