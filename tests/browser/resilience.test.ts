/** What is left of a page when something on the way to it fails: a script, a style, a font, the connection, the storage. */
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page, Route } from "playwright-core";
import { expect, inject, test } from "vitest";
import { connectBrowser, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const { dir } = SITES["at the root"];
const home = inject("homes")["at the root"];
const all = (await listPageKinds(dir)).map(({ path }) => path);
const WITH_SCRIPTS = ["", "timeline/", "search/", "counts/"];
const scripts = globSync("_astro/*.js", { cwd: dir }).map((file) => basename(file));

interface Left {
  words: number;
  tables: number;
  links: number;
}

function readAll(page: Page): Promise<Left> {
  return page.evaluate(() => ({
    words: (document.querySelector("main")?.textContent ?? "").split(/\s+/).length,
    tables: document.querySelectorAll("main table").length,
    links: document.querySelectorAll("main a[href]").length,
  }));
}

/** Opens pages one after the other, each request answered by `answer`; gives what `use` finds and the errors of scripts, by page. */
async function visit<T>(
  paths: readonly string[],
  options: { answer?: (route: Route) => Promise<void>; scripts?: boolean; prepare?: (page: Page) => Promise<unknown>; origin?: string },
  use: (page: Page) => Promise<T>,
): Promise<Map<string, T & { errors: string[] }>> {
  const found = new Map<string, T & { errors: string[] }>();
  await withPage(browser, "about:blank", { javaScriptEnabled: options.scripts ?? true }, async (page) => {
    let errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await options.prepare?.(page);
    if (options.answer) await page.route("**/*", options.answer);
    for (const path of paths) {
      errors = [];
      // A page of another server is cut off, and may never be said to have loaded.
      await page.goto((options.origin ?? home) + path, { waitUntil: options.origin ? "commit" : "load" });
      found.set(path, { ...(await use(page)), errors });
    }
  });
  return found;
}

const failing = (pattern: RegExp) => ({
  answer: (route: Route) => (pattern.test(route.request().url()) ? route.abort() : route.continue()),
});

test("every word, table and link of every kind of page is there when nothing but its HTML arrives", { timeout: 120_000 }, async () => {
  const whole = await visit(all, { scripts: false }, readAll);
  const bare = await visit(all, failing(/\.(css|js|woff2|svg|png|json)(\?|$)/), async (page) => ({
    ...(await readAll(page)),
    hidden: await page
      .locator("main p, main h1, main h2, main td")
      .evaluateAll(
        (parts) => parts.filter((part) => !part.closest("[hidden], details, dialog, [popover]") && !part.checkVisibility()).length,
      ),
  }));
  for (const [path, { words, tables, links, hidden, errors }] of bare) {
    const there = whole.get(path) ?? { words: Infinity, tables: Infinity, links: Infinity };
    expect({ path, hidden, errors, tables: tables >= there.tables, links: links >= there.links, words: words >= there.words * 0.98 }) // a control that an inline script takes over
      .toEqual({ path, hidden: 0, errors: [], tables: true, links: true, words: true });
  }
});

test("no kind of page has an error when storage and cookies are refused", { timeout: 120_000 }, async () => {
  const prepare = (page: Page) =>
    page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("refused", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(globalThis, name, { get: refuse });
      Object.defineProperty(document, "cookie", { get: refuse, set: refuse });
    });
  const found = await visit(all, { prepare }, async (page) => {
    await page.keyboard.press("/"); // opens the search, and reads whether it may
    return {};
  });
  expect([...found].filter(([, { errors }]) => errors.length > 0)).toEqual([]);
});

test.each(scripts)("without the script %s pages are complete and have no error", async (name) => {
  const whole = await visit(WITH_SCRIPTS, { scripts: false }, readAll);
  const left = await visit(WITH_SCRIPTS, failing(new RegExp(name.replaceAll(".", "\\."))), readAll);
  for (const [path, { words, tables, errors }] of left) {
    const there = whole.get(path) ?? { words: Infinity, tables: Infinity };
    expect({ path, errors, tables: tables >= there.tables, words: words >= there.words * 0.9 }).toEqual({
      path,
      errors: [],
      tables: true,
      words: true,
    });
  }
});

test.each([
  ["scripts", /\.js$/],
  ["its index", /\/search\/\w+\.json/],
])("without %s the search page leads to the lists", async (_what, pattern) => {
  const found = await visit(["search/?q=Petro"], failing(pattern), async (page) => {
    await page.waitForTimeout(500);
    return { hrefs: await page.locator("main a:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href"))) };
  });
  expect(found.get("search/?q=Petro")).toEqual({
    errors: [],
    hrefs: expect.arrayContaining(["/actors/", "/claims/", "/timeline/", "/sources/"]) as string[],
  });
});

