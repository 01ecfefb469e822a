import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { connectBrowser, PHONE, TABLET, WIDE, withPage } from "../setup/browser.ts";
import { listPageKinds } from "../setup/page-kinds.ts";
import { SITES } from "../setup/sites.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds(SITES["at the root"].dir);

test.each(kinds)("axe finds no violation on $kind ($path) at three widths, light or dark", async ({ path }) => {
  // Only axe itself needs to get past the policy.
  const violations = await withPage(
    browser,
    inject("homes")["at the root"] + path,
    { bypassCSP: true, reducedMotion: "reduce" },
    async (page) => {
      await page.addScriptTag({ content: axe.source });
      const found: string[] = [];
      for (const [name, viewport] of Object.entries({ wide: WIDE, tablet: TABLET, phone: PHONE })) {
        await page.setViewportSize(viewport);
        // Its colours are those of the other two.
        for (const colorScheme of name === "tablet" ? (["light"] as const) : (["light", "dark"] as const)) {
          await page.emulateMedia({ colorScheme });
          // Colours that are still on their way from one scheme to the other would be judged as they are.
          await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))));
          // The scheme changes colours alone, so the second one is asked for what colours decide.
          const violations = await findViolations(page, colorScheme === "light" ? [] : ["color-contrast", "link-in-text-block"]);
          found.push(...violations.map((violation) => `${name}, ${colorScheme}: ${violation}`));
        }
      }
      return found;
    },
  );
  expect(violations).toEqual([]);
});

/** Violations of the rules named; of all rules, the one on the size of targets among them, where none is named. */
async function findViolations(page: Page, named: string[]): Promise<string[]> {
  const { violations } = await page.evaluate((runOnly) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe; // put there by the script tag
    const rules = { "target-size": { enabled: true } };
    return run(runOnly.length > 0 ? { resultTypes: ["violations"], runOnly } : { resultTypes: ["violations"], rules });
  }, named);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} (${failureSummary?.split("\n")[1]?.trim() ?? ""})`),
  );
}
