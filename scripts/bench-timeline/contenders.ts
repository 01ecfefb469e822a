/**
 * The pages that ours is measured against. Their packages are installed into the bench's own folder, pinned, and not into the
 * project: what only the bench needs would else be in the lock and in everybody's `npm ci`.
 */
import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PageData } from "../../src/timeline/picture.ts";

const PACKAGES = ["vis-timeline@8.5.4", "d3-scale@4.0.3", "d3-axis@3.0.0", "d3-zoom@3.0.0", "d3-selection@3.0.0", "esbuild@0.28.2"];
const SOURCES = import.meta.dirname;
const FILES = ["bench-data.client.js", "vis.client.js", "d3.client.js"];
const VIS_STYLES = "node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css";

export type ContenderName = "vis-timeline" | "plain d3";
export const CONTENDERS: { name: ContenderName; folder: string; entry: string }[] = [
  { name: "vis-timeline", folder: "vis", entry: "vis.client.js" },
  { name: "plain d3", folder: "d3", entry: "d3.client.js" },
];
/** Where they stand on the site that is measured. */
export const BENCH_PATH = "bench";

/** Installs the packages into `folder` and bundles a script for each contender. */
export async function bundleContenders(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps"]; // the standalone build needs no peers
  await promisify(execFile)("npm", ["install", ...flags, "--prefix", folder, ...PACKAGES], { cwd: folder });
  for (const file of FILES) await copyFile(join(SOURCES, file), join(folder, file));
  const options = ["--bundle", "--minify", "--format=esm", "--target=es2022"];
  for (const { entry, folder: name } of CONTENDERS)
    await promisify(execFile)(join(folder, "node_modules/.bin/esbuild"), [entry, ...options, `--outfile=${name}.js`], { cwd: folder });
}

/** Adds a page for each contender, and an empty one, to a built site, with the data of that site's timeline. */
export async function addContenders(site: string, bundles: string): Promise<void> {
  const page = await readFile(join(site, "timeline/index.html"), "utf8");
  const [, json = "null"] = /id="timeline-data"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  const data = JSON.parse(json) as PageData; // written by the page
  const events: unknown = data.events ?? JSON.parse(await readFile(join(site, "timeline/entries.json"), "utf8"));
  const pages = [...CONTENDERS, { folder: "empty", name: "empty" }];
  for (const { folder, name } of pages) {
    await mkdir(join(site, BENCH_PATH, folder), { recursive: true });
    const head = name === "empty" ? "" : `<script type="module" src="script.js"></script>`;
    const styles = name === "vis-timeline" ? `<link rel="stylesheet" href="styles.css">` : "";
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${styles}${head}<body><div id="timeline"></div></body></html>`;
    await writeFile(join(site, BENCH_PATH, folder, "index.html"), html);
    if (name !== "empty") await copyFile(join(bundles, `${folder}.js`), join(site, BENCH_PATH, folder, "script.js"));
  }
  await copyFile(join(bundles, VIS_STYLES), join(site, BENCH_PATH, "vis/styles.css"));
  await writeFile(join(site, BENCH_PATH, "data.json"), JSON.stringify({ frame: data.frame, events }));
}
