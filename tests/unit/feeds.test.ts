import { describe, expect, test } from "vitest";
import {
  actorChannel,
  actorChannelItems,
  channelItems,
  channelOf,
  FORMAT_NAMES,
  homeChannel,
  homeItems,
  MOST_ITEMS,
  SITE_CHANNELS,
  type Channel,
  type Format,
} from "../../src/feeds/channels.ts";
import { sortItems, type FeedItem } from "../../src/feeds/items.ts";
import { writeOpml } from "../../src/feeds/opml.ts";
import { writeFeed } from "../../src/feeds/write-feed.ts";
import { standingWords } from "../../src/site/reply-words.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { createUrls } from "../../src/site/urls.ts";
import { findAtomFault, findXmlFault, textsAt } from "../setup/xml.ts";
import { actor, article, claim, correction, dossierOf, event, find, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const moved = createUrls({ base: "/news/", site: "https://elsewhere.example" });
const withdrawn = { date: "2031-05-20", reason: "Twice on file." };

const write = (format: Format, channel: Channel, items: readonly FeedItem[], { site }: Dossier) =>
  writeFeed(format, channel, items, site, urls);
const faultOf = (format: "atom" | "rss", text: string) => (format === "atom" ? findAtomFault(text) : findXmlFault(text));
const idsOf = (items: readonly FeedItem[]) => items.map(({ id }) => id.replace("https://example.org/news/", ""));
const tagsOf = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, "g"))].map(([, inner]) => inner ?? "");

describe("the feed at /feed.xml", () => {
  const dossier = dossierOf(
    article({ id: "old", title: "Reeds & <oil>", standfirst: "What was said & done.", published: "2031-03-10" }),
    article({ id: "updated", published: "2031-03-01", updated: "2031-05-01" }),
    claim(),
    correction({ id: "slip", date: "2031-04-01", entry: "claims/claim", was: "A ferry.", now: "A barge.", why: "Misread." }),
  );
  const build = (of: Dossier) => write("atom", homeChannel(of.site), homeItems(of, urls), of);
  const feed = build(dossier);

  test("is the same however often it is built, and has no clock in it", () => {
    expect(build(dossier)).toBe(feed);
    expect(feed).not.toContain(String(new Date().getFullYear()));
    expect(build({ ...dossier, articles: dossier.articles.toReversed() })).toBe(feed);
  });

  test("has analyses and corrections, the newest change first, under the ids that it has had", () => {
    expect(tagsOf(feed, "id")).toEqual([
      "https://example.org/news/",
      "https://example.org/news/analysis/updated/",
      "https://example.org/news/corrections/slip/",
      "https://example.org/news/analysis/old/",
    ]);
    expect(tagsOf(feed, "updated")).toEqual(["2031-05-01", "2031-05-01", "2031-04-01", "2031-03-10"].map((day) => `${day}T00:00:00.000Z`));
  });

  test("keeps the speaker and the status with a corrected claim, and says what it said, what it says and why", () => {
    expect(feed).toContain("Correction: Ada Quill: The barge carried lamp oil");
    expect(feed).toContain("It said: A ferry. It says: A barge. Why: Misread. The claim is asserted.");
  });

  test("is plain text to its readers", () => {
    expect(feed).toContain("Reeds &amp; &lt;oil&gt;");
    expect(feed).not.toContain("<oil>");
  });

  test("of a dossier without articles is dated by the end of the record", () => {
    expect(build(dossierOf())).toContain("<updated>2031-06-30T00:00:00.000Z</updated>");
  });
});

describe("the feed of analyses", () => {
  const dossier = dossierOf(
    article({ id: "corrected", published: "2031-03-01", updated: "2031-03-02" }),
    article({ id: "plain", published: "2031-03-20" }),
    correction({ id: "slip", date: "2031-04-02", entry: "articles/corrected" }),
  );

  test("dates an analysis by its last update or correction", () => {
    expect(
      channelItems("analysis", dossier, urls).map(({ id, published: first, updated }) => [id.split("/").at(-2), first, updated]),
    ).toEqual([
      ["corrected", "2031-03-01", "2031-04-02"],
      ["plain", "2031-03-20", "2031-03-20"],
    ]);
  });
});

