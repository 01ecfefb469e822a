/** The feeds of the site: what each is called, which page it belongs to, where its files lie, and what is in it. */
import type { ActorNode, Dossier } from "../graph/nodes.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import { actorItems, articleItem, correctionItem, developmentItems, eventItem, sortItems, withdrawnItem, type FeedItem } from "./items.ts";

/** How a feed is written: the name of its file, and its media type. */
export const FORMATS = {
  atom: { file: "atom.xml", type: "application/atom+xml", name: "Atom" },
  rss: { file: "rss.xml", type: "application/rss+xml", name: "RSS" },
  json: { file: "feed.json", type: "application/feed+json", name: "JSON Feed" },
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[]; // the keys of the literal above

/** What a feed is, apart from its items: enough to link it and to list it. */
export interface Channel {
  /** The site's name and what is in it: "Soundings: timeline". */
  title: string;
  /** One sentence for who looks through a list of feeds. */
  description: string;
  /** The page that it belongs to, below the base path. */
  page: string;
  /** Its files below the base path; a feed without one for a format is not written in it. */
  paths: Partial<Record<Format, string>> & { atom: string };
}

export const SITE_CHANNELS = ["analysis", "timeline", "corrections"] as const;
export type SiteChannel = (typeof SITE_CHANNELS)[number];

/**
 * A reader of feeds fetches the whole file again each time, and keeps what it has seen. So a feed that grows with the record has the newest
 * only; all of it is on the pages and in the data. Analyses and corrections are few, and nobody should miss one: those feeds are whole.
 */
export const MOST_ITEMS = 50;

const WORDS: Record<SiteChannel, { holds: string; description: string }> = {
  analysis: { holds: "analyses", description: "Every analysis, again when it is updated or corrected." },
  timeline: {
    holds: "timeline",
    description: `Entries of the timeline and later developments, each on the day from which it was publicly known. The newest ${MOST_ITEMS}.`,
  },
  corrections: { holds: "corrections", description: "Every correction, and every entry that was withdrawn." },
};

/** channelOf("timeline", site).paths → { atom: "feeds/timeline/atom.xml", rss: "feeds/timeline/rss.xml", json: "feeds/timeline/feed.json" } */
export function channelOf(name: SiteChannel, site: Pick<Site, "title">): Channel {
  const { holds, description } = WORDS[name];
  const pathOf = (format: Format) => `feeds/${name}/${FORMATS[format].file}`;
  return {
    title: `${site.title}: ${holds}`,
    description,
    page: `${name}/`,
    paths: { atom: pathOf("atom"), rss: pathOf("rss"), json: pathOf("json") },
  };
}

/** actorChannel(petro, site).paths → { atom: "actors/gustavo-petro/atom.xml" } */
export function actorChannel({ id, data }: ActorNode, site: Pick<Site, "title">): Channel {
  return {
    title: `${site.title}: ${data.name}`,
    description: `${data.name}: claims by and about this actor, each with its speaker and status, and timeline entries. The newest ${MOST_ITEMS}.`,
    page: `actors/${id}/`,
    paths: { atom: `actors/${id}/atom.xml` },
  };
}

/** The feed of the home page, at the address that it has had from the first: analyses, corrections and withdrawals. */
export function homeChannel(site: Pick<Site, "title" | "description">): Channel {
  return { title: `${site.title}: analyses and corrections`, description: site.description, page: "", paths: { atom: "feed.xml" } };
}

/** The items of a feed of the site, newest change first. @param dossier what stands */
export function channelItems(name: SiteChannel, dossier: Dossier, urls: Urls): FeedItem[] {
  switch (name) {
    case "analysis":
      return sortItems(dossier.articles.map((article) => articleItem(article, dossier, urls)));
    case "timeline":
      return newest(dossier.events.flatMap((event) => [...eventItem(event, dossier, urls), ...developmentItems(event, dossier, urls)]));
    case "corrections":
      return sortItems([
        ...dossier.corrections.map((correction) => correctionItem(correction, urls)),
        ...dossier.withdrawn.flatMap((node) => withdrawnItem(node, urls)),
      ]);
  }
}

export function actorChannelItems(actor: ActorNode, dossier: Dossier, urls: Urls): FeedItem[] {
  return newest(actorItems(actor, dossier, urls));
}

export function homeItems(dossier: Dossier, urls: Urls): FeedItem[] {
  return sortItems([...channelItems("analysis", dossier, urls), ...channelItems("corrections", dossier, urls)]);
}

function newest(items: readonly FeedItem[]): FeedItem[] {
  return sortItems(items).slice(0, MOST_ITEMS);
}
