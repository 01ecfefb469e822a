/** The map of the site for search engines: the pages that they should list, and no other. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { lastChange } from "../../src/graph/last-change.ts";
import { allNodes } from "../../src/graph/nodes.ts";
import { readContent } from "../../src/load/read-content.ts";
import { createUrls } from "../../src/site/urls.ts";
import { attributeOf, readPages } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";
import { textsAt } from "../setup/xml.ts";

describe.each(SITE_NAMES)("the map of the site %s", (name) => {
  const { dir, base } = SITES[name];

  test("has every page that names itself as canonical and may be listed", async () => {
    const pages = await readPages(dir);
    const listed = pages.filter(
      (page) =>
        attributeOf(page, "link", { rel: "canonical" }, "href") === `${SITE_URL}${base}${page.path}` &&
        attributeOf(page, "meta", { name: "robots" }, "content") === undefined,
    );
    const { addresses } = await readMap(dir);
    expect(addresses.toSorted()).toEqual(listed.map(({ path }) => `${SITE_URL}${base}${path}`).sort());
    expect(addresses.length).toBeGreaterThan(1000);
  });

  test("has the days that the content gives, and no others", async () => {
    const urls = createUrls({ base, site: SITE_URL });
    const { dossier } = checkContent(readContent("content"));
    const given = allNodes(dossier).flatMap((node) => {
      const day = lastChange(node, dossier);
      return day && !node.data.withdrawn ? [`${urls.absolute(urls.hrefFor(node))} ${day}`] : [];
    });
    const { days } = await readMap(dir);
    expect(days.toSorted()).toEqual(given.sort());
    expect(days.length).toBeGreaterThan(300);
  });

  test("is named by robots.txt", async () => {
    expect(await readFile(join(dir, "robots.txt"), "utf8")).toContain(`\nSitemap: ${SITE_URL}${base}sitemap-index.xml\n`);
  });
});

async function readMap(dir: string): Promise<{ addresses: string[]; days: string[] }> {
  const index = await readFile(join(dir, "sitemap-index.xml"), "utf8");
  const parts = textsOf(index, "loc").map((address) => join(dir, address.slice(address.lastIndexOf("/") + 1)));
  const maps = await Promise.all(parts.map((part) => readFile(part, "utf8")));
  return {
    addresses: maps.flatMap((map) => textsOf(map, "loc")),
    days: maps.flatMap((map) =>
      textsAt(map, "//*[local-name()='url'][*[local-name()='lastmod']]").map((text) =>
        text.replace(/^(.*\/)(\d{4}-\d\d-\d\d).*$/s, "$1 $2"),
      ),
    ),
  };
}

function textsOf(xml: string, element: string): string[] {
  return textsAt(xml, `//*[local-name()='${element}']`);
}