describe("the feed of the timeline", () => {
  const later = source({ id: "later", published: "2031-05-01" });
  const after = source({ id: "after", published: "2031-05-03" });
  const hit = (developments: { date: string; summary: string; sources: string[] }[]) =>
    dossierOf(
      later,
      after,
      source({ id: "month", published: "2031-04" }),
      source({ id: "undated", published: undefined }),
      source({ id: "too-late", published: "2031-08-01" }),
      strike({
        id: "hit",
        date: "2031-03-04",
        casualties: [
          { source: "wire", killed: 2 },
          { source: "later", killed: 3 },
        ],
        developments,
      }),
      event({ id: "talks", date: "2031-03~", sources: ["month"] }),
      event({ id: "nobody-says", sources: ["undated"] }),
      event({ id: "read-afterwards", sources: ["too-late"] }),
    );
  const search = { date: "2031-04-01~", summary: "a search began", sources: ["after"] };
  const found = { date: "2031-04-02", summary: "A raft was found.", sources: ["after"] };
  const foundToo = { date: "2031-04-02", summary: "So was a lamp.", sources: ["after"] };
  const dossier = hit([search, found, foundToo]);
  const items = channelItems("timeline", dossier, urls);

  test("has entries and later developments by the day on which they became known, and none that nothing dates within the record", () => {
    expect(items.map(({ id, published: first, updated }) => [id.split("/timeline/")[1], first, updated])).toEqual([
      ["hit/#development-2031-04-01~-after", "2031-05-03", "2031-05-03"],
      ["hit/#development-2031-04-02-after", "2031-05-03", "2031-05-03"],
      ["hit/#development-2031-04-02-after-2", "2031-05-03", "2031-05-03"],
      ["hit/", "2031-03-05", "2031-05-01"],
      ["talks/", "2031-04-30", "2031-04-30"],
    ]);
  });

  test("says the day of the event, from when it was known and what that rests on", () => {
    expect(items.at(-1)?.summary).toBe(
      "Date: about March 2031. Publicly known from 30 April 2031 (source dated Apr 2031). Diplomatic, about March 2031: Talks in Velm.",
    );
    expect(items[0]).toMatchObject({
      title: "Later: Strike of 4 March 2031",
      summary: "Date: about 1 April 2031. Publicly known from 3 May 2031. A search began.",
      link: "https://example.org/news/timeline/hit/#d1",
    });
  });

  test("keeps the id of a development when another is put before it", () => {
    const ids = idsOf(
      channelItems("timeline", hit([{ date: "2031-03-30", summary: "Oars drifted.", sources: ["after"] }, search, found, foundToo]), urls),
    );
    expect(ids).toEqual(expect.arrayContaining(idsOf(items)));
    expect(ids).toHaveLength(items.length + 1);
  });

  test("has the newest only", () => {
    const many = dossierOf(
      ...Array.from({ length: MOST_ITEMS + 5 }, (_, i) => event({ id: `e${i}` })),
      later,
      event({ id: "last", sources: ["later"] }),
    );
    const newest = channelItems("timeline", many, urls);
    expect(newest).toHaveLength(MOST_ITEMS);
    expect(newest[0]?.id).toContain("/last/");
  });

  test("dates an entry anew when it is corrected", () => {
    const corrected = dossierOf(event({ id: "talks" }), correction({ date: "2031-04-09", entry: "timeline/talks" }));
    expect(channelItems("timeline", corrected, urls)).toMatchObject([{ published: "2031-03-05", updated: "2031-04-09" }]);
  });
});

