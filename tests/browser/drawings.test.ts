import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { connectBrowser, withPage } from "../setup/browser.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const { dir } = SITES["at the root"];
const home = inject("homes")["at the root"];
const names = (await listFiles(dir)).filter((file) => /^data\/v1\/charts\/.*\.svg$|\/chart\.svg$/.test(file));
const alone = names.filter((file) => file.startsWith("data/") || file.startsWith("context/"));

test("the browser's XML parser takes every drawing", async () => {
  const texts = await Promise.all(names.map(async (file) => ({ file, text: await readFile(join(dir, file), "utf8") })));
  const faults = await withPage(browser, "about:blank", {}, (page) =>
    page.evaluate(
      (list) =>
        list.flatMap(({ file, text }) => {
          const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
          const fault = parsed.querySelector("parsererror")?.textContent;
          return fault || parsed.documentElement.namespaceURI !== "http://www.w3.org/2000/svg" ? [`${file}: ${fault}`] : [];
        }),
      texts,
    ),
  );
  expect(faults).toEqual([]);
});

describe.each(["light", "dark"] as const)("opened by itself on a %s screen", (colorScheme) => {
  test.each(alone)("%s has its words inside, readable on its own ground, and no error", async (file) => {
    const context = await browser.newContext({ colorScheme });
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("console", (message) => faults.push(message.text()));
      page.on("pageerror", ({ message }) => faults.push(message));
      await page.goto(home + file);
      const { cut, ground, ink, words } = await page.evaluate(() => {
        const { width, height } = document.documentElement.getBoundingClientRect();
        const texts = [...document.querySelectorAll("text")];
        const fill = (selector: string) => getComputedStyle(document.querySelector(selector) ?? document.documentElement).fill;
        return {
          cut: texts.filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
          }).map((text) => text.textContent), // prettier-ignore
          ground: fill(".file-ground"),
          ink: fill(".file-title"),
          words: texts.length,
        };
      });
      expect(faults).toEqual([]);
      expect(cut).toEqual([]);
      expect(words).toBeGreaterThan(4);
      expect([ground, ink]).toEqual(
        colorScheme === "light" ? ["rgb(252, 252, 249)", "rgb(11, 27, 46)"] : ["rgb(11, 21, 33)", "rgb(233, 237, 240)"],
      );
    } finally {
      await context.close();
    }
  });
});
