/** Every file of the site that is no page and takes no template: what each is called, and what is in it. */
import { allCards, type Card } from "../cards/card.ts";
import { sharedImage } from "../cards/shared-image.ts";
import { exportOne } from "../dataset/entry-files.ts";
import { entryMarkdown } from "../dataset/entry-markdown.ts";
import { DATASET_FOLDER } from "../dataset/version.ts";
import { CALENDAR_PATH, writeCalendar } from "../feeds/calendar.ts";
import {
  actorChannel,
  actorChannelItems,
  channelItems,
  channelOf,
  FORMAT_NAMES,
  homeChannel,
  homeItems,
  SITE_CHANNELS,
} from "../feeds/channels.ts";
import { OPML_PATH, writeOpml } from "../feeds/opml.ts";
import { writeFeed } from "../feeds/write-feed.ts";
import { allNodes, type ArticleNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { setAsideWithdrawn } from "../graph/withdrawn.ts";
import { KINDS } from "../model/kinds.ts";
import { searchDocuments } from "../search/documents.ts";
import { formatEntries, formatTexts } from "../search/index-file.ts";
import { bibtexOf, cslOf } from "../site/cite.ts";
import { canEmbed, embedOf, oembedOf, TIMELINE_EMBED, type Embed } from "../site/embed.ts";
import { formatGuide } from "../site/machine-guide.ts";
import { previewOf } from "../site/preview.ts";
import type { Urls } from "../site/urls.ts";
import { formatRobots, formatSecurity, formatTrust } from "../site/well-known.ts";
import { timelineData } from "../timeline/timeline-data.ts";

export interface PlainFile {
  /** Below the base path: "actors/some-id/index.json". */
  path: string;
  /** Made when it is asked for; texts are UTF-8. */
  body(): string | Promise<Uint8Array>;
}

/**
 * The texts first, then the pictures, which take the longest.
 * @param published every entry, the withdrawn ones too: each keeps its data, which says so; @param paint gives a card as PNG
 */
export function listPlainFiles(published: Dossier, urls: Urls, paint: (card: Card) => Promise<Uint8Array>): PlainFile[] {
  const dossier = setAsideWithdrawn(published);
  return [
    ...allNodes(published).flatMap((node) => entryFiles(node, dossier, urls)),
    ...dossier.articles.flatMap((article) => citationFiles(article, dossier, urls)),
    ...embedFiles(published, dossier, urls),
    ...feedFiles(dossier, urls),
    ...scriptFiles(dossier),
    ...machineFiles(dossier, urls),
    ...allCards(dossier).map((card) => ({ path: card.path, body: () => paint(card) })),
  ];
}

/** An entry as JSON and as Markdown, and what links to it show before they are followed. */
function entryFiles(node: DossierNode, dossier: Dossier, urls: Urls): PlainFile[] {
  const folder = `${KINDS[node.kind].path}/${node.id}`;
  return [
    { path: `${folder}/index.json`, body: () => exportOne(node, urls) },
    { path: `${folder}/index.md`, body: () => entryMarkdown(node, dossier, urls) },
    { path: `${folder}/preview.json`, body: () => JSON.stringify(previewOf(node, dossier.site.language)) },
  ];
}

/** An analysis for reference managers. */
function citationFiles(article: ArticleNode, dossier: Dossier, urls: Urls): PlainFile[] {
  const folder = `${KINDS.article.path}/${article.id}`;
  const item = () => cslOf(article, dossier, urls.absolute(urls.hrefFor(article)));
  return [
    { path: `${folder}/citation.bib`, body: () => bibtexOf(item()) },
    { path: `${folder}/citation.json`, body: () => `${JSON.stringify([item()], null, 2)}\n` },
  ];
}

/** What a machine that was given the address of an entry needs to embed it. */
function embedFiles(published: Dossier, dossier: Dossier, urls: Urls): PlainFile[] {
  const oembed = (embed: Embed, node: DossierNode | undefined, shown: Dossier): PlainFile => ({
    path: `${embed.path}oembed.json`,
    body: () => `${JSON.stringify(oembedOf(embed, sharedImage(node, shown, urls), shown.site, urls))}\n`,
  });
  const entries = allNodes(published).filter(canEmbed);
  return [...entries.map((node) => oembed(embedOf(node), node, published)), oembed(TIMELINE_EMBED, undefined, dossier)];
}

/** Those of the site in every format; that of the home page, and of each actor that stands, as Atom. One without items is not linked, and is there. */
function feedFiles(dossier: Dossier, urls: Urls): PlainFile[] {
  const { site } = dossier;
  const home = homeChannel(site);
  return [
    { path: home.paths.atom, body: () => writeFeed("atom", home, homeItems(dossier, urls), site, urls) },
    ...SITE_CHANNELS.flatMap((name) => {
      const channel = channelOf(name, site);
      return FORMAT_NAMES.flatMap((format) => {
        const path = channel.paths[format];
        return path ? [{ path, body: () => writeFeed(format, channel, channelItems(name, dossier, urls), site, urls) }] : [];
      });
    }),
    ...dossier.actors.map((actor) => {
      const channel = actorChannel(actor, site);
      return { path: channel.paths.atom, body: () => writeFeed("atom", channel, actorChannelItems(actor, dossier, urls), site, urls) };
    }),
    { path: OPML_PATH, body: () => writeOpml(dossier, urls) },
    { path: CALENDAR_PATH, body: () => writeCalendar(dossier, urls) },
  ];
}

/** What scripts of the site read: the search, and the timeline where its page does not carry the entries itself. */
function scriptFiles(dossier: Dossier): PlainFile[] {
  return [
    { path: "search/entries.json", body: () => formatEntries(searchDocuments(dossier)) },
    { path: "search/texts.json", body: () => formatTexts(searchDocuments(dossier)) },
    { path: "timeline/entries.json", body: () => JSON.stringify(timelineData(dossier).events) },
  ];
}

/** Where machines look for what a site has to say to them; security.txt only where the publisher has stated whom to write to. */
function machineFiles(dossier: Dossier, urls: Urls): PlainFile[] {
  const security = formatSecurity(dossier.site, urls);
  return [
    { path: "llms.txt", body: () => formatGuide(dossier, urls, DATASET_FOLDER) },
    { path: "robots.txt", body: () => formatRobots(urls) },
    { path: "trust.txt", body: () => formatTrust(dossier.site, urls) },
    ...(security === null ? [] : [{ path: ".well-known/security.txt", body: () => security }]),
  ];
}
