import { describe, expect, test } from "vitest";
import { parseEntryFile, parseYaml } from "../../src/load/entry-file.ts";

const lines = (...list: string[]) => `${list.join("\n")}\n`;

describe("a file is its fields and its text", () => {
  test("the fields are values, the text keeps its lines", () => {
    const { data, bodyText, faults } = parseEntryFile(lines("---", "name: Ada", "aliases: [A, B]", "---", "", "Text."));
    expect(faults).toEqual([]);
    expect(data).toEqual({ name: "Ada", aliases: ["A", "B"] });
    expect(bodyText).toBe("\n\n\n\n\nText.\n");
  });

  test("days stay text, and no zone gets to see them", () => {
    expect(parseEntryFile(lines("---", "date: 2025-10-19", "asOf: 2025-10", "from: 2012", "---")).data).toEqual({
      date: "2025-10-19",
      asOf: "2025-10",
      from: 2012,
    });
  });

  test.each([
    ["without text", "---\nname: Ada\n---\n", ""],
    ["without a last line end", "---\nname: Ada\n---", ""],
    ["with spaces after the hyphens", "---  \nname: Ada\n--- \t\nText.\n", "Text.\n"],
    ["with a line of hyphens in its text", "---\nname: Ada\n---\nText.\n\n---\n\nMore.\n", "Text.\n\n---\n\nMore.\n"],
    ["with the line ends of Windows", "---\r\nname: Ada\r\n---\r\nText.\r\n", "Text.\r\n"],
  ])("%s", (_, text, body) => {
    const { data, bodyText, faults } = parseEntryFile(text);
    expect(faults).toEqual([]);
    expect(data).toEqual({ name: "Ada" });
    expect(bodyText.trimStart()).toBe(body);
  });

  test("hyphens inside a value do not close the front matter", () => {
    expect(parseEntryFile(lines("---", "note: >-", "  one", "  --- two", "name: Ada", "---")).data).toEqual({
      note: "one --- two",
      name: "Ada",
    });
  });
});

describe("each field has its place", () => {
  const file = lines(
    "---", // 1
    "name: Ada", // 2
    "roles:", // 3
    "  - title: Harbour master", // 4
    "    from: 2030", // 5
    "    sources: [wire, post]", // 6
    "  - title: Envoy", // 7
    "    sources:", // 8
    "      - wire", // 9
    "      - letter", // 10
    "killed: {min: 3, max: 2}", // 11
    'quoted: "a: b"', // 12
    "empty:", // 13
    "---", // 14
  );

  test.each([
    ["a value", ["name"], "value", 2, 7],
    ["a name of a field", ["name"], "key", 2, 1],
    ["a list", ["roles"], "value", 4, 3],
    ["a field of the first item", ["roles", 0, "title"], "value", 4, 12],
    ["a field of a later item", ["roles", 1, "title"], "value", 7, 12],
    ["the name of a field of an item", ["roles", 0, "from"], "key", 5, 5],
    ["an item of a list in a line", ["roles", 0, "sources", 1], "value", 6, 21],
    ["an item of a list in a list", ["roles", 1, "sources", 1], "value", 10, 9],
    ["a whole item", ["roles", 1], "value", 7, 5],
    ["a field in braces", ["killed", "max"], "value", 11, 23],
    ["a quoted value", ["quoted"], "value", 12, 9],
    ["the name of a field without a value", ["empty"], "key", 13, 1],
    ["an absent field of an item: the item", ["roles", 0, "note"], "value", 4, 5],
    ["an absent field: the first line of fields", ["kind"], "value", 2, 1],
    ["an absent item: the list", ["roles", 0, "sources", 7], "value", 6, 14],
    ["something below a value: the value", ["name", "first"], "value", 2, 7],
  ] as const)("%s", (_, path, at, line, column) => {
    expect(parseEntryFile(file).locate(path, at)).toEqual({ line, column });
  });

  test("with the line ends of Windows too", () => {
    expect(parseEntryFile(file.replaceAll("\n", "\r\n")).locate(["roles", 1, "sources", 1])).toEqual({ line: 10, column: 9 });
  });

  test("a file of fields alone starts at line 1", () => {
    expect(parseYaml("title: A\nlanes:\n  - label: B\n").locate(["lanes", 0, "label"])).toEqual({ line: 3, column: 12 });
  });
});

