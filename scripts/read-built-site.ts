/** A built folder as a host's configuration needs to know it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeSite, type BuiltSite } from "../src/hosting/built-site.ts";

/** @param dir the built folder; @param basePath the path it was built for, with both slashes. */
export async function readBuiltSite(dir: string, basePath: string): Promise<BuiltSite> {
  const items = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile() && item.name.endsWith(".html")).map((item) => join(item.parentPath, item.name));
  const pages = new Map<string, string>();
  for (const path of paths.sort()) pages.set(path.slice(dir.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8"));
  return describeSite(pages, basePath);
}
