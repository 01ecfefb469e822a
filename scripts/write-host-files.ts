/** Files that some hosts read from the built folder itself. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatHeadersFile, formatRedirectsFile } from "../src/hosting/netlify.ts";
import { readBuiltSite } from "./read-built-site.ts";

/** @param site the built folder; @param basePath the path it was built for, with both slashes. */
export async function writeHostFiles(site: string, basePath: string): Promise<void> {
  const built = await readBuiltSite(site, basePath);
  await writeFile(join(site, "_headers"), formatHeadersFile(built)); // Netlify, Cloudflare Pages
  await writeFile(join(site, "_redirects"), formatRedirectsFile(built)); // the same
  await writeFile(join(site, ".nojekyll"), ""); // GitHub Pages, which would leave out _astro/ where a branch is published
}
