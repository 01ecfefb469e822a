import { describe, expect, inject, test } from "vitest";
import { evaluateCount } from "../../src/graph/count-query.ts";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { connectBrowser, PHONE, tabTo, watchCopies, WIDE, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { listEntries } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds(SITES["at the root"].dir);
const home = inject("homes")["at the root"];

describe("the home page", () => {
  test("shows the number of dead that the entries give on the day of the article", async () => {
    const { dossier } = checkContent(readContent("content"));
    const article = dossier.articles.find(({ id }) => id === dossier.site.lead);
    const computed = evaluateCount(dossier, "killed", article?.data.asOf ?? "", "32");
    expect(computed).toMatchObject({ ok: true, value: "32" });
    await withPage(browser, home, {}, async (page) => {
      expect(await page.locator('main [data-count="killed"]').first().innerText()).toBe("32");
      const before = await page.locator("main").innerText();
      expect(before.slice(0, before.indexOf("What changed this week"))).toMatch(/\b32\b/);
    });
  });
});

describe("the keyboard", () => {
  test("reaches the skip link first, and it leads into the text", async () => {
    await withPage(browser, home, {}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/skip/i);
      expect(await page.locator(":focus").evaluate((link) => link.getBoundingClientRect().top >= 0)).toBe(true);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    });
  });

  test.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])(
    "opens the menu on a phone, closes it and comes back (scripts: $javaScriptEnabled)",
    async ({ javaScriptEnabled }) => {
      await withPage(browser, `${home}claims/`, { viewport: PHONE, javaScriptEnabled }, async (page) => {
        const button = page.getByRole("button", { name: "Menu" });
        await tabTo(page, "button.mast__menu, [popovertarget]");
        const menu = page.locator("nav[popover]").first();
        expect(await menu.isVisible()).toBe(false);
        await page.keyboard.press("Enter");
        await menu.waitFor({ state: "visible" });
        await page.keyboard.press("Tab");
        expect(await menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
        await page.keyboard.press("Escape");
        await menu.waitFor({ state: "hidden" });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      });
    },
  );

  test("opens the note of a claim in an article on a phone, and closes it", async () => {
    await withPage(browser, home, { viewport: PHONE }, async (page) => {
      await tabTo(page, "main a[data-claim]", 200);
      const id = await page.evaluate(() => document.activeElement?.getAttribute("data-claim"));
      const entry = page.locator(`[data-note-of="${id}"] a[href="/claims/${id}/"]`);
      expect(await entry.isVisible()).toBe(false);
      await page.keyboard.press("Enter");
      await entry.waitFor({ state: "visible" });
      expect(new URL(page.url()).pathname).toBe("/");
      // The focus goes into the note, so that what it says is read next and one key closes it.
      expect(await page.evaluate(() => document.activeElement?.closest("[data-note-of]")?.getAttribute("data-note-of"))).toBe(id);
      await page.keyboard.press("Enter");
      await entry.waitFor({ state: "hidden" });
      // Escape closes it as well, and leads back to the words.
      await page.keyboard.press("Enter");
      await entry.waitFor({ state: "visible" });
      await page.keyboard.press("Escape");
      await entry.waitFor({ state: "hidden" });
      expect(await page.evaluate(() => document.activeElement?.getAttribute("data-claim"))).toBe(id);
    });
  });

  test("opens and closes it without JavaScript as well", async () => {
    await withPage(browser, home, { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      await tabTo(page, "[data-note-of] summary", 200);
      const note = page.locator("[data-note-of]", { has: page.locator(":focus") });
      await page.keyboard.press("Enter");
      expect(await note.getAttribute("open")).not.toBeNull();
      await page.keyboard.press("Enter");
      expect(await note.getAttribute("open")).toBeNull();
    });
  });
});

