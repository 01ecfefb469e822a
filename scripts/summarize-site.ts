/** What a build made, in words: pages, entries per kind, links checked. */
import { allNodes, type Entry } from "../src/graph/nodes.ts";
import { stands } from "../src/graph/withdrawn.ts";
import { checkedContent } from "../src/load/checked-content.ts";
import { KIND_NAMES, KINDS } from "../src/model/kinds.ts";
import { plural } from "../src/site/words.ts";
import type { BrokenLink, LinkReport } from "./check-links.ts";

export function summarizeSite(outDir: string, contentDir: string, { pages, links }: LinkReport): string {
  return [
    `${pages} pages in ${outDir}/`,
    `entries: ${summarizeEntries(allNodes(checkedContent(contentDir).dossier))}`,
    `${links} internal links and fragments checked, none broken`,
  ].join("\n");
}

/** summarizeEntries(entries) → "1 article, 34 actors, 128 claims, …; besides these 1 withdrawn": as the site counts them. */
export function summarizeEntries(entries: readonly Pick<Entry, "kind" | "data">[]): string {
  const standing = entries.filter(stands);
  const withdrawn = entries.length - standing.length;
  const kinds = KIND_NAMES.map((kind) => plural(standing.filter((entry) => entry.kind === kind).length, KINDS[kind].one, KINDS[kind].many));
  return `${kinds.join(", ")}${withdrawn > 0 ? `; besides these ${withdrawn} withdrawn` : ""}`;
}

/** formatBroken([{ page: "index.html", href: "/x/", why: "no such file" }]) → a heading and a line for each link. */
export function formatBroken(broken: readonly BrokenLink[]): string {
  const count = `${broken.length} internal ${broken.length === 1 ? "link leads" : "links lead"} nowhere:`;
  return [count, ...broken.map(({ page, href, why }) => `  ${page} → ${href} (${why})`)].join("\n");
}
