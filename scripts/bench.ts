/**
 * `npm run bench`: what the check costs at 1,000 and 10,000 entries, and what a build costs at 100 and 1,000; `-- --full` builds
 * 5,000 and 10,000 too. Then the search beside other engines, and the timeline's page in a browser. `-- --build`, `-- --search` and
 * `-- --timeline` measure that alone. Times and memory are of this machine and are only reported.
 */
import { spawn } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { checkContent } from "../src/check/check-content.ts";
import { readContent } from "../src/load/read-content.ts";
import { searchDocuments } from "../src/search/documents.ts";
import { formatEntries, formatTexts } from "../src/search/index-file.ts";
import { CARD_CACHE, FONT_CACHE, PAGE_CACHE } from "../src/load/kept-files.ts";
import { writeDossier } from "./bench-dossier.ts";
import { writePlainSite } from "./bench-plain.ts";
import { benchSearch } from "./bench-search.ts";
import { benchTimeline } from "./bench-timeline.ts";
import { listFiles } from "./site-files.ts";

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { full: flag, build: flag, search: flag, timeline: flag } });
const isWhole = !values.search && !values.timeline && !values.build;
const sizes = values.full ? [100, 1000, 5000, 10_000] : [100, 1000];
/** As `npm run check` runs it. */
const CHECK = ["--max-semi-space-size=8", "--initial-old-space-size=400", "scripts/check-content.js"];
const rows: Record<string, string>[] = [];

if (isWhole) await benchChecks();
if (isWhole || values.build) await benchBuilds();
if (isWhole || values.search) await benchSearch();
if (isWhole || values.timeline) await benchTimeline();

async function benchChecks(): Promise<void> {
  console.log("The check, cold and again with the compile cache (median of 5); and after one edit while it watches (median of 30):\n");
  for (const [i, size] of [1000, 10_000].entries()) {
    const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
    try {
      printTable([await measureCheck(size, folder)], i === 0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function benchBuilds(): Promise<void> {
  console.log(
    "\nThe build, nothing kept; again after an edit of one entry; and a plain Astro site of the same entries and as many pages:\n",
  );
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
    try {
      rows.push(await measure(size, folder));
      printTable(rows.slice(-1), rows.length === 1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function measureCheck(size: number, folder: string): Promise<Record<string, string>> {
  const content = join(folder, "content");
  const entries = await writeDossier(content, size);
  const env = { CONTENT_DIR: content, NODE_COMPILE_CACHE: join(folder, "compiled") };
  const cold = await run(CHECK, env, folder);
  const runs: Measured[] = [];
  for (let i = 0; i < 5; i++) runs.push(await run(CHECK, env, folder));
  const again = runs.sort((a, b) => Number(a.seconds) - Number(b.seconds))[2] ?? cold;
  const watch = await run(["scripts/bench-recheck.ts"], env, folder);
  return {
    entries: String(entries),
    "check s": cold.seconds,
    "check MB": cold.megabytes,
    "again s": again.seconds,
    "again MB": again.megabytes,
    "re-check ms": watch.output.trim(),
  };
}

async function measure(size: number, folder: string): Promise<Record<string, string>> {
  const content = join(folder, "content");
  const out = join(folder, "dist");
  const entries = await writeDossier(content, size);
  const compiled = join(folder, "compiled"); // for both sites, and empty at first
  const env = {
    CONTENT_DIR: relative(process.cwd(), content),
    OUT_DIR: out,
    SITE_URL: "https://soundings.example",
    NODE_COMPILE_CACHE: compiled,
  };
  const check = await run(CHECK, env, folder);
  for (const kept of [CARD_CACHE, FONT_CACHE, PAGE_CACHE]) await rm(kept, { recursive: true, force: true });
  const cold = await run(["scripts/build-site.js"], env, folder);
  await appendFile(join(content, "sources/sources-0.md"), "\nOne sentence more.\n");
  const warm = await run(["scripts/build-site.js"], env, folder);
  const files = await listSizes(out);
  const pages = files.filter(({ path }) => path.endsWith(".html")).length;
  const plain = join(folder, "plain");
  await writePlainSite(plain, content, pages);
  const other = await run(["node_modules/astro/bin/astro.mjs", "build", "--root", plain], { NODE_COMPILE_CACHE: compiled }, folder);
  const indexSeconds = timeIndex(content);
  const bytes = sum(files.map((file) => file.bytes));
  const index = sum(files.filter(({ path }) => /search.(?:entries|texts)\.json$/.test(path)).map((file) => file.bytes));
  return {
    entries: String(entries),
    "check s": check.seconds,
    "check MB": check.megabytes,
    "build s": cold.seconds,
    "build MB": cold.megabytes,
    "after an edit s": warm.seconds,
    "of build": ratio(warm, cold),
    "plain Astro s": other.seconds,
    "build of it": ratio(cold, other),
    "index s": indexSeconds,
    pages: String(pages),
    "site MB": (bytes / 1e6).toFixed(1),
    "index MB": (index / 1e6).toFixed(1),
  };
}

/** ratio({ seconds: "9.00" }, { seconds: "6.00" }) → "1.50" */
function ratio(ours: Pick<Measured, "seconds">, other: Pick<Measured, "seconds">): string {
  return (Number(ours.seconds) / Number(other.seconds)).toFixed(2);
}

/** What the two files of the search take to make, once the entries are read. */
function timeIndex(content: string): string {
  const { dossier } = checkContent(readContent(content));
  const start = performance.now();
  const documents = searchDocuments(dossier);
  formatEntries(documents);
  formatTexts(documents);
  return ((performance.now() - start) / 1000).toFixed(2);
}

/** Runs a command and returns its wall time and the sum of the peak memory of all its processes, which is the most that they can take at a time. */
async function run(command: readonly string[], env: Record<string, string>, folder: string): Promise<Measured> {
  const memory = join(folder, "memory");
  await rm(memory, { force: true });
  const start = performance.now();
  const output = await new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, [...command], {
      env: {
        ...process.env,
        ...env,
        BENCH_MEMORY: memory,
        NODE_OPTIONS: `--import ${new URL("bench-memory.js", import.meta.url).href}`,
        ASTRO_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${command.join(" ")} failed on the bench's dossier.\n${text}`)),
    );
  });
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = sum((await readFile(memory, "utf8")).trim().split("\n").map(Number));
  return { seconds: seconds.toFixed(2), megabytes: (kilobytes / 1024).toFixed(0), output };
}

interface Measured {
  seconds: string;
  megabytes: string;
  /** All that it printed. */
  output: string;
}

async function listSizes(dir: string): Promise<{ path: string; bytes: number }[]> {
  return Promise.all((await listFiles(dir)).map(async (path) => ({ path, bytes: (await stat(join(dir, path))).size })));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function printTable(list: readonly Record<string, string>[], withHead: boolean): void {
  for (const row of list) {
    const widths = Object.keys(row).map((key) => Math.max(key.length, 8));
    const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("  ");
    if (withHead) console.log(line(Object.keys(row)));
    console.log(line(Object.values(row)));
  }
}