describe("the notes of an article", () => {
  test("are reached from the mark of each claim and lead back to it, without JavaScript as well", async () => {
    await withPage(browser, home, { viewport: PHONE, javaScriptEnabled: false }, async (page) => {
      const claim = page.locator("main a[data-claim][id]").nth(3);
      const id = await claim.getAttribute("data-claim");
      const note = page.locator(`#note-${id}`);
      expect(await note.isVisible()).toBe(false);
      await page.locator(`a.ref[href="#note-${id}"]`).first().click();
      await note.waitFor({ state: "visible" });
      await note.getByText("Back to the text").click();
      expect(new URL(page.url()).hash).toBe(`#mark-${id}`);
      expect(await claim.evaluate((link) => link.matches(":target"))).toBe(true);
    });
  });

  test.each([1100, 1320, 1440, 1920])("keep to the height of the article in a margin %i px wide", async (width) => {
    for (const path of ["", ...(await articlePaths())]) {
      await withPage(browser, home + path, { viewport: { width, height: 900 } }, async (page) => {
        const { notes, end, count } = await page.evaluate(() => {
          const bottoms = [...document.querySelectorAll(".note")].map((note) => note.getBoundingClientRect().bottom);
          const article = document.querySelector("article.prose")?.getBoundingClientRect().bottom ?? 0;
          return { notes: Math.max(...bottoms), end: article, count: bottoms.length };
        });
        expect(count, path).toBeGreaterThan(0);
        expect(notes, path).toBeLessThanOrEqual(end);
      });
    }
  });

  test("say in the margin why a status is what it is while they are pointed at, until Escape", async () => {
    await withPage(browser, home, { viewport: WIDE }, async (page) => {
      const note = page.locator(".note").first();
      const isShown = () => note.locator(".note__more").evaluate((more) => getComputedStyle(more).clipPath === "none");
      expect(await isShown()).toBe(false);
      await note.hover();
      await expect.poll(isShown).toBe(true);
      await page.keyboard.press("Escape");
      await expect.poll(isShown).toBe(false);
      await page.mouse.move(0, 0);
      await note.hover();
      await expect.poll(isShown).toBe(true);
    });
  });
});

describe("the line to cite an entry by", () => {
  test.each(kinds.filter(({ isEntry }) => isEntry))("is copied to the clipboard, and says so: $kind ($path)", async ({ path }) => {
    const permissions = { permissions: ["clipboard-write"] };
    await withPage(browser, home + path, permissions, async (page) => {
      const copied = await watchCopies(page);
      await page.getByRole("button", { name: "Copy this line" }).click();
      await expect.poll(() => page.locator(".foot [role=status]").textContent()).toBe("Copy this line: Copied");
      const cited = (await page.locator(".foot__cite").textContent())?.trim();
      expect(cited).toMatch(/^“.+”, Soundings, .+\/$/);
      expect(await copied()).toBe(cited);
    });
  });

  test("has no button to copy without JavaScript, and the same text to mark", async () => {
    const [path = ""] = await articlePaths();
    await withPage(browser, home + path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".foot button").count()).toBe(0);
      expect(await page.locator(".foot__cite").isVisible()).toBe(true);
    });
  });
});

/** "analysis/some-id/" of each article. */
async function articlePaths(): Promise<string[]> {
  return (await listEntries("content")).filter(({ kind }) => kind === "article").map(({ path }) => path);
}

describe("on paper", () => {
  test.each(["", "timeline/strike-2025-09-15/", "claims/trump-petro-drug-leader/"])(
    "the text of /%s is there, dark on light",
    async (path) => {
      await withPage(browser, home + path, { viewport: WIDE, colorScheme: "dark" }, async (page) => {
        const words = (text: string) => text.split(/\s+/).length;
        const onScreen = words(await page.locator("main").innerText());
        await page.emulateMedia({ media: "print" });
        expect(words(await page.locator("main").innerText())).toBeGreaterThan(onScreen * 0.8);
        expect(await page.locator("h1").isVisible()).toBe(true);
        const { ink, paper } = await page
          .locator("main p")
          .first()
          .evaluate((paragraph) => {
            const probe = document.createElement("canvas").getContext("2d");
            const lightness = (color: string) => {
              if (!probe) return 0;
              probe.fillStyle = "#fff";
              probe.fillRect(0, 0, 1, 1);
              probe.fillStyle = color;
              probe.fillRect(0, 0, 1, 1);
              const [red = 0, green = 0, blue = 0] = probe.getImageData(0, 0, 1, 1).data;
              return red + green + blue;
            };
            return { ink: lightness(getComputedStyle(paragraph).color), paper: lightness(getComputedStyle(document.body).backgroundColor) };
          });
        expect(ink).toBeLessThan(300);
        expect(paper).toBeGreaterThan(690);
      });
    },
  );
});
