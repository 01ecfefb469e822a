import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOutDirFault } from "../../scripts/out-dir.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "out-dir-"));
  for (const name of ["empty", "build", "letters"]) await mkdir(join(folder, name));
  for (const file of ["build/manifest.json", "build/404.html", "letters/home.txt"]) await writeFile(join(folder, file), "-");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(["new", "empty", "build"])("a folder that is %s may be built into", (name) => {
  expect(findOutDirFault(join(folder, name), "content")).toBeNull();
});

test("a folder with other files is refused, by name and with a way out", () => {
  expect(findOutDirFault(join(folder, "letters"), "content")).toMatch(/letters".*no build of this site wrote.*such as dist/s);
});

test("a folder beside the project whose name begins as the project's is refused: Astro takes it for a part of it", () => {
  expect(findOutDirFault(`${process.cwd()}-site`, "content")).toMatch(/begins as the project's own folder does/);
  expect(findOutDirFault("dist-of-today", "content")).toBeNull();
});

test.each([".", "..", "/"])("the folder %s, which holds the project, is refused", (outDir) => {
  expect(findOutDirFault(outDir, "content")).toMatch(/holds the project/);
});

test.each(["content", "content/claims"])("the folder %s of the dossier is refused", (outDir) => {
  expect(findOutDirFault(outDir, "content")).toMatch(/shares a folder with the content/);
});
