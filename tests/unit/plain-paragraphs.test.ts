import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { parseEntryFile } from "../../src/load/entry-file.ts";
import { readContent } from "../../src/load/read-content.ts";
import { parsePlainParagraphs } from "../../src/markdown/plain-paragraphs.ts";

const remark = unified().use(remarkParse).use(remarkGfm);
const ofRemark = (text: string) => JSON.parse(JSON.stringify(remark.parse(text))) as unknown;
const quick = (text: string) => {
  const tree = parsePlainParagraphs(text);
  return tree && (JSON.parse(JSON.stringify(tree)) as unknown);
};

describe("the quick way through a body", () => {
  test.each([
    ["nothing", ""],
    ["empty lines, as of blanked front matter", "\n\n\n\n"],
    ["a paragraph", "One. Two.\n"],
    ["a text without a last line end", "One."],
    ["paragraphs and links", "\n\nOne [link](../claims/a.md), and\ntwo: [2](count:killed?from=2025-10-16).\n\n\nMore.\n"],
  ])("takes %s", (_, text) => {
    expect(quick(text)).toEqual(ofRemark(text));
  });

  test.each([
    "*a*",
    "a_b_c",
    "`a`",
    "# A",
    "- a",
    "1. a",
    "> a",
    "    a",
    "a  \nb",
    "a | b\n- | -",
    "a\n---",
    "<b>",
    "&amp;",
    "\\*",
    "![a](b)",
  ])("leaves %j to remark", (text) => {
    expect(quick(text)).toBeNull();
  });

  test.each(["https://a.example", "www.a.example", "a@b.example", "[^1]", "[a]: b", "[a][b]", "[a](b c)", "[a](b(c))", "a\r\nb", "a\tb"])(
    "leaves %j to remark",
    (text) => {
      expect(quick(text)).toBeNull();
    },
  );

  test("gives what remark gives, whatever the text", () => {
    const pieces = ["One", " two", ".", "\n", "\n\n", " ", "[a b](../claims/a.md)", "[2](count:killed)", "“q”", "(", ")", "]", "[", "é", "1.", "1) ", "-", "#", "*", "’", ":", "=", "  ", "!", "www.", "http://", "x@y.z", "+", "\u00a0", "^", "$", "{", "/", "%", "\u2028", "~"]; // prettier-ignore
    const texts = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: "binary", maxLength: 3 })), {
      maxLength: 12,
    });
    let taken = 0;
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        const tree = quick(text);
        if (!tree) return;
        taken++;
        expect(tree).toEqual(ofRemark(text));
      }),
      { numRuns: 4000, seed: 20251019 },
    );
    expect(taken).toBeGreaterThan(400);
  });

  test("serves most bodies that we publish", async () => {
    const { files } = readContent("content");
    const bodies = files.map(({ text }) => parseEntryFile(text).bodyText);
    const taken = bodies.filter((body) => quick(body) !== null);
    for (const body of taken) expect(quick(body)).toEqual(ofRemark(body));
    expect(taken.length).toBeGreaterThan(bodies.length * 0.9);
  });
});
