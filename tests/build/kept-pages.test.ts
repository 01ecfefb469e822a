/** A build after an edit takes the pages that the edit leaves as they were from the build before, and the site is what a whole build makes. */
import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { folderOfPages } from "../../src/load/kept-pages.ts";
import { MINIMAL_CONTENT, runBuild, SITE_URL } from "../setup/sites.ts";

const folder = ".test-output/kept";
const content = join(folder, "content");
const out = join(folder, "dist");

async function build(from = content, to = out): Promise<void> {
  const { status, output } = await runBuild({ content: from, out: to });
  expect(status, output).toBe(0);
}

/** How many of the pages that are kept were made since a moment. */
async function countMade(since: number): Promise<number> {
  const kept = folderOfPages({ contentDir: content, siteUrl: SITE_URL, hasSiteUrl: true, basePath: "/" });
  const pages = (await readdir(kept)).filter((name) => /^[0-9a-f]+$/.test(name));
  const stats = await Promise.all(pages.map((name) => stat(join(kept, name))));
  return stats.filter(({ mtimeMs }) => mtimeMs >= since).length;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(content, file);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

/** One after the other: a page that one build takes although it should be another stays wrong in the next. */
const EDITS: Record<string, readonly (() => Promise<void>)[]> = {
  "words and numbers": [
    () => edit("claims/quill-barge-smuggled.md", "carried smuggled", "had carried smuggled"),
    () => edit("timeline/strike-2031-03-04.md", "survived: 1", "survived: 2"),
  ],
  "which entries there are": [
    async () => {
      await cp(join(content, "sources/wire-2031-03-06.md"), join(content, "sources/wire-again.md"));
      await edit("sources/wire-again.md", "wire/1", "wire/2");
      await appendFile(join(content, "actors/ada-quill.md"), "\nThe wire [says so](../sources/wire-again.md).\n");
    },
    () => edit("sources/wire-again.md", "---\n", "---\nwithdrawn: { date: 2031-06-20, reason: It is the other page again. }\n"),
  ],
};

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await cp(MINIMAL_CONTENT, content, { recursive: true });
  await build();
});

test.each(Object.entries(EDITS))("after edits of %s the site is the one that a whole build makes", async (name, edits) => {
  const pages = (await listFiles(out)).filter((file) => file.endsWith(".html")).length;
  for (const change of edits) {
    await change();
    const start = Date.now();
    await build();
    const made = await countMade(start);
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(pages);
  }
  const whole = join(folder, name.replaceAll(" ", "-"));
  await cp(content, `${whole}-content`, { recursive: true }); // a folder of content of which no page is kept …
  await rm(folderOfPages({ contentDir: `${whole}-content`, siteUrl: SITE_URL, hasSiteUrl: true, basePath: "/" }), {
    recursive: true,
    force: true,
  }); // … not by a former run either
  await build(`${whole}-content`, whole);
  expect(await readFile(join(out, "manifest.json"), "utf8")).toBe(await readFile(join(whole, "manifest.json"), "utf8"));
});
