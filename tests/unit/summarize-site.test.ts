import { expect, test } from "vitest";
import { summarizeEntries } from "../../scripts/summarize-site.ts";
import { validateContent } from "../../src/check/validate.ts";
import { readContent } from "../../src/load/read-content.ts";
import { claim, event } from "./builders.ts";

test("a build counts the entries that stand, and says how many are withdrawn", () => {
  const withdrawn = { date: "2031-04-02", reason: "The count was of another lake." };
  const summary = summarizeEntries([claim({ id: "a" }), claim({ id: "b", withdrawn }), event(), event({ id: "c" })]);
  expect(summary).toMatch(/\b1 claim, 2 (?:events|timeline entries), /);
  expect(summary).toMatch(/; besides these 1 withdrawn$/);
  expect(summarizeEntries([claim()])).not.toContain("withdrawn");
});

test("a build counts the withdrawn of another dossier apart", () => {
  const { entries } = validateContent(readContent("tests/fixtures/minimal"));
  expect(summarizeEntries(entries)).toMatch(/; besides these 4 withdrawn$/);
});
