/** A row of the fault suite: the minimal dossier with one change has one kind of problem, and reads exactly so. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { readContent } from "../../src/load/read-content.ts";
import { CODES, type Code } from "../../src/model/problem.ts";
import { check, report } from "./builders.ts";
import { changed, MINIMAL, type Change } from "./minimal-dossier.ts";

export function fault(code: Code, title: string, change: Change, expectText: (text: string) => void): void {
  test(`${code}: ${title}`, () => {
    const result = check(changed(change));
    expect([...new Set(result.problems.map((problem) => problem.code))]).toEqual([code]);
    expect(result.problems[0]?.severity).toBe(CODES[code].severity);
    expectText(report(result));
  });
}

/** The same for a fault of the files themselves: `prepare` does to the folder what a text cannot say. */
export function faultOnDisk(
  code: Code,
  title: string,
  files: Record<string, string | Uint8Array>,
  prepare: (folder: string) => Promise<void>,
  expectText: (text: string) => void,
): void {
  test(`${code}: ${title}`, async () => {
    await inFolder(files, async (folder) => {
      await prepare(folder);
      const result = checkContent(readContent(folder));
      expect([...new Set(result.problems.map((problem) => problem.code))]).toEqual([code]);
      expectText(report(result));
    });
  });
}

/** Runs with a content folder on disk: the minimal dossier and these files, gone afterwards. */
export async function inFolder(files: Record<string, string | Uint8Array>, use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-"));
  try {
    for (const [path, text] of Object.entries({ ...MINIMAL, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
