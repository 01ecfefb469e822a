import { describe, expect, test } from "vitest";
import { parseEntryFile } from "../../src/load/entry-file.ts";
import { parseBody } from "../../src/markdown/parse-body.ts";

describe("links", () => {
  test("each has its words, its address and the sentence that makes it", () => {
    const { links } = parseBody("Quill spoke. She [called the barge](../claims/a.md) a *smuggler’s*. It [left](https://example.org).\n");
    expect(links).toMatchObject([
      {
        url: "../claims/a.md",
        target: { type: "entry", kind: "claim", id: "a" },
        text: "called the barge",
        sentence: "She called the barge a smuggler’s.",
        line: 1,
        column: 18,
      },
      { url: "https://example.org", target: { type: "external" }, text: "left", sentence: "It left.", line: 1, column: 72 },
    ]);
  });

  test("positions are those of the file, front matter included", () => {
    const file =
      "---\nname: Ada\nkind: person\n---\n\nFirst paragraph.\n\nSecond, with [a link](../claims/a.md)\nand a line more: [two](count:killed).\n";
    const { links, paragraphs } = parseBody(parseEntryFile(file).bodyText);
    expect(links.map(({ line, column }) => [line, column])).toEqual([
      [8, 14],
      [9, 18],
    ]);
    expect(paragraphs.map(({ line, column }) => [line, column])).toEqual([
      [6, 1],
      [8, 1],
    ]);
    for (const { line, column, text } of links) expect(file.split("\n")[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^\\[${text}\\]`));
  });

  test("positions are those of the file with the line ends of Windows too", () => {
    const { links } = parseBody(parseEntryFile("---\r\nname: Ada\r\n---\r\n\r\nOne [link](../claims/a.md).\r\n").bodyText);
    expect(links.map(({ line, column }) => [line, column])).toEqual([[5, 5]]);
  });

  test.each([
    ["headings", "## [The toll](../claims/a.md)\n", "The toll"],
    ["lists", "- One.\n- Two [words](../claims/a.md).\n", "Two words."],
    ["quotations", "> As [she said](../claims/a.md).\n", "As she said."],
    ["cells of tables", "| What |\n| --- |\n| [Killed](../claims/a.md) in all |\n", "Killed in all"],
    ["notes at the foot", "Text.[^1]\n\n[^1]: See [there](../claims/a.md).\n", "See there."],
  ])("in %s are found", (_, text, sentence) => {
    expect(parseBody(text).links).toMatchObject([{ url: "../claims/a.md", sentence }]);
  });

  test("inside emphasis belong to their own sentence", () => {
    const { links, paragraphs } = parseBody("*One. Two [words](../claims/a.md). Three.* Four.\n");
    expect(links).toMatchObject([{ sentence: "Two words." }]);
    expect(paragraphs[0]?.sentences).toEqual([
      { text: "One.", linked: false },
      { text: "Two words.", linked: true },
      { text: "Three.", linked: false },
      { text: "Four.", linked: false },
    ]);
  });

  test("across two sentences count for both, and belong to the first", () => {
    const { links, paragraphs } = parseBody("Zero. [One. Two](../claims/a.md) more. Three.\n");
    expect(links).toMatchObject([{ sentence: "One." }]);
    expect(paragraphs[0]?.sentences.map(({ linked }) => linked)).toEqual([false, true, true, false]);
  });

  test("at the end of a paragraph belong to its last sentence", () => {
    expect(parseBody("One. Two [three](../claims/a.md)\n").links).toMatchObject([{ sentence: "Two three" }]);
  });

  test("by reference are the links that their definitions say, so that none escapes the check", () => {
    const { links } = parseBody(
      "A [claim][c], [c] and [Another one][].\n\n[c]: ../claims/a.md\n[another one]: javascript:alert(1)\n[C]: ../claims/ignored.md\n",
    );
    expect(links.map(({ url, text, column }) => [url, text, column])).toEqual([
      ["../claims/a.md", "claim", 3],
      ["../claims/a.md", "c", 15],
      ["javascript:alert(1)", "Another one", 23],
    ]);
  });

  test("written as bare addresses are links too", () => {
    expect(parseBody("See <https://example.org/a> and https://example.org/b.\n").links.map(({ url }) => url)).toEqual([
      "https://example.org/a",
      "https://example.org/b",
    ]);
    expect(parseBody("See <javascript:alert(1)>.\n").links.map(({ url }) => url)).toEqual(["javascript:alert(1)"]);
  });
});

describe("paragraphs", () => {
  test("wrapped by hand have the same sentences as unwrapped ones", () => {
    const { paragraphs } = parseBody("The barge, said\n[Quill](../claims/a.md), carried\noil. Nobody saw it.\n");
    expect(paragraphs[0]?.sentences).toEqual([
      { text: "The barge, said Quill, carried oil.", linked: true },
      { text: "Nobody saw it.", linked: false },
    ]);
  });

  test("a cell of a table is told from a paragraph", () => {
    expect(parseBody("Text.\n\n| A |\n| --- |\n| b |\n").paragraphs.map(({ isCell, sentences }) => [isCell, sentences[0]?.text])).toEqual([
      [false, "Text."],
      [true, "A"],
      [true, "b"],
    ]);
  });

  test("a paragraph without text has no sentences", () => {
    expect(parseBody("![](a.png)\n").paragraphs).toMatchObject([{ sentences: [], links: [] }]);
  });

  test("words are counted over the whole body", () => {
    expect(parseBody("## Two words\n\nThree [more words](../claims/a.md).\n").words).toBe(5);
    expect(parseBody("").words).toBe(0);
  });

  test("headings have their depth, text and place", () => {
    const { headings } = parseBody("## The *toll*\n\n### By [strike](../timeline/a.md)\n");
    expect(headings).toMatchObject([
      { depth: 2, text: "The toll", line: 1, column: 1 },
      { depth: 3, text: "By strike", line: 3, column: 1 },
    ]);
    expect(headings.map((heading) => heading.positionAt(4))).toEqual([
      { line: 1, column: 9 },
      { line: 3, column: 10 },
    ]);
  });

  test("know which of their words are code", () => {
    const [paragraph] = parseBody("The *field* `region` is [`empty`](../claims/a.md).\n").paragraphs;
    const isCode = (word: string) => paragraph?.isCodeAt(paragraph.text.indexOf(word));
    expect(["field", "region", "is", "empty", "."].map(isCode)).toEqual([false, true, false, true, false]);
  });

  test.each([
    ["plain words", "The barge carried oil.\n", "oil", "oil"],
    ["words on a later line", "The barge,\nsaid [Quill](../claims/a.md),\ncarried oil.\n", "carried", "carried"],
    ["the words of a link", "The barge, said [Ada Quill](../claims/a.md), carried oil.\n", "Quill", "Quill"],
    ["words behind a link", "So [says Quill](../claims/a.md) of oil.\n", "oil", "oil"],
    ["words behind an escape and an entity", "A \\*star\\* &amp; oil.\n", "oil", "oil"],
    ["words in a list, indented", "- One\n  and oil.\n", "oil", "oil"],
    ["words in emphasis", "A *barge with oil* left.\n", "oil", "oil"],
  ])("know the place of %s", (_, text, word, found) => {
    const [paragraph] = parseBody(text).paragraphs;
    const { line, column } = paragraph?.positionAt(paragraph.text.indexOf(word)) ?? { line: 0, column: 0 };
    expect(text.split("\n")[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${found}`));
  });
});

