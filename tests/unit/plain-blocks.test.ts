import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseEntryFile } from "../../src/load/entry-file.ts";
import { readContent } from "../../src/load/read-content.ts";
import { parseQuickly, parseThoroughly, type Body, type BodyText } from "../../src/markdown/parse-body.ts";

/** Everything that a body says, with the place of each of its words' first letters. */
const all = ({ links, paragraphs, headings, html, images, titles, codes, rows, quotes, words }: Body) => {
  const places = ({ text, positionAt }: BodyText) => [...text.matchAll(/\S+/g)].map(({ index }) => positionAt(index));
  const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
  return plain({
    links,
    paragraphs,
    headings,
    html,
    images,
    titles,
    codes,
    rows,
    quotes,
    words,
    places: [...paragraphs, ...headings].map(places),
  });
};
const quick = (text: string) => {
  const body = parseQuickly(text);
  return body && all(body);
};
const ofRemark = (text: string) => all(parseThoroughly(text));

describe("the quick way through a body", () => {
  test.each([
    ["nothing", ""],
    ["empty lines, as of blanked front matter", "\n\n\n\n"],
    ["a paragraph", "One. Two.\n"],
    ["a text without a last line end", "One."],
    ["a heading", "## The toll\n\n### By [strike](../timeline/a.md) here\nAnd words.\n"],
    ["paragraphs and links", "\n\nOne [link](../claims/a.md), and\ntwo: [2](count:killed?from=2025-10-16).\n\n\nMore.\n"],
  ])("takes %s", (_, text) => {
    expect(quick(text)).toEqual(ofRemark(text));
  });

  test.each(["*a*", "a_b_c", "`a`", "- a", "1. a", "> a", "    a", "a  \nb", "a | b\n- | -", "a\n---", "<b>", "&amp;", "\\*", "![a](b)"])(
    "leaves %j to remark",
    (text) => {
      expect(quick(text)).toBeNull();
    },
  );

  test.each(["https://a.example", "www.a.example", "a@b.example", "[^1]", "[a]: b", "[a][b]", "[a](b c)", "[a](b(c))", "a\r\nb", "a\tb"])(
    "leaves %j to remark",
    (text) => {
      expect(quick(text)).toBeNull();
    },
  );

  test("gives what remark gives, whatever the text", () => {
    const pieces = ["One", " two", ".", "\n", "\n\n", " ", "[a b](../claims/a.md)", "[2](count:killed)", "“q”", "(", ")", "]", "[", "é", "1.", "1) ", "-", "#", "# ", "\n## ", "*", "’", ":", "=", "  ", "!", "www.", "http://", "x@y.z", "+", "\u00a0", "^", "$", "{", "/", "%", "\u2028", "~"]; // prettier-ignore
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

  test("serves most bodies that we publish", () => {
    const { files } = readContent("content");
    const bodies = files.map(({ text }) => parseEntryFile(text).bodyText);
    const taken = bodies.filter((body) => quick(body) !== null);
    for (const body of taken) expect(quick(body)).toEqual(ofRemark(body));
    expect(taken.length).toBeGreaterThan(bodies.length * 0.9);
  });
});
