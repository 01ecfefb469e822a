/** A built site as the tests see it: pages with their tags, files, and the page of every entry. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrokenLink } from "../../scripts/check-links.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { sha256 } from "../../src/model/sha256.ts";
import { readContent } from "../../src/load/read-content.ts";
import { KINDS, type Kind } from "../../src/model/kinds.ts";
import { blankTemplates, readTags, type Tag } from "./html.ts";

export interface Page {
  /** Relative to the site, e.g. "claims/some-id/index.html". */
  name: string;
  /** Address below the base path, e.g. "claims/some-id/". */
  path: string;
  html: string;
  /** Without what templates hold. */
  tags: readonly Tag[];
}

export interface ContentEntry {
  kind: Kind;
  id: string;
  /** Address of its page below the base path. */
  path: string;
  /** The file as it is on disk. */
  text: string;
}

/** The SHA-256 of every file, by its name. */
export async function hashFiles(dir: string): Promise<Map<string, string>> {
  const files = await listFiles(dir);
  const hashes = await Promise.all(files.map(async (file) => sha256(await readFile(join(dir, file)))));
  return new Map(files.map((file, i) => [file, hashes[i] ?? ""]));
}

export async function readPages(dir: string): Promise<Page[]> {
  const names = (await listFiles(dir)).filter((name) => name.endsWith(".html"));
  return Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(dir, name), "utf8");
      return { name, path: name.replace(/index\.html$/, ""), html, tags: readTags(blankTemplates(html)) };
    }),
  );
}

export async function listEntries(content: string): Promise<ContentEntry[]> {
  const { files } = readContent(content);
  return files.map(({ kind, id, text }) => ({ kind, id, path: `${KINDS[kind].path}/${id}/`, text }));
}

/** Pages of an old address that lead to the new one. */
export function isRedirect({ tags }: Page): boolean {
  return tags.some(({ name, attributes }) => name === "meta" && attributes.get("http-equiv")?.toLowerCase() === "refresh");
}

/** Whether other sites embed it: a card without masthead and facts for machines, whose canonical page is that of the entry. */
export function isEmbed({ path }: Pick<Page, "path">): boolean {
  return path.startsWith("embed/");
}

/** attributeOf(page, "link", { rel: "canonical" }, "href") → the address, or undefined. */
export function attributeOf(page: Page, name: string, where: Record<string, string>, wanted: string): string | undefined {
  const tag = page.tags.find(
    (candidate) => candidate.name === name && Object.entries(where).every(([key, value]) => candidate.attributes.get(key) === value),
  );
  return tag?.attributes.get(wanted);
}

/** Shortens a list of findings so that a failure stays readable; an empty list stays empty. */
export function firstOf(findings: readonly string[], limit = 25): string[] {
  return findings.length <= limit ? [...findings] : [...findings.slice(0, limit), `… and ${findings.length - limit} more`];
}

/** Broken links, each once however many pages have it: one wrong link in a layout is on every page. */
export function summarizeBroken(broken: readonly BrokenLink[]): string[] {
  const byHref = Map.groupBy(broken, ({ href, why }) => `${href} (${why})`);
  return firstOf([...byHref].map(([link, list]) => `${link} on ${list.length} pages, first ${list[0]?.page}`));
}
