/** The swap from the system's fonts to ours: what it moves where our fonts come late, by the stand-ins in src/styles/base.css. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { connectBrowser, PHONE, WIDE } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const LATE = 300; // milliseconds after the page was first painted without them
const FONTS = "**/*.woff2";
const SHEETS = "**/*.css";
const browser = await connectBrowser();
const home = inject("homes")["at the root"];
const kinds = await listPageKinds(SITES["at the root"].dir);

describe.each([
  { name: "a phone", viewport: PHONE, median: 0.0005 },
  { name: "a wide screen", viewport: WIDE, median: 0.001 },
])("the swap on $name", ({ viewport, median }) => {
  // Sheets that come late make the case the same on every machine: what a page asks for at its start is there, what its sheet asks for is not.
  test("moves nothing where the fonts that a page asks for at its start come no later than its sheet", { timeout: 120_000 }, async () => {
    const shifts = await shiftsOf(SHEETS, { viewport });
    expect([...shifts].filter(([, shift]) => shift > 0.0005)).toEqual([]);
  });

  /*
   * A line that breaks elsewhere moves what is below it, and no stand-in has the width of each word; so a page may move a little, and most
   * may not. Without stand-ins the median is 0.05.
   */
  test("moves nothing on most kinds of page, and little on any, where the fonts come late", { timeout: 120_000 }, async () => {
    const shifts = await shiftsOf(FONTS, { viewport });
    const sorted = [...shifts.values()].toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)], [...shifts].map((pair) => pair.join(" ")).join("\n")).toBeLessThanOrEqual(median);
    expect(
      [...shifts].filter(([, shift]) => shift > 0.01).length,
      [...shifts].map((pair) => pair.join(" ")).join("\n"),
    ).toBeLessThanOrEqual(7);
    expect([...shifts].filter(([, shift]) => shift > 0.2)).toEqual([]);
  });
});

test("every stand-in is as high and, to 3 %, as wide on our pages as the font that it stands in for", async () => {
  const context = await browser.newContext({ viewport: WIDE });
  try {
    const page = await context.newPage();
    await page.goto(home);
    const sizes = await page.evaluate(async () => {
      await document.fonts.ready;
      const textOf = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .map(({ textContent }) => textContent)
          .join(" ")
          .replace(/\s+/g, " ");
      const words = textOf("main p").slice(0, 3000);
      const counts = textOf(".snd"); // all that is set in italics
      const measure = async (font: string) => {
        const text = font.startsWith("italic") ? counts : words;
        await document.fonts.load(font, text);
        const context = document.createElement("canvas").getContext("2d");
        if (!context) throw new Error("The browser draws no canvas.");
        context.font = font;
        const { width, fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText(text);
        return { width, height: fontBoundingBoxAscent + fontBoundingBoxDescent };
      };
      const pairs = [
        ["", "Newsreader", "DejaVu"],
        ["italic ", "Newsreader", "DejaVu"],
        ["", "Newsreader Display", "DejaVu"],
        ["", "Public Sans", "DejaVu"],
      ] as const;
      return Promise.all(
        pairs.map(async ([style, ours, system]) => ({
          face: style + ours,
          ours: await measure(`${style}100px "${ours}"`),
          standIn: await measure(`${style}100px "${ours} on ${system}"`),
        })),
      );
    });
    for (const { face, ours, standIn } of sizes) {
      expect(standIn.width / ours.width, face).toBeGreaterThan(0.97);
      expect(standIn.width / ours.width, face).toBeLessThan(1.03);
      expect(Math.abs(standIn.height - ours.height), face).toBeLessThanOrEqual(2);
    }
  } finally {
    await context.close();
  }
});

/** How far each kind of page shifts in all, as browsers count it (cumulative layout shift), where some of its files come late. */
async function shiftsOf(late: string, options: BrowserContextOptions): Promise<Map<string, number>> {
  const shifts = new Map<string, number>();
  for (const { kind, path } of kinds) shifts.set(`${kind} (${path})`, await shiftOf(home + path, late, options));
  return shifts;
}

async function shiftOf(address: string, late: string, options: BrowserContextOptions): Promise<number> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.route(late, async (route) => {
      await new Promise((resolve) => void setTimeout(resolve, LATE));
      await route.continue();
    });
    await page.goto(address);
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let i = 0; i < 3; i++) await new Promise((resolve) => void requestAnimationFrame(resolve));
    });
    return await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0));
  } finally {
    await context.close();
  }
}
