import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { connectBrowser, listPageKinds, PHONE, TABLET, WIDE, withPage } from "../setup/browser.ts";

const browser = await connectBrowser();
const kinds = await listPageKinds();

test.each(kinds)("axe finds no violation on $kind ($path) at three widths, light or dark", async ({ path }) => {
  // Only axe itself needs to get past the policy.
  const violations = await withPage(
    browser,
    inject("homes")["at the root"] + path,
    { bypassCSP: true, reducedMotion: "reduce" },
    async (page) => {
      await page.addScriptTag({ content: axe.source });
      const found: string[] = [];
      for (const [name, viewport] of Object.entries({ wide: WIDE, tablet: TABLET, phone: PHONE }))
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(viewport);
          // Colours that are still on their way from one scheme to the other would be judged as they are.
          await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))));
          found.push(...(await findViolations(page)).map((violation) => `${name}, ${colorScheme}: ${violation}`));
        }
      return found;
    },
  );
  expect(violations).toEqual([]);
});

async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }),
  ); // put there by the script tag
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 4).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 140)} (${failureSummary?.split("\n")[1]?.trim() ?? ""})`),
  );
}
