import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepFile } from "../../src/load/kept-files.ts";

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