describe("front matter that is not there", () => {
  test.each([
    ["the file starts with text", "Text.\n", "The file does not start with front matter."],
    ["the file starts with an empty line", "\n---\nname: Ada\n---\n", "The file does not start with front matter."],
    ["the file is white space", " \n\n", "The file does not start with front matter."],
    ["the front matter is never closed", "---\nname: Ada\n\nText.\n", "The front matter is opened with --- and never closed."],
    ["four hyphens open it", "----\nname: Ada\n----\n", "The file does not start with front matter."],
  ])("%s", (_, text, message) => {
    const { data, bodyText, faults } = parseEntryFile(text);
    expect(data).toBeNull();
    expect(bodyText).toBe(text);
    expect(faults).toEqual([
      { line: 1, column: 1, message, advice: "Put the fields between two lines of three hyphens at the top of the file." },
    ]);
  });

  test.each([
    ["nothing", "---\n---\nText.\n"],
    ["nothing, with the line ends of Windows", "---\r\n---\r\nText.\r\n"],
    ["a list", "---\n- a\n- b\n---\n"],
    ["text", "---\njust words\n---\n"],
  ])("front matter of %s has no fields", (_, text) => {
    const { data, faults } = parseEntryFile(text);
    expect(data).toBeNull();
    expect(faults).toMatchObject([{ line: 2, column: 1, message: "The front matter is not a list of fields." }]);
  });
});

describe("YAML that cannot be read is explained where it stands", () => {
  test.each([
    ["a field twice", "name: Ada\nkind: person\nname: Bren", "4:1 `name` is there twice. Keep one of the two fields."],
    [
      "a colon in a text",
      "text: Quill said: no",
      "2:7 A colon in this text makes YAML take it for a field of its own. Put the text between double quotation marks.",
    ],
    [
      "a quotation mark that never closes",
      'name: Ada\ntext: "no\nkind: person',
      "3:7 The quotation mark that opens here is never closed. Close it at the end of the text.",
    ],
    [
      "an apostrophe between apostrophes",
      "text: 'Quill's barge'",
      "2:14 Text follows the closing quotation mark. Put the whole text between double quotation marks; a single one ends at its first apostrophe.",
    ],
    [
      "text after a quotation",
      'text: "no" said Quill',
      "2:12 Text follows the end of this value. Put the whole text between quotation marks, those inside it of the other kind.",
    ],
    ["a tab", "roles:\n\t- title: Envoy", "3:1 The line is indented with a tab. Indent with spaces, two for each level."],
    [
      "a bracket that never closes",
      "sources: [wire, post\nname: Ada",
      "3:1 A bracket that opens above this line is never closed. Close it, or write the list one item a line, each after a hyphen.",
    ],
    [
      "a list on the line of its field",
      "sources: - wire",
      "2:10 A list cannot start on the line of its field. Start it on the next line, indented by two spaces.",
    ],
    [
      "a line without a colon",
      "name: Ada\nkind person\nx: y",
      "3:1 This line is no field. Write one field per line, as `name: value`, with a space after the colon.",
    ],
    [
      "a first line without a colon",
      "name Ada\nkind: person",
      "2:1 This line is no field. Write one field per line, as `name: value`, with a space after the colon.",
    ],
    [
      "a colon without a space",
      "name:Ada\nkind: person",
      "2:1 This line is no field. Write one field per line, as `name: value`, with a space after the colon.",
    ],
    [
      "a line that is indented by mistake",
      "name: Ada\n  kind: person",
      "2:7 The line after this one is indented, and this field has its value already. Give both lines the same indent, or put a long text after `>-`.",
    ],
    [
      "a line that is indented too little",
      "roles:\n    - title: A\n   - title: B",
      "4:1 The line is not indented like the lines it belongs with. Indent with two spaces for each level.",
    ],
    [
      "a field that is indented too little",
      "roles:\n  - title: A\n   from: 2030",
      "4:1 The line is not indented like the lines it belongs with. Indent with two spaces for each level.",
    ],
    [
      "a text that starts with a percent sign",
      "text: %5 more",
      "2:7 A text cannot start with % in YAML. Put the text between double quotation marks.",
    ],
    [
      "a text that starts with an at sign",
      "text: @ada said",
      "2:7 A text cannot start with @ in YAML. Put the text between double quotation marks.",
    ],
    [
      "a text that starts with an exclamation mark",
      "text: !no more",
      "2:7 A text cannot start with ! in YAML. Put the text between double quotation marks.",
    ],
    [
      "a text that starts with an asterisk",
      "text: *never* again",
      "2:7 A text cannot start with * in YAML. Put the text between double quotation marks.",
    ],
    [
      "an alias",
      "name: &n Ada\nsortName: *n",
      "3:11 The YAML uses an alias (*name). Write the value out; put text that starts with an asterisk between quotation marks.",
    ],
    [
      "a backslash between double quotation marks",
      'text: "a\\qb"',
      "2:9 A backslash has a meaning of its own between double quotation marks. Write \\\\ for a backslash, or use single quotation marks.",
    ],
  ])("%s", (_, yaml, expected) => {
    const { data, faults } = parseEntryFile(`---\n${yaml}\n---\n`);
    expect(data).toBeNull();
    expect(faults.map(({ line, column, message, advice }) => `${line}:${column} ${message} ${advice}`)).toEqual([expected]);
  });

  test("two faults in two lines are both reported", () => {
    const { faults } = parseEntryFile("---\nname: @ada\nkind: person\nname: Bren\n---\n");
    expect(faults.map(({ line }) => line)).toEqual([2, 4]);
  });
});
