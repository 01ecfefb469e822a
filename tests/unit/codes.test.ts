/** The table of codes, the fault suite and docs/errors.md belong together. */
import { readFile, readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { CODES } from "../../src/model/problem.ts";

const files = (await readdir("tests/unit")).filter((name) => name.endsWith("faults.test.ts"));
const suite = (await Promise.all(files.map((name) => readFile(`tests/unit/${name}`, "utf8")))).join("\n");

test.each(Object.keys(CODES))("the fault suite has an input for %s, with what an editor reads about it", (code) => {
  expect(suite.match(new RegExp(`\\bfault(?:OnDisk)?\\(\\s*"${code}"`, "g"))?.length ?? 0).toBeGreaterThan(0);
});

describe("docs/errors.md", async () => {
  const sections = (await readFile("docs/errors.md", "utf8")).split(/^## /m).slice(1);

  test("has one section for each code, in the order of the table, and no other", () => {
    expect(sections.map((section) => section.split("\n", 1)[0])).toEqual(Object.keys(CODES));
  });

  test.each(Object.entries(CODES))(
    "says of %s how grave it is, what it means, what is wrong and what is right",
    (code, { severity, summary }) => {
      const section = sections.find((candidate) => candidate.startsWith(`${code}\n`)) ?? "";
      expect(section).toContain(`\n\n**${severity === "error" ? "Error" : "Warning"}.** ${summary}\n\n`);
      expect(section).toMatch(/\nWrong:\n\n```\w+\n[^`]+\n```\n\nRight:\n\n```\w+\n[^`]+\n```\n/);
    },
  );
});
