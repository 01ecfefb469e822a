import type { CDPSession, Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { computeLedger } from "../../src/graph/ledger.ts";
import { readContent } from "../../src/load/read-content.ts";
import { connectBrowser, PHONE, TABLET, tabTo, watchCopies, withPage } from "../setup/browser.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const url = `${inject("homes")["at the root"]}timeline/`;
const { dossier } = checkContent(readContent("content"));
const ids = dossier.events.map(({ id }) => id).sort();
const MARKS = "svg[data-timeline] [data-event]";

/** Opens the timeline, with a query or without. */
function onTimeline<T>(
  use: (page: Page) => Promise<T>,
  { query = "", ...options }: { query?: string } & Parameters<typeof withPage>[2] = {},
) {
  return withPage(browser, url + query, options, use);
}

const drawnIds = (page: Page) =>
  page.locator(MARKS).evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-event") ?? "").sort());
const summary = (page: Page) => page.locator("#timeline-sum").innerText();
const queryOf = (page: Page) => new URL(page.url()).search;
const listed = (page: Page) => page.locator("[data-row]:not([hidden])").count();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
const focusOn = (page: Page, id: string) => page.locator(`${MARKS.replace("[data-event]", "")} [data-event="${id}"]`).focus();

/** A place in the drawing, in px of the screen, as shares of its width and of its height below the strip of years. */
async function placeIn(page: Page, share: number, below: number): Promise<{ x: number; y: number }> {
  const box = await page.locator("svg[data-timeline]").evaluate((svg) => {
    svg.scrollIntoView({ block: "start" });
    const { left, top, width } = svg.getBoundingClientRect();
    return { left, top, width };
  });
  return { x: box.left + share * box.width, y: box.top + below };
}

describe.each(SITE_NAMES)("the timeline of the site %s", (name) => {
  const { base } = SITES[name];

  test.each([true, false])("leads from a mark to the page of its strike (scripts: %s)", async (javaScriptEnabled) => {
    await withPage(browser, `${inject("homes")[name]}timeline/`, { javaScriptEnabled }, async (page) => {
      await page.locator('svg[data-timeline] [data-event="strike-2025-09-15"]').click();
      await page.waitForURL(`**${base}timeline/strike-2025-09-15/`);
      expect(await page.locator("main").getAttribute("data-entry-id")).toBe("strike-2025-09-15");
    });
  });
});

describe("the drawing", () => {
  test.each([true, false])("has every entry once, and the list has each of them (scripts: %s)", async (javaScriptEnabled) => {
    await onTimeline(
      async (page) => {
        expect(await drawnIds(page)).toEqual(ids);
        expect(await listed(page)).toBe(ids.length);
      },
      { javaScriptEnabled },
    );
  });

  test("goes down the page on a phone, with its links, without JavaScript as well", async () => {
    await onTimeline(
      async (page) => {
        const links = page.locator(".tl-tall a[href*='/timeline/']:visible");
        expect(await links.count()).toBeGreaterThan(80);
        const box = await page.locator(".tl-tall svg").boundingBox();
        expect((box?.height ?? 0) / (box?.width ?? 1)).toBeGreaterThan(3);
        expect(await page.locator("svg[data-timeline]").isVisible()).toBe(false);
      },
      { javaScriptEnabled: false, viewport: PHONE },
    );
  });

  test.each([320, 390, 599, 600, 768, 1024, 1280, 1440, 1920])("has no label on another at %i px, and none outside", async (width) => {
    for (const query of ["", "?asof=2025-10-19", "?from=2025-10-10&to=2025-11-10", "?from=2024-01-01&to=2026-06-30"]) {
      await onTimeline(
        async (page) => {
          await page.locator("#timeline-drawing.is-live svg[data-mode]").waitFor();
          await page.evaluate(() => document.fonts.ready);
          expect(await page.locator("svg[data-timeline]").getAttribute("data-mode")).toBe(width < 600 ? "tall" : "wide");
          const { overlaps, outside, wide, count } = await page.evaluate(() => {
            const svg = document.querySelector("svg[data-timeline]");
            const room = svg?.getBoundingClientRect() ?? new DOMRect();
            const texts = [...(svg?.querySelectorAll(".ev, .snd, .bin__n") ?? [])].map((text) => {
              const { left, right, top, bottom } = text.getBoundingClientRect();
              return { text: text.textContent, left, right, top: top + 3, bottom: bottom - 3 }; // the height of a line is more than that of its letters
            });
            const found: string[] = [];
            for (const [i, a] of texts.entries())
              for (const b of texts.slice(i + 1))
                if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
                  found.push(`${a.text} / ${b.text}`);
            return {
              overlaps: found,
              outside: texts.filter(({ left, right }) => left < room.left - 1 || right > room.right + 1).map(({ text }) => text),
              wide: document.documentElement.scrollWidth - innerWidth,
              count: texts.length,
            };
          });
          expect(count).toBeGreaterThan(10);
          expect(overlaps, query).toEqual([]);
          expect(outside, query).toEqual([]);
          expect(wide).toBeLessThanOrEqual(0);
        },
        { query, viewport: { width, height: 900 } },
      );
    }
  });

  test("is fitted to a window that changes its width", async () => {
    await onTimeline(async (page) => {
      const mode = () => page.locator("svg[data-timeline]").getAttribute("data-mode");
      await expect.poll(mode).toBe("wide");
      await page.setViewportSize(PHONE);
      await expect.poll(mode).toBe("tall");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
      await page.setViewportSize(TABLET);
      await expect.poll(mode).toBe("wide");
    });
  });

  test("has targets of 24 px for what was said and done, and none of strikes upon another", async () => {
    await onTimeline(async (page) => {
      const small = await page
        .locator("svg[data-timeline] a.event .hit")
        .evaluateAll(
          (hits) => hits.map((hit) => hit.getBoundingClientRect()).filter(({ width, height }) => width < 23.9 || height < 23.9).length,
        );
      expect(small).toBe(0);
      const strikes = await page
        .locator("svg[data-timeline] a.strike .hit")
        .evaluateAll((hits) => hits.map((hit) => hit.getBoundingClientRect()).map(({ left, right }) => [left, right] as const));
      const sorted = strikes.toSorted(([a], [b]) => a - b);
      expect(sorted.filter(([left], i) => i > 0 && left < (sorted[i - 1]?.[1] ?? 0) - 2)).toEqual([]);
    });
  });

  test("never draws an uncertain date as a point", async () => {
    const inexact = dossier.events.filter(({ date }) => date.precision !== "day" || date.approximate || date.uncertain).map(({ id }) => id);
    expect(inexact.length).toBeGreaterThan(10);
    await onTimeline(async (page) => {
      for (const id of inexact) {
        const mark = page.locator(`svg[data-timeline] [data-event="${id}"]`);
        expect(await mark.locator(".dot").count(), id).toBe(0);
        expect(await mark.locator(".span").count(), id).toBe(1);
      }
    });
  });
});

describe("the state in the address", () => {
  test.each([
    "kind=strike",
    "asof=2025-10-19",
    "from=2025-09-01&to=2025-10-31",
    "actor=gustavo-petro",
    "region=eastern-pacific",
    "status=contested",
    "q=senate vote",
    "kind=strike&asof=2025-10-19",
  ])("%s shows less, in the drawing, in the list and in the sentence", async (query) => {
    await onTimeline(
      async (page) => {
        await expect.poll(() => listed(page)).toBeLessThan(ids.length);
        const rows = await listed(page);
        expect(rows).toBeGreaterThan(0);
        expect(await summary(page)).toMatch(new RegExp(`^${rows} entr`));
        const drawn = await drawnIds(page);
        expect(drawn.length).toBeGreaterThan(0);
        expect(drawn.length).toBeLessThan(ids.length);
        expect(new Set(drawn).size).toBe(drawn.length);
      },
      { query: `?${query}` },
    );
  });

  test.each([
    ["a day", "?from=2025-09-15&to=2025-09-15"],
    ["a week before the record", "?from=2025-08-18&to=2025-08-24"],
    ["past both ends", "?from=1900-01-01&to=2100-01-01"],
    ["beyond the record", "?from=2030-01-01&to=2031-01-01"],
  ])("draws what it lists for a window of %s", async (_, query) => {
    await onTimeline(
      async (page) => {
        await page.locator(".is-live").waitFor();
        const rows = await page
          .locator(".tl [data-row]:not([hidden])")
          .evaluateAll((all) => all.map((row) => row.getAttribute("data-row") ?? ""));
        await expect.poll(() => listed(page)).toBeGreaterThan(0);
        const inPlot = await page
          .locator("svg[data-timeline] > g:not(.overview) [data-event]")
          .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-event") ?? ""));
        expect(rows.length).toBeGreaterThan(0);
        expect(inPlot.filter((id) => !rows.includes(id))).toEqual([]);
      },
      { query },
    );
  });

  test("shows the filters that are in force, and says so", async () => {
    await onTimeline(
      async (page) => {
        await page.locator(".is-live").waitFor();
        expect(await page.getByLabel("Words of titles, places, names").inputValue()).toBe("García-Peña");
        expect(await page.getByLabel("Words of titles, places, names").isVisible()).toBe(true);
        await expect.poll(() => summary(page)).toMatch(/^2 entries.*Filters are in force\.$/);
      },
      { query: "?q=García-Peña" },
    );
  });

  test("is left alone where it means nothing", async () => {
    await onTimeline(
      async (page) => {
        await page.locator(".is-live").waitFor();
        expect(await drawnIds(page)).toEqual(ids);
        expect(await listed(page)).toBe(ids.length);
      },
      { query: "?kind=rumour&actor=nobody&from=soon&asof=2025-99-99&status=proven" },
    );
  });

  test("says which of its days it cannot read, until something else is chosen", async () => {
    await onTimeline(
      async (page) => {
        const words = "“asof” and “from” in the address name no day that can be read and are left out.";
        await expect.poll(() => summary(page)).toContain(words);
        await expect.poll(() => page.locator("#timeline-said").textContent()).toContain(words);
        await page.getByText("Filters and dates").click();
        await page.getByLabel("Actor").selectOption("gustavo-petro");
        await expect.poll(() => summary(page)).toMatch(/Filters are in force\.$/);
      },
      { query: "?from=soon&asof=nonsense" },
    );
  });

  test("follows the controls, and the back button leads back", async () => {
    await onTimeline(async (page) => {
      await page.getByText("Filters and dates").click();
      await page.getByLabel("Actor").selectOption("gustavo-petro");
      await expect.poll(() => queryOf(page)).toBe("?actor=gustavo-petro");
      await expect.poll(() => listed(page)).toBeLessThan(60);
      const some = await listed(page);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect.poll(() => queryOf(page)).toMatch(/actor=gustavo-petro/);
      expect(queryOf(page)).toMatch(/from=.*to=/);
      await page.goBack();
      await expect.poll(() => queryOf(page)).toBe("?actor=gustavo-petro");
      await expect.poll(() => listed(page)).toBe(some);
      await page.goBack();
      await expect.poll(() => queryOf(page)).toBe("");
      await expect.poll(() => listed(page)).toBe(ids.length);
      expect(await page.getByLabel("Actor").inputValue()).toBe("");
    });
  });

  test("has an entry of the history for each press of a button, and one for the turns of a wheel", async () => {
    await onTimeline(async (page) => {
      await page.getByRole("button", { name: "Zoom in" }).click();
      const zoomed = queryOf(page);
      await page.getByRole("button", { name: "Later" }).click();
      const place = await placeIn(page, 0.5, 300);
      await page.mouse.move(place.x, place.y);
      await page.keyboard.down("Control");
      const before = queryOf(page);
      for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -60); // at once: turns that are far apart are two acts
      await expect.poll(() => queryOf(page)).not.toBe(before);
      await page.keyboard.up("Control");
      await page.goBack();
      await page.goBack();
      await expect.poll(() => queryOf(page)).toBe(zoomed);
      await page.goBack();
      await expect.poll(() => queryOf(page)).toBe("");
    });
  });

  test("shows the same by an address, however it was come to", async () => {
    const query = "?q=43&asof=2026-02-01";
    const there = await onTimeline(summary, { query });
    await onTimeline(
      async (page) => {
        const words = page.getByLabel("Words of titles, places, names");
        await words.fill("zzz");
        await page.getByLabel("As known on").fill("2026-02-01");
        await words.fill("43");
        await words.blur();
        await expect.poll(() => new URLSearchParams(queryOf(page)).toString()).toBe(new URLSearchParams("asof=2026-02-01&q=43").toString());
        expect(await summary(page)).toBe(there);
      },
      { query: "?asof=2025-10-28&q=a" },
    );
  });

  test("is copied as a link", async () => {
    await onTimeline(
      async (page) => {
        const copied = await watchCopies(page);
        await page.getByRole("button", { name: "Copy link" }).click();
        await expect.poll(() => page.locator("#timeline-said").textContent()).toMatch(/copied/);
        expect(await copied()).toBe(page.url());
      },
      { query: "?kind=strike", permissions: ["clipboard-write"] },
    );
  });
});

