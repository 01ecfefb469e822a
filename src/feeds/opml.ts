/** All feeds as a list to subscribe to, OPML 2.0. It is a dozen lines, and the packages that write it bring a network client. */
import type { Dossier } from "../graph/nodes.ts";
import { toUtc } from "../model/dates.ts";
import type { Urls } from "../site/urls.ts";
import { actorChannel, actorChannelItems, channelOf, SITE_CHANNELS, type Channel } from "./channels.ts";

export const OPML_PATH = "feeds/feeds.opml";

/** Each feed that has items once, as Atom: who subscribes to the list must not get anything twice. */
export function writeOpml(dossier: Dossier, urls: Urls): string {
  const { site } = dossier;
  const actors = dossier.actors.filter((actor) => actorChannelItems(actor, dossier, urls).length > 0);
  const lines = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<opml version="2.0">`,
    `  <head>`,
    `    <title>${escapeXml(`${site.title}: all feeds`)}</title>`,
    `    <dateModified>${new Date(toUtc(site.recordEnds)).toUTCString()}</dateModified>`,
    ...(site.publisher.name ? [`    <ownerName>${escapeXml(site.publisher.name)}</ownerName>`] : []),
    `    <docs>https://opml.org/spec2.opml</docs>`,
    `  </head>`,
    `  <body>`,
    ...SITE_CHANNELS.map((name) => `    ${outline(channelOf(name, site), urls)}`),
    ...group(
      "Actors",
      actors.map((actor) => outline(actorChannel(actor, site), urls)),
    ),
    `  </body>`,
    `</opml>`,
  ];
  return `${lines.join("\n")}\n`;
}

function group(text: string, outlines: readonly string[]): string[] {
  return outlines.length === 0 ? [] : [`    <outline text="${text}">`, ...outlines.map((line) => `      ${line}`), `    </outline>`];
}

/** `type` is rss for a feed in any format: the specification has no other word. */
function outline({ title, description, page, paths }: Channel, urls: Urls): string {
  const attributes = {
    text: title,
    title,
    description,
    type: "rss",
    xmlUrl: urls.absolute(urls.page(paths.atom)),
    htmlUrl: urls.absolute(urls.page(page)),
  };
  return `<outline ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(" ")}/>`;
}

function escapeXml(text: string): string {
  return text.replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
