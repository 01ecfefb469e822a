/** A build after an edit takes the pages that the edit leaves as they were from the build before, and the site is what a whole build makes. */
import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folderOfPages } from "../../src/load/kept-pages.ts";
import { MINIMAL_CONTENT, runBuild, SITE_URL } from "../setup/sites.ts";

const folder = ".test-output/kept";
const content = join(folder, "content");
const out = join(folder, "dist");

async function build(from = content, to = out): Promise<void> {
  const { status, output } = await runBuild({ content: from, out: to });
  expect(status, output).toBe(0);
}

/** Which part of what is kept, pages and drawings with their data, was made since a moment. */
async function partMade(since: number): Promise<number> {
  const kept = folderOfPages({ contentDir: content, siteUrl: SITE_URL, hasSiteUrl: true, basePath: "/" });
  const pages = (await readdir(kept)).filter((name) => /^[0-9a-f]+$/.test(name));
  const stats = await Promise.all(pages.map((name) => stat(join(kept, name))));
  return stats.filter(({ mtimeMs }) => mtimeMs >= since).length / stats.length;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(content, file);
  const text = await readFile(path, "utf8");
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

interface Edit {
  change(): Promise<void>;
  /** Less than this part is made anew. */
  most: number;
}

/** One after the other: a page that one build takes although it should be another stays wrong in the next. */
const EDITS: Record<string, readonly Edit[]> = {
  "words, kinds and numbers": [
    { most: 1 / 3, change: () => edit("claims/quill-barge-smuggled.md", "carried smuggled", "had carried smuggled") },
    { most: 1 / 2, change: () => edit("actors/bren-tarrow.md", "kind: person", "kind: organisation") },
    { most: 1, change: () => edit("timeline/strike-2031-03-04.md", "survived: 1", "survived: 2") },
  ],
  "which entries there are": [
    {
      most: 1,
      change: async () => {
        await cp(join(content, "sources/wire-2031-03-06.md"), join(content, "sources/wire-again.md"));
        await edit("sources/wire-again.md", "wire/1", "wire/2");
        await appendFile(join(content, "actors/ada-quill.md"), "\nThe wire [says so](../sources/wire-again.md).\n");
      },
    },
    {
      most: 1,
      change: () => edit("sources/wire-again.md", "---\n", "---\nwithdrawn: { date: 2031-06-20, reason: It is the other page again. }\n"),
    },
  ],
};

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await cp(MINIMAL_CONTENT, content, { recursive: true });
  await build();
});

test.each(Object.entries(EDITS))("after edits of %s the site is the one that a whole build makes", async (name, edits) => {
  for (const { change, most } of edits) {
    await change();
    const start = Date.now();
    await build();
    const made = await partMade(start);
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(most);
  }
  const whole = join(folder, name.replaceAll(/\W+/g, "-"));
  await cp(content, `${whole}-content`, { recursive: true }); // a folder of content of which no page is kept …
  await rm(folderOfPages({ contentDir: `${whole}-content`, siteUrl: SITE_URL, hasSiteUrl: true, basePath: "/" }), {
    recursive: true,
    force: true,
  }); // … not by a former run either
  await build(`${whole}-content`, whole);
  expect(await readFile(join(out, "manifest.json"), "utf8")).toBe(await readFile(join(whole, "manifest.json"), "utf8"));
});
