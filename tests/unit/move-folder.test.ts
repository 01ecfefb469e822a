import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { moveInto } from "../../src/load/move-folder.ts";

let [from, to] = ["", ""];

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "soundings-move-"));
  [from, to] = [join(folder, "from"), join(folder, "to")];
});

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

test("puts folders that both have together, and leaves what was there", () => {
  write(join(from, "claims/a/index.json"), "data");
  write(join(from, "feeds/feed.json"), "feed");
  write(join(to, "claims/a/index.html"), "page");

  moveInto(from, to);

  const read = (path: string) => readFileSync(join(to, path), "utf8");
  expect([read("claims/a/index.json"), read("claims/a/index.html"), read("feeds/feed.json")]).toEqual(["data", "page", "feed"]);
  expect(existsSync(join(from, "feeds"))).toBe(false);
});

test("refuses to write a file over another, and names both places to look", () => {
  write(join(from, "robots.txt"), "ours");
  write(join(to, "robots.txt"), "somebody's");

  expect(() => moveInto(from, to)).toThrow(/Two things are written to .*robots\.txt: .*plain-files\.ts.*public\//);
  expect(readFileSync(join(to, "robots.txt"), "utf8")).toBe("somebody's");
});
