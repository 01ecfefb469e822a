/** Pages kept from build to build, each with what was read of the dossier to make it: as long as that is the same, so is the page. */
import { globSync, readFileSync, statSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { sha256 } from "../model/sha256.ts";
import { printOf, type Observer, type Reads } from "../graph/reads.ts";
import { drop, MADE_BY, PAGE_CACHE, readKept, writeKept } from "./kept-files.ts";
import type { Settings } from "./settings.ts";

const LINE_FEED = 10;

/** What stands before the page in its file, as a line of JSON. */
interface Head {
  own: Reads["own"];
  /** Files of the reads that it shares with others. */
  shared: string[];
  print: string;
}

export class KeptPages {
  readonly #folder: string;
  readonly #code: string;
  readonly #observer: Observer;
  readonly #shared = new Map<string, Reads>(); // by the name of its file
  readonly #names = new Map<Reads, string>();

  /** @param code what the pages are made with, in short */
  constructor(folder: string, code: string, observer: Observer) {
    this.#folder = folder;
    this.#code = code;
    this.#observer = observer;
  }

  /** The page as it was made last, if it would be made the same again. @param props what it is made of beside what it reads */
  find(path: string, props: unknown): Uint8Array | null {
    const bytes = readKept(this.#fileOf(path));
    if (!bytes) return null;
    try {
      const end = bytes.indexOf(LINE_FEED);
      const page = bytes.subarray(end + 1);
      const { own, shared, print } = parse(bytes.subarray(0, end)) as Head;
      const reads = { own, shared: shared.map((name) => this.#readShared(name)) };
      return this.#print(reads, props, page) === print ? page : null;
    } catch {
      return null; // damaged since, and made anew
    }
  }

  /** Keeps a page that has just been made, in place of what it was before. */
  keep(path: string, props: unknown, reads: Reads, page: Uint8Array): void {
    const head: Head = {
      own: reads.own,
      shared: reads.shared.map((one) => this.#writeShared(one)),
      print: this.#print(reads, props, page),
    };
    writeKept(this.#fileOf(path), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), page]));
  }

  #print(reads: Reads, props: unknown, page: Uint8Array): string {
    return printOf([this.#code, this.#observer.print(reads), props, sha256(page)]);
  }

  #fileOf(path: string): string {
    return join(this.#folder, sha256(path));
  }

  #readShared(name: string): Reads {
    const reads = this.#shared.get(name) ?? (parse(readKept(join(this.#folder, name)) ?? new Uint8Array()) as Reads);
    this.#shared.set(name, reads);
    return reads;
  }

  #writeShared(reads: Reads): string {
    let name = this.#names.get(reads);
    if (name === undefined) {
      const bytes = Buffer.from(JSON.stringify(reads));
      name = `reads-${sha256(bytes)}`;
      writeKept(join(this.#folder, name), bytes);
      this.#names.set(reads, name);
    }
    return name;
  }
}

/**
 * The pages kept of the site with these settings; null where code was saved after this process began, so that nobody knows which of it is at work.
 * @param assets addresses of files that the pages name and that depend on the content
 */
export function openKeptPages(settings: Settings, assets: readonly string[], observer: Observer): KeptPages | null {
  const files = listCode();
  if (files.some(({ stats }) => stats.ctimeMs >= performance.timeOrigin)) return null;
  const folder = folderOfPages(settings);
  const code = printOf([process.version, assets, files.map(hashOf)]);
  if (Buffer.from(readKept(join(folder, MADE_BY)) ?? []).toString() !== code) {
    drop(folder);
    writeKept(join(folder, MADE_BY), Buffer.from(code));
  }
  return new KeptPages(folder, code, observer);
}

/** Where the pages of a site are kept. */
export function folderOfPages({ contentDir, siteUrl, hasSiteUrl, basePath }: Omit<Settings, "outDir">): string {
  return join(PAGE_CACHE, printOf([resolve(contentDir), siteUrl, hasSiteUrl, basePath]));
}

interface CodeFile {
  path: string;
  stats: Stats;
}

/** All that pages are made with beside the dossier, folders too: npm lists in `node_modules/` what it has installed there. */
function listCode(): CodeFile[] {
  const files = ["astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json", "node_modules/.package-lock.json"];
  return globSync(["src", "src/**", ...files])
    .sort()
    .map((path) => ({ path, stats: statSync(path) }));
}

function hashOf({ path, stats }: CodeFile): string[] {
  return stats.isFile() ? [path, sha256(readFileSync(path))] : [path];
}

/** Throws for what is no JSON. */
function parse(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString());
}
