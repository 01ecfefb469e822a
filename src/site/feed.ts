/** The Atom feed of analyses and corrections. Dates come from the entries, never from a clock. */
import { Feed } from "feed";
import { nameOf, type ArticleNode, type CorrectionNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { compareText, toUtc, type Day } from "../model/dates.ts";
import { claimLine } from "./claim-words.ts";
import type { Urls } from "./urls.ts";

interface FeedEntry {
  title: string;
  link: string;
  summary: string;
  published: Day;
  updated: Day;
  category: string;
}

export function buildFeed(dossier: Dossier, urls: Urls): string {
  const { site } = dossier;
  const entries = [
    ...dossier.articles.map((article) => articleEntry(article, urls)),
    ...dossier.corrections.map((correction) => correctionEntry(correction, urls)),
  ];
  entries.sort((a, b) => compareText(b.updated, a.updated) || compareText(a.link, b.link));
  const home = urls.absolute(urls.page(""));
  const author = { name: site.publisher.name ?? site.title };
  const feed = new Feed({
    id: home,
    title: `${site.title}: analyses and corrections`,
    description: site.description,
    link: home,
    language: site.language,
    feedLinks: { atom: urls.absolute(urls.page("feed.xml")) },
    updated: toDate(entries[0]?.updated ?? site.recordEnds),
    author,
    generator: false,
    ...(site.licence && { copyright: `${site.licence.name}, ${site.licence.url}` }),
  });
  for (const { title, link, summary, published, updated, category } of entries) {
    feed.addItem({
      id: link,
      title: escapeText(title),
      link,
      description: escapeText(summary),
      date: toDate(updated),
      published: toDate(published),
      author: [author],
      category: [{ term: category.toLowerCase(), name: category }],
    });
  }
  return feed.atom1();
}

function articleEntry({ id, kind, data }: ArticleNode, urls: Urls): FeedEntry {
  const link = urls.absolute(urls.hrefFor({ kind, id }));
  return {
    title: data.title,
    link,
    summary: data.standfirst,
    published: data.published,
    updated: data.updated ?? data.published,
    category: "Analysis",
  };
}

function correctionEntry(correction: CorrectionNode, urls: Urls): FeedEntry {
  const { date, was, now, why } = correction.data;
  return {
    title: `Correction: ${entryName(correction.entry)}`,
    link: urls.absolute(urls.hrefFor(correction)),
    summary: [`It said: ${was}`, `It says: ${now}`, why && `Why: ${why}`].filter(Boolean).join(" "),
    published: date,
    updated: date,
    category: "Correction",
  };
}

/** The entry's name; a claim keeps its speaker in the same line. */
function entryName(node: DossierNode): string {
  return node.kind === "claim" ? claimLine(node) : nameOf(node);
}

/** The package writes titles and summaries as HTML; ours are plain text. */
function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function toDate(day: Day): Date {
  return new Date(toUtc(day));
}