describe("as of a day", () => {
  test.each(["2025-10-19", "2025-12-10"])("shows the strikes, the sums and the ranges that were known on %s", async (asOf) => {
    const ledger = computeLedger(dossier.strikes, { asOf });
    const { min, max } = ledger.killed;
    const killed = min === max ? `${min}` : `${min} to ${max}`;
    await onTimeline(
      async (page) => {
        await expect.poll(() => summary(page)).toContain(`${ledger.strikes} strikes, ${killed} reported killed`);
        const strikes = (await drawnIds(page)).filter((id) => id.startsWith("strike-"));
        expect(strikes).toEqual(ledger.counted.map(({ id }) => id).sort());
        await expect.poll(() => page.locator('[data-row^="strike-"]:not([hidden])').count()).toBe(strikes.length);
        // The running total of the last one in the list is the sum.
        const last = page.locator('[data-row^="strike-"]:not([hidden]) td.num:last-child').last();
        await expect.poll(() => last.textContent()).toBe(min === max ? `${min}` : `${min}–${max}`);
        expect(await page.locator("svg[data-timeline] .snd--total").textContent()).toBe(min === max ? `${min}` : `${min}–${max}`);
      },
      { query: `?asof=${asOf}` },
    );
  });

  test("moves by the slider one day at a time, and nothing moves by itself", async () => {
    await onTimeline(
      async (page) => {
        const slider = page.locator("#tl-day");
        await slider.focus();
        await page.keyboard.press("ArrowLeft");
        await expect.poll(() => queryOf(page)).toBe("?asof=2025-10-18");
        expect(await slider.getAttribute("aria-valuetext")).toBe("18 October 2025");
        const before = await summary(page);
        await page.waitForTimeout(1200);
        expect(await summary(page)).toBe(before);
        expect(queryOf(page)).toBe("?asof=2025-10-18");
      },
      { query: "?asof=2025-10-19" },
    );
  });
});

