/** The feeds, the list of them and the calendar as readers' programs fetch them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { attributeOf, firstOf, listEntries, readPages } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";
import { childNamesAt, findAtomFault, textsAt } from "../setup/xml.ts";

const CHANNELS = ["analysis", "timeline", "corrections"];
const MIDNIGHT = /^\d{4}-\d\d-\d\dT00:00:00\.000Z$/;

/** Elements of a channel and of an item in RSS 2.0, without those of clouds, text boxes, pictures and sound, and one of Atom. */
const RSS_CHANNEL = "title link description language copyright pubDate lastBuildDate category generator docs ttl atom:link".split(" ");
const RSS_ITEM = "title link description category comments guid pubDate source".split(" ");

/** The members of a feed and of an item in JSON Feed 1.1 that are not for pictures, sound, pages of a feed and hubs, with what each must be. */
const isText = (value: unknown) => typeof value === "string" && value !== "";
const isAddress = (value: unknown) => typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value);
const isTime = (value: unknown) => typeof value === "string" && MIDNIGHT.test(value) && !Number.isNaN(Date.parse(value));
const isAuthor = (value: unknown) => typeof value === "object" && value !== null && "name" in value && isText(value.name);
const isAuthors = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isAuthor);
const isLanguage = (value: unknown) => typeof value === "string" && Intl.getCanonicalLocales(value).join() === value;
const JSON_FEED = {
  version: (value: unknown) => value === "https://jsonfeed.org/version/1.1",
  title: isText,
  home_page_url: isAddress,
  feed_url: isAddress,
  description: isText,
  authors: isAuthors,
  language: isLanguage,
  items: Array.isArray,
};
const JSON_ITEM = {
  id: isText,
  url: isAddress,
  title: isText,
  content_html: isText,
  content_text: isText,
  summary: isText,
  date_published: isTime,
  date_modified: isTime,
  authors: isAuthors,
  language: isLanguage,
  tags: (value: unknown) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length,
};

