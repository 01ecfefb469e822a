/** What a page loads and does not use: rules of its style sheet that match nothing on it, and scripts that find nothing to do. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { connectBrowser, withPage } from "../setup/browser.ts";
import { listPageKinds, type PageKind } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const home = inject("homes")["at the root"];
const { dir } = SITES["at the root"];
const kinds = await listPageKinds(dir);

/** Selectors of rules that match nothing on any page as it is built, and why they are there. */
const ELSEWHERE: readonly [RegExp, string][] = [
  [/data-theme/, "set by whoever wants one of the two palettes: the tests do"],
  [/\.is-(on|off|dragged|apart|live)|aria-sort|data-mode|\.tl-details|\.density|\.veil/, "made by a script as a reader goes on"],
  [/^mark$|\.hit|\.search__|\.cols--search/, "made by the search"],
  [/\.corr|\.plainpage|\.empty|\.facts \+ \.body/, "for corrections and withdrawn entries, of which the record may have none"],
  [/blockquote|href\^=|\.opp__rest/, "for what a text may have and none has now"],
  [/\.tl-list--long/, "for a record of thousands of entries"],
];

interface Sheet {
  /** Bytes of rules, and of those whose selectors match nothing, whatever the state, the size and the medium. */
  bytes: number;
  unused: number;
  /** Selectors, without states, that match something, and those that match nothing. */
  used: string[];
  idle: string[];
}

const sheets = new Map<PageKind, Sheet>();
for (const kind of kinds) sheets.set(kind, await readSheet(kind.path));

describe.each([
  { name: "entries", wanted: ({ isEntry }: PageKind) => isEntry, most: 0.45, median: 0.3 },
  { name: "embeds", wanted: ({ path }: PageKind) => path.startsWith("embed/"), most: 0.25, median: 0.1 },
  { name: "other pages", wanted: ({ path, isEntry }: PageKind) => !isEntry && !path.startsWith("embed/"), most: 0.6, median: 0.43 },
])("the style sheets of $name", ({ wanted, most, median }) => {
  const shares = [...sheets].filter(([kind]) => wanted(kind)).map(([{ path }, { bytes, unused }]) => ({ path, share: unused / bytes }));

  test("have no more that matches nothing on the page than was measured", () => {
    const sorted = shares.map(({ share }) => share).toSorted((a, b) => a - b);
    expect(shares.filter(({ share }) => share > most)).toEqual([]);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(median);
  });
});

test("every rule matches something on some page", async () => {
  const used = new Set([...sheets.values()].flatMap((sheet) => sheet.used));
  const idle = new Set([...sheets.values()].flatMap((sheet) => sheet.idle)).difference(used);
  const dead = idle.difference(await usedAnywhere([...idle]));
  expect([...dead].filter((selector) => !ELSEWHERE.some(([pattern]) => pattern.test(selector)))).toEqual([]);
  expect(ELSEWHERE.filter(([pattern]) => ![...dead].some((selector) => pattern.test(selector)))).toEqual([]);
});

test("every script that looks for something on a page finds it", async () => {
  const idle: string[] = [];
  const everyPages = /\/Base\./; // search and previews, which wait for keys and pointers
  for (const { path } of kinds) {
    await withPage(browser, "about:blank", {}, async (page) => {
      await page.addInitScript(() => {
        const found: Record<string, boolean> = {};
        Object.assign(globalThis, { found });
        const watch = (of: object, name: string) => {
          const method = Reflect.get(of, name) as (...args: unknown[]) => unknown; // a method of the platform
          Reflect.set(of, name, function (this: unknown, ...args: unknown[]) {
            const result = method.apply(this, args);
            const script = /https?:[^\s)]+?(?=:\d+:\d+\)?$)/m.exec((new Error().stack ?? "").split("\n").slice(2).join("\n"))?.[0];
            const isFound = result instanceof NodeList ? result.length > 0 : result !== null;
            if (script) found[script] = (found[script] ?? false) || isFound;
            return result;
          });
        };
        for (const name of ["querySelector", "querySelectorAll", "getElementById"]) watch(Document.prototype, name);
      });
      await page.goto(home + path);
      const found = await page.evaluate(() => (globalThis as unknown as { found: Record<string, boolean> }).found);
      idle.push(
        ...Object.entries(found).flatMap(([script, isFound]) => (isFound || everyPages.test(script) ? [] : [`${path}: ${script}`])),
      );
    });
  }
  expect(idle).toEqual([]);
});

/** The rules that a page's sheets have, against the page with what its scripts made of it. */
async function readSheet(path: string): Promise<Sheet> {
  return withPage(browser, home + path, {}, (page) =>
    page.evaluate(() => {
      const sheet: Sheet = { bytes: 0, unused: 0, used: [], idle: [] };
      /** `a:hover > b::before, c` → `a > b` and `c` */
      const withoutStates = (selectors: string) =>
        selectors
          .replace(/:(?:not|has)\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "")
          .replace(/::?(?!is\b|where\b|root\b|first-|last-|nth-|only-)[a-z-]+(?:\([^()]*\))?/g, "")
          .replace(/\[(?:open|hidden|disabled|aria-disabled)[^\]]*\]/g, "")
          .split(/,(?![^(]*\))/)
          .map((selector) => selector.trim().replace(/(^|[>+~]\s*)(?=[>+~]|$)/g, "$1*"));
      const matches = (selector: string) => document.querySelector(selector) !== null;
      const read = (rules: CSSRuleList) => {
        for (const rule of rules) {
          if (rule instanceof CSSStyleRule) {
            const selectors = withoutStates(rule.selectorText);
            const idle = selectors.filter((selector) => !matches(selector));
            sheet.bytes += rule.cssText.length;
            if (idle.length === selectors.length) sheet.unused += rule.cssText.length;
            sheet.idle.push(...idle);
            sheet.used.push(...selectors.filter((selector) => !idle.includes(selector)));
          } else if (rule instanceof CSSGroupingRule) read(rule.cssRules);
        }
      };
      for (const { cssRules } of document.styleSheets) read(cssRules);
      return sheet;
    }),
  );
}

/** Those of the selectors that match something on some page as it is built. */
async function usedAnywhere(selectors: readonly string[]): Promise<Set<string>> {
  const pages = (await listFiles(dir)).filter((file) => file.endsWith(".html"));
  const used = new Set<string>();
  await withPage(browser, "about:blank", {}, async (page) => {
    for (let at = 0; at < pages.length; at += 50) {
      const texts = await Promise.all(pages.slice(at, at + 50).map((file) => readFile(join(dir, file), "utf8")));
      const left = selectors.filter((selector) => !used.has(selector));
      const found = await page.evaluate(
        ({ texts, left }) => {
          const documents = texts.map((text) => new DOMParser().parseFromString(text, "text/html"));
          return left.filter((selector) => documents.some((document) => document.querySelector(selector)));
        },
        { texts, left },
      );
      for (const selector of found) used.add(selector);
    }
  });
  return used;
}
