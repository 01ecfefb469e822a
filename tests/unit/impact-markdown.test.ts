/** What the report on a change is written with: fields side by side, and Markdown that no text of the content can break. */
import fc from "fast-check";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { compareFields } from "../../src/impact/compare-fields.ts";
import { code, escapeMessage, escapeText, inline, table } from "../../src/impact/markdown.ts";

describe("fields", () => {
  const long = "word ".repeat(30).trim();
  test.each<[string, object, object, string[]]>([
    ["a value", { a: 1 }, { a: 2 }, ["a: 1 → 2"]],
    ["a new field and one that is gone", { a: 1 }, { b: true }, ["a: 1 → not set", "b: not set → true"]],
    ["a long text", { a: long }, { a: `${long} more` }, ["a: 30 words → 31 words, reworded"]],
    ["a long text that is new", {}, { a: long }, [`a: not set → ${"word ".repeat(15)}…`]],
    ["a short list", { a: ["x"] }, { a: ["x", "y"] }, ["a: x → x, y"]],
    ["a list that is emptied", { a: ["x"] }, { a: [] }, ["a: x → none"]],
    [
      "a long list",
      { a: Array.from({ length: 20 }, (_, i) => `item-${i}`) },
      { a: Array.from({ length: 20 }, (_, i) => `item-${i + 1}`) },
      ["a: 20 items → 20 items; added: item-20; removed: item-0"],
    ],
    [
      "items by what names them",
      {
        a: [
          { source: "x", n: 1 },
          { source: "y", n: 1 },
        ],
      },
      {
        a: [
          { source: "y", n: 2 },
          { source: "x", n: 1 },
        ],
      },
      ["a[y].n: 1 → 2"],
    ],
    [
      "an item that is new",
      { a: [{ source: "x" }] },
      { a: [{ source: "x" }, { source: "y", killed: { min: 1, max: 2 } }] },
      ["a[y]: not set → {source: y, killed: {min: 1, max: 2}}"],
    ],
    ["items without a name, by their place", { a: [{ n: 1 }, { n: 1 }] }, { a: [{ n: 1 }, { n: 2 }] }, ["a[2].n: 1 → 2"]],
    [
      "another order",
      { a: [{ source: "x" }, { source: "y" }] },
      { a: [{ source: "y" }, { source: "x" }] },
      ["a: 2 items → the same in another order"],
    ],
    ["a number that became a range", { a: 2 }, { a: { min: 2, max: 3 } }, ["a: 2 → {min: 2, max: 3}"]],
    ["nothing", { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 1 } }] }, []],
  ])("compare %s", (_, before, after, expected) => {
    const lines = compareFields(before, after).map(
      (change) => `${change.field}: ${change.before ?? "not set"} → ${change.after ?? "not set"}`,
    );
    expect(lines).toEqual(expected);
  });
});

describe("Markdown", () => {
  test.each([
    ["a | b", "a \\| b"],
    ["<b>bold</b> & more", "&lt;b&gt;bold&lt;/b&gt; &amp; more"],
    ["two\nlines\r\n and  spaces ", "two lines and spaces"],
    ["*a* _b_ `c` [d](e) ~~f~~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~\\~f\\~\\~"],
    ["back\\slash", "back\\\\slash"],
    ["@ada wrote #12 at $5", "@<!-- -->ada wrote #<!-- -->12 at \\$5"],
  ])("makes %j harmless", (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  const marks = fc.string({ unit: fc.constantFrom(..."ab1 \n|<>&;*_`~[]()\\$@#!:.-") });

  test("gives every text back to the reader, whatever marks are in it", () => {
    fc.assert(
      fc.property(marks, (text) => {
        const row = table(["a", "b"], [[`x${escapeText(text)}x`, code(`x${text}x`)]]);
        const cells: string[] = [];
        visit(unified().use(remarkParse).use(remarkGfm).parse(row), "tableCell", (cell) => {
          cells.push(toString(cell, { includeHtml: false }));
        });
        const line = text.replace(/\s+/g, " ").trim();
        expect(cells.slice(2)).toEqual([`x${line}x`, `x${text}x`.replace(/\s+/g, " ")]);
      }),
    );
  });

  test("makes code of what a message sets between backticks", () => {
    expect(escapeMessage("`a|b` is *named* here; use `c_d`.")).toBe("<code>a\\|b</code> is \\*named\\* here; use `c_d`.");
    expect(escapeMessage("A lone ` stays.")).toBe("A lone \\` stays.");
    expect(escapeMessage("`` is no id.")).toBe("\\`\\` is no id.");
  });

  test("lets code hold a pipe, a backtick and no line break", () => {
    expect(code("a|b\nc")).toBe("<code>a\\|b c</code>");
    expect(code("a`b")).toBe("`` a`b ``");
  });

  test("counts the rows and items that it leaves out, and leaves out no single one", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [String(i)]);
    expect(table(["n"], rows(3), 2)).toBe("| n |\n| --- |\n| 0 |\n| 1 |\n| 2 |");
    expect(table(["n"], rows(4), 2)).toBe("| n |\n| --- |\n| 0 |\n| 1 |\n\n… and 2 more.");
    expect(inline(["a", "b", "c"], 2)).toBe("a, b, c");
    expect(inline(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  });
});