describe("raw HTML is found, wherever it hides", () => {
  test.each([
    ["as a block", "Text.\n\n<div>x</div>\n", [{ value: "<div>x</div>", line: 3, column: 1 }]],
    ["as a script", "<script>alert(1)</script>\n", [{ value: "<script>alert(1)</script>", line: 1, column: 1 }]],
    [
      "in a paragraph",
      "A <b>bold</b> word.\n",
      [
        { value: "<b>", line: 1, column: 3 },
        { value: "</b>", line: 1, column: 10 },
      ],
    ],
    [
      "in a heading",
      "## The <i>toll</i>\n",
      [
        { value: "<i>", line: 1, column: 8 },
        { value: "</i>", line: 1, column: 15 },
      ],
    ],
    ["in a list", "- A <br> b\n", [{ value: "<br>", line: 1, column: 5 }]],
    [
      "in a cell",
      "| A |\n| --- |\n| <u>b</u> |\n",
      [
        { value: "<u>", line: 3, column: 3 },
        { value: "</u>", line: 3, column: 7 },
      ],
    ],
    ["as a comment", "Text.\n\n<!-- later -->\n", [{ value: "<!-- later -->", line: 3, column: 1 }]],
    ["in the words of a link", "A [<img src=x>](../claims/a.md).\n", [{ value: "<img src=x>", line: 1, column: 4 }]],
  ])("%s", (_, text, expected) => {
    expect(parseBody(text).html).toEqual(expected);
  });

  test("a less-than sign and code are no HTML", () => {
    expect(parseBody("It is 3 < 4, and `<b>` is code.\n\n    <div>\n").html).toEqual([]);
  });
});
