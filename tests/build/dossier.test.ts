/** Another dossier, built with the same code: what a publisher's own folder gets, and what a faulty one does not. */
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkLinks } from "../../scripts/check-links.ts";
import { CARD_CACHE } from "../../src/load/kept-files.ts";
import { listFiles } from "../../scripts/site-files.ts";
import { textWithin } from "../setup/html.ts";
import { danglingIds, graphOf, topThings } from "../setup/json-ld.ts";
import { attributeOf, hashFiles, isEmbed, isRedirect, listEntries, readPages, summarizeBroken, type Page } from "../setup/pages.ts";
import { MINIMAL_CONTENT, runBuild, SITE_URL } from "../setup/sites.ts";
import { findAtomFault, textsAt } from "../setup/xml.ts";

const out = ".test-output/minimal";
let pages: Page[] = [];
const pageAt = (path: string) => pages.find((page) => page.path === path);
const mainText = (path: string) => {
  const tags = pageAt(path)?.tags ?? [];
  return textWithin(
    tags,
    tags.findIndex((tag) => tag.name === "main"),
  );
};

beforeAll(async () => {
  await rm(out, { recursive: true, force: true });
  const { status, output } = await runBuild({ content: MINIMAL_CONTENT, out });
  if (status !== 0) throw new Error(output);
  pages = await readPages(out);
});