describe("the feed of corrections", () => {
  const dossier = setAsideWithdrawn(
    dossierOf(
      actor({ id: "rower", name: "Bo Reed" }),
      claim({
        id: "charge",
        kind: "accusation",
        text: "Ada Quill said that Bo Reed sank the barge.",
        about: ["rower"],
        status: "contested",
      }),
      claim({ id: "gone", text: "Ada Quill said that Bo Reed burnt the pier.", about: ["rower"], withdrawn }),
      correction({ id: "one", date: "2031-04-01", entry: "claims/charge" }),
      correction({ id: "two", date: "2031-04-02", entry: "claims/gone", was: "Bo Reed burnt it.", now: "He burnt the pier." }),
      correction({ id: "three", date: "2031-04-03", entry: "corrections/two", was: "He burnt it.", now: "Bo Reed burnt it." }),
    ),
  );
  const items = channelItems("corrections", dossier, urls);

  test("has every correction, and every entry withdrawn, newest first", () => {
    expect(idsOf(items)).toEqual(["claims/gone/#withdrawn", "corrections/three/", "corrections/two/", "corrections/one/"]);
  });

  test("is in the feed at /feed.xml too, every item of it", () => {
    expect(homeItems(dossier, urls)).toEqual(items);
  });

  test("repeats nothing that a withdrawn entry said", () => {
    const said = items.filter(({ id }) => !id.includes("/one/")).flatMap(({ title, summary }) => [title, summary]);
    expect(said.join(" ")).not.toMatch(/burnt|Bo Reed/);
    expect(said).toContain("Correction: claim, withdrawn since");
    expect(said).toContain("Withdrawn on 20 May 2031. Twice on file.");
  });

  test.each(FORMAT_NAMES)("is written as %s with all of them", (format) => {
    const text = write(format, channelOf("corrections", dossier.site), items, dossier);
    if (format !== "json") expect(faultOf(format, text)).toBeNull();
    const ids =
      format === "json"
        ? (JSON.parse(text) as { items: FeedItem[] }).items.map(({ id }) => id)
        : textsAt(text, format === "atom" ? "//atom:entry/atom:id" : "//item/guid");
    expect(ids).toEqual(items.map(({ id }) => id));
    expect(ids).toHaveLength(4);
  });

  test("keeps with an accusation who makes it, its status and that no answer is on file", () => {
    expect(items.at(-1)?.title).toBe("Correction: Ada Quill said that Bo Reed sank the barge");
    expect(items.at(-1)?.summary).toContain("The claim is contested · no answer on file.");
  });
});

describe("the feed of an actor", () => {
  const dossier = setAsideWithdrawn(
    dossierOf(
      source({ id: "later", published: "2031-05-01" }),
      actor({ id: "rower", name: "Bo Reed" }),
      claim({ id: "charge", kind: "accusation", about: ["rower"], status: "contested" }),
      claim({ id: "gone", about: ["rower"], withdrawn }),
      claim({
        id: "denial",
        text: "Reed denied it.",
        assertedBy: "rower",
        date: "2031-04-30",
        kind: "denial",
        sources: ["later"],
        relations: [{ to: "charge", type: "disputes" }],
      }),
      event({ id: "talks", actors: [{ actor: "rower", part: "guest" }] }),
      event({ id: "elsewhere" }),
    ),
  );
  const rower = find(dossier, "actor", "rower");
  const items = actorChannelItems(rower, dossier, urls);

  test("has the claims that it makes and those about it, and the timeline entries that name it", () => {
    expect(idsOf(items)).toEqual(["claims/charge/", "claims/denial/", "timeline/talks/"]);
  });

  test("puts the speaker, the status and the answer into the title, and dates the claim by its answer", () => {
    expect(items[0]).toMatchObject({
      title: "Ada Quill: The barge carried lamp oil (contested · answered by Bo Reed)",
      published: "2031-03-05",
      updated: "2031-05-01",
    });
  });

  test("of an actor of whom nothing is on file is valid and empty", () => {
    const speaker = find(dossierOf(), "actor", "speaker");
    const text = write("atom", actorChannel(speaker, dossier.site), actorChannelItems(speaker, dossierOf(), urls), dossier);
    expect(findAtomFault(text)).toBeNull();
    expect(text).not.toContain("<entry>");
    expect(tagsOf(text, "updated")).toEqual(["2031-06-30T00:00:00.000Z"]);
  });

  test("shows no accusation that we publish without its standing", () => {
    const accused = published.actors.filter(({ claimsAbout }) => claimsAbout.some(({ data }) => data.kind === "accusation"));
    expect(accused.length).toBeGreaterThan(0);
    for (const about of accused) {
      const titles = new Map(actorChannelItems(about, published, urls).map(({ link, title }) => [link, title]));
      for (const accusation of about.claimsAbout.filter(({ data }) => data.kind === "accusation")) {
        const title = titles.get(urls.absolute(urls.hrefFor(accusation)));
        if (title !== undefined) expect(title.endsWith(` (${standingWords(accusation)})`), title).toBe(true);
      }
    }
  });
});

