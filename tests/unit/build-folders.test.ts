import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderOf, restoreLast, settleFolders, swapFolders, swapInOwnProcess } from "../../scripts/build-folders.ts";

const ENDED = spawnSync(process.execPath, ["--version"]).pid; // a number that no process has any more
const RUNNING = process.ppid;

let folder = "";
let outDir = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-folders-"));
  outDir = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A build whose pages say `words`. */
function writeBuild(path: string, words: string): void {
  mkdirSync(path, { recursive: true });
  for (const file of ["404.html", "index.html", "manifest.json"]) writeFileSync(join(path, file), words);
}

/** Folders by name, with the words of the build in each; "half" for what is none. */
function readFolders(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const page = join(folder, name, "index.html");
      return [name, existsSync(page) ? readFileSync(page, "utf8") : "half"];
    }),
  );
}

const next = (pid: number) => `dist.next-pid${pid}`;
const last = (pid: number) => `dist.last-pid${pid}`;
const gone = (pid: number) => `dist.gone-pid${pid}`;

/** What lies there → what lies there once the next command has begun. */
const STATES: {
  state: string;
  before: Record<string, string>;
  restored?: true;
  previewed?: Record<string, string>;
  built: Record<string, string>;
}[] = [
  { state: "nothing at all", before: {}, built: {} },
  { state: "a build and nothing else", before: { dist: "old" }, built: { dist: "old" } },
  { state: "a build killed on its way", before: { dist: "old", [next(ENDED)]: "half" }, built: { dist: "old" } },
  { state: "the first build killed on its way", before: { [next(ENDED)]: "half" }, built: {} },
  {
    state: "a swap killed between its two renames",
    before: { [last(ENDED)]: "old", [next(ENDED)]: "new" },
    restored: true,
    previewed: { dist: "old", [next(ENDED)]: "new" },
    built: { dist: "old" },
  },
  { state: "a build killed after its swap", before: { dist: "new", [last(ENDED)]: "old" }, built: { dist: "new" } },
  { state: "a removal killed on its way", before: { dist: "new", [gone(ENDED)]: "half" }, built: { dist: "new" } },
  { state: "only the rest of a removal", before: { [gone(ENDED)]: "old" }, built: {} },
  { state: "an empty folder taken away", before: { [last(ENDED)]: "half" }, built: {} },
  {
    state: "another build at work",
    before: { dist: "old", [next(RUNNING)]: "half", [last(RUNNING)]: "older" },
    built: { dist: "old", [next(RUNNING)]: "half", [last(RUNNING)]: "older" },
  },
  { state: "a leftover whose number is now ours", before: { dist: "old", [next(process.pid)]: "half" }, built: { dist: "old" } },
  {
    state: "folders of the publisher with like names",
    before: { dist: "old", "dist.last": "mine", "dist.next-2031": "mine", "dist.backup": "mine", "site.next-pid1": "mine" },
    built: { dist: "old", "dist.last": "mine", "dist.next-2031": "mine", "dist.backup": "mine", "site.next-pid1": "mine" },
  },
];

describe.each(STATES)("$state", ({ before, restored = false, previewed = before, built }) => {
  beforeEach(() => {
    for (const [name, words] of Object.entries(before)) {
      if (words === "half") mkdirSync(join(folder, name, "site"), { recursive: true });
      else writeBuild(join(folder, name), words);
    }
  });

  test("is put right as far as a preview needs it", () => {
    expect(restoreLast(outDir)).toBe(restored);
    expect(readFolders()).toEqual(previewed);
  });

  test("is put right, and leftovers removed, when a build begins", () => {
    expect(settleFolders(outDir)).toBe(restored);
    expect(readFolders()).toEqual(built);
  });
});

test("of two last builds the newer one goes back", () => {
  for (const [name, words, year] of [
    [last(ENDED), "newer", 2031],
    [last(RUNNING), "older", 2030],
  ] as const) {
    writeBuild(join(folder, name), words);
    utimesSync(join(folder, name, "manifest.json"), new Date(Date.UTC(year)), new Date(Date.UTC(year)));
  }
  restoreLast(outDir);
  expect(readFolders()).toEqual({ dist: "newer", [last(RUNNING)]: "older" });
});

describe.each([
  { how: "in this process", swap: (site: string) => Promise.try(swapFolders, site, outDir) },
  { how: "in a process of its own", swap: (site: string) => swapInOwnProcess(site, outDir) },
])("a swap $how", ({ swap }) => {
  const site = () => join(folderOf(outDir, "next"), "site");

  test("puts the new build in the place of the last, which stays beside it until it is removed", async () => {
    writeBuild(outDir, "old");
    writeBuild(site(), "new");
    await swap(site());
    expect(readFolders()).toMatchObject({ dist: "new" });
    expect(Object.values(readFolders()).sort()).toEqual(["half", "new", "old"]);
    settleFolders(outDir);
    expect(readFolders()).toEqual({ dist: "new" });
  });

  test("puts the first build where nothing was", async () => {
    writeBuild(site(), "new");
    await swap(site());
    settleFolders(outDir);
    expect(readFolders()).toEqual({ dist: "new" });
  });

  test("that cannot put the new build in place puts the last one back, and says why", async () => {
    writeBuild(outDir, "old");
    await expect(swap(site())).rejects.toThrow(/ENOENT: no such file or directory, rename '.*site' -> '.*dist'/);
    expect(readFolders()).toEqual({ dist: "old" });
  });
});
