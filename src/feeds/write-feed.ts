/** A feed as Atom, RSS 2.0 or JSON Feed. The same items give the same bytes: a feed is dated by its newest item, never by a clock. */
import { Feed } from "feed";
import { toUtc, type Day } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import type { Channel, Format } from "./channels.ts";
import type { FeedItem } from "./items.ts";

/** @param items in the order in which they are to stand; a feed without any is dated by the end of the record. */
export function writeFeed(format: Format, channel: Channel, items: readonly FeedItem[], site: Site, urls: Urls): string {
  const page = urls.absolute(urls.page(channel.page));
  const author = { name: site.publisher.name ?? site.title };
  const { [format]: path } = channel.paths;
  if (path === undefined) throw new Error(`writeFeed() was called for "${channel.title}" as ${format}, which it is not written in`);
  const self = urls.absolute(urls.page(path));
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
      title: format === "json" ? title : escapeText(title), // plain text there; the package writes the others' as HTML
      link,
      description: escapeText(summary),
      date: toDate(updated),
      published: toDate(published),
      category: [{ term: category.toLowerCase(), name: category }],
      ...(format !== "rss" && { author: [author] }), // RSS wants a mail address there
    });
  }
  switch (format) {
    case "atom":
      return feed.atom1();
    case "rss":
      return feed.rss2();
    case "json":
      return `${feed.json1()}\n`;
  }
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function toDate(day: Day): Date {
  return new Date(toUtc(day));
}