describe("another dossier", () => {
  test("has a page for every entry", async () => {
    const entries = await listEntries(MINIMAL_CONTENT);
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(10);
    expect(entries.filter(({ path }) => !pageAt(path)).map(({ path }) => path)).toEqual([]);
  });

  test("has no broken link, and no page that nothing links to", async () => {
    const { broken, orphans } = await checkLinks(out, "/");
    const redirects = pages.filter(isRedirect).map(({ name }) => name);
    expect(summarizeBroken(broken)).toEqual([]);
    expect(orphans.filter((name) => !redirects.includes(name))).toEqual([]);
  });

  test("says nothing of the dossier that the code was first written for", () => {
    const words = /Petro|Trump|Venezuela|Colombia|Caribbean|Hegseth|Maduro/;
    const faults = pages.flatMap(({ name, html }) => words.exec(html)?.map((word) => `${name}: ${word}`) ?? []);
    expect(faults).toEqual([]);
  });

  test.each([
    { path: "claims/lake-watch-second-count/", reason: "The count was of another lake." },
    { path: "actors/the-tidings/", reason: "The outlet is described by its pages alone" },
    { path: "sources/withdrawn-page/", reason: "The publisher took the page down as mistaken." },
    { path: "timeline/talks-in-velm/", reason: "The talks did not take place." },
  ])("keeps the withdrawn entry $path as a page that says so, and why", ({ path, reason }) => {
    expect(mainText(path)).toMatch(/withdrawn/i);
    expect(mainText(path)).toContain(reason);
  });

  test.each(["feeds/corrections/atom.xml", "feed.xml"])("has its correction and every withdrawal in %s", async (file) => {
    const text = await readFile(join(out, file), "utf8");
    expect(findAtomFault(text)).toBeNull();
    const changes = textsAt(text, "//atom:entry/atom:id").filter((id) => /\/corrections\/|#withdrawn$/.test(id));
    expect(changes.map((id) => id.replace(`${SITE_URL}/`, "")).sort()).toEqual([
      "actors/the-tidings/#withdrawn",
      "claims/lake-watch-second-count/#withdrawn",
      "corrections/barge-not-ferry/",
      "sources/withdrawn-page/#withdrawn",
      "timeline/talks-in-velm/#withdrawn",
    ]);
  });

  test("gives the chart on a page away as files, and none of what was withdrawn", async () => {
    const files = await listFiles(out);
    for (const one of ["chart.csv", "chart.metadata.json", "chart.svg"]) expect(files).toContain(`claims/northmark-notice-issued/${one}`);
    expect(files.filter((file) => /^(?:claims\/lake-watch-second-count|actors\/the-tidings)\/chart/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith(".svg") && file.startsWith("data/"))).not.toContain("data/v1/charts/places.svg"); // too few have a position
  });

  test("describes nothing withdrawn to machines, and refers to nothing that is", () => {
    const graphs = new Map(
      pages.filter((page) => !isRedirect(page) && !isEmbed(page) && page.name !== "404.html").map((page) => [page.path, graphOf(page)]),
    );
    expect(topThings(graphs.get("actors/the-tidings/")).map((thing) => thing["@type"])).toEqual(["WebPage", "BreadcrumbList"]);
    expect(danglingIds(graphs, `${SITE_URL}/`)).toEqual([]);
  });

  test("keeps the page of the day on which a withdrawn claim became known, and says there that it is withdrawn", () => {
    const day = mainText("as-of/2031-04-01/");
    expect(day).toContain("A claim by Lake Watch");
    expect(day).toContain("Withdrawn 10 June 2031. The count was of another lake.");
  });

  test("leads from a former address to the present one", () => {
    const old = pageAt("sources/tidings-march/");
    expect(old && attributeOf(old, "meta", { "http-equiv": "refresh" }, "content")).toMatch(/\/sources\/tidings-2031-03-05\/$/);
    expect(old?.tags.some((tag) => tag.name === "a" && tag.attributes.get("href") === "/sources/tidings-2031-03-05/")).toBe(true);
  });

  test("shows an approximate date as approximate", () => {
    expect(mainText("timeline/strike-2031-03-15/")).toMatch(/mid-March 2031|about 15 March 2031|c\. 15 Mar/);
  });

  test("lists the correction on the page of the entry it corrects", () => {
    expect(mainText("timeline/strike-2031-03-04/")).toMatch(/corrected.*It is called a barge\./i);
    expect(mainText("corrections/")).toContain("The vessel was called a ferry.");
  });
});

describe("a build", () => {
  const kindsOf = (files: Iterable<string>) => new Set([...files].map((file) => /\.[a-z0-9]+$/.exec(file)?.[0]));

  test("of the same content a year later, in another zone and another language is the same bytes, of every kind of file", async () => {
    await forgetPictures(out);
    const again = ".test-output/minimal-again";
    const language = "tr_TR.UTF-8"; // it writes dates and numbers otherwise
    const env = { TZ: "Pacific/Kiritimati", LANG: language, LC_ALL: language, NODE_OPTIONS: "--import ./tests/setup/shifted-clock.ts" };
    const { status, output } = await runBuild({ content: MINIMAL_CONTENT, out: again, env });
    expect(status, output).toBe(0);
    const [first, second] = await Promise.all([hashFiles(out), hashFiles(again)]);
    expect(Object.fromEntries(second)).toEqual(Object.fromEntries(first));
    expect([...kindsOf(first.keys())]).toEqual(
      expect.arrayContaining([
        ".zip",
        ".sqlite",
        ".ics",
        ".xml",
        ".opml",
        ".json",
        ".csv",
        ".geojson",
        ".md",
        ".cff",
        ".txt",
        ".html",
        ".svg",
        ".png",
      ]),
    );
  });

  test("without a public address has examples that read files beside them, and names no address that is none", async () => {
    const bare = ".test-output/minimal-bare";
    await rm(bare, { recursive: true, force: true });
    const { status, output } = await runBuild({ content: MINIMAL_CONTENT, out: bare, env: { SITE_URL: "" } });
    expect(status, output).toBe(0);
    const html = await readFile(join(bare, "data/index.html"), "utf8");
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    expect(main).toContain("./claims.csv");
    expect(main).not.toContain("localhost");
  });

  test("of a folder that lies outside the project is the same bytes", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dossier-"));
    const outside = ".test-output/outside";
    try {
      await cp(MINIMAL_CONTENT, folder, { recursive: true });
      const { status, output } = await runBuild({ content: folder, out: outside });
      expect(status, output).toBe(0);
      const [first, second] = await Promise.all([hashFiles(out), hashFiles(outside)]);
      expect(Object.fromEntries(second)).toEqual(Object.fromEntries(first));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("a build of faulty content", () => {
  const content = ".test-output/faulty-content";
  const last = ".test-output/faulty";
  let before = new Map<string, string>();

  beforeAll(async () => {
    await rm(last, { recursive: true, force: true });
    await cp(out, last, { recursive: true });
    before = await hashFiles(last);
  });
  afterAll(() => rm(content, { recursive: true, force: true }));

  test.each([
    {
      fault: "a date that is none",
      file: "claims/quill-barge-smuggled.md",
      from: "date: 2031-03-04",
      to: "date: 4.3.2031",
      at: "7:7",
      code: "bad-date",
    },
    {
      fault: "a field that does not exist",
      file: "timeline/quill-statement.md",
      from: "place: velm",
      to: "plaice: velm",
      at: "6:1",
      code: "unknown-field",
    },
    {
      fault: "a source that is not on file",
      file: "actors/bren-tarrow.md",
      from: "[tidings-2031-03-05]",
      to: "[tidings-2031-03-06]",
      at: "6:11",
      code: "unknown-entry",
    },
    {
      fault: "a link to nothing",
      file: "actors/ada-quill.md",
      from: "../claims/quill-barge-smuggled.md",
      to: "../claims/quill-barge.md",
      at: "22:86",
      code: "unknown-entry",
    },
    {
      fault: "a number that does not add up",
      file: "articles/a-later-look.md",
      from: "[two](count:strikes)",
      to: "[three](count:strikes)",
      at: "11:25",
      code: "count-mismatch",
    },
    {
      fault: "front matter that cannot be read",
      file: "places/velm.md",
      from: "name: Velm",
      to: 'name: "Velm',
      at: "2:7",
      code: "bad-front-matter",
    },
  ])("names the place of $fault and leaves the last site as it was", async ({ file, from, to, at, code }) => {
    await rm(content, { recursive: true, force: true });
    await cp(MINIMAL_CONTENT, content, { recursive: true });
    const text = await readFile(join(content, file), "utf8");
    expect(text).toContain(from);
    await writeFile(join(content, file), text.replace(from, to));

    const { status, output } = await runBuild({ content, out: last });

    expect(status).toBe(1);
    const [, report = ""] = output.split(`${content}/${file}\n`);
    expect(report.split("\n\n")[0], output).toMatch(new RegExp(`^ *${at} +${code} `, "m"));
    expect(await hashFiles(last)).toEqual(before);
    expect((await readdir(dirname(last))).filter((name) => name.startsWith(`${basename(last)}.`))).toEqual([]);
  });
});

test("a build whose files beside the pages cannot be written fails, says why, and leaves the last site as it was", async () => {
  const before = await hashFiles(out);

  const env = { NODE_OPTIONS: "--import ./tests/setup/full-disk.ts" };
  const { status, output } = await runBuild({ content: MINIMAL_CONTENT, out, env });

  expect(status).toBe(1);
  expect(output).toContain("The files beside the pages were not written.");
  expect(output).toContain("ENOSPC: no space left on device");
  expect(await hashFiles(out)).toEqual(before);
});

/** Takes the pictures of a build out of the cache that all builds share, and no others: the next build has to paint them anew. */
async function forgetPictures(dir: string): Promise<void> {
  const made = new Set([...(await hashFiles(dir))].filter(([file]) => file.endsWith(".png")).map(([, hash]) => hash));
  const kept = [...(await hashFiles(CARD_CACHE))].filter(([, hash]) => made.has(hash));
  expect(kept.length).toBeGreaterThan(0);
  for (const [file] of kept) await rm(join(CARD_CACHE, file), { force: true });
}
