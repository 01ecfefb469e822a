/**
 * `npm run lighthouse`: one page of every kind of the built site as Lighthouse judges it with its settings for phones, the median of three
 * runs each, against the goals of each kind. `-- claim home` measures these kinds alone. Scores and times are of this machine, and no test
 * takes them; the exit status is 1 where one is below its goal.
 */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse, { type Result } from "lighthouse";
import { launchServer } from "../tests/setup/chromium.ts";
import { listPageKinds } from "../tests/setup/page-kinds.ts";
import { compressFiles } from "./compress-files.ts";
import { createSiteHandler } from "./serve.ts";
import { readBuiltPathOrExit, readSettingsOrExit } from "./settings-or-exit.ts";

const RUNS = 3;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** Performance that the goals ask for; all other scores are to be 100. */
const LEAST: Record<string, number> = { "timeline/": 98, "search/": 98 };

const settings = readSettingsOrExit();
const { outDir, contentDir } = settings;
const basePath = readBuiltPathOrExit(settings);
const wanted = process.argv.slice(2); // kinds to measure; all without
const all = (await listPageKinds(outDir, contentDir)).filter(({ path }) => path !== "404.html");
const unknown = wanted.filter((kind) => !all.some((page) => page.kind === kind));
if (unknown.length > 0) {
  console.error(`No kind of page is called ${unknown.join(", ")}. The kinds are ${all.map(({ kind }) => kind).join(", ")}.`);
  process.exit(1);
}
const kinds = all.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind));
const copy = await mkdtemp(join(tmpdir(), "soundings-lighthouse-")); // the built folder stays as it is
await cp(outDir, copy, { recursive: true });
await compressFiles(copy, (path) => path.startsWith("_astro/") || path.startsWith("search/") || kinds.some((page) => path === `${page.path}index.html`)); // prettier-ignore
const server = createServer(createSiteHandler(copy, basePath)).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const { port } = server.address() as AddressInfo; // it listens on a port, so the address is no pipe
const debugPort = port + 1 > 65_535 ? port - 1 : port + 1;
const browser = await launchServer([`--remote-debugging-port=${debugPort}`]);

console.log(
  `| page | ${CATEGORIES.join(" | ")} | LCP s | CLS | TBT ms | KB | what is below the goal |\n|${" --- |".repeat(CATEGORIES.length + 6)}`,
);
let isBelow = false;
for (const { kind, path } of kinds) {
  const runs: Result[] = [];
  for (let i = 0; i < RUNS; i++) {
    const outcome = await lighthouse(`http://127.0.0.1:${port}${basePath}${path}`, { port: debugPort, output: "json", logLevel: "error" });
    if (!outcome) throw new Error(`Lighthouse gave no result for ${path}.`);
    runs.push(outcome.lhr);
  }
  const scores = CATEGORIES.map((category) => Math.round(100 * median(runs.map(({ categories }) => categories[category]?.score ?? 0))));
  const figure = (audit: string) => median(runs.map(({ audits }) => audits[audit]?.numericValue ?? NaN));
  const below = CATEGORIES.filter((category, i) => (scores[i] ?? 0) < (category === "performance" ? (LEAST[kind] ?? 100) : 100));
  isBelow ||= below.length > 0;
  const cells = [
    `${kind} (${path})`,
    ...scores,
    (figure("largest-contentful-paint") / 1000).toFixed(2),
    figure("cumulative-layout-shift").toFixed(3),
    Math.round(figure("total-blocking-time")),
    Math.round(figure("total-byte-weight") / 1024),
    below.map((category) => `${category}: ${failedAudits(runs[0], category).join(", ")}`).join("; "),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
await browser.close();
server.closeAllConnections();
server.close();
await rm(copy, { recursive: true });
process.exitCode = isBelow ? 1 : 0;

/** Audits that cost the category something. */
function failedAudits(run: Result | undefined, category: string): string[] {
  const references = run?.categories[category]?.auditRefs ?? [];
  return references.filter(({ id, weight }) => weight > 0 && (run?.audits[id]?.score ?? 1) < 1).map(({ id }) => id);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
