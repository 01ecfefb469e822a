/** A build that is killed, interrupted or overtaken: whatever happens to it, the folder holds one whole site. */
import { existsSync } from "node:fs";
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, test, vi } from "vitest";
import { hashFiles } from "../setup/pages.ts";
import { MINIMAL_CONTENT, runBuild, spawnBuild, waitForEnd, type Ending } from "../setup/sites.ts";

// Inside the project, where builds share nothing: other test files build at the same time.
const folder = ".test-output/interrupted";
const out = join(folder, "dist");
const onPosix = test.skipIf(process.platform === "win32"); // Windows knows neither signals nor process groups
let duration = 0;
let killed = 0;
let version = 0;

/** The content of the next build: like the last, with another title. Returns its number. */
async function changeContent(): Promise<{ content: string; number: number }> {
  const number = ++version;
  const content = join(folder, `content-${number}`);
  await cp(MINIMAL_CONTENT, content, { recursive: true });
  const site = await readFile(join(content, "site.yaml"), "utf8");
  await writeFile(join(content, "site.yaml"), site.replace(/^title: .*$/m, `title: Site ${number}`));
  return { content, number };
}

/** The number of the content that the site in place was built of; throws when a file is missing, changed or too many. */
async function readWholeSite(): Promise<number> {
  const { files } = JSON.parse(await readFile(join(out, "manifest.json"), "utf8")) as { files: Record<string, string> };
  const { "manifest.json": _, ...found } = Object.fromEntries(await hashFiles(out));
  expect(found).toEqual(files);
  const home = await readFile(join(out, "index.html"), "utf8");
  return Number(/Site (\d+)<\/title>/.exec(home)?.[1]);
}

/** Reads the site anew if a swap fell into the reading: the process that swaps outlives the build that was killed. */
function settle(): Promise<number> {
  return vi.waitFor(readWholeSite, { timeout: 20_000, interval: 200 });
}

async function listBeside(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith("dist."));
}

type Build = ReturnType<typeof spawnBuild>;

/** Starts a build in a group of its own and sends the group a signal once `moment` has come. */
async function interruptBuild(content: string, signal: NodeJS.Signals, moment: (build: Build) => Promise<unknown>): Promise<Ending> {
  const build = spawnBuild({ content, out }, true);
  const end = waitForEnd(build);
  await Promise.race([moment(build), end]);
  if (build.pid !== undefined && isRunning(build)) process.kill(-build.pid, signal);
  return end;
}

/** Waits until a build has made a file or folder in its half-made site, or has ended. */
async function waitForPath(build: Build, path: string): Promise<void> {
  while (isRunning(build) && !existsSync(join(`${out}.next-pid${build.pid}`, path))) await wait(1);
}

function isRunning({ exitCode, signalCode }: Build): boolean {
  return exitCode === null && signalCode === null;
}

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  const { content } = await changeContent();
  const start = performance.now();
  const { status, output } = await runBuild({ content, out });
  duration = performance.now() - start;
  if (status !== 0) throw new Error(output);
});

onPosix.each([
  { signal: "SIGINT", code: 130 },
  { signal: "SIGTERM", code: 143 },
] as const)("a build that gets $signal removes what it has made, says so, and exits with $code", async ({ signal, code }) => {
  const { content } = await changeContent();
  const before = await hashFiles(out);
  const { status, output } = await interruptBuild(content, signal, (build) => waitForPath(build, "site"));
  expect({ status, output }).toEqual({ status: code, output: `\nThe build was interrupted; ${out}/ is as it was.\n` });
  expect(await hashFiles(out)).toEqual(before);
  expect(await listBeside()).toEqual([]);
});

const MOMENTS = [
  ...[0.15, 0.35, 0.55, 0.75, 0.9].map((share) => ({ when: `after ${share} of its time`, moment: () => wait(share * duration) })),
  ...[0, 40, 120].map((delay) => ({
    when: `${delay} ms after it finished the new site, about the time of the swap`,
    moment: async (build: Build) => {
      await waitForPath(build, "site/manifest.json");
      await wait(delay);
    },
  })),
];

onPosix.each(MOMENTS)("a build killed $when leaves one whole site, the last or the new", async ({ moment }) => {
  const standing = await settle();
  const { content, number } = await changeContent();
  const { signal } = await interruptBuild(content, "SIGKILL", moment);
  if (signal === "SIGKILL") killed++;

  expect(existsSync(out)).toBe(true);
  const found = await settle();
  expect(found).toBeGreaterThanOrEqual(standing);
  expect(found).toBeLessThanOrEqual(number);
});

onPosix("the builds after that succeed, two at a time, and leave nothing but one whole site", async () => {
  expect(killed).toBeGreaterThan(MOMENTS.length / 2);
  const contents = [await changeContent(), await changeContent()];
  const endings = await Promise.all(contents.map(({ content }) => runBuild({ content, out })));
  for (const { status, output } of endings) expect(status, output).toBe(0);
  expect(contents.map(({ number }) => number)).toContain(await readWholeSite());
  expect(await listBeside()).toEqual([]);
});
