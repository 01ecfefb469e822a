import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { connectBrowser, PHONE, tabTo, withPage } from "../setup/browser.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const RESULTS = "[data-search-results] a[href]";
const STATUS = "[data-search-status]";
const OPTIONS = "[role=option]";

const statusOf = (page: Page) => page.locator(STATUS).innerText();
const firstResult = (page: Page) => page.locator(RESULTS).first().getAttribute("href");
/** What a screen reader is told of the dialog's field: whether it has options, and which one is chosen. */
const chosenOption = (page: Page) =>
  page.locator("dialog [role=combobox]").evaluate((field) => {
    const id = field.getAttribute("aria-activedescendant");
    const option = id ? document.getElementById(id) : null;
    return {
      expanded: field.getAttribute("aria-expanded"),
      selected: option?.getAttribute("aria-selected") ?? null,
      text: option?.textContent ?? null,
    };
  });

describe.each(SITE_NAMES)("the search of the site %s", (name) => {
  const home = inject("homes")[name];
  const { base } = SITES[name];

  test("runs the query of its address and ranks the actor of that name first", async () => {
    const href = await withPage(browser, `${home}search/?q=Carranza`, {}, async (page) => {
      await page.locator(RESULTS).nth(2).waitFor();
      return firstResult(page);
    });
    expect(href).toBe(`${base}actors/alejandro-carranza/`);
  });

  test("answers what is typed, and keeps the query in the address", async () => {
    await withPage(browser, `${home}search/`, {}, async (page) => {
      await page.getByRole("searchbox").first().fill("Petro");
      await page.locator(RESULTS).first().waitFor();
      await expect.poll(() => page.url()).toContain("q=Petro");
      expect(await firstResult(page)).toBe(`${base}actors/gustavo-petro/`);
    });
  });

  test("opens as a dialog on any page, and follows the option chosen", async () => {
    await withPage(browser, `${home}claims/`, {}, async (page) => {
      await page.keyboard.press("/");
      await page.locator("dialog[open] [role=combobox]").waitFor();
      await page.keyboard.type("guzman");
      await page.locator(OPTIONS).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**${base}actors/sergio-guzman/`);
    });
  });
});

describe("the search", () => {
  const home = inject("homes")["at the root"];

  test.each([
    ["a name with a slip", "Hegseht", "/actors/pete-hegseth/", /read as “hegseth”/],
    ["a date in words", "Sept 15 2025 strike", "/timeline/strike-2025-09-15/", /results? for/],
    ["another name", "TdA", "/actors/tren-de-aragua/", /results? for/],
    ["a claim's number", "c4", "/claims/trump-petro-drug-leader/", /^1 result for/],
  ])("finds %s", async (_, words, href, status) => {
    await withPage(browser, `${home}search/?q=${encodeURIComponent(words)}`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      expect(await firstResult(page)).toContain(href);
      expect(await statusOf(page)).toMatch(status);
    });
  });

  test("says so when nothing is found", async () => {
    await withPage(browser, `${home}search/?q=zzyzxqwv`, {}, async (page) => {
      await expect.poll(() => statusOf(page)).toMatch(/^Nothing on file for “zzyzxqwv”/);
      expect(await page.locator(RESULTS).count()).toBe(0);
    });
  });

  test("reads the full texts where names and summaries have not all the words, and shows the passage", async () => {
    await withPage(browser, `${home}search/?q=${encodeURIComponent("41 minutes before the second strike")}`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      expect(await firstResult(page)).toBe("/timeline/strike-2025-09-02/");
      expect(await page.locator("[data-search-scope]").innerText()).toContain("full texts");
      expect(await page.locator("[data-search-results] li").first().innerText()).toMatch(/Full text: .*41 minutes/);
    });
  });

  test("reads the full texts when asked to, and says so in the address", async () => {
    await withPage(browser, `${home}search/?q=fisherman`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      const before = Number.parseInt(await statusOf(page), 10);
      await page.getByRole("button", { name: "Search the full texts too" }).click();
      await expect.poll(async () => Number.parseInt(await statusOf(page), 10)).toBeGreaterThan(before);
      expect(new URL(page.url()).search).toBe("?q=fisherman&full=1");
      await page.goBack();
      await expect.poll(async () => Number.parseInt(await statusOf(page), 10)).toBe(before);
    });
  });

  test("narrows by facets with counts, in the address and back", async () => {
    await withPage(browser, `${home}search/?q=Petro`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      const box = page.getByRole("checkbox", { name: /^Claims/ });
      const count = Number(await page.locator("label", { has: box }).locator("[data-count]").innerText());
      await box.check();
      await expect.poll(() => statusOf(page)).toBe(`${count} results for “Petro”, narrowed by the boxes ticked`);
      expect(new URL(page.url()).search).toBe("?q=Petro&kind=claim");
      const add = async (id: string) => {
        await page.getByLabel("An actor").selectOption(id);
        await page.getByRole("button", { name: "Add the actor" }).click();
      };
      await add("donald-trump");
      await expect.poll(() => new URL(page.url()).search).toBe("?q=Petro&kind=claim&actor=donald-trump");
      await expect.poll(async () => Number.parseInt(await statusOf(page), 10)).toBeLessThan(count);
      await add("white-house");
      await expect.poll(() => new URL(page.url()).search).toBe("?q=Petro&kind=claim&actor=donald-trump&actor=white-house");
      await page.getByRole("checkbox", { name: /^White House/ }).click();
      await expect.poll(() => new URL(page.url()).search).toBe("?q=Petro&kind=claim&actor=donald-trump");
      for (let i = 0; i < 4; i++) await page.goBack();
      await expect.poll(() => new URL(page.url()).search).toBe("?q=Petro");
      expect(await box.isChecked()).toBe(false);
    });
  });

  test("gives the nearest, then the others by kind, each with a way to all of it and back", async () => {
    await withPage(browser, `${home}search/?q=Petro`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      const headings = await page.locator("[data-search-results] h3").allInnerTexts();
      expect(headings[0]).toBe("Nearest");
      expect(headings).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Claims, \d+ more$/), expect.stringMatching(/^Sources, \d+ more$/)]),
      );
      await page.getByRole("button", { name: /^All \d+ claims$/ }).click();
      await expect.poll(() => new URL(page.url()).search).toBe("?q=Petro&kind=claim");
      expect(await page.evaluate(() => document.activeElement?.matches("[data-search-status]"))).toBe(true);
      await page.goBack();
      await expect.poll(() => page.locator("[data-search-results] h3").allInnerTexts()).toEqual(headings);
    });
  });

  test("has as many results open after the way back as before", async () => {
    await withPage(browser, `${home}search/?q=Petro&kind=source`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      await page.getByRole("button", { name: /^Show 10 more/ }).click();
      await expect.poll(() => page.locator(RESULTS).count()).toBe(20);
      await page.locator(RESULTS).nth(15).scrollIntoViewIfNeeded();
      const top = await page.evaluate(() => scrollY);
      await page.locator(RESULTS).nth(15).click();
      await page.waitForURL("**/sources/**");
      await page.goBack();
      await expect.poll(() => page.locator(RESULTS).count()).toBe(20);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(top, -2);
    });
  });

  test("says what it could not read in the address", async () => {
    await withPage(browser, `${home}search/?q=Petro&kind=ship&month=2031-01`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      expect(await page.locator("[data-search-unread]").innerText()).toContain("kind “ship”, month “2031-01”");
      expect(await statusOf(page)).not.toContain("narrowed");
    });
  });

  test("offers words without their quotation marks where none has them exactly so", async () => {
    await withPage(browser, `${home}search/?q=${encodeURIComponent('"Gustvo Petro"')}`, {}, async (page) => {
      await page.getByRole("button", { name: "Search without the quotation marks" }).click();
      await expect.poll(() => firstResult(page)).toBe("/actors/gustavo-petro/");
      expect(await statusOf(page)).toMatch(/read as “gustavo petro”/);
    });
  });

  test("shows an accusation with its speaker, its status and the answer", async () => {
    await withPage(browser, `${home}search/?q=${encodeURIComponent("Trump called Petro a drug leader")}`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      const first = await page.locator("[data-search-results] li").first().innerText();
      for (const words of ["Donald Trump", "contested", "answered by Petro"]) expect(first.toLowerCase()).toContain(words.toLowerCase());
    });
  });

  test("keeps what is undated, under a box of its own", async () => {
    await withPage(browser, `${home}search/?kind=source&month=undated`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      const facts = await page.locator("[data-search-results] li").allInnerTexts();
      expect(facts.every((text) => text.includes("undated"))).toBe(true);
    });
  });

  test("answers without a connection once it has loaded", async () => {
    await withPage(browser, `${home}search/?q=Petro`, {}, async (page) => {
      await page.locator(RESULTS).first().waitFor();
      await page.context().setOffline(true);
      await page.getByRole("searchbox").first().fill("Benedetti");
      await expect.poll(() => firstResult(page)).toBe("/actors/armando-benedetti/");
      await page.getByRole("searchbox").first().fill("zzyzxqwv");
      await expect.poll(() => page.locator("[data-search-scope]").innerText()).toContain("the full texts did not load");
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

describe("the dialog of the search", () => {
  const home = inject("homes")["at the root"];
  const open = (use: (page: Page) => Promise<void>, options = {}) =>
    withPage(browser, `${home}claims/`, options, async (page) => {
      await page.keyboard.press("Control+k");
      await page.locator("dialog[open] [role=combobox]").waitFor();
      await use(page);
    });

  test("tells a screen reader how many are found, and which one is chosen", async () => {
    await open(async (page) => {
      expect((await chosenOption(page)).expanded).toBe("false");
      await page.keyboard.type("carranza");
      await expect
        .poll(() => page.locator("dialog [role=status]").innerText())
        .toMatch(/^\d+ results for “carranza”; the first 8 are here$/);
      expect(await chosenOption(page)).toEqual({ expanded: "true", selected: null, text: null });
      await page.keyboard.press("ArrowDown");
      expect(await chosenOption(page)).toMatchObject({ selected: "true", text: expect.stringContaining("Alejandro Carranza") });
      await page.keyboard.press("ArrowUp");
      expect((await chosenOption(page)).selected).toBe("true");
      expect(await page.locator(`${OPTIONS}[aria-selected=true]`).count()).toBe(1);
    });
  });

  test("goes with Escape, first the choice, then the dialog, and gives the focus back", async () => {
    await withPage(browser, `${home}claims/`, {}, async (page) => {
      await tabTo(page, ".mast__find a", 30);
      await page.keyboard.press("/");
      await page.locator("dialog[open] [role=combobox]").waitFor();
      await page.keyboard.type("petro");
      await page.locator(OPTIONS).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      expect((await chosenOption(page)).selected).toBeNull();
      expect(await page.locator("dialog[open]").count()).toBe(1);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.matches(".mast__find a"))).toBe(true);
    });
  });

  test("leads to all results with Enter", async () => {
    await open(async (page) => {
      await page.keyboard.type("fisherman");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search/?q=fisherman");
      await page.locator(RESULTS).first().waitFor();
    });
  });

  test("stays away where “/” is typed or switched off", async () => {
    await withPage(browser, `${home}timeline/`, {}, async (page) => {
      await page.getByText("Filters and dates").click();
      await page.getByLabel("Words of titles, places, names").fill("");
      await page.keyboard.type("a/b");
      expect(await page.locator("dialog[open]").count()).toBe(0);
      await page.locator("h1").click();
      await page.keyboard.press("/");
      await page.locator("dialog[open]").waitFor();
      await page.getByLabel("“/” opens the search").uncheck();
      await page.keyboard.press("Escape");
      await page.keyboard.press("/");
      await page.waitForTimeout(300);
      expect(await page.locator("dialog[open]").count()).toBe(0);
    });
  });

  test("fits a phone", async () => {
    await open(
      async (page) => {
        await page.keyboard.type("strike");
        await page.locator(OPTIONS).first().waitFor();
        const box = await page.locator("dialog[open]").boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
        expect(box && box.height <= 844).toBe(true);
      },
      { viewport: { ...PHONE, width: 320 } },
    );
  });
});
