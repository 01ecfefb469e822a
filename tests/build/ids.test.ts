/** An id is for ever: what becomes of the pages of renamed and of withdrawn entries. */
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLinks } from "../../scripts/check-links.ts";
import { enterIds } from "../../src/check/id-lock.ts";
import { readContent } from "../../src/load/read-content.ts";
import { KINDS, type Kind } from "../../src/model/kinds.ts";
import { pathOf, readDocuments } from "../../src/search/index-file.ts";
import { textWithin } from "../setup/html.ts";
import { attributeOf, isRedirect, readPages, summarizeBroken, type Page } from "../setup/pages.ts";
import { MINIMAL_CONTENT, runBuild, SITE_URL } from "../setup/sites.ts";
import { findHtmlFaults } from "../setup/validator.ts";

const content = ".test-output/ids-content";

/** One withdrawn entry of each kind, and a strike: it is the one that would be counted. */
const WITHDRAWN: readonly (readonly [kind: Kind, id: string, index: string])[] = [
  ["article", "a-later-look", "analysis/"],
  ["actor", "the-tidings", "actors/"],
  ["claim", "lake-watch-second-count", "claims/"],
  ["event", "talks-in-velm", "timeline/"],
  ["event", "strike-2031-03-20", "strikes/"],
  ["source", "withdrawn-page", "sources/"],
  ["place", "velm", "places/"],
  ["total", "total-2031-03-31-tidings", "counts/"],
  ["series", "reeds-cut", "context/"],
  ["correction", "barge-not-ferry", "corrections/"],
  ["lead", "third-patrol", "unknowns/"],
];

const STRIKE = `---
title: Patrol of 20 March 2031, Lake Orrin
kind: strike
date: 2031-03-20
region: North Shore
vessels: 4
casualties:
  - { source: lake-watch-count, killed: 40 }
sources: [lake-watch-count]
---
`;

beforeAll(async () => {
  await rm(content, { recursive: true, force: true });
  await cp(MINIMAL_CONTENT, content, { recursive: true });
  await writeFile(join(content, "timeline/strike-2031-03-20.md"), STRIKE);
  const edit = async (file: string, fields: string) => {
    const text = await readFile(join(content, file), "utf8");
    await writeFile(join(content, file), text.replace("---\n", `---\n${fields}\n`));
  };
  for (const { kind, file, id, text } of readContent(content).files) {
    const isWithdrawn = WITHDRAWN.some((row) => row[0] === kind && row[1] === id);
    if (isWithdrawn && !/^withdrawn:/m.test(text)) await edit(file, `withdrawn: { date: 2031-06-20, reason: Gone on purpose as ${id}. }`);
  }
  await edit("claims/quill-barge-smuggled.md", "formerIds: [quill-barge, quill-oil-barge]");
  await edit("places/velm.md", "formerIds: [velm-town]");
  const files = readContent(content).files.map(({ kind, id }) => ({ kind, id, data: {} }));
  await writeFile(join(content, "ids.lock"), enterIds("claims/quill-barge\nclaims/quill-oil-barge\nplaces/velm-town\n", files).text);
});
afterAll(() => rm(content, { recursive: true, force: true }));

