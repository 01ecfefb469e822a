/**
 * `npm run build`: checks the content, builds the site beside the last one and swaps the two only when all went well,
 * so that a failed build leaves the last good one in place.
 */
import { rename, rm } from "node:fs/promises";
import { build } from "astro";
import { readSettings } from "../src/load/settings.ts";
import { summarizeSite } from "./summarize-site.ts";

const { outDir, hasSiteUrl, siteUrl } = readSettings(process.env);
const next = `${outDir}.next`;

if (!hasSiteUrl) console.warn(`SITE_URL is not set: canonical addresses, feeds and data name ${siteUrl}.`);
await rm(next, { recursive: true, force: true });
try {
  // Astro warns of every kind that has no entry yet; what matters here is an error, or is printed by us.
  await build({ outDir: next, logLevel: "error" });
} catch (error) {
  await rm(next, { recursive: true, force: true });
  const { message, hint } = error as { message?: string; hint?: string };
  console.error(`\n${message ?? String(error)}${hint ? `\n${hint}` : ""}\n\nThe build failed; ${outDir}/ is as it was.`);
  process.exit(1);
}
await rm(outDir, { recursive: true, force: true });
await rename(next, outDir);
console.log(await summarizeSite(outDir));
