/** The fault suite of what is refused because of what it could do. */
import { describe, expect, test } from "vitest";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { textFaults } from "../../src/check/safety-rules.ts";
import { formatProblems } from "../../src/check/format.ts";
import { parseEntryFile } from "../../src/load/entry-file.ts";
import { check } from "./builders.ts";
import { fault, faultOnDisk } from "./fault.ts";
import { changed, codesOf, expectNoProblems, type Change } from "./minimal-dossier.ts";

const inText = (words: string): Change => ({ "claims/quill-oil.md": ["The words stand", `The words ${words} stand`] });
const inLink = (url: string): Change => ({ "claims/quill-oil.md": ["../sources/gazette.md", url] });

describe("links that could do harm", () => {
  fault("unsafe-link", "a script", inLink("javascript:alert(1)"), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:20 error unsafe-link
      The text links to \`javascript:alert(1)\`, and the scheme \`javascript:\` is not allowed.
      Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
  `),
  );
  fault("unsafe-link", "a script in entities", inLink("&#106;avascript&colon;alert(1)"), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:20 error unsafe-link
      The text links to \`javascript:alert(1)\`, and the scheme \`javascript:\` is not allowed.
      Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
  `),
  );
  fault(
    "unsafe-link",
    "a script by reference",
    { "claims/quill-oil.md": ["[the Gazette](../sources/gazette.md).", "[the Gazette][g].\n\n[g]: javascript:alert(1)"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:20 error unsafe-link
        The text links to \`javascript:alert(1)\`, and the scheme \`javascript:\` is not allowed.
        Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
    `),
  );
  fault("unsafe-link", "a host without https", inLink("//evil.example/a"), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:20 error unsafe-link
      The text links to \`//evil.example/a\`, which names a host without saying https.
      Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
  `),
  );
  fault("unsafe-link", "a host behind a user name", inLink("https://gazette.example@evil.example/"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:20 error unsafe-link
        The text links to \`https://gazette.example@evil.example/\`, which hides the host behind a user name.
        Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
    `),
  );

  fault("unsafe-link", "no host", inLink("https://"), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:20 error unsafe-link
      The text links to \`https://\`, which has no host right behind \`https://\`.
      Link to an entry by its file, ../claims/some-id.md, or to a page by its https address."
  `),
  );
  fault("empty-link", "that nobody sees", { "claims/quill-oil.md": ["[the Gazette]", "[](https://a.example/) [the Gazette]"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:20 error empty-link
        The link to \`https://a.example/\` has no words.
        Write between the brackets what the link is about, or delete it."
    `),
  );
  test.each(["[](../sources/gazette.md)", "[ ](../sources/gazette.md)", "[&nbsp;](#a)"])("%s", (link) => {
    expect(codesOf(inText(link))).toEqual(["claims/quill-oil.md:20:11 empty-link"]);
  });

  test.each([
    "https:///a",
    "http:",
    "https://?a",
    "https://:80/",
    "https:a.example",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "mailto:a@b.example",
    "JAVASCRIPT:x",
    "<java&Tab;script:x>",
  ])("%s", (url) => {
    expect(codesOf(inLink(url))).toEqual(["claims/quill-oil.md:20:20 unsafe-link"]);
  });
});

