/** A built folder as a host's configuration needs to know it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeSite, readFacts, type BuiltSite, type PageFacts } from "../src/hosting/built-site.ts";
import { listFiles } from "./site-files.ts";

/** @param dir the built folder; @param basePath the path it was built for, with both slashes. */
export async function readBuiltSite(dir: string, basePath: string): Promise<BuiltSite> {
  const pages = new Map<string, PageFacts>();
  for (const path of await listFiles(dir)) if (path.endsWith(".html")) pages.set(path, readFacts(await readFile(join(dir, path), "utf8")));
  return describeSite(pages, basePath);
}
