/** The text of ids.lock, the command that writes it, and the one that we publish. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enterIds, parseIdLock } from "../../src/check/id-lock.ts";
import { registerIds } from "../../src/check/register-ids.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { claim, contentOf, lead, total as totalEntry } from "./builders.ts";
import { inFolder } from "./fault.ts";
import { changed, MINIMAL } from "./minimal-dossier.ts";

const linesOf = (text: string) => text.split("\n").filter((line) => line && !line.startsWith("#"));

describe("the ids of entries", () => {
  const entries = [totalEntry({ id: "march" }), claim({ id: "oil", formerIds: ["barge", "a-barge"] }), lead({ id: "third" })];

  test("are entered by address, sorted, the former ones too", () => {
    const { text, added } = enterIds(null, entries);
    expect(linesOf(text)).toEqual(["claims/a-barge", "claims/barge", "claims/oil", "counts/march", "unknowns/third"]);
    expect(added).toEqual(linesOf(text));
    expect(text).toMatch(/^# Every id that was ever published.*\n(# .*\n)+claims/);
    expect(text.endsWith("\n")).toBe(true);
  });

  test("stay when their entry is gone, and only the new ones are named", () => {
    const first = enterIds(null, entries).text;
    const { text, added } = enterIds(first, [claim({ id: "reeds" })]);
    expect(added).toEqual(["claims/reeds"]);
    expect(linesOf(text)).toEqual(["claims/a-barge", "claims/barge", "claims/oil", "claims/reeds", "counts/march", "unknowns/third"]);
  });

  test("change nothing when they are entered again", () => {
    const { text } = enterIds(null, entries);
    expect(enterIds(text, entries)).toEqual({ text, added: [] });
  });

  test("come out the same however a merge has mixed the lines", () => {
    const ids = fc.array(fc.constantFrom("claims/a", "claims/b", "counts/c", "actors/d", "sources/e", "", "# note"), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (ours, theirs) => {
        const union = [...ours, ...theirs];
        const { text } = enterIds(union.join("\n"), []);
        expect(enterIds([...union].reverse().join("\r\n"), []).text).toBe(text);
        expect(linesOf(text)).toEqual([...new Set(union.filter((line) => line && !line.startsWith("#")))].sort());
      }),
    );
  });
});

test("every kind is read back from its address", () => {
  const text = KIND_NAMES.map((kind) => `${KINDS[kind].path}/some-id\n`).join("");
  expect(parseIdLock(text)).toEqual({
    ids: KIND_NAMES.map((kind, i) => ({ address: `${KINDS[kind].path}/some-id`, kind, id: "some-id", line: i + 1 })),
    faults: [],
  });
});

describe("npm run ids", () => {
  const total = MINIMAL["totals/tidings-march.md"] ?? "";
  const renamed = (text: string) => changed({ "totals/tidings-march.md": null, "totals/tidings-2031-march.md": text });
  const { text: lock } = registerIds(contentOf(MINIMAL));

  test("enters every entry of a folder without a registry", () => {
    const { problems, added, leftOut } = registerIds(contentOf(MINIMAL));
    expect(added).toHaveLength(Object.keys(MINIMAL).length - 1); // site.yaml is no entry
    expect({ problems, leftOut }).toEqual({ problems: [], leftOut: [] });
  });

  test("has a problem with a renamed entry that is not joined to its old id", () => {
    const { problems } = registerIds(contentOf({ ...renamed(total), "ids.lock": lock }));
    expect(problems.map(({ code, advice }) => `${code} ${advice}`)).toEqual([
      expect.stringMatching(/^vanished-id Did you rename it to `tidings-2031-march`\?/),
    ]);
  });

  test("enters its new id beside the old one when it is", () => {
    const joined = total.replace("---\n", "---\nformerIds: [tidings-march]\n");
    const { problems, text, added } = registerIds(contentOf({ ...renamed(joined), "ids.lock": lock }));
    expect({ problems, added }).toEqual({ problems: [], added: ["counts/tidings-2031-march"] });
    expect(linesOf(text).filter((line) => line.startsWith("counts/"))).toEqual(["counts/tidings-2031-march", "counts/tidings-march"]);
  });

  test("leaves out entries that have errors, and names them", () => {
    const { text, leftOut } = registerIds(contentOf({ ...MINIMAL, "places/velm.md": "---\nname: Velm\n---\n" }));
    expect(leftOut).toEqual(["places/velm.md"]);
    expect(text).not.toContain("places/velm");
  });

  test("writes the file, and with --check only says what it lacks", { timeout: 60_000 }, async () => {
    await inFolder({}, async (folder) => {
      const file = join(folder, "ids.lock");
      const run = (...args: string[]) =>
        promisify(execFile)(process.execPath, ["scripts/register-ids.ts", ...args], { env: { ...process.env, CONTENT_DIR: folder } });
      await expect(run("--check")).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`${file} lacks 12 ids:\n  actors/ada-quill\n`) as string,
      });
      expect(existsSync(file)).toBe(false);
      expect((await run()).stdout).toContain(`12 ids entered into ${file}:\n`);
      expect(await readFile(file, "utf8")).toBe(lock);
    });
  });
});
