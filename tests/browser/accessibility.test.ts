import axe from "axe-core";
import { describe, expect, inject, test } from "vitest";
import { connectBrowser, listPageKinds, PHONE, WIDE, withPage } from "../setup/browser.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds();

describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
  test.each(kinds)("axe finds no violation on $kind ($path)", async ({ path }) => {
    // Only axe itself needs to get past the policy.
    const violations = await withPage(browser, inject("homes")["at the root"] + path, { colorScheme, bypassCSP: true, viewport: WIDE }, async (page) => {
      await page.addScriptTag({ content: axe.source });
      const results = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      return results.violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n")[1]?.trim() ?? ""}`));
    });
    expect(violations).toEqual([]);
  });
});

describe("on a phone", () => {
  test.each(kinds)("axe finds no violation on $kind ($path)", async ({ path }) => {
    const violations = await withPage(browser, inject("homes")["at the root"] + path, { bypassCSP: true, viewport: PHONE }, async (page) => {
      await page.addScriptTag({ content: axe.source });
      const results = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
      return results.violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    });
    expect(violations).toEqual([]);
  });
});