describe.each([
  { where: "at the root", base: "/", out: ".test-output/ids-root" },
  { where: "under a path", base: "/some/base/", out: ".test-output/ids-based" },
])("$where", ({ base, out }) => {
  let pages: Page[] = [];
  const pageAt = (path: string): Page => {
    const page = pages.find((candidate) => candidate.path === path);
    if (!page) throw new Error(`There is no page at ${path}`);
    return page;
  };
  const mainText = ({ tags }: Page) =>
    textWithin(
      tags,
      tags.findIndex(({ name }) => name === "main"),
    );
  const headText = ({ tags }: Page, name: string) => tags.find((tag) => tag.name === name)?.text.trim();
  const linksOf = ({ tags }: Page) => tags.flatMap((tag) => (tag.name === "a" ? [(tag.attributes.get("href") ?? "").split("#")[0]] : []));
  let searched: Set<string>;
  const isSearched = ({ path }: Page) => searched.has(path);

  beforeAll(async () => {
    await rm(out, { recursive: true, force: true });
    const { status, output } = await runBuild({ content, out, base });
    if (status !== 0) throw new Error(output);
    pages = await readPages(out);
    searched = new Set(readDocuments(JSON.parse(await readFile(join(out, "search/entries.json"), "utf8"))).map(pathOf));
  });

  test("no link leads nowhere, and only former addresses are linked from nowhere", async () => {
    const { broken, orphans } = await checkLinks(out, base);
    expect(summarizeBroken(broken)).toEqual([]);
    expect(orphans.sort()).toEqual(
      pages
        .filter(isRedirect)
        .map(({ name }) => name)
        .sort(),
    );
  });

  test("every former address of the dossier is a page that leads on", () => {
    expect(pages.filter(isRedirect).map(({ path }) => path)).toEqual([
      "claims/quill-barge/",
      "claims/quill-oil-barge/",
      "places/velm-town/",
      "sources/tidings-march/",
    ]);
  });

  describe.each([
    ["renamed once", "sources/tidings-march/", "sources/tidings-2031-03-05/", "This source has another address"],
    ["renamed twice, from its first", "claims/quill-barge/", "claims/quill-barge-smuggled/", "This claim has another address"],
    ["renamed twice, from its second", "claims/quill-oil-barge/", "claims/quill-barge-smuggled/", "This claim has another address"],
    ["withdrawn since", "places/velm-town/", "places/velm/", "This place has another address"],
  ])("the former address of an entry %s", (_, old, present, heading) => {
    test("leads to the present one at once, by itself and by a link", () => {
      const page = pageAt(old);
      expect(attributeOf(page, "meta", { "http-equiv": "refresh" }, "content")).toBe(`0;url=${base}${present}`);
      expect(linksOf(page)).toContain(base + present);
      expect(isRedirect(pageAt(present))).toBe(false);
    });

    test("names the present one as canonical, and does not ask to be forgotten", () => {
      const page = pageAt(old);
      expect(attributeOf(page, "link", { rel: "canonical" }, "href")).toBe(`${SITE_URL}${base}${present}`);
      expect(attributeOf(page, "meta", { name: "robots" }, "content")).toBeUndefined();
    });

    test("is a page of the site: language, title, policy, menu, and a sentence that says what became of it", () => {
      const page = pageAt(old);
      const id = old.split("/")[1] ?? "";
      expect(attributeOf(page, "html", {}, "lang")).toBe("en");
      expect(headText(page, "title")).toContain(id);
      expect(attributeOf(page, "meta", { "http-equiv": "content-security-policy" }, "content")).toContain("default-src 'none'");
      expect(linksOf(page)).toContain(`${base}claims/`);
      expect(mainText(page)).toContain(heading);
      expect(mainText(page)).toContain(`What was ${id} is now called ${present.split("/")[1]}`);
    });

    test("is valid HTML, with no script or style of its own, and is not searched", async () => {
      const page = pageAt(old);
      expect(await findHtmlFaults(page)).toEqual([]);
      expect(
        page.tags.filter(({ name, closing, attributes }) => name === "style" || (name === "script" && !closing && !attributes.has("src"))),
      ).toEqual([]);
      expect(isSearched(page)).toBe(false);
    });
  });

  test("the former address of a withdrawn entry says that it is withdrawn, and not what it said", () => {
    const page = pageAt("places/velm-town/");
    expect(mainText(page)).toContain("is now called velm, and has been withdrawn.");
    expect(page.html).not.toContain("An invented capital");
  });

  describe.each(WITHDRAWN)("the withdrawn %s %s", (kind, id, index) => {
    const path = `${KINDS[kind].path}/${id}/`;

    test("keeps a page that says so, when and why", async () => {
      const page = pageAt(path);
      expect(mainText(page)).toMatch(/Withdrawn on \d+ \w+ 2031\./);
      expect(mainText(page)).toContain(reasonIn(await readFile(join(content, KINDS[kind].folder, `${id}.md`), "utf8")));
      expect(headText(page, "title")).toContain(`Withdrawn: ${KINDS[kind].one} ${id} `);
      expect(attributeOf(page, "meta", { name: "description" }, "content")).toMatch(/^Withdrawn on /);
      expect(await findHtmlFaults(page)).toEqual([]);
    });

    test("is left out of searches and of what machines are told", () => {
      const page = pageAt(path);
      expect(attributeOf(page, "meta", { name: "robots" }, "content")).toBe("noindex");
      expect(isSearched(page)).toBe(false);
      const facts = page.tags.find(({ name, attributes }) => name === "script" && attributes.get("type") === "application/ld+json")?.text;
      expect(facts).toContain('"WebPage"');
      expect(facts).toContain(`"name":"Withdrawn: ${KINDS[kind].one} ${id}"`);
      expect(facts).not.toContain("mainEntity");
    });

    test("stands among the withdrawn entries, and not in its index", () => {
      const corrections = pageAt("corrections/");
      const heading = corrections.tags.findIndex(({ attributes }) => attributes.get("id") === "withdrawn");
      expect(linksOf({ ...corrections, tags: corrections.tags.slice(heading) })).toContain(base + path);
      if (kind === "correction") expect(mainText(corrections)).toContain("No correction is on file.");
      else expect(linksOf(pageAt(index))).not.toContain(base + path);
    });

    test("stands in the data as withdrawn, with the day and the reason, and nowhere else", async () => {
      const rowsOf = async (name: string) => JSON.parse(await readFile(join(out, "data/v1", name), "utf8")) as Record<string, unknown>[]; // our own export
      const named = (await rowsOf("withdrawn.json")).find((row) => row["kind"] === kind && row["id"] === id);
      expect(named).toMatchObject({ date: expect.stringMatching(/^2031-/) as string, reason: expect.stringMatching(/\w/) as string });
      expect((await rowsOf(`entries/${KINDS[kind].folder}.json`)).map((row) => row["id"])).not.toContain(id);
    });
  });

  test("pages that stand are told to no search engine to be left out, and stay in the search", () => {
    const standing = pageAt("claims/quill-barge-smuggled/");
    expect(attributeOf(standing, "meta", { name: "robots" }, "content")).toBeUndefined();
    expect(isSearched(standing)).toBe(true);
  });

  test("a withdrawn strike is counted nowhere", async () => {
    const text = [pageAt(""), pageAt("strikes/"), pageAt("counts/"), pageAt("timeline/")].map(mainText).join(" ");
    expect(text).not.toMatch(/\b(?:3|three) strikes\b/i);
    expect(text).not.toMatch(/\b4[0-9]\b(?= (?:killed|people))/);
    expect(await readFile(join(out, "data/v1/strikes.csv"), "utf8")).not.toContain("strike-2031-03-20");
    expect(await readFile(join(out, "data/v1/casualty_records.csv"), "utf8")).not.toContain("strike-2031-03-20");
    expect(mainText(pageAt("timeline/strike-2031-03-20/"))).toContain("Not counted");
  });

  test("what a withdrawn claim said is on its own page alone; the list of the withdrawn says whose it was", () => {
    const claimed = "Lake Watch counts two patrols and one barge adrift";
    expect(pages.filter(({ html }) => html.includes(claimed)).map(({ path }) => path)).toEqual(["claims/lake-watch-second-count/"]);
    expect(mainText(pageAt("corrections/"))).toContain("A claim by Lake Watch");
  });
});

test("a build stops where a published id has vanished, and says at which line", async () => {
  const [file, out] = [join(content, "leads/third-patrol.md"), ".test-output/ids-vanished"];
  const lead = await readFile(file, "utf8");
  await rm(file);
  try {
    const lock = (await readFile(join(content, "ids.lock"), "utf8")).split("\n");
    const { status, output } = await runBuild({ content, out });
    expect(status).toBe(1);
    expect(output).toMatch(new RegExp(`${content}/ids\\.lock\\n +${lock.indexOf("unknowns/third-patrol") + 1}:1 +vanished-id `));
  } finally {
    await writeFile(file, lead);
  }
});

/** The reason as the entry gives it: the fields are written in one line or in two. */
function reasonIn(text: string): string {
  return /reason: (.+?)(?: \}|\n)/.exec(text)?.[1] ?? "no reason";
}
