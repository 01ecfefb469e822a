/** What other sites embed, in a page of another origin: what it is told, and that nobody else is. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "playwright-core";
import { afterAll, describe, expect, inject, test } from "vitest";
import { embedCode } from "../../src/site/embed.ts";
import { createUrls } from "../../src/site/urls.ts";
import { collectFaults, connectBrowser, withPage } from "../setup/browser.ts";

const browser = await connectBrowser();
const home = inject("homes")["at the root"];

// A server of its own: what a test answers in place of a server counts as far away, and may then frame nothing that is on this machine.
const others = createServer(({ url = "" }, response) => {
  const { searchParams } = new URL(url, home);
  const framed = searchParams.get("framed") ?? "";
  const policy = searchParams.has("hidden") ? "no-referrer" : "strict-origin-when-cross-origin";
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><head><title>Another site</title><link rel="icon" href="data:,"></head>
<body><iframe src="${framed}" title="Embedded" referrerpolicy="${policy}" width="600" height="200"></iframe>
${resizerOf(framed)}</body></html>`);
});
await new Promise<void>((resolve) => void others.listen(0, resolve));
afterAll(() => void others.close());
const { port } = others.address() as AddressInfo; // it listens on a port, so the address is no pipe
const embedderOf = (path: string) => `http://127.0.0.1:${port}/?framed=${home}${path}`;
const outerOf = (path: string) => `http://localhost:${port}/?framed=${encodeURIComponent(embedderOf(path))}`;

interface Told {
  origin: string;
  data: { type: string; address: string; height: number };
}

const EMBEDS = [
  { what: "a claim", path: "embed/claims/trump-petro-drug-leader/", words: "Trump called Gustavo Petro a drug leader" },
  { what: "a strike", path: "embed/timeline/strike-2025-10-16/", words: "Strike of 16 October 2025" },
  { what: "the profile of the strikes", path: "embed/timeline/", words: "people reported killed" },
];

describe.each(EMBEDS)("$what in another site", ({ path, words }) => {
  test("tells the embedding page its height, again for another width, and nothing else", async () => {
    await withEmbedder(embedderOf(path), async (page, faults) => {
      const wide = await heightAfter(page);
      await resize(page, 280);
      const narrow = await heightAfter(page, wide);
      await resize(page, 600);
      expect(await heightAfter(page, narrow)).toBe(wide);
      for (const { origin, data } of await toldTo(page)) {
        expect(origin).toBe(new URL(home).origin);
        expect(Object.keys(data).sort()).toEqual(["address", "height", "type"]);
        expect(data).toMatchObject({ type: "embed-height", address: home + path });
      }
      const frame = page.frame({ url: home + path }) ?? expect.unreachable(path);
      expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  test("tells nobody but the page that embeds it", async () => {
    await withEmbedder(outerOf(path), async (page, faults) => {
      const [inner] = page.frames().filter((frame) => frame.url() === embedderOf(path));
      await expect.poll(() => inner && toldTo(inner).then(({ length }) => length)).toBeGreaterThan(0);
      expect(await toldTo(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test("tells nothing to a page that keeps its address to itself: it would have to tell whoever it is", async () => {
    await withEmbedder(`${embedderOf(path)}&hidden`, async (page, faults) => {
      const frame = page.frame({ url: home + path }) ?? expect.unreachable(path);
      await frame.waitForLoadState("networkidle");
      await resize(page, 280);
      await page.waitForTimeout(300);
      expect(await toldTo(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test("has its content, code and citation without JavaScript", async () => {
    const on = await withPage(browser, home + path, {}, (page) => page.locator("main").innerText());
    await withPage(browser, home + path, { javaScriptEnabled: false }, async (page) => {
      const text = await page.locator("main").innerText();
      expect(text).toBe(on);
      expect(text).toContain(words);
      await page.locator("summary", { hasText: "Embed or cite" }).click();
      expect(await page.locator("#code").inputValue()).toContain("<iframe ");
      expect(await page.locator("#cite").inputValue()).toContain(", record to ");
    });
  });
});

/** The script of the code that we hand out, for whatever frame. */
function resizerOf(framed: string): string {
  const code = embedCode({ path: "", title: "", height: 0 }, createUrls({ base: "/", site: new URL(framed, home).origin }));
  return code.slice(code.indexOf("<script>"));
}

/** Opens a page of another site with the code that we hand out. */
async function withEmbedder(address: string, use: (page: Page, faults: string[]) => Promise<void>): Promise<void> {
  await withPage(browser, "about:blank", {}, async (page) => {
    const faults = await collectFaults(page, home, embedderOf(""), outerOf(""));
    await page.addInitScript(() => {
      const told: Told[] = [];
      Object.assign(globalThis, { told });
      addEventListener("message", ({ origin, data }: MessageEvent<Told["data"]>) => {
        told.push({ origin, data });
      });
    });
    await page.goto(address);
    await use(page, faults);
  });
}

/** The messages that a page has got so far. */
function toldTo(page: Page | Frame): Promise<Told[]> {
  return page.evaluate(() => (globalThis as unknown as { told: Told[] }).told); // put there by withEmbedder()
}

/** Waits for a height other than `before`, and gives the last one. */
async function heightAfter(page: Page, before?: number): Promise<number> {
  const read = async () => (await toldTo(page)).at(-1)?.data.height ?? before;
  await expect.poll(read).not.toBe(before);
  return (await read()) ?? expect.unreachable();
}

function resize(page: Page, width: number): Promise<void> {
  return page.locator("iframe").evaluate((frame, value) => frame.setAttribute("width", String(value)), width);
}
