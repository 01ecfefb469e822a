/** `npm run dev`: what an editor gets wrong stands in the terminal and over the page soon after saving, and goes when it is mended. */
import { spawn, type ChildProcess } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connectBrowser, withPage } from "../setup/browser.ts";
import { MINIMAL_CONTENT } from "../setup/sites.ts";

const browser = await connectBrowser();
let folder: string;
let server: ChildProcess;
let address: string;
let output = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "soundings-dev-"));
  await cp(MINIMAL_CONTENT, folder, { recursive: true });
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  server = spawn(process.execPath, ["node_modules/astro/bin/astro.mjs", "dev", "--port", "43210", "--host", "127.0.0.1"], {
    env: { ...env, CONTENT_DIR: folder, NO_COLOR: "1", ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  address = await vi.waitUntil(() => /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0], { timeout: 60_000 });
  await (await fetch(`${address}claims/quill-barge-smuggled/`)).text(); // the first page compiles everything
}, 120_000);

afterAll(async () => {
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

test("a fault is told in the terminal and over the page, and goes when it is mended", { timeout: 120_000 }, async () => {
  await withPage(browser, `${address}claims/quill-barge-smuggled/`, {}, async (page) => {
    page.setDefaultTimeout(60_000);
    const overlay = page.locator("vite-error-overlay");
    expect(await page.locator("h1").textContent()).toContain("barge");
    expect(await overlay.count()).toBe(0);

    const file = join(folder, "claims/quill-barge-smuggled.md");
    const right = await readFile(file, "utf8");
    await writeFile(file, right.replace(/^status: .*$/m, "status: contestd"));
    await overlay.waitFor();
    // The overlay stands before its words do.
    await expect.poll(() => overlay.locator("#message-content").innerText()).toContain('status is "contestd".');
    await expect.poll(() => overlay.locator("#hint-content").innerText()).toContain("Did you mean contested?");
    await expect.poll(() => output).toMatch(/`status` is "contestd"\.\s+Did you mean `contested`\?/);
    expect(output).toMatch(/checked after claims\/quill-barge-smuggled\.md, \d+ ms/);

    await page.reload();
    await overlay.waitFor();

    await writeFile(file, right);
    // The page may be loaded once before Astro has read the mended entry, and again afterwards.
    await expect.poll(() => page.locator("h1").textContent()).toContain("barge");
    await overlay.waitFor({ state: "detached" });
  });
});

test("a page that was still loading when the fault was mended does not stay behind", { timeout: 120_000 }, async () => {
  const file = join(folder, "claims/quill-barge-smuggled.md");
  const right = await readFile(file, "utf8");
  await writeFile(file, right.replace(/^status: .*$/m, "status: contestd"));
  await expect.poll(() => fetch(`${address}claims/quill-barge-smuggled/`).then((response) => response.status)).not.toBe(200);

  const context = await browser.newContext();
  try {
    context.setDefaultTimeout(60_000);
    // Vite keeps its news for a page to come only while no other listens: one does here, and stays what it is.
    const other = await context.newPage();
    await other.goto(`${address}claims/quill-barge-smuggled/`);
    await other.route("**/claims/**", (route) => route.fulfill({ status: 204 }));
    const page = await context.newPage();
    // Vite's script, which hears of edits, arrives three seconds after the page.
    await page.route("**/@vite/client", async (route) => {
      await sleep(3000);
      await route.continue();
    });
    await page.goto(`${address}claims/quill-barge-smuggled/`, { waitUntil: "commit" });
    expect(await page.locator("h1").textContent()).not.toContain("barge");
    await writeFile(file, right);
    await expect.poll(() => page.locator("h1").textContent()).toContain("barge");
  } finally {
    await context.close();
  }
});

test("what is no page is there too, and follows the content", { timeout: 120_000 }, async () => {
  const read = async (path: string) => {
    const response = await fetch(address + path);
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  expect(await read("robots.txt")).toMatchObject({ status: 200, type: "text/plain; charset=utf-8" });
  expect(await read("cards/dossier.png")).toMatchObject({ status: 200, type: "image/png" });
  expect(await read("data/v1/claims.csv")).toMatchObject({ status: 200, text: expect.stringContaining("quill-barge-smuggled") as string });
  expect(await read("claims/nothing/preview.json")).toMatchObject({ status: 404 });
  const preview = "claims/quill-barge-smuggled/preview.json";
  expect((await read(preview)).text).toContain("smuggled lamp oil");

  const file = join(folder, "claims/quill-barge-smuggled.md");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("smuggled lamp oil.", "smuggled lamp wicks."));
  await expect.poll(async () => (await read(preview)).text).toContain("smuggled lamp wicks");
});
