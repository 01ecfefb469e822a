/** Started by the build as `node write-plain-files.ts FOLDER`: writes the files that are no pages while another process makes the pages. */
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

const [folder = ""] = process.argv.slice(2);
process.on("disconnect", () => process.exit(1)); // the build is gone, and nobody waits for the files
const { dossier } = checkedContent(readSettings(process.env).contentDir);
const made = new Set<string>();
let pictures = 0;
for (const { path, body } of plainFiles(dossier, urls, (card) => cardPicture(card, dossier.site))) {
  const file = join(folder, path);
  const parent = dirname(file);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(file, await body());
  if (path.endsWith(".png") && ++pictures % PICTURES_AT_ONCE === 0) {
    globalThis.gc?.();
    await setImmediate();
  }
}
process.removeAllListeners("disconnect").disconnect?.();