describe("the window of time", () => {
  const spanOf = (query: string) => {
    const parameters = new URLSearchParams(query);
    return (Date.parse(parameters.get("to") ?? "2026-07-05") - Date.parse(parameters.get("from") ?? "2025-09-01")) / 86_400_000;
  };

  test("is narrowed by the wheel with a key, at the day under the pointer", async () => {
    await onTimeline(async (page) => {
      const place = await placeIn(page, 0.3, 400);
      await page.mouse.move(place.x, place.y);
      await page.mouse.wheel(0, -200);
      await page.waitForTimeout(400);
      expect(queryOf(page)).toBe(""); // without a key the page scrolls
      const again = await placeIn(page, 0.3, 400);
      await page.mouse.move(again.x, again.y);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -300);
      await page.keyboard.up("Control");
      await expect.poll(() => queryOf(page)).toMatch(/from=2025-1\d-\d\d&to=202\d-\d\d-\d\d/);
      expect(spanOf(queryOf(page))).toBeLessThan(160);
    });
  });

  test("is moved by dragging, which is no click on what it began on", async () => {
    await onTimeline(
      async (page) => {
        const hit = page.locator('svg[data-timeline] [data-event="strike-2025-10-14"] .hit');
        await hit.scrollIntoViewIfNeeded();
        const mark = await hit.boundingBox();
        const [x, y] = [(mark?.x ?? 0) + 2, (mark?.y ?? 0) + 20];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x - 300, y, { steps: 6 });
        await page.mouse.up();
        await expect.poll(() => queryOf(page)).not.toContain("from=2025-10-01");
        expect(new URL(page.url()).pathname).toMatch(/timeline\/$/);
        expect(spanOf(queryOf(page))).toBe(30);
        expect(new URLSearchParams(queryOf(page)).get("from") ?? "").toMatch(/^2025-10-\d\d$/);
      },
      { query: "?from=2025-10-01&to=2025-10-31" },
    );
  });

  test("is chosen on the strip of years, to the same as by the dates", async () => {
    const days = await onTimeline(async (page) => {
      const svg = page.locator("svg[data-timeline]");
      const grips = await svg.locator(".focus__w").boundingBox();
      const [left, right, y] = [grips?.x ?? 0, (grips?.x ?? 0) + (grips?.width ?? 0), (grips?.y ?? 0) + 20];
      await page.mouse.move(left, y);
      await page.mouse.down();
      await page.mouse.move(left + 0.3 * (right - left), y, { steps: 5 });
      await page.mouse.up();
      await expect.poll(() => queryOf(page)).toMatch(/from=/);
      const parameters = new URLSearchParams(queryOf(page));
      return { from: parameters.get("from") ?? "", drawn: await drawnIds(page), sum: await summary(page), query: queryOf(page) };
    });
    expect(days.from).toMatch(/^2025-1[12]-/);
    await onTimeline(async (page) => {
      await page.getByText("Filters and dates").click();
      await page.getByLabel("From", { exact: true }).fill(days.from);
      await page.getByLabel("To", { exact: true }).fill(new URLSearchParams(days.query).get("to") ?? "");
      await expect.poll(() => queryOf(page)).toBe(days.query);
      expect(await drawnIds(page)).toEqual(days.drawn);
      expect(await summary(page)).toBe(days.sum);
    });
  });

  test("is brought to a place of the strip by a click, years before the record too", async () => {
    await onTimeline(async (page) => {
      const strip = await page.locator("svg[data-timeline] .overview .base").boundingBox();
      await page.mouse.click((strip?.x ?? 0) + 0.25 * (strip?.width ?? 0), (strip?.y ?? 0) - 90);
      await expect.poll(() => queryOf(page)).toMatch(/from=20[01]\d/);
      expect(await summary(page)).toContain("0 strikes");
    });
  });

  test("is narrowed by two fingers and moved by one on a screen that is touched", async () => {
    await onTimeline(
      async (page) => {
        const cdp = await page.context().newCDPSession(page);
        const { x, y } = await placeIn(page, 0.5, 420);
        await touch(cdp, [
          [
            [x - 40, y],
            [x + 40, y],
          ],
          [
            [x - 80, y],
            [x + 80, y],
          ],
          [
            [x - 120, y],
            [x + 120, y],
          ],
        ]);
        await expect.poll(() => queryOf(page)).toMatch(/from=.*to=/);
        const narrowed = queryOf(page);
        expect(spanOf(narrowed)).toBeLessThan(150);
        await touch(cdp, [[[x, y]], [[x - 60, y]], [[x - 160, y]]]);
        await expect.poll(() => queryOf(page)).not.toBe(narrowed);
        expect(Math.abs(spanOf(queryOf(page)) - spanOf(narrowed))).toBeLessThanOrEqual(1);
      },
      { viewport: TABLET, hasTouch: true },
    );
  });

  test("is as before after “Show everything”", async () => {
    await onTimeline(
      async (page) => {
        await expect.poll(() => listed(page)).toBeLessThan(ids.length);
        await page.getByRole("button", { name: "Show everything" }).click();
        await expect.poll(() => listed(page)).toBe(ids.length);
        expect(await drawnIds(page)).toEqual(ids);
        expect(queryOf(page)).toBe("");
      },
      { query: "?from=2025-10-01&to=2025-10-31&kind=strike&asof=2026-01-01" },
    );
  });
});