test.each([
  ["fonts", /\.woff2$/],
  ["style sheets", /\.css$/],
])("without %s nothing is hidden and no script fails", async (_what, pattern) => {
  const found = await visit(WITH_SCRIPTS, failing(pattern), async (page) => ({ hasHeading: await page.locator("h1").first().isVisible() }));
  for (const [path, left] of found) expect({ path, ...left }).toEqual({ path, hasHeading: true, errors: [] });
});

test.each([0.3, 0.6, 0.9])("a page that is cut off after %d of its bytes shows what came, styled and without an error", async (share) => {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (!path.endsWith("/")) {
      const type = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "application/octet-stream";
      return void response.writeHead(200, { "content-type": type }).end(readFileSync(join(dir, path)));
    }
    const html = readFileSync(join(dir, path, "index.html"));
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": html.length });
    response.write(html.subarray(0, html.length * share), () => setTimeout(() => response.destroy(), 200));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, so the address is no pipe
  try {
    const found = await visit(WITH_SCRIPTS, { origin: `http://127.0.0.1:${port}/` }, async (page) => {
      await page.waitForTimeout(400); // until it is cut off
      const look = () =>
        page.evaluate(() => ({
          words: document.body.innerText.length > 40,
          isStyled: /^"?(Newsreader|Public Sans)/.test(getComputedStyle(document.body).fontFamily),
        }));
      await expect.poll(async () => (await look()).isStyled).toBe(true); // its sheet may come later than that
      return look();
    });
    for (const [path, { words, isStyled, errors }] of found) {
      expect({ path, words, isStyled, errors }).toEqual({ path, words: true, isStyled: true, errors: [] });
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test("pages can be read while their scripts and fonts are still on the way", async () => {
  await withPage(browser, "about:blank", {}, async (page) => {
    let letGo = () => {};
    const late = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/\.(js|woff2)$/, async (route) => {
      await late;
      await route.continue().catch(() => {}); // for a page that was left meanwhile
    });
    for (const path of WITH_SCRIPTS) {
      await page.goto(home + path, { waitUntil: "commit" });
      await page.locator("h1").first().waitFor({ state: "visible" });
      expect((await page.locator("main").innerText()).length).toBeGreaterThan(40);
    }
    letGo();
  });
});

/** As `wget --convert-links` does: addresses that begin at the root of the host become relative ones. */
function convertLinks(html: string, page: string): string {
  const root = "../".repeat(page.split("/").length - 1) || "./";
  return html.replace(
    /(\s(?:href|src|action)=")\/([^"#?]*)/g,
    (_, before: string, path: string) => `${before}${root}${path}${/(^|\/)$/.test(path) ? "index.html" : ""}`,
  );
}

test("a copy with relative links, opened from disk, has its words and its style", { timeout: 120_000 }, async () => {
  const copy = mkdtempSync(join(tmpdir(), "soundings-copy-"));
  try {
    cpSync(join(dir, "_astro"), join(copy, "_astro"), { recursive: true });
    const files = all.map((path) => path.replace(/(^|\/)$/, "$1index.html"));
    for (const file of files) {
      mkdirSync(join(copy, file, ".."), { recursive: true });
      writeFileSync(join(copy, file), convertLinks(readFileSync(join(dir, file), "utf8"), file));
    }
    const whole = await visit(all, { scripts: false }, readAll);
    const found = await visit(files, { origin: `${pathToFileURL(copy).href}/` }, async (page) => {
      await page.waitForLoadState("load");
      return {
        ...(await readAll(page)),
        isStyled: await page.evaluate(() => getComputedStyle(document.body).margin === "0px"),
      };
    });
    for (const [i, path] of all.entries()) {
      const there = found.get(files[i] ?? "");
      const least = whole.get(path) ?? { words: Infinity, links: Infinity };
      expect({ path, ...there, words: (there?.words ?? 0) >= least.words * 0.98, links: (there?.links ?? 0) >= least.links }) // as above
        .toMatchObject({ isStyled: true, words: true, links: true, errors: [] });
    }
    await withPage(browser, pathToFileURL(join(copy, "index.html")).href, {}, async (page) => {
      await page.locator('footer a[href$="about/index.html"]').first().click();
      await page.waitForURL("**/about/index.html");
    });
  } finally {
    rmSync(copy, { recursive: true });
  }
});
