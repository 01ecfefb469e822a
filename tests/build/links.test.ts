import { expect, test } from "vitest";
import { checkLinks } from "../../scripts/check-links.ts";
import { firstOf, summarizeBroken } from "../setup/pages.ts";
import { SITE_NAMES, SITES } from "../setup/sites.ts";

for (const name of SITE_NAMES) {
  const { dir, base } = SITES[name];

  test(`every internal link and fragment resolves ${name}, and every page is linked from somewhere`, async () => {
    const { pages, links, broken, orphans } = await checkLinks(dir, base);
    expect(summarizeBroken(broken)).toEqual([]);
    expect(firstOf(orphans)).toEqual([]);
    expect(pages).toBeGreaterThan(1000);
    expect(links).toBeGreaterThan(pages);
  });
}