/** Puts fingers on the screen, moves them through the places, and lifts them. */
async function touch(cdp: CDPSession, steps: [number, number][][]): Promise<void> {
  for (const [i, points] of steps.entries()) {
    await cdp.send("Input.dispatchTouchEvent", {
      type: i === 0 ? "touchStart" : "touchMove",
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

describe("density marks", () => {
  test("open when they are chosen, and name what they hold", async () => {
    await onTimeline(
      async (page) => {
        const bin = page.locator("svg[data-timeline] a.bin").first();
        await bin.waitFor();
        expect(await bin.getAttribute("aria-label")).toMatch(/^\d+ .* \+ \d+ more, .*202\d: zoom in$/);
        const before = await page.locator("svg[data-timeline] a.bin").count();
        await bin.focus();
        await page.keyboard.press("Enter");
        await expect.poll(() => queryOf(page)).toMatch(/from=.*to=/);
        expect(await page.locator("svg[data-timeline] a.bin").count()).toBeLessThan(before);
        expect(await page.locator("svg[data-timeline] a:focus").count()).toBe(1);
      },
      { viewport: PHONE },
    );
  });
});

describe("the keyboard in the drawing", () => {
  test("finds one stop of Tab, and Enter opens its entry", async () => {
    await onTimeline(async (page) => {
      await tabTo(page, MARKS, 60);
      expect(await page.locator('svg[data-timeline] a:not([tabindex="-1"])').count()).toBe(1);
      const id = await page.evaluate(() => document.activeElement?.getAttribute("data-event"));
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("svg[data-timeline]") === null)).toBe(true);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/timeline/${id}/`);
    });
  });

  test("keeps the focus when the mark that has it leaves the window", async () => {
    await onTimeline(async (page) => {
      await focusOn(page, "strike-2025-09-02");
      const place = await placeIn(page, 0.8, 300);
      await page.mouse.move(place.x, place.y);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -400);
      await page.keyboard.up("Control");
      await expect.poll(() => queryOf(page)).toMatch(/from=/);
      expect(await page.evaluate(() => document.activeElement?.closest("svg[data-timeline]") !== null)).toBe(true);
    });
  });

  test("goes along time, across lanes, by months, to the ends, and leaves", async () => {
    await onTimeline(async (page) => {
      await focusOn(page, "strike-2025-09-15");
      expect(await focused(page)).toBe("Strike, 15 September 2025, 3 reported killed, 2 of 59");
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toMatch(/ 16 Sept 2025: /);
      await page.keyboard.press("ArrowLeft");
      expect(await focused(page)).toMatch(/^Strike, 15 September 2025/);
      await page.keyboard.press("ArrowDown");
      expect(await focused(page)).toMatch(/ Sept 2025: .*, Washington, /);
      await page.keyboard.press("ArrowUp");
      expect(await focused(page)).toMatch(/^Strike, /);
      await page.keyboard.press("PageDown");
      expect(await focused(page)).toMatch(/ 1 Oct 2025: |1 October 2025/);
      await page.keyboard.press("PageUp");
      expect(await focused(page)).toMatch(/2 September 2025|[1-4] Sept 2025: /);
      await page.keyboard.press("End");
      expect(await focused(page)).toMatch(/June 2026/);
      await page.keyboard.press("Home");
      expect(await focused(page)).toMatch(/ 1996/);
      await page.keyboard.press("Escape"); // hides what is told of the mark
      expect(await focused(page)).toMatch(/ 1996/);
      await page.keyboard.press("Escape");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("list");
    });
  });

  test("zooms at the mark, and the window follows to entries outside it", async () => {
    await onTimeline(async (page) => {
      await focusOn(page, "strike-2025-10-14");
      for (let i = 0; i < 4; i++) await page.keyboard.press("+");
      expect(await focused(page)).toMatch(/^Strike, 14 October 2025/);
      const first = queryOf(page);
      expect(first).toMatch(/from=2025-\d\d-\d\d&to=2025-1\d-\d\d/);
      for (let i = 0; i < 25; i++) await page.keyboard.press("ArrowRight");
      expect(queryOf(page)).not.toBe(first);
      expect(await focused(page)).toMatch(/(Oct|Nov|October|November)/);
      expect(await page.locator("svg[data-timeline] a:focus").evaluate((mark) => mark.getBoundingClientRect().left >= 0)).toBe(true);
      await page.keyboard.press("0");
      expect(queryOf(page)).toBe("");
    });
  });
});

describe("what a mark stands for", () => {
  test("is told beside it when it is pointed at or focused, until Escape", async () => {
    await onTimeline(async (page) => {
      const details = page.locator("#tl-details");
      await page.locator('svg[data-timeline] [data-event="strike-2025-09-15"] .hit').hover();
      await details.waitFor({ state: "visible" });
      expect(await details.innerText()).toMatch(/15 September 2025[^]*3 killed/);
      await details.hover();
      await page.waitForTimeout(400);
      expect(await details.isVisible()).toBe(true);
      await page.keyboard.press("Escape");
      expect(await details.isVisible()).toBe(false);
      await tabTo(page, MARKS, 60);
      await details.waitFor({ state: "visible" });
      expect(await page.locator(`${MARKS}:focus`).getAttribute("aria-describedby")).toBe("tl-details");
    });
  });
});

describe("the sentence", () => {
  test("is said once when a change is over, not at every step of it", async () => {
    await onTimeline(async (page) => {
      await page.locator(".is-live").waitFor();
      await page.waitForTimeout(1000);
      await page.evaluate(() => {
        const said = document.querySelector("#timeline-said");
        (globalThis as { changes?: string[] }).changes = [];
        if (said)
          new MutationObserver(() => (globalThis as { changes?: string[] }).changes?.push(said.textContent)).observe(said, {
            childList: true,
            characterData: true,
            subtree: true,
          });
      });
      await page.locator("#tl-day").focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
      await expect.poll(() => page.evaluate(() => (globalThis as { changes?: string[] }).changes)).toHaveLength(1);
      expect(await page.locator("#timeline-said").textContent()).toBe(await summary(page));
    });
  });
});

describe("the list", () => {
  test("is sorted by its columns, and back into its months", async () => {
    await onTimeline(async (page) => {
      const heads = page.locator(".tl thead th");
      const first = page.locator(".tl tbody:visible tr[data-row]:visible").first();
      expect(await heads.first().getAttribute("aria-sort")).toBe("ascending");
      await page.getByRole("button", { name: "Killed" }).click();
      expect(await heads.nth(3).getAttribute("aria-sort")).toBe("descending");
      expect(await heads.first().getAttribute("aria-sort")).toBeNull();
      const most = Math.max(...dossier.strikes.flatMap(({ strike }) => strike.casualties.flatMap(({ killed }) => killed?.min ?? [])));
      expect(Number.parseInt((await first.locator("td.num").first().textContent()) ?? "", 10)).toBe(most);
      await page.getByRole("button", { name: "What" }).click();
      const titles = await page.locator(".tl tr[data-row]:visible th a").allInnerTexts();
      expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "en")));
      expect(titles).toHaveLength(ids.length);
      await page.getByRole("button", { name: "Date" }).click();
      expect(await page.locator(".tl__g:visible").count()).toBeGreaterThan(9);
      expect(await listed(page)).toBe(ids.length);
    });
  });

  test("stays sorted by the dead when they are those of another day", async () => {
    await onTimeline(async (page) => {
      await page.getByRole("button", { name: "Killed" }).click();
      await page.getByText("Filters and dates").click();
      await page.getByLabel("As known on").fill("2025-10-28");
      await expect.poll(() => listed(page)).toBeLessThan(ids.length);
      const numbers = (await page.locator(".tl tbody:visible tr[data-row]:visible td.num:nth-child(4)").allInnerTexts())
        .map((text) => Number.parseInt(text, 10))
        .filter((killed) => !Number.isNaN(killed));
      expect(numbers.length).toBeGreaterThan(5);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
      expect(await page.locator(".tl tbody:visible tr[data-row]:visible td.num:nth-child(4)").first().innerText()).toBe(String(numbers[0]));
    });
  });

  test("counts at each choice what it would show", async () => {
    await onTimeline(
      async (page) => {
        await page.getByText("Filters and dates").click();
        const strikes = page.locator('label:has(input[name="kind"][value="strike"])');
        await expect.poll(() => strikes.locator(".n").textContent()).toBe("7");
        await expect.poll(() => page.locator('input[name="kind"][value="protest"]').isDisabled()).toBe(true);
        await strikes.locator("input").check();
        await expect.poll(() => listed(page)).toBe(7);
      },
      { query: "?asof=2025-10-19" },
    );
  });
});
