import { describe, expect, inject, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { dayRecords } from "../../src/graph/day-record.ts";
import { readContent } from "../../src/load/read-content.ts";
import { addDays, formatDay } from "../../src/model/dates.ts";
import { collectFaults, connectBrowser, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { listEntries } from "../setup/pages.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds(SITES["at the root"].dir);

describe.each(SITE_NAMES)("the site %s", (name) => {
  const home = inject("homes")[name];

  test.each(kinds)("loads $kind ($path) without an error, a broken policy, another host or a request too many", async ({ path }) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const faults = await collectFaults(page, home);
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(home + path);
      // What loads late, such as an image far down the page, has to load too.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await quiet(requests);
      expect(faults).toEqual([]);
      expect(requests.slice(budgetOf(path))).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

test.each([320, 1280])("the code of the worked examples is cut off nowhere at %i pixels", async (width) => {
  await withPage(browser, `${inject("homes")["at the root"]}data/`, { viewport: { width, height: 900 } }, async (page) => {
    const cut = await page.locator(".example pre").evaluateAll((all) => all.map((pre) => pre.scrollWidth - pre.clientWidth));
    expect(cut.length).toBeGreaterThan(3);
    expect(cut.filter((pixels) => pixels > 0)).toEqual([]);
  });
});

test("a page that breaks the policy would be caught", async () => {
  const home = inject("homes")["at the root"];
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const faults = await collectFaults(page, home);
    await page.goto(home);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p><img src="https://elsewhere.example/a.png" alt="">');
    });
    await expect.poll(() => faults.join("\n")).toMatch(/style-src[\s\S]*img-src|img-src[\s\S]*style-src/);
  } finally {
    await context.close();
  }
});

test.each(kinds)("nothing is wider than a screen of 320 pixels on $kind ($path)", async ({ path }) => {
  const home = inject("homes")["at the root"];
  const wide = await withPage(browser, home + path, { viewport: { width: 320, height: 640 } }, (page) => page.evaluate(findWide));
  expect(wide).toEqual([]);
});

test("on a screen of 320 pixels a caption has the width of its table, whose rows stack", async () => {
  const strike = (await listEntries("content")).find(({ id }) => id === "strike-2025-10-27"); // the one that sets out its strikes in a table
  const captions = await withPage(
    browser,
    inject("homes")["at the root"] + (strike?.path ?? ""),
    { viewport: { width: 320, height: 640 } },
    (page) =>
      page
        .locator("main caption:not(.vh)")
        .evaluateAll((all) =>
          all.map((caption) => [caption.getBoundingClientRect().width, caption.closest("table")?.getBoundingClientRect().width]),
        ),
  );
  expect(captions.length).toBeGreaterThan(0);
  for (const [width, table] of captions) expect(width).toBe(table);
});

test("a page with something too wide would be caught", async () => {
  const wide = await withPage(browser, inject("homes")["at the root"], { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.evaluate(() => {
      const box = document.createElement("div");
      Object.assign(box.style, { width: "900px", height: "10px" });
      document.querySelector("main")?.append(box);
    });
    return page.evaluate(findWide);
  });
  expect(wide.join()).toMatch(/^div\. ends at 9\d\d/);
});

describe("the page for lost addresses", () => {
  const { site, days } = (() => {
    const { dossier } = checkContent(readContent("content"));
    return { site: dossier.site, days: dayRecords(dossier).map(({ day }) => day) };
  })();
  const lost = days.map((day) => addDays(day, 1)).find((day) => day >= site.baseDate && !days.includes(day)) ?? ""; // a quiet day

  test.each(SITE_NAMES)("leads from a day without a page to the nearest days that have one, on the site %s", async (name) => {
    const home = inject("homes")[name];
    await withPage(browser, `${home}as-of/${lost}/`, {}, async (page) => {
      const links = await page.locator("#lost-links a").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links[0]).toBe(`${home}as-of/${addDays(lost, -1)}/`);
      expect(links[1]).toBe(`${home}as-of/${days.find((day) => day > lost)}/`);
      expect(await page.locator("#lost-words").innerText()).toContain(formatDay(lost));
      await page.locator("#lost-links a").first().click();
      expect(await page.locator("h1").innerText()).toBe(`Known on ${formatDay(addDays(lost, -1))}`);
    });
  });

  test("offers no day elsewhere, and leads to the list of days without scripts", async () => {
    const home = inject("homes")["at the root"];
    await withPage(browser, `${home}claims/none/`, {}, async (page) => {
      expect(await page.locator("#lost-links").isVisible()).toBe(false);
    });
    await withPage(browser, `${home}as-of/${lost}/`, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("#lost-links").isVisible()).toBe(false);
      await page.locator("main").getByRole("link", { name: "What was known when" }).click();
      expect(new URL(page.url()).pathname).toBe("/as-of/");
    });
  });
});

test("the feed is XML to a browser", async () => {
  const home = inject("homes")["at the root"];
  const fault = await withPage(browser, home, {}, (page) =>
    page.evaluate(async () => {
      const text = await (await fetch("/feed.xml")).text();
      return new DOMParser().parseFromString(text, "application/xml").querySelector("parsererror")?.textContent ?? null;
    }),
  );
  expect(fault).toBeNull();
});

/** Half a second without another request; one whose end the browser does not report holds up nothing. */
async function quiet(requests: readonly string[]): Promise<void> {
  for (let before = -1; before !== requests.length;) {
    before = requests.length;
    await new Promise((resolve) => void setTimeout(resolve, 500));
  }
}

/** Requests that a page may make: 8 for an entry, 10 for what has charts or articles, 14 for the search. */
function budgetOf(path: string): number {
  if (path === "search/") return 14;
  return /^(claims|actors|sources|timeline)\/./.test(path) ? 8 : 10;
}

/** Elements that stick out on the right; what scrolls inside a box of its own may be wider than the box. */
function findWide(): string[] {
  const limit = document.documentElement.clientWidth;
  const found: string[] = [];
  const isInsideScroller = (element: Element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.getBoundingClientRect().right <= limit + 1) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg") && element.tagName !== "svg") continue;
    const { right, width, height } = element.getBoundingClientRect();
    const isHidden = width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true });
    if (isHidden || right <= limit + 1 || isInsideScroller(element)) continue;
    found.push(
      `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} ends at ${Math.round(right)}: ${element.textContent.trim().slice(0, 40)}`,
    );
  }
  if (document.documentElement.scrollWidth > limit) found.push(`the page scrolls to ${document.documentElement.scrollWidth}`);
  return found.slice(0, 8);
}
