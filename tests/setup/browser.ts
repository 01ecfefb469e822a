/** What the browser tests share: the running browser, and what is done with its pages. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, inject } from "vitest";

export const WIDE = { width: 1280, height: 900 };
export const TABLET = { width: 768, height: 1024 };
export const PHONE = { width: 390, height: 844 };

/** Connects to the browser of this run, and lets go of it after the test file. */
export async function connectBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject("browserEndpoint"));
  afterAll(() => browser.close());
  return browser;
}

/** Opens an address of the site in a context of its own, and closes it when `use` is done. */
export async function withPage<T>(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: WIDE, ...options });
  try {
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Everything that goes wrong in a page and its frames from now on: errors, violations of the policy, failed requests, other hosts. */
export async function collectFaults(page: Page, ...addresses: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  const origins = addresses.map((address) => new URL(address).origin);
  await page.exposeFunction("reportViolation", (text: string) => faults.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (violation) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation; // exposed above
      report(`${violation.effectiveDirective} ${violation.blockedURI} ${violation.sample}`);
    });
  });
  page.on("console", (message) => {
    const isOwn404 = /404\.html$/.test(page.url()) && /status of 404/.test(message.text());
    if (["error", "warning"].includes(message.type()) && !isOwn404) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const { origin: to, protocol } = new URL(request.url());
    if (!origins.includes(to) && protocol !== "data:" && protocol !== "blob:") faults.push(`other host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** Notes what the page puts on the clipboard, which all tests that run at a time share. Returns a function that gives the last text. */
export async function watchCopies(page: Page): Promise<() => Promise<string | null>> {
  const copies = await page.evaluateHandle(() => {
    const noted: { last: string | null } = { last: null };
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      noted.last = text;
      return write(text);
    };
    return noted;
  });
  return () => copies.evaluate(({ last }) => last);
}

/** Presses Tab until the focus is on what the selector matches; fails when it is never reached. */
export async function tabTo(page: Page, selector: string, limit = 60): Promise<void> {
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${limit} presses of Tab never reach ${selector}`);
}
