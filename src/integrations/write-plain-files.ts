/**
 * Started by the build while another process makes the pages: `node write-plain-files.ts FOLDER` writes the files that are no pages;
 * `node write-plain-files.ts --cards` only paints cards that are not kept yet, the last one first, so that the two meet.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { plainFiles } from "../files/plain-files.ts";
import { cardPicture } from "../load/card-picture.ts";
import { checkedContent } from "../load/checked-content.ts";
import { readSettings } from "../load/settings.ts";
import { urls } from "../load/urls.ts";

/** A painted picture leaves 3 MB outside the heap, which Node does not count and frees only after it has collected what stood for them. */
const PICTURES_AT_ONCE = 100;

process.on("disconnect", () => process.exit(1)); // the build is gone, and nobody waits for the files
const [target = ""] = process.argv.slice(2);
const { dossier } = checkedContent(readSettings(process.env).contentDir);
const files = plainFiles(dossier, urls, (card) => cardPicture(card, dossier.site));
const isPicture = ({ path }: { path: string }) => path.endsWith(".png");

const made = new Set<string>();
let pictures = 0;
for (const file of target === "--cards" ? files.filter(isPicture).reverse() : files) {
  const body = await file.body();
  if (target !== "--cards") write(join(target, file.path), body);
  if (isPicture(file) && ++pictures % PICTURES_AT_ONCE === 0) {
    globalThis.gc?.();
    await setImmediate();
  }
}
process.removeAllListeners("disconnect").disconnect?.();

function write(path: string, body: string | Uint8Array): void {
  const parent = dirname(path);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(path, body);
}
