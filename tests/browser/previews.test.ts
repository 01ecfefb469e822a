/** Previews of links: what WCAG 1.4.13 asks of what comes on hover and focus, and that they keep nobody from the link itself. */
import { expect, inject, test } from "vitest";
import { connectBrowser, tabTo, withPage } from "../setup/browser.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const home = inject("homes")["at the root"];
const path = "claims/trump-petro-drug-leader/";
const target = 'main a[href="/actors/gustavo-petro/"]';

test("a preview comes when its link is pointed at for a moment, may be pointed at itself, and goes with Escape", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    const preview = page.locator("#preview");
    const link = page.locator(target).first();
    await link.hover();
    await preview.waitFor({ state: "visible" });
    expect(await preview.innerText()).toMatch(/^Person\s+Gustavo Petro\s+President of Colombia/);
    expect(await link.getAttribute("aria-describedby")).toBe("preview");
    await preview.hover();
    await page.waitForTimeout(600);
    expect(await preview.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "hidden" });
    expect(await page.locator("[aria-describedby=preview]").count()).toBe(0);
  });
});

test("it goes when the pointer leaves, and does not come to a pointer that passes", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    const preview = page.locator("#preview");
    await page.locator(target).first().hover();
    await preview.waitFor({ state: "visible" });
    await page.mouse.move(2, 2);
    await preview.waitFor({ state: "hidden" });
    await page.locator(target).first().hover();
    await page.mouse.move(2, 2);
    await page.waitForTimeout(700);
    expect(await preview.isVisible()).toBe(false);
  });
});

test("its link can be followed at once, before and while it is there", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    await page.locator(target).first().click();
    await page.waitForURL("**/actors/gustavo-petro/");
    await page.goBack();
    await page.locator(target).first().hover();
    await page.locator("#preview").waitFor({ state: "visible" });
    await page.locator(target).first().click();
    await page.waitForURL("**/actors/gustavo-petro/");
  });
});

test("it comes with the focus of the keyboard and goes with it", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    const preview = page.locator("#preview");
    await tabTo(page, 'main a[href^="/actors/"]');
    await preview.waitFor({ state: "visible" });
    await page.keyboard.press("Shift+Tab");
    await preview.waitFor({ state: "hidden" });
  });
});

test("what the focus brought stays while the pointer moves elsewhere", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    await tabTo(page, 'main a[href^="/actors/"]');
    const preview = page.locator("#preview");
    await preview.waitFor({ state: "visible" });
    for (const at of [300, 200, 4]) await page.mouse.move(at, at);
    await page.waitForTimeout(600);
    expect(await preview.isVisible()).toBe(true);
  });
});

test("a claim in an article shows its note and no preview, which would speak of another day", async () => {
  await withPage(browser, home, { viewport: { width: 1000, height: 800 } }, async (page) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.locator("main a[data-claim]").first().hover();
    await page.waitForTimeout(700);
    expect(requests.filter((address) => address.endsWith("preview.json"))).toEqual([]);
  });
});

test("it stays inside the screen and clear of its link, wherever the link is", async () => {
  await withPage(browser, home + path, { viewport: { width: 800, height: 500 } }, async (page) => {
    const links = page.locator("main .cols a:is([href^='/sources/'], [href^='/claims/'], [href^='/actors/']):visible");
    const last = (await links.count()) - 1;
    for (const at of [0, Math.floor(last / 2), last]) {
      const link = links.nth(at);
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      const preview = page.locator("#preview");
      await preview.waitFor({ state: "visible" });
      const box = (await preview.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(800);
      expect(box.y + box.height).toBeLessThanOrEqual(500);
      const lines = await link.evaluate((element) => [...element.getClientRects()].map(({ top, bottom }) => ({ top, bottom })));
      expect(lines[0] && (box.y >= lines[0].bottom || box.y + box.height <= lines[0].top)).toBe(true);
      await page.mouse.move(1, 1);
      await preview.waitFor({ state: "hidden" });
    }
  });
});

test.each(SITE_NAMES)(
  "on the site %s a title in another language says which, and nothing is fetched before a link is pointed at",
  async (name) => {
    await withPage(browser, `${inject("homes")[name]}claims/carranza-weapons-conviction/`, {}, async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      await page.waitForLoadState("networkidle");
      expect(requests.filter((address) => address.includes("preview"))).toEqual([]);
      const foreign = page.locator('main a:has(cite[lang="es"])').first();
      await foreign.hover();
      const preview = page.locator("#preview");
      await preview.waitFor({ state: "visible" });
      expect(await preview.locator("[lang=es]").count()).toBe(1);
      expect(requests.filter((address) => address.endsWith("/preview.json")).every((address) => address.startsWith(SITES[name].base))).toBe(
        true,
      );
    });
  },
);

test("without its file the link stays a link", async () => {
  await withPage(browser, home + path, {}, async (page) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.route("**/preview.json", (route) => route.abort());
    await page.locator(target).first().hover();
    await page.waitForTimeout(700);
    expect(await page.locator("#preview:visible").count()).toBe(0);
    await page.locator(target).first().click();
    await page.waitForURL("**/actors/gustavo-petro/");
    expect(errors).toEqual([]);
  });
});
