/** A feed as Atom, RSS 2.0 or JSON Feed. The same items give the same bytes: a feed is dated by its newest item, never by a clock. */
import { Feed } from "feed";
import { toUtc, type Day } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import type { Channel, Format } from "./channels.ts";
import type { FeedItem } from "./items.ts";

/** @param items in the order in which they are to stand; a feed without any is dated by the end of the record. */
export function writeFeed(format: Format, channel: Channel, items: readonly FeedItem[], site: Site, urls: Urls): string {
  const { [format]: path } = channel.paths;
  if (path === undefined) throw new Error(`writeFeed() was called for "${channel.title}" as ${format}, which it is not written in`);
  const self = urls.absolute(urls.page(path));
  const page = urls.absolute(urls.page(channel.page));
  return format === "json" ? writeJson(channel, items, site, self, page) : writeXml(format, channel, items, site, self, page);
}

function writeXml(format: "atom" | "rss", channel: Channel, items: readonly FeedItem[], site: Site, self: string, page: string): string {
  const author = authorOf(site);
  const feed = new Feed({
    id: channel.page === "" ? page : self, // the home page's feed had its address before there were others
    title: channel.title,
    description: channel.description,
    link: page,
    language: site.language,
    feedLinks: { [format]: self },
    updated: toDate(items[0]?.updated ?? site.recordEnds),
    author,
    generator: false,
    ...(site.licence && { copyright: `${site.licence.name}, ${site.licence.url}` }),
  });
  for (const { id, link, title, summary, published, updated, category } of items) {
    feed.addItem({
      id,
      title: escapeText(title),
      link,
      description: escapeText(summary),
      date: toDate(updated),
      published: toDate(published),
      category: [{ term: category.toLowerCase(), name: category }],
      ...(format === "atom" && { author: [author] }), // RSS wants a mail address there
    });
  }
  return format === "atom" ? feed.atom1() : feed.rss2();
}

/** JSON Feed 1.1, https://jsonfeed.org/version/1.1; the package writes version 1, which has no language and no list of authors. */
function writeJson({ title, description }: Channel, items: readonly FeedItem[], site: Site, self: string, page: string): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    feed_url: self,
    description,
    language: site.language,
    authors: [authorOf(site)],
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      content_text: item.summary,
      date_published: toDate(item.published),
      date_modified: toDate(item.updated),
      tags: [item.category],
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** The publisher; of a site that names none, the site itself. */
function authorOf({ publisher, title }: Site): { name: string } {
  return { name: publisher.name ?? title };
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function toDate(day: Day): Date {
  return new Date(toUtc(day));
}
