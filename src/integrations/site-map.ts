/** `sitemap-index.xml`: every page that a search engine should know, by the package that Astro has for it, with the days that the content gives. */
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { lastChange } from "../graph/last-change.ts";
import { allNodes, type DossierNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { checkedContent } from "../load/checked-content.ts";
import type { Settings } from "../load/settings.ts";
import type { Day } from "../model/dates.ts";
import { createUrls } from "../site/urls.ts";

export function siteMap({ contentDir, siteUrl, basePath }: Settings): AstroIntegration {
  const urls = createUrls({ base: basePath, site: siteUrl });
  let about: PagesByAddress | undefined;
  const pages = () => (about ??= readPages(contentDir, (node) => urls.absolute(urls.hrefFor(node))));
  const embeds = urls.absolute(urls.page("embed/"));
  return sitemap({
    filter: (address) => !address.startsWith(embeds) && !pages().hidden.has(address),
    serialize: ({ url }) => {
      const day = pages().changed.get(url);
      return { url, ...(day && { lastmod: day }) };
    },
  });
}

interface PagesByAddress {
  changed: ReadonlyMap<string, Day>;
  /** What was withdrawn, and old addresses: they are for those who follow a link. */
  hidden: ReadonlySet<string>;
}

function readPages(contentDir: string, addressOf: (node: Pick<DossierNode, "kind" | "id">) => string): PagesByAddress {
  const { dossier } = checkedContent(contentDir);
  const nodes = allNodes(dossier);
  const changed = nodes.map((node) => [addressOf(node), lastChange(node, dossier)] as const);
  const old = nodes.flatMap(({ kind, data }) => (data.formerIds ?? []).map((id) => addressOf({ kind, id })));
  return {
    changed: new Map(changed.filter((pair): pair is [string, Day] => pair[1] !== null)),
    hidden: new Set([...old, ...nodes.filter((node) => !stands(node)).map(addressOf)]),
  };
}