describe("characters that nobody sees", () => {
  fault("hidden-character", "line ends that only some programs take for one", inText("one\rtwo"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:14 error hidden-character
        The line has a character that nobody sees: U+000D (carriage return without a line feed).
        Delete it: type the words around it anew, or paste them through a plain-text editor."
    `),
  );
  fault("hidden-character", "that turn the direction of a text", inText("\u202egnihton"), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:11 error hidden-character
      The line has a character that nobody sees: U+202E (right-to-left override).
      Delete it: type the words around it anew, or paste them through a plain-text editor."
  `),
  );
  fault(
    "hidden-character",
    "of no width in a field",
    { "claims/quill-oil.md": ["status: contested", "status: contested\nvenue: On the\u200bpier"] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:10:14 error hidden-character
        The line has a character that nobody sees: U+200B (zero-width space).
        Delete it: type the words around it anew, or paste them through a plain-text editor."
    `),
  );
  fault(
    "hidden-character",
    "written as an escape",
    { "claims/quill-oil.md": ["status: contested", 'status: contested\nvenue: "On the \\u202E pier"'] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:10:8 error hidden-character
        The field has a character that nobody sees: U+202E (right-to-left override).
        Delete it: type the words around it anew, or paste them through a plain-text editor."
    `),
  );
  fault("hidden-character", "in site.yaml", { "site.yaml": ["title: Soundings", "title: Sound\u00adings"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "site.yaml:1:13 error hidden-character
        The line has a character that nobody sees: U+00AD (soft hyphen).
        Delete it: type the words around it anew, or paste them through a plain-text editor."
    `),
  );

  test.each([
    "\0",
    "\u001b",
    "\u0085",
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u200f",
    "\u2028",
    "\u202a",
    "\u2066",
    "\ufeff",
    "\ufffd",
    "\u{e0041}",
    "\ufe0f",
    "\u0600",
    "\u2065",
    "\u2800",
    "\ufdd0",
    "\ufffc",
    "\u{1d173}",
    "\u{1ffff}",
    "\u{1bca0}",
    "\ud800",
  ])("%j is found in a text, once for each line", (sign) => {
    expect(textFaults(`a\nb${sign}${sign}c\n${sign}`).map(({ code, place }) => [code, place])).toEqual([
      ["hidden-character", { line: 2, column: 2 }],
      ["hidden-character", { line: 3, column: 1 }],
    ]);
  });

  test.each(["&#x202e;", "&#8203;", "&zwj;", "&rlm;", "&shy;"])("%s is found as what it stands for", (entity) => {
    expect(codesOf(inText(`a${entity}b`))).toEqual(["claims/quill-oil.md:20:12 hidden-character"]);
    expect(codesOf(inLink(`https://gazette.example/${entity}a`))).toEqual(["claims/quill-oil.md:20:20 hidden-character"]);
  });

  fault("hidden-character", "in the language of a block of code", inText("stand.\n\n```te&zwj;xt\na\n```\n\nThey"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:22:1 error hidden-character
        The line of the code’s language has a character that nobody sees: U+200D (zero-width joiner).
        Delete it: type the words around it anew, or paste them through a plain-text editor."
    `),
  );
  test("is found behind the language of a block of code", () => {
    expect(codesOf(inText("stand.\n\n~~~ text a&#x2800;b\na\n~~~\n\nThey"))).toEqual(["claims/quill-oil.md:22:1 hidden-character"]);
  });
  fault("link-title", "that only a mouse shows", { "claims/quill-oil.md": ["gazette.md)", 'gazette.md "of the regime")'] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:20 error link-title
        The link has a title: “of the regime”.
        Leave the title out, and say in the text what it says."
    `),
  );
  test("a title by reference is a title too", () => {
    const text = "[the Gazette][g].\n\n[g]: ../sources/gazette.md 'a'";
    expect(codesOf({ "claims/quill-oil.md": ["[the Gazette](../sources/gazette.md).", text] })).toEqual([
      "claims/quill-oil.md:20:20 link-title",
    ]);
  });

  test("letters with marks, quotation marks, dashes, narrow spaces and emoji are seen", () => {
    expect(textFaults("ñ é “a” – … \u00a0\u202f½ ° 👍 \t x\r\n")).toEqual([]);
  });

  test("never reach the terminal as they are", () => {
    const printed = formatProblems(check(changed({ "claims/quill-oil.md": ["kind: accusation", 'kind: "\\e[31m"'] })).problems, "content");
    expect(printed).toContain("\\u001b[31m");
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    expect(printed).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
  });
});

describe("texts beyond all measure", () => {
  fault("long-line", "a paragraph of a page and more", inText("a ".repeat(2600)), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:5001 error long-line
      The line has 5,257 characters.
      A line has at most 5,000: break the text into paragraphs."
  `),
  );
  fault(
    "excessive-markup",
    "thousands of brackets",
    { "claims/quill-oil.md": ["The words stand", `${"[".repeat(4000)}\n${"[".repeat(4000)}\nThe words stand`] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:21:1001 error excessive-markup
        The text has more than 5,000 signs of Markdown (brackets, asterisks and the like).
        Write the text in plain paragraphs, or split the entry."
    `),
  );
  fault(
    "excessive-markup",
    "quotations in quotations",
    { "claims/quill-oil.md": ["The words stand", `${"> ".repeat(600)}a\n\nThe words stand`] },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:20:1 error excessive-markup
        Lists or quotations stand inside each other more than 20 levels deep.
        Write the text in plain paragraphs, or split the entry."
    `),
  );
});

describe("names that belong to the language", () => {
  fault("forbidden-key", "at the top", { "claims/quill-oil.md": ["number: 1", "number: 1\n__proto__: {status: denied}"] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:3:1 error forbidden-key
        \`__proto__\` is a name that belongs to the programming language, and no field has it.
        Delete the field."
    `),
  );
  fault("forbidden-key", "further in", { "claims/quill-oil.md": ["  - min: 30", '  - "constructor": 1\n    min: 30'] }, (text) =>
    expect(text).toMatchInlineSnapshot(`
      "claims/quill-oil.md:13:5 error forbidden-key
        \`constructor\` is a name that belongs to the programming language, and no field has it.
        Delete the field."
    `),
  );

  test("change no other object, however they are written", () => {
    for (const front of [
      "__proto__: {polluted: 1}",
      '"__proto__": {polluted: 1}',
      "a: {__proto__: {polluted: 1}}",
      "constructor: {prototype: {polluted: 1}}",
    ]) {
      parseEntryFile(`---\n${front}\n---\n`);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("YAML made to harm", () => {
  const front = (text: string): Change => ({ "places/lake-orrin.md": `---\n${text}\n---\n` });

  fault("bad-front-matter", "a bomb of aliases", front("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:3:8 error bad-front-matter
        The YAML uses an alias (*name).
        Write the value out; put text that starts with an asterisk between quotation marks."
    `),
  );
  fault("bad-front-matter", "ten thousand brackets", front(`name: ${"[".repeat(4000)}`), (text) =>
    expect(text).toMatchInlineSnapshot(`
      "places/lake-orrin.md:2:57 error bad-front-matter
        The YAML is nested more than 50 levels deep.
        Write one field per line, as \`name: value\`."
    `),
  );
  test("bad-front-matter: thousands of fields", () => {
    const found = check(changed(front("x: 1\n".repeat(5001)))).problems.filter(({ code }) => code === "bad-front-matter");
    expect(found.map(({ line, message }) => `${line} ${message}`)).toEqual(["2 The YAML has more than 5000 lines."]);
  });

  test.each([
    ["brackets with names between them", `name: ${"{a: ".repeat(3000)}`],
    ["brackets with items between them", `name: ${"[a, ".repeat(3000)}`],
    ["keys of keys", "? ".repeat(2000)],
    ["two hundred thousand spaces", `name: 'a${" ".repeat(200_000)}b'`],
    ["a tag that would run code", "name: !!js/function 'function () {}'"],
    ["a number beyond all numbers", "name: 1e999"],
    ["no number", "name: .nan"],
    ["a set", "name: !!set {a, b}"],
    ["a merge key", "<<: {name: a}"],
    ["a key that is a list", "? [a]\n: b"],
  ])("%s is an error and no crash", (_, text) => {
    const { problems } = check(changed(front(text)));
    expect(problems.some(({ file, severity }) => file === "places/lake-orrin.md" && severity === "error")).toBe(true);
  });
});

describe("raw HTML", () => {
  fault("raw-html", "with an event handler", inText('<b onclick="x()">a</b>'), (text) =>
    expect(text).toMatchInlineSnapshot(`
    "claims/quill-oil.md:20:11 error raw-html
      The text holds raw HTML with the event handler \`onclick\`: \`<b onclick="x()">\`.
      Write it in Markdown, or leave it out.
    claims/quill-oil.md:20:29 error raw-html
      The text holds raw HTML: \`</b>\`.
      Write it in Markdown, or leave it out."
  `),
  );
});

describe("files", () => {
  faultOnDisk(
    "unreadable-file",
    "a folder of entries that is a link to one outside",
    {},
    async (folder) => {
      await mkdir(join(folder, ".elsewhere"));
      await symlink(join(folder, ".elsewhere"), join(folder, "series"));
    },
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "series:1:1 error unreadable-file
        content/series is not a plain folder, so nothing in it is read.
        Replace the link or file by the folder itself."
    `),
  );
  faultOnDisk(
    "unreadable-file",
    "a file that is a link out of the folder",
    {},
    (folder) => symlink("/etc/hostname", join(folder, "sources/host.md")),
    (text) =>
      expect(text).toMatchInlineSnapshot(`
      "sources/host.md:1:1 error unreadable-file
        This is not a plain file.
        Replace the link or folder by the file itself."
    `),
  );
});

test("what is plain is left alone", () => {
  expectNoProblems({ "claims/quill-oil.md": ["The words stand", "The words — “50 %”, 12:30, a/b, #1 & co. — stand"] });
});
