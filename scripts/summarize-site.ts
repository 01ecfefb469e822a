/** What a build made, in words: pages, entries per kind, links checked. */
import { readContent } from "../src/load/read-content.ts";
import { KIND_NAMES, KINDS } from "../src/model/kinds.ts";
import type { BrokenLink, LinkReport } from "./check-links.ts";

export async function summarizeSite(outDir: string, contentDir: string, { pages, links }: LinkReport): Promise<string> {
  const { files } = readContent(contentDir);
  const kinds = KIND_NAMES.map((kind) => {
    const count = files.filter((file) => file.kind === kind).length;
    return `${count} ${count === 1 ? KINDS[kind].one : KINDS[kind].many}`;
  });
  return [
    `${pages} pages in ${outDir}/`,
    `entries: ${kinds.join(", ")}`,
    `${links} internal links and fragments checked, none broken`,
  ].join("\n");
}

/** formatBroken([{ page: "index.html", href: "/x/", why: "no such file" }]) → a heading and a line for each link. */
export function formatBroken(broken: readonly BrokenLink[]): string {
  const count = `${broken.length} internal ${broken.length === 1 ? "link leads" : "links lead"} nowhere:`;
  return [count, ...broken.map(({ page, href, why }) => `  ${page} → ${href} (${why})`)].join("\n");
}
