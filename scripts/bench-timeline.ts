/**
 * The last part of `npm run bench`: the timeline's page in a browser, beside others that draw the same data. Only reports; how fast a
 * machine is that does other things too is nothing to pass or fail by.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser } from "playwright-core";
import { launchServer } from "../tests/setup/chromium.ts";
import { addContenders, BENCH_PATH, bundleContenders, CONTENDERS } from "./bench-timeline/contenders.ts";
import { writeTimelineDossier, LAST_DAY, type TimelineSize } from "./bench-timeline/dossier.ts";
import { measureFloor, measurePage, type Frames, type Measures, type Target } from "./bench-timeline/measure.ts";
import { createSiteHandler } from "./serve.ts";

/** The first drawing shows the whole record; what is moved is `moved`, with room before it. */
const SIZES: (TimelineSize & { moved: string })[] = [
  { events: 50, base: "2025-09-01", recent: 0.8, moved: "2025-09-01" },
  { events: 1000, base: "2025-09-01", recent: 0.5, moved: "2025-09-01" },
  { events: 10_000, base: "2000-01-01", recent: null, moved: "2006-07-01" },
];
const RUNS = 3;
/** Frames are timed to a tenth of a millisecond more or less, on the empty page too. */
const BUDGET = { events: 10_000, script: 200, frame: 16.7, jitter: 0.1 };

export async function benchTimeline(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
  // Graphics as the browser has them by itself, and not emulated: those would be measured with it.
  sparticuz.setGraphicsMode = false;
  const server = await launchServer();
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const bundles = join(folder, "contenders");
    await bundleContenders(bundles);
    console.log(
      `\nThe timeline in a browser, ${RUNS} runs of each, medians; milliseconds. Every page is in the first window the whole record:\n`,
    );
    for (const [i, size] of SIZES.entries()) {
      const site = join(folder, `site-${size.events}`);
      await buildSite(join(folder, `content-${size.events}`), site, size);
      await addContenders(site, bundles);
      const ours = await benchSite(browser, site, size, i === 0);
      if (size.events === BUDGET.events) console.log(`\n${budgetWords(ours)}`);
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures all pages of one site in turn, so that what else the machine does falls on all of them; returns ours. */
export async function benchSite(browser: Browser, site: string, size: (typeof SIZES)[number], withHead: boolean): Promise<Measures> {
  const http = createServer(createSiteHandler(site, "/"));
  await new Promise<void>((resolve) => void http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo; // it listens on a port, so the address is no pipe
  const address = (path: string, from: string) => `http://127.0.0.1:${port}/${path}/?from=${from}&to=${LAST_DAY}`;
  const targets: { name: string; target: Target }[] = [
    { name: "ours", path: "timeline", drawn: ".tl-drawing.is-live a[data-key]", drawing: "#timeline-drawing svg" },
    ...CONTENDERS.map(({ name, folder }) => ({
      name,
      path: `${BENCH_PATH}/${folder}`,
      drawn: "#timeline.is-drawn, #timeline .is-drawn",
      drawing: "#timeline",
    })),
  ].map(({ name, path, drawn, drawing }) => ({
    name,
    target: { first: address(path, size.base), moved: address(path, size.moved), drawn, drawing },
  }));
  try {
    const runs = new Map<string, Measures[]>(targets.map(({ name }) => [name, []]));
    const floors: Frames[] = [];
    for (let run = 0; run < RUNS; run++) {
      floors.push(await measureFloor(browser, address(`${BENCH_PATH}/empty`, size.base)));
      for (const { name, target } of targets) {
        if (runs.get(name)?.length !== run) continue; // given up
        const measures = await measurePage(browser, target).catch(() => null);
        if (measures) runs.get(name)?.push(measures);
      }
    }
    const medians = [...runs].map(([name, list]) => ({ name, measures: medianOf(list) }));
    printRows(size.events, medians, medianFrames(floors), withHead);
    const [ours] = medians;
    if (!ours?.measures.script) throw new Error("Our own page drew nothing within a minute");
    return ours.measures;
  } finally {
    http.closeAllConnections();
    http.close();
  }
}

async function buildSite(content: string, site: string, size: TimelineSize): Promise<void> {
  await writeTimelineDossier(content, size);
  const env = {
    CONTENT_DIR: relative(process.cwd(), content),
    OUT_DIR: site,
    SITE_URL: "https://soundings.example",
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ["scripts/build-site.js"], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The build failed on the bench's timeline.\n${text}`))));
  });
}

function medianOf(runs: readonly Measures[]): Measures {
  return {
    bytes: median(runs.map(({ bytes }) => bytes)),
    script: median(runs.map(({ script }) => script)),
    paint: median(runs.map(({ paint }) => paint)),
    pan: medianFrames(runs.map(({ pan }) => pan)),
    zoom: medianFrames(runs.map(({ zoom }) => zoom)),
    letGo: median(runs.map(({ letGo }) => letGo)),
  };
}

function medianFrames(list: readonly Frames[]): Frames {
  const of = (name: keyof Frames) => median(list.map((frames) => frames[name]));
  return { median: of("median"), p95: of("p95"), longest: of("longest"), script: of("script") };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const COLUMNS = [
  "events",
  "page",
  "script KB",
  "draw script",
  "paint",
  "pan median",
  "pan p95",
  "pan longest",
  "script/frame",
  "let go",
  "zoom median",
  "zoom p95",
  "script/frame",
];

function printRows(events: number, list: readonly { name: string; measures: Measures }[], floor: Frames, withHead: boolean): void {
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => cell.padStart(COLUMNS[i]?.length ?? 0).padStart(i === 1 ? 12 : 0)).join("  ");
  const ms = (value: number) => value.toFixed(1);
  if (withHead) console.log(line(COLUMNS));
  for (const { name, measures } of list) {
    const { bytes, script, paint, pan, zoom, letGo } = measures;
    if (Number.isNaN(script)) {
      console.log(line([String(events), name, "nothing drawn within a minute"]));
      continue;
    }
    const moved = [pan.median, pan.p95, pan.longest, pan.script, letGo, zoom.median, zoom.p95, zoom.script].map(ms);
    console.log(line([String(events), name, (bytes / 1024).toFixed(1), script.toFixed(0), paint.toFixed(0), ...moved]));
  }
  console.log(line([String(events), "empty page", "", "", "", ...[floor.median, floor.p95, floor.longest, floor.script].map(ms)]));
}

/** The budget, and whether this run kept to it; a frame is on time when it is no longer than one of the screen. */
function budgetWords({ script, pan, zoom }: Measures): string {
  const frame = Math.max(pan.p95, zoom.p95);
  const words = (isMet: boolean) => (isMet ? "met" : "not met");
  return [
    `Budget at ${BUDGET.events} events: less than ${BUDGET.script} ms of script to draw: ${words(script < BUDGET.script)} in this run (${script.toFixed(0)} ms);`,
    `95 in 100 frames while it moves within ${BUDGET.frame} ms, give or take ${BUDGET.jitter}: ${words(frame < BUDGET.frame + BUDGET.jitter + 0.05)} in this run (${frame.toFixed(1)} ms).`,
  ].join(" ");
}
