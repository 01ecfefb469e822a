/**
 * `npm run build`: checks the content, builds the site beside the last one and swaps the two only when all went well,
 * so that a failed build leaves the last good one in place.
 */
import { rename, rm } from "node:fs/promises";
import { build } from "astro";
import { readSettings } from "../src/load/settings.ts";
import { summarizeSite } from "./summarize-site.ts";

const { outDir } = readSettings(process.env);
const next = `${outDir}.next`;

await rm(next, { recursive: true, force: true });
try {
  await build({ outDir: next, logLevel: "warn" });
} catch (error) {
  await rm(next, { recursive: true, force: true });
  const { message, hint } = error as { message?: string; hint?: string };
  console.error(`\n${message ?? String(error)}${hint ? `\n${hint}` : ""}\n\nThe build failed; ${outDir}/ is as it was.`);
  process.exit(1);
}
await rm(outDir, { recursive: true, force: true });
await rename(next, outDir);
console.log(await summarizeSite(outDir));
