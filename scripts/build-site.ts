/**
 * `npm run build`: checks the content, builds the site beside the last one, checks its links, and swaps the two only when
 * all went well, so that a failed build leaves the last good one in place.
 */
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { build } from "astro";
import { readSettingsOrExit } from "./settings-or-exit.ts";
import { checkLinks } from "./check-links.ts";
import { findOutDirFault } from "./out-dir.ts";
import { formatBroken, summarizeSite } from "./summarize-site.ts";
import { writeManifest } from "./write-manifest.ts";

const { basePath, contentDir, hasSiteUrl, outDir, siteUrl } = readSettingsOrExit();
const next = `${outDir}.next`;
const last = `${outDir}.last`;

const fault = findOutDirFault(outDir, contentDir);
if (fault) fail(fault);
if (!hasSiteUrl) console.warn(`SITE_URL is not set: canonical addresses, feeds and data name ${siteUrl}.`);
await rm(next, { recursive: true, force: true });
try {
  // Astro warns of every kind that has no entry yet, and wraps the words of an error; we print what matters.
  await build({ outDir: next, logLevel: "silent" });
} catch (error) {
  await rm(next, { recursive: true, force: true });
  const { message, hint } = error as { message?: string; hint?: string };
  fail(`${message ?? String(error)}${hint ? `\n${hint}` : ""}`);
}
const links = await checkLinks(next, basePath);
if (links.broken.length > 0) {
  await rm(next, { recursive: true, force: true });
  fail(formatBroken(links.broken));
}
await writeManifest(next);
await rm(last, { recursive: true, force: true });
if (existsSync(outDir)) await rename(outDir, last);
await rename(next, outDir);
await rm(last, { recursive: true, force: true });
console.log(await summarizeSite(outDir, contentDir, links));

function fail(message: string): never {
  console.error(`\n${message}\n\nThe build failed; ${outDir}/ is as it was.`);
  process.exit(1);
}
