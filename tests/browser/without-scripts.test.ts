import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { connectBrowser, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds(SITES["at the root"].dir);
const home = inject("homes")["at the root"];

test.each(kinds.filter(({ isEntry }) => isEntry))("$kind ($path) says and shows the same with JavaScript off", async ({ path }) => {
  const on = await withPage(browser, home + path, {}, readMain);
  const off = await withPage(browser, home + path, { javaScriptEnabled: false }, readMain);
  expect(off.lines.length).toBeGreaterThan(3);
  expect(off).toEqual(on);
});

test.each(kinds.filter(({ isEntry, path }) => !isEntry && path !== "search/"))(
  "$kind ($path) hides nothing with JavaScript off",
  async ({ path }) => {
    const on = await withPage(browser, home + path, {}, readMain);
    const off = await withPage(browser, home + path, { javaScriptEnabled: false }, readMain);
    const parts = ["figures", "tables", "rows", "drawings", "links", "items"] as const;
    for (const part of parts) expect({ part, count: off[part] }).toEqual({ part, count: Math.max(off[part], on[part]) });
    expect(off.lines.length).toBeGreaterThan(1);
  },
);

test("without JavaScript the search page leads to every index", async () => {
  const hrefs = await withPage(browser, `${home}search/`, { javaScriptEnabled: false }, (page) =>
    page.locator("main a:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href"))),
  );
  expect(hrefs).toEqual(expect.arrayContaining(["/actors/", "/claims/", "/timeline/", "/sources/"]));
});

test("without JavaScript no control stands there that does nothing", async () => {
  for (const { path } of kinds) {
    // A button needs a script, a form around it, or to be the invoker of a popover.
    const dead = await withPage(browser, home + path, { javaScriptEnabled: false }, (page) =>
      page
        .locator("button:visible, input:visible, select:visible")
        .evaluateAll((controls) =>
          controls
            .filter((control) => !control.closest("form") && !control.hasAttribute("popovertarget") && !control.hasAttribute("commandfor"))
            .map((control) => control.outerHTML.slice(0, 120)),
        ),
    );
    expect({ path, dead }).toEqual({ path, dead: [] });
  }
});

interface MainContent {
  /** The text a reader sees, line by line. */
  lines: string[];
  figures: number;
  tables: number;
  rows: number;
  drawings: number;
  links: number;
  items: number;
}

async function readMain(page: Page): Promise<MainContent> {
  const main = page.locator("main");
  const count = (selector: string) => main.locator(selector).filter({ visible: true }).count();
  const text = await main.innerText();
  return {
    lines: text.split("\n").flatMap((line) => line.replace(/\s+/g, " ").trim() || []),
    figures: await count("figure"),
    tables: await count("table"),
    rows: await count("tr"),
    drawings: await count("svg"),
    links: await count("a[href]:not([data-today] *)"), // a script alone knows what day it is
    items: await count("li"),
  };
}
