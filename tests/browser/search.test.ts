import { describe, expect, inject, test } from "vitest";
import { connectBrowser, tabTo, withPage } from "../setup/browser.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const RESULTS = "[data-search-results] a[href]";

describe.each(SITE_NAMES)("the search of the site %s", (name) => {
  const home = inject("homes")[name];
  const { base } = SITES[name];

  test("runs the query of its address and ranks the actor of that name among the first three", async () => {
    const hrefs = await withPage(browser, `${home}search/?q=Carranza`, {}, async (page) => {
      await page.locator(RESULTS).nth(2).waitFor();
      return page.locator(RESULTS).evaluateAll((links) => links.slice(0, 3).map((link) => link.getAttribute("href")));
    });
    expect(hrefs).toContain(`${base}actors/alejandro-carranza/`);
  });

  test("answers what is typed, and keeps the query in the address", async () => {
    await withPage(browser, `${home}search/`, {}, async (page) => {
      await page.getByRole("searchbox").first().fill("Petro");
      await page.locator(RESULTS).first().waitFor();
      await expect.poll(() => page.url()).toContain("q=Petro");
      const first = await page.locator(RESULTS).first().getAttribute("href");
      expect(first).toMatch(new RegExp(`^${base}(actors|claims|timeline|sources|analysis)/`));
    });
  });
});

describe("the search", () => {
  const home = inject("homes")["at the root"];

  test("says so when nothing is found", async () => {
    await withPage(browser, `${home}search/?q=zzyzxqwv`, {}, async (page) => {
      await expect.poll(() => page.locator("main").innerText()).toMatch(/no(thing| page| result| entr)|0 results/i);
      expect(await page.locator(RESULTS).count()).toBe(0);
    });
  });

  test("is reached, used and left by keyboard alone", async () => {
    await withPage(browser, `${home}search/`, {}, async (page) => {
      await tabTo(page, "input[type=search]", 40);
      await page.keyboard.type("Carranza");
      await page.locator(RESULTS).first().waitFor();
      await tabTo(page, RESULTS);
      const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${href}`);
    });
  });
});
