/**
 * Started by the build while another process makes the pages: `node write-plain-files.ts FOLDER` writes the files that are no pages;
 * `node write-plain-files.ts --cards` only paints cards that are not kept yet, the last one first, so that the two meet.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { listPlainFiles } from "../files/plain-files.ts";
import { cardPicture } from "../load/card-picture.ts";
import { checkedContent } from "../load/checked-content.ts";
import { readSettings } from "../load/settings.ts";
import { urls } from "../load/urls.ts";

/** After so many files the process hears what has happened meanwhile. */
const AT_ONCE = 50;

process.on("disconnect", () => process.exit(1)); // the build is gone, and nobody waits for the files
const [target = ""] = process.argv.slice(2);
const { dossier } = checkedContent(readSettings(process.env).contentDir);
const files = listPlainFiles(dossier, urls, (card) => cardPicture(card, dossier.site));
const isPicture = ({ path }: { path: string }) => path.endsWith(".png");

const made = new Set<string>();
const wanted = target === "--cards" ? files.filter(isPicture).reverse() : files;
for (const [i, file] of wanted.entries()) {
  const body = await file.body();
  if (target !== "--cards") write(join(target, file.path), body);
  if (i % AT_ONCE !== 0) continue;
  // A painted picture leaves 3 MB outside the heap, which Node does not count, and frees only after it has collected what stands for it.
  if (isPicture(file)) globalThis.gc?.();
  await setImmediate();
}
process.removeAllListeners("disconnect").disconnect?.();

function write(path: string, body: string | Uint8Array): void {
  const parent = dirname(path);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(path, body);
}
