import { expect, test } from "vitest";
import { firstOf, readPages } from "../setup/pages.ts";
import { SITES } from "../setup/sites.ts";
import { findHtmlFaults } from "../setup/validator.ts";

test("every page is valid HTML", { timeout: 300_000 }, async () => {
  const pages = await readPages(SITES["at the root"].dir);
  const faults: string[] = [];
  for (const page of pages) faults.push(...(await findHtmlFaults(page)));
  expect(firstOf(faults, 40)).toEqual([]);
});
