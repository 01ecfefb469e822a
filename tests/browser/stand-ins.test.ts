/** The swap from the system's fonts to ours: what it moves where our fonts come late, by the stand-ins in src/styles/base.css. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { connectBrowser, PHONE, WIDE } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const LATE = 300; // milliseconds after the page was first painted without them
const browser = await connectBrowser();
const home = inject("homes")["at the root"];
const kinds = await listPageKinds(SITES["at the root"].dir);

/*
 * A line that breaks elsewhere moves what is below it, and no stand-in has the width of each word; so a page may move a little, and most
 * may not. Without stand-ins the median is 0.05.
 */
describe.each([
  { name: "a phone", viewport: PHONE },
  { name: "a wide screen", viewport: WIDE },
])("fonts that come late on $name", ({ viewport }) => {
  test("move nothing on most kinds of page, and little on any", async () => {
    const shifts = new Map<string, number>();
    for (const { kind, path } of kinds) shifts.set(`${kind} (${path})`, await shiftOf(home + path, { viewport }));
    const sorted = [...shifts.values()].toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)], [...shifts].map((pair) => pair.join(" ")).join("\n")).toBeLessThanOrEqual(0.002);
    expect([...shifts].filter(([, shift]) => shift > 0.25)).toEqual([]);
  });
});

test("every stand-in is as high and, to 5 %, as wide on our pages as the font that it stands in for", async () => {
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
      expect(standIn.width / ours.width, face).toBeGreaterThan(0.95);
      expect(standIn.width / ours.width, face).toBeLessThan(1.05);
      expect(Math.abs(standIn.height - ours.height), face).toBeLessThanOrEqual(2);
    }
  } finally {
    await context.close();
  }
});

/** How far a page shifts in all while its fonts come late, as browsers count it (cumulative layout shift). */
async function shiftOf(address: string, options: BrowserContextOptions): Promise<number> {
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
    await page.route("**/*.woff2", async (route) => {
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
