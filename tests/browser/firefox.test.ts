/** Every kind of page in Firefox ESR, driven by WebDriver BiDi. Skipped where Debian's firefox-esr is not installed. */
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { afterAll, describe, expect, inject, test } from "vitest";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const FIREFOX = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";
const home = inject("homes")["at the root"];
const kinds = await listPageKinds(SITES["at the root"].dir);

const isThere = existsSync(FIREFOX);
if (process.env["CI_FIREFOX"] && !isThere) throw new Error(`${FIREFOX} is not there, and .ci/run has installed it.`);

describe.skipIf(!isThere)("in Firefox", async () => {
  if (!isThere) return;
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  afterAll(() => browser.close());

  test("every kind of page loads without an error or a broken policy, and fits 320 pixels", { timeout: 240_000 }, async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 320, height: 640 });
    let faults: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
    page.on("pageerror", (error) => faults.push(String(error))); // Firefox tells of a broken policy here
    for (const { path } of kinds) {
      faults = [];
      await page.goto(home + path, { waitUntil: "load" });
      const isWide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      // The page for lost addresses is answered with that status, and Firefox tells of it.
      if (path === "404.html") faults = faults.filter((fault) => !/404/.test(fault));
      expect({ path, faults, isWide }).toEqual({ path, faults: [], isWide: false });
    }
    await page.close();
  });

  test("the search answers", async () => {
    const page = await browser.newPage();
    await page.goto(`${home}search/?q=Carranza`);
    await page.waitForSelector("[data-search-results] a[href]");
    expect(await page.$eval("[data-search-results] a[href]", (link) => link.getAttribute("href"))).toBe("/actors/alejandro-carranza/");
    await page.close();
  });

  test("a mark of the timeline leads to its strike", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${home}timeline/`);
    const mark = 'svg[data-timeline] [data-event="strike-2025-09-15"]';
    await page.waitForSelector(mark);
    await page.click(mark);
    await page.waitForSelector('main[data-entry-id="strike-2025-09-15"]');
    await page.close();
  });
});