describe.each(SITE_CHANNELS)("the channel %s", (name) => {
  const items = channelItems(name, published, urls);

  test.each(FORMAT_NAMES)("has the same items and no clock as %s", (format) => {
    const text = write(format, channelOf(name, published.site), items, published);
    expect(write(format, channelOf(name, published.site), channelItems(name, published, urls), published)).toBe(text);
    if (format !== "json") expect(faultOf(format, text)).toBeNull();
    for (const { id } of items) expect(text).toContain(id);
    for (const part of text.match(/T\d\d:\d\d:\d\d[^<"]*|\d\d:\d\d:\d\d GMT/g) ?? []) expect(part).toMatch(/^T?00:00:00(?:\.000Z| GMT)$/);
  });

  test.each(FORMAT_NAMES)("of an empty dossier is a valid %s without items", (format) => {
    const empty = dossierOf();
    const text = write(format, channelOf(name, empty.site), channelItems(name, empty, urls), empty);
    if (format === "json") expect(JSON.parse(text)).toMatchObject({ version: "https://jsonfeed.org/version/1.1", items: [] });
    else expect(faultOf(format, text)).toBeNull();
    expect(text).not.toMatch(/<(?:entry|item)>/);
  });

  test("has every id once, and the same at another address but for that", () => {
    expect(new Set(idsOf(items)).size).toBe(items.length);
    expect(channelItems(name, published, moved).map(({ id }) => id.replace("elsewhere.example", "example.org"))).toEqual(
      items.map(({ id }) => id),
    );
  });
});

describe("the formats", () => {
  const dossier = dossierOf(article({ id: "oil", title: "Reeds & <oil> ]]>", standfirst: "Said & done." }));
  const items = channelItems("analysis", dossier, urls);
  const channel = channelOf("analysis", dossier.site);

  test("JSON Feed is of version 1.1, in plain text", () => {
    expect(JSON.parse(write("json", channel, items, dossier))).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: channel.title,
      home_page_url: "https://example.org/news/analysis/",
      feed_url: "https://example.org/news/feeds/analysis/feed.json",
      description: channel.description,
      language: dossier.site.language,
      authors: [{ name: dossier.site.publisher.name ?? dossier.site.title }],
      items: [
        {
          id: "https://example.org/news/analysis/oil/",
          url: "https://example.org/news/analysis/oil/",
          title: "Reeds & <oil> ]]>",
          content_text: "Said & done.",
          date_published: "2031-03-10T00:00:00.000Z",
          date_modified: "2031-03-10T00:00:00.000Z",
          tags: ["Analysis"],
        },
      ],
    });
  });

  test("RSS names no author, since that has to be a mail address, and says that its ids are no addresses", () => {
    const text = write("rss", channel, items, dossier);
    expect(text).not.toContain("<author>");
    expect(text).toContain(`<guid isPermaLink="false">https://example.org/news/analysis/oil/</guid>`);
    expect(text).toContain("Reeds &amp; &lt;oil&gt; ]]&gt;");
  });

  test("a feed is not written in a format that it has no address for", () => {
    expect(() => write("rss", homeChannel(dossier.site), [], dossier)).toThrow("which it is not written in");
  });

  test("items of one day are in the order of their ids", () => {
    const item = items[0] as FeedItem; // the one article
    expect(
      sortItems([
        { ...item, id: "b" },
        { ...item, id: "a" },
      ]).map(({ id }) => id),
    ).toEqual(["a", "b"]);
  });
});

describe("the list of all feeds", () => {
  const pair = actor({ id: "pair", name: `Bo & "Al" <two>` });
  const dossier = dossierOf(pair, actor({ id: "silent" }), claim(), claim({ id: "reeds", assertedBy: "pair" }));
  const text = writeOpml(dossier, urls);

  test("is well-formed OPML with each feed that has items once", () => {
    expect(findXmlFault(text)).toBeNull();
    expect(text).toContain(`<opml version="2.0">`);
    expect([...text.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url?.replace("https://example.org/news/", ""))).toEqual([
      "feeds/analysis/atom.xml",
      "feeds/timeline/atom.xml",
      "feeds/corrections/atom.xml",
      "actors/speaker/atom.xml",
      "actors/pair/atom.xml",
    ]);
    expect(text).toContain(`text="Soundings: Bo &amp; &quot;Al&quot; &lt;two&gt;"`);
  });

  test("has no group for actors where none is on file", () => {
    expect(writeOpml({ ...dossier, actors: [] }, urls)).not.toContain("Actors");
  });
});