describe.each(SITE_NAMES)("the site %s", async (name) => {
  const { dir, base } = SITES[name];
  const home = SITE_URL + base;
  const files = await listFiles(dir);
  const pages = await readPages(dir);
  const entries = await listEntries("content");
  const actors = entries.filter(({ kind, text }) => kind === "actor" && !/^withdrawn:/m.test(text));
  const read = (file: string) => readFile(join(dir, file), "utf8");
  const actorFeeds = await Promise.all(
    actors.map(async ({ path }) => ({ path, items: textsAt(await read(`${path}atom.xml`), "//atom:entry") })),
  );
  const filled = actorFeeds.filter(({ items }) => items.length > 0);
  const isThere = (address: string) => {
    const [path = ""] = address.split("#");
    const file = path.slice(home.length);
    return path.startsWith(home) && files.includes(file === "" || file.endsWith("/") ? `${file}index.html` : file);
  };

  test("has each feed in three formats, and one for each actor", () => {
    const expected = CHANNELS.flatMap((channel) => ["atom.xml", "feed.json", "rss.xml"].map((file) => `feeds/${channel}/${file}`));
    expect(files.filter((file) => file.startsWith("feeds/"))).toEqual([...expected, "feeds/feeds.opml"].sort());
    expect(files.filter((file) => /^actors\/[^/]+\/atom\.xml$/.test(file))).toEqual(actors.map(({ path }) => `${path}atom.xml`).sort());
  });

  test("has Atom feeds as RFC 4287 has them, with days for times, their own addresses, and links that lead somewhere", async () => {
    const faults: string[] = [];
    for (const file of files.filter((path) => path.endsWith("atom.xml") || path === "feed.xml")) {
      const text = await read(file);
      const report = (fault: string) => faults.push(`${file}: ${fault}`);
      const fault = findAtomFault(text);
      if (fault) report(fault);
      if (textsAt(text, "/atom:feed/atom:link[@rel='self']/@href").join() !== home + file) report("no address of its own");
      for (const time of textsAt(text, "//atom:updated | //atom:published")) if (!MIDNIGHT.test(time)) report(time);
      for (const href of textsAt(text, "//atom:link/@href")) if (!isThere(href)) report(`leads nowhere: ${href}`);
    }
    expect(firstOf(faults)).toEqual([]);
  });

  test.each(CHANNELS)("says the same in each format of the feed %s", async (channel) => {
    const [atom, rss] = [await read(`feeds/${channel}/atom.xml`), await read(`feeds/${channel}/rss.xml`)];
    const json = JSON.parse(await read(`feeds/${channel}/feed.json`)) as { feed_url: string; items: { id: string; url: string }[] };
    expect(json.feed_url).toBe(`${home}feeds/${channel}/feed.json`);
    expect(json.items.map(({ url }) => url).filter((url) => !isThere(url))).toEqual([]);
    const ids = json.items.map(({ id }) => id);
    expect(textsAt(atom, "//atom:entry/atom:id")).toEqual(ids);
    expect(textsAt(rss, "//item/guid[@isPermaLink='false']")).toEqual(ids);
  });

  test("links the feeds of a page in its head and, for who reads it, in its foot", () => {
    const linked = pages.flatMap(({ path, tags }) => {
      const feeds = (name: string) =>
        tags.flatMap(({ name: tag, attributes }) =>
          tag === name && /^application\/(?:atom|rss|feed)\+/.test(attributes.get("type") ?? "") ? [attributes.get("href")] : [],
        );
      return path === "data/" || feeds("link").length + feeds("a").length === 0 ? [] : [{ path, head: feeds("link"), foot: feeds("a") }];
    });
    expect(linked.map(({ path, foot }) => ({ path, head: foot }))).toEqual(linked.map(({ path, head }) => ({ path, head })));
    expect(linked.map(({ path }) => path).toSorted()).toEqual(
      ["", ...CHANNELS.map((channel) => `${channel}/`), ...filled.map(({ path }) => path)].toSorted(),
    );
  });

  test("has RSS feeds with what RSS 2.0 demands and allows", async () => {
    const faults: string[] = [];
    for (const file of files.filter((path) => path.endsWith("rss.xml"))) {
      const text = await read(file);
      const report = (fault: string) => faults.push(`${file}: ${fault}`);
      const [channel = [], ...more] = childNamesAt(text, "/rss[@version='2.0']/channel");
      const items = childNamesAt(text, "/rss/channel/item");
      if (more.length > 0) report("two channels");
      for (const tag of ["title", "link", "description"]) if (!channel.includes(tag)) report(`no ${tag}`);
      for (const item of items) if (!item.includes("title") && !item.includes("description")) report("an item without words");
      for (const [names, allowed] of [[channel, [...RSS_CHANNEL, "item"]], ...items.map((item) => [item, RSS_ITEM])] as const) {
        for (const tag of names) if (!allowed.includes(tag)) report(`<${tag}> is not for here`);
        const twice = names.filter((tag, i) => !["category", "item"].includes(tag) && names.indexOf(tag) !== i);
        if (twice.length > 0) report(`twice: ${twice.join()}`);
      }
      for (const time of textsAt(text, "//pubDate | //lastBuildDate")) {
        if (new Date(time).toUTCString() !== time || !time.endsWith(" 00:00:00 GMT")) report(time);
      }
      const ids = textsAt(text, "//item/guid");
      if (ids.length !== items.length || new Set(ids).size !== ids.length) report("guids");
      const [self] = textsAt(text, "/rss/channel/atom:link[@rel='self'][@type='application/rss+xml']/@href");
      if (self !== home + file) report("no address of its own");
      if (!/^[a-z]{2,3}(?:-\w+)*$/.test(textsAt(text, "/rss/channel/language").join())) report("language");
    }
    expect(firstOf(faults)).toEqual([]);
  });

  test("has JSON feeds with what JSON Feed 1.1 demands and allows", async () => {
    const faults: string[] = [];
    for (const file of files.filter((path) => path.endsWith("feed.json"))) {
      const feed = JSON.parse(await read(file)) as Record<string, unknown> & { items: Record<string, unknown>[] };
      const report = (fault: string) => faults.push(`${file}: ${fault}`);
      const check = (
        object: Record<string, unknown>,
        keys: Readonly<Record<string, (value: unknown) => boolean>>,
        required: readonly string[],
      ) => {
        for (const key of required) if (!(key in object)) report(`no ${key}`);
        for (const [key, value] of Object.entries(object))
          if (!keys[key]?.(value)) report(`${key} is ${JSON.stringify(value).slice(0, 60)}`);
      };
      check(feed, JSON_FEED, ["version", "title", "home_page_url", "feed_url", "items"]);
      for (const item of feed.items) {
        check(item, JSON_ITEM, ["id", "url"]);
        if (item["content_html"] === undefined && item["content_text"] === undefined) report("an item without content");
      }
      if (new Set(feed.items.map(({ id }) => id)).size !== feed.items.length) report("an id twice");
    }
    expect(firstOf(faults)).toEqual([]);
  });

  test("has fragments on its pages for what the feed of the timeline links", async () => {
    const { items } = JSON.parse(await read("feeds/timeline/feed.json")) as { items: { url: string }[] };
    const links = items.map(({ url }) => url).filter((url) => url.includes("#"));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [path, fragment] = link.slice(home.length).split("#");
      expect(pages.find((page) => page.path === path)?.html, link).toContain(`id="${fragment}"`);
    }
  });

  test("lists every feed once, as OPML 2.0, but those of actors without items, and only files that are there", async () => {
    const text = await read("feeds/feeds.opml");
    expect(childNamesAt(text, "/opml[@version='2.0']")).toEqual([["head", "body"]]);
    expect(textsAt(text, "//outline[not(@text)]")).toEqual([]);
    const feeds = textsAt(text, "//outline[@type='rss']/@xmlUrl");
    expect([...feeds, ...textsAt(text, "//outline/@htmlUrl")].filter((address) => !isThere(address))).toEqual([]);
    const expected = [...CHANNELS.map((channel) => `feeds/${channel}/atom.xml`), ...filled.map(({ path }) => `${path}atom.xml`)];
    expect(feeds.map((address) => address.slice(home.length)).toSorted()).toEqual(expected.toSorted());
  });

  test("has a calendar that another program reads, with every dated entry once", async () => {
    const calendar = new ICAL.Component(ICAL.parse(await read("timeline/timeline.ics")) as unknown[]);
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    const standing = entries.filter(({ kind, text }) => kind === "event" && !/^withdrawn:/m.test(text) && !/^date: .*\.\./m.test(text));
    expect(events.map(({ uid }) => uid).sort()).toEqual(standing.map(({ id }) => `${id}@soundings`).sort());
    expect(events.filter(({ startDate, endDate }) => !startDate.isDate || !endDate.isDate || startDate.compare(endDate) >= 0)).toEqual([]);
    const links = events.map(({ component }) => String(component.getFirstPropertyValue("url")));
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  test("names a feed in the head of the page that it belongs to, and of no other", () => {
    const found = pages.flatMap(({ path, tags }) =>
      tags.flatMap(({ name: tag, attributes }) =>
        tag === "link" && attributes.get("rel") === "alternate" && !/markdown|oembed/.test(attributes.get("type") ?? "")
          ? [`${path} ${attributes.get("href")?.slice(base.length)}`]
          : [],
      ),
    );
    const expected = [
      " feed.xml",
      ...CHANNELS.flatMap((channel) => ["atom.xml", "rss.xml", "feed.json"].map((file) => `${channel}/ feeds/${channel}/${file}`)),
      ...filled.map(({ path }) => `${path} ${path}atom.xml`),
    ];
    expect(found.sort()).toEqual(expected.sort());
    const index = pages.find(({ path }) => path === "timeline/");
    expect(index && attributeOf(index, "link", { type: "application/rss+xml" }, "title")).toBe("Soundings: timeline");
  });

  test("links the feeds, their list and the calendar from the page about the data", () => {
    const data = pages.find(({ path }) => path === "data/");
    const hrefs = new Set(data?.tags.map(({ attributes }) => attributes.get("href")?.slice(base.length)));
    const wanted = files.filter((file) => /^feeds\/|^feed\.xml$|\.ics$/.test(file));
    expect(wanted.filter((file) => !hrefs.has(file))).toEqual([]);
  });
});
