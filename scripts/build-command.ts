/**
 * `npm run build`: checks the content, builds the site beside the last one, checks its links, and swaps the two only when
 * all went well. A build that fails, is interrupted or is killed leaves the last good one in place.
 */
import { constants } from "node:os";
import { join } from "node:path";
import { build } from "astro";
import { describeSite, readFacts, type PageFacts } from "../src/hosting/built-site.ts";
import { checkedContent } from "../src/load/checked-content.ts";
import { dropOld } from "../src/load/kept-files.ts";
import { expiredContact } from "../src/site/well-known.ts";
import { clearFolder, folderOf, formatRestored, settleFolders, swapInOwnProcess } from "./build-folders.ts";
import { checkLinks } from "./check-links.ts";
import { findOutDirFault } from "./out-dir.ts";
import { readSettingsOrExit } from "./settings-or-exit.ts";
import { formatBroken, summarizeSite } from "./summarize-site.ts";
import { writeHostFiles } from "./write-host-files.ts";
import { writeManifest } from "./write-manifest.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Where Astro keeps compiled pages while OUT_DIR lies outside the project. Only another build can have emptied it. */
const SHARED = /\.astro[\\/]\.prerender/;
const ONE_AT_A_TIME = "Another build of this project ran at the same time. Let it end, then build again.";

const { basePath, contentDir, hasSiteUrl, outDir, siteUrl } = readSettingsOrExit();
const next = folderOf(outDir, "next");
const site = join(next, "site");
let isSwapping = false;
let late: NodeJS.Signals | null = null; // came during the swap: too late, unless the swap fails

const fault = findOutDirFault(outDir, contentDir);
if (fault) fail(fault);
if (!hasSiteUrl) console.warn(`SITE_URL is not set: canonical addresses, feeds and data name ${siteUrl}.`);
if (settleFolders(outDir)) console.warn(formatRestored(outDir));
process.on("exit", () => settleFolders(outDir)); // however this ends, the half-made folder goes with it
for (const signal of SIGNALS) process.on(signal, interrupt);
try {
  // Astro warns of every kind that has no entry yet, and wraps the words of an error; we print what matters.
  // It reads the entries back from its cache, so a cache shared with another build could bring that one's entries.
  const options = { outDir: site, cacheDir: join(next, "cache"), logLevel: "silent" } as const;
  await build(options).catch((error: unknown) => {
    if (!isCollision(error)) throw error;
    return build(options);
  });
  const pages = new Map<string, PageFacts>();
  const links = await checkLinks(site, basePath, (page, html) => pages.set(page, readFacts(html)));
  if (links.broken.length > 0) fail(formatBroken(links.broken));
  await writeHostFiles(site, describeSite(pages, basePath));
  await writeManifest(site);
  const summary = summarizeSite(outDir, contentDir, links);
  isSwapping = true;
  await swapInOwnProcess(site, outDir);
  console.log(summary);
  dropOld();
  const expired = expiredContact(checkedContent(contentDir).dossier.site, new Date().toISOString().slice(0, 10));
  if (expired) console.warn(expired);
} catch (error) {
  isSwapping = false;
  if (late) interrupt(late);
  const { message = String(error), hint } = error as { message?: string; hint?: string };
  fail([message, hint, ...(SHARED.test(message) ? [ONE_AT_A_TIME] : [])].filter(Boolean).join("\n"));
}

/**
 * Whether another build got in the way: both write the lists of what Astro imports by way of one temporary file, and who renames it
 * second finds it gone. It happens before any page is written, so that the build can begin again.
 */
function isCollision(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return cause?.code === "ENOENT" && cause.syscall === "rename";
}

function interrupt(signal: NodeJS.Signals): void {
  if (isSwapping) {
    late = signal;
    return;
  }
  console.error(`\nThe build was interrupted; ${outDir}/ is as it was.`);
  clearFolder(next);
  process.exit(128 + constants.signals[signal]);
}

function fail(message: string): never {
  console.error(`\n${message}\n\nThe build failed; ${outDir}/ is as it was.`);
  process.exit(1);
}
