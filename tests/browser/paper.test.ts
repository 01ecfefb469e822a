/** What a printed page holds: one dossier that can be followed up without the site. */
import { expect, inject, test, describe } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { connectBrowser, WIDE, withPage } from "../setup/browser.ts";

const browser = await connectBrowser();
const home = inject("homes")["at the root"];
const { dossier } = checkContent(readContent("content"));
const paths = [
  "timeline/strike-2025-09-02/",
  "claims/guzman-all-aid-cut/",
  "actors/gustavo-petro/",
  "analysis/campaign-widens-toward-governments/",
];

describe.each(paths)("/%s on paper", (path) => {
  test("has its address and the day of the record, and nothing that only a screen can use", async () => {
    await onPaper(path, async (page) => {
      expect(await page.locator(".mast__at").innerText()).toMatch(new RegExp(`/${path}\\s+Record to \\d+ \\w+ \\d{4}$`));
      expect(await page.locator("nav:visible, input:visible, main button:visible, .skip:visible, .pn:visible").count()).toBe(0);
    });
  });

  test("has unfolded all that is folded on a screen", async () => {
    await onPaper(path, async (page) => {
      const folded = await page.locator("main details").evaluateAll((all) =>
        all.flatMap((details) => {
          const isMeant = details.checkVisibility() && !details.closest(".rail");
          const inside = [...details.children].filter(({ tagName }) => tagName !== "SUMMARY");
          return isMeant && inside.some((element) => !element.checkVisibility({ contentVisibilityAuto: true }))
            ? [details.textContent.trim().slice(0, 60)]
            : [];
        }),
      );
      expect(folded).toEqual([]);
    });
  });

  test("lists every source that it names, with its address in full", async () => {
    const addresses = new Map(dossier.sources.map(({ id, data }) => [id, data.url ?? "No address is on file"]));
    await onPaper(path, async (page) => {
      const named = await page
        .locator('main :is(.sref, .body a, .prose a)[href^="/sources/"]')
        .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")?.split("/")[2] ?? ""))]);
      const listed = new Map(
        await page
          .locator(".src li:visible")
          .evaluateAll((items) => items.map((item) => [item.id.replace("s-", ""), getComputedStyle(item, "::after").content] as const)),
      );
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((id) => !listed.get(id)?.includes(addresses.get(id) ?? "?"))).toEqual([]);
      expect([...listed].filter(([id, shown]) => !shown.includes(addresses.get(id) ?? "?"))).toEqual([]);
    });
  });
});

test("/counts/ on paper has each published total by publisher, all folds open, and says that it leaves the list by month out", async () => {
  await onPaper("counts/", async (page) => {
    const totals = await page
      .locator("#publishers ~ details a:visible")
      .evaluateAll((links) =>
        [...new Set(links.map((link) => link.getAttribute("href")))].filter((href) => href?.startsWith("/counts/total-")),
      );
    expect(totals).toHaveLength(dossier.totals.length);
    const closed = await page
      .locator("main details:visible > table")
      .evaluateAll((all) => all.filter((table) => !table.checkVisibility()).length);
    expect(closed).toBe(0);
    expect(await page.locator("#all").isVisible()).toBe(false);
    expect(await page.locator(".scope.on-paper").innerText()).toMatch(/is left out on paper: http.*\/counts\/#all$/);
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBeLessThanOrEqual(25);
  });
});

async function onPaper(path: string, use: Parameters<typeof withPage>[3]): Promise<void> {
  await withPage(browser, home + path, { viewport: WIDE }, async (page) => {
    await page.emulateMedia({ media: "print" });
    await use(page);
  });
}
