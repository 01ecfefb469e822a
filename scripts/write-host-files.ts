/** Files that some hosts read from the built folder itself. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BuiltSite } from "../src/hosting/built-site.ts";
import { formatHeadersFile, formatRedirectsFile } from "../src/hosting/netlify.ts";

/** @param dir the built folder */
export async function writeHostFiles(dir: string, site: BuiltSite): Promise<void> {
  await writeFile(join(dir, "_headers"), formatHeadersFile(site)); // Netlify, Cloudflare Pages
  await writeFile(join(dir, "_redirects"), formatRedirectsFile(site)); // the same
  await writeFile(join(dir, ".nojekyll"), ""); // GitHub Pages, which would leave out _astro/ where a branch is published
}
