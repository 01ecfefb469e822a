import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dropOld, keepFile, keepFolder, MADE_BY } from "../../src/load/kept-files.ts";

const bytes = (text: string) => Promise.resolve(new TextEncoder().encode(text));

test("makes a file once, and again when anything that it depends on is another", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "cards-")), "new");
  let painted = 0;
  const make = () => bytes(`picture ${++painted}`);
  const texts = [];
  for (const parts of [["a", "b"], ["a", "b"], ["ab", ""], ["a", "c"]]) texts.push(Buffer.from(await keepFile(folder, parts, make)).toString()); // prettier-ignore
  expect(texts).toEqual(["picture 1", "picture 1", "picture 2", "picture 3"]);
  expect(readdirSync(folder)).toHaveLength(3);
});

test("does without where nothing can be kept", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "cards-")), "file");
  writeFileSync(file, "");
  expect(Buffer.from(await keepFile(file, ["a"], () => bytes("picture"))).toString()).toBe("picture");
});

test("fills a folder once, and another for other parts; a maker that fails leaves none that is half full", async () => {
  const cache = mkdtempSync(join(tmpdir(), "fonts-"));
  let filled = 0;
  const fill = (folder: string) => {
    writeFileSync(join(folder, "a.txt"), `${++filled}`);
    return Promise.resolve();
  };
  const first = await keepFolder(cache, ["a"], fill);
  expect(await keepFolder(cache, ["a"], fill)).toBe(first);
  expect(await keepFolder(cache, ["b"], fill)).not.toBe(first);
  expect(filled).toBe(2);

  await expect(keepFolder(cache, ["c"], () => Promise.reject(new Error("no font")))).rejects.toThrow("no font");
  expect(await keepFolder(cache, ["c"], fill)).toMatch(/^.*[0-9a-f]{64}$/);
  expect(filled).toBe(3);
});

test("drops what was made more than a month ago, and a folder by the file that says when that was", () => {
  const cache = mkdtempSync(join(tmpdir(), "cards-"));
  const write = (name: string, days: number) => {
    writeFileSync(join(cache, name), "kept");
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    utimesSync(join(cache, name), then, then);
  };
  for (const folder of ["old-pages", "new-pages"]) mkdirSync(join(cache, folder));
  write("old", 31);
  write("new", 29);
  write(`old-pages/${MADE_BY}`, 31);
  write("old-pages/changed-since", 1);
  write(`new-pages/${MADE_BY}`, 29);
  write("new-pages/was-there-before", 40);
  dropOld([cache, join(cache, "none")]);
  expect(readdirSync(cache)).toEqual(["new", "new-pages"]);
  expect(readdirSync(join(cache, "new-pages"))).toHaveLength(2);
});
