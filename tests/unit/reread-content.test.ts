import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { waitAfter } from "../../src/load/reread-content.ts";

const folder = mkdtempSync(join(tmpdir(), "reread-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a file that was emptied is waited for longer than one that is written, or gone", () => {
  writeFileSync(join(folder, "written.md"), "---\n");
  writeFileSync(join(folder, "emptied.md"), "");
  const short = waitAfter(folder, ["written.md", "gone.md"]);
  expect(short).toBeLessThanOrEqual(100);
  expect(waitAfter(folder, ["written.md", "emptied.md"])).toBeGreaterThanOrEqual(10 * short);
});
