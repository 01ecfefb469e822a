/** The sites that the tests read: built by the real build command into .test-output/. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";

export interface SiteUnderTest {
  /** Folder of the built site. */
  dir: string;
  /** Path it is served under, with both slashes. */
  base: string;
}

/** No real origin, so that a page that names another host stands out. */
export const SITE_URL = "https://soundings.example";

export const SITES = {
  "at the root": { dir: ".test-output/root", base: "/" },
  "under a path": { dir: ".test-output/based", base: "/some/base/" },
} as const satisfies Record<string, SiteUnderTest>;
export type SiteName = keyof typeof SITES;
export const SITE_NAMES = Object.keys(SITES) as SiteName[]; // the keys of the literal above

/** Invented entries of every kind: small enough to build often, and proof that the code builds another dossier. */
export const MINIMAL_CONTENT = "tests/fixtures/minimal";

export interface BuildOptions {
  content?: string;
  out: string;
  base?: string;
  /** Other variables of the environment. */
  env?: Record<string, string>;
}

/** Starts the build command, in a process group of its own where the test is to kill all of it. */
export function spawnBuild({ content = "content", out, base = "/", env = {} }: BuildOptions, detached = false) {
  return spawn(process.execPath, ["scripts/build-site.js"], {
    env: { ...plainEnv(), CONTENT_DIR: content, OUT_DIR: out, BASE_PATH: base, SITE_URL, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
}

/** How a command ended, and all it printed. */
export interface Ending {
  status: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

export function waitForEnd(child: ReturnType<typeof spawnBuild>): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ status, signal, output }));
  });
}

export function runBuild(options: BuildOptions): Promise<Ending> {
  return waitForEnd(spawnBuild(options));
}

/**
 * Builds the real content once for each site, whichever project asks first.
 * With REUSE_BUILDS=1 what lies in .test-output/ is taken as it is: for work on the tests themselves.
 */
export function buildSites(): Promise<void> {
  const shared = globalThis as { soundingsSites?: Promise<void> }; // projects load this module anew, but share one process
  shared.soundingsSites ??= buildAll();
  return shared.soundingsSites;
}

async function buildAll(): Promise<void> {
  for (const { dir, base } of Object.values(SITES)) {
    if (process.env["REUSE_BUILDS"] && existsSync(`${dir}/404.html`)) continue;
    await rm(dir, { recursive: true, force: true });
    const { status, output } = await runBuild({ out: dir, base });
    if (status !== 0) throw new Error(`The build under ${base} failed with status ${status}.\n\n${output}`);
  }
}

/** The environment without what vitest adds: the build must run as it does for a publisher. */
function plainEnv(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  return { ...env, ASTRO_TELEMETRY_DISABLED: "1" };
}
