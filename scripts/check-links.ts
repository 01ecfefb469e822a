/** Every internal link and fragment of a built site, against what is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./site-files.ts";

export interface BrokenLink {
  page: string;
  href: string;
  why: string;
}

export interface LinkReport {
  pages: number;
  links: number;
  broken: BrokenLink[];
  /** Pages that no other page links to, the 404 page apart. */
  orphans: string[];
}

/**
 * It waits for each file, as the content's reader does: many small ones are read several times faster so than by promises.
 * @param outDir the built folder; @param base the path it is served under, with both slashes.
 * @param look is shown each page, so that nobody else has to read them all again.
 */
export async function checkLinks(outDir: string, base: string, look?: (page: string, html: string) => void): Promise<LinkReport> {
  const names = await listFiles(outDir);
  const files = new Set(names);
  const pages = names.filter((name) => name.endsWith(".html"));
  const idsByPage = new Map<string, Set<string>>();
  const hrefsByPage = new Map<string, Set<string>>();
  for (const page of pages) {
    const html = readFileSync(join(outDir, page), "utf8");
    look?.(page, html);
    idsByPage.set(page, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => decode(id))));
    hrefsByPage.set(page, new Set([...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, href = ""]) => decode(href))));
  }
  const report: LinkReport = { pages: pages.length, links: 0, broken: [], orphans: [] };
  const linked = new Set<string>();
  for (const page of pages) {
    for (const href of hrefsByPage.get(page) ?? []) {
      if (/^(https?:|mailto:|data:)/.test(href)) continue;
      report.links++;
      const url = new URL(href, `http://site${base}${page}`);
      if (!url.pathname.startsWith(base)) {
        report.broken.push({ page, href, why: `outside the base path ${base}` });
        continue;
      }
      const path = decodeURIComponent(url.pathname.slice(base.length));
      const target = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      if (!files.has(target)) {
        report.broken.push({ page, href, why: "no such file" });
        continue;
      }
      if (target !== page) linked.add(target);
      const fragment = decodeURIComponent(url.hash.slice(1));
      if (fragment && !idsByPage.get(target)?.has(fragment)) report.broken.push({ page, href, why: "no such fragment" });
    }
  }
  report.orphans = pages.filter((page) => page !== "404.html" && !linked.has(page));
  return report;
}

function decode(text: string): string {
  return text
    .replace(/&#38;|&amp;/g, "&")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, "'");
}
