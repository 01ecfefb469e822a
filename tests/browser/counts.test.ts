import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { computeLedger, regionSlug } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { readContent } from "../../src/load/read-content.ts";
import { connectBrowser, withPage } from "../setup/browser.ts";

const browser = await connectBrowser();
const url = `${inject("homes")["at the root"]}counts/`;
const { strikes } = checkContent(readContent("content")).dossier;
const ledgerBy = (scope: Partial<Parameters<typeof computeLedger>[1]>) => computeLedger(strikes, { asOf: null, ...scope });

const standfirst = (page: Page) => page.locator(".standfirst").innerText();
const sumRow = (page: Page) => page.locator("#by-month tr").last().innerText();
const queryOf = (page: Page) => new URL(page.url()).search;

describe("the rule of counting", () => {
  test("is followed by the sentence, the table and the drawing, which say it; the address keeps it, and Back leads back", async () => {
    await withPage(browser, url, {}, async (page) => {
      const before = await standfirst(page);
      const band = await page.locator('svg.totals [data-band="band"], svg.totals [data-band]').first().getAttribute("d");
      const counted = ledgerBy({ rule: "presumed-dead-counted" });
      await page.getByLabel("The dead", { exact: true }).selectOption("presumed-dead-counted");
      await expect
        .poll(() => standfirst(page))
        .toContain(`${formatRange(counted.killed)} killed in ${counted.strikes} strikes, with people presumed dead`);
      expect(await sumRow(page)).toContain(formatRange(counted.killed));
      expect(queryOf(page)).toBe("?rule=presumed-dead-counted");
      expect(await page.locator("#rule-said").textContent()).toContain("with people presumed dead");
      expect(await page.locator("svg.totals").first().getAttribute("aria-label")).toContain("with people presumed dead");
      expect(await page.locator("svg.totals [data-band]").first().getAttribute("d")).not.toBe(band);

      const there = ledgerBy({ rule: "presumed-dead-counted", region: "caribbean" });
      await page.getByLabel("Region", { exact: true }).selectOption("caribbean");
      await expect.poll(() => standfirst(page)).toContain(`${formatRange(there.killed)} killed in ${there.strikes} strikes`);
      expect(await standfirst(page)).toContain(
        "Published totals follow no choice made here: each is compared over all regions, with records of every grade, by its own publisher’s rule.",
      );
      await page.getByLabel("Unit", { exact: true }).selectOption("vessels");
      await expect.poll(() => standfirst(page)).toContain(`on ${there.vessels} vessels`);
      for (let i = 0; i < 3; i++) await page.goBack();
      await expect.poll(() => standfirst(page)).toBe(before);
      expect(queryOf(page)).toBe("");
    });
  });

  test("is taken from the address, and names entries that it leaves without a figure", async () => {
    const original = ledgerBy({ grade: "original" });
    await withPage(browser, `${url}?grade=original`, {}, async (page) => {
      await expect.poll(() => standfirst(page)).toContain(`${original.withoutFigure.length} entries have no figure and add nothing`);
      expect(await page.getByLabel("Records", { exact: true }).inputValue()).toBe("original");
      expect(await standfirst(page)).toContain(`${formatRange(original.killed)} killed`);
    });
  });

  test("gives 0 for a month in which the region has no strike", async () => {
    const months = [...new Set(strikes.map(({ date }) => date.earliest?.slice(0, 7)))];
    const region = "eastern-pacific"; // the first strikes were in the Caribbean
    const first = strikes.find(({ strike }) => regionSlug(strike.data.region ?? "") === region)?.date.earliest?.slice(0, 7);
    const empty = months.findIndex((month) => month === first);
    expect(empty).toBeGreaterThan(0);
    await withPage(browser, `${url}?region=${region}`, {}, async (page) => {
      await page.getByLabel("Region", { exact: true }).waitFor();
      for (const row of (await page.locator("#by-month tbody tr").all()).slice(0, empty)) {
        expect(await row.locator('[data-cell="killed"]').innerText()).toBe("0");
        expect(await row.locator('[data-cell="without"]').innerText()).toBe("no strike");
        expect(await row.locator('[data-cell="inAll"]').innerText()).toBe("0");
      }
    });
  });

  test("is left alone where the address means nothing", async () => {
    const all = ledgerBy({});
    await withPage(browser, `${url}?rule=most&region=moon&grade=9&unit=boats`, {}, async (page) => {
      await page.getByLabel("The dead", { exact: true }).waitFor();
      expect(await standfirst(page)).toContain(`${formatRange(all.killed)} killed in ${all.strikes} strikes, by every record as it stands`);
    });
  });

  test("stands in a table of all rules without scripts, where there is nothing to choose", async () => {
    await withPage(browser, url, { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByLabel("The dead", { exact: true }).isVisible()).toBe(false);
      const table = page.locator("table", { has: page.locator("caption", { hasText: /every (counting )?rule/i }) });
      const text = await table.first().innerText();
      for (const rule of ["all-records", "presumed-dead-counted", "presumed-dead-not-counted"] as const)
        expect(text).toContain(formatRange(ledgerBy({ rule }).killed));
      expect(text).toContain(formatRange(ledgerBy({ grade: "original" }).killed));
    });
  });
});
