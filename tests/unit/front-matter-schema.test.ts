import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { frontMatterSchema, type JsonSchema } from "../../src/check/front-matter-schema.ts";
import { parseEntryFile, parseYaml } from "../../src/load/entry-file.ts";
import { readContent } from "../../src/load/read-content.ts";
import { claimSchema } from "../../src/model/claim.ts";
import { dateField, dayField } from "../../src/model/fields.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";
import { siteSchema } from "../../src/model/site.ts";

const contents = ["content", "tests/fixtures/minimal"].map((folder) => readContent(folder));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const marksOf = (schema: JsonSchema) => {
  const validate = ajv.compile(schema);
  return (data: unknown) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

// A second or two, but not on a machine that is busy.
const PATIENCE = 30_000;

describe("what is right is never marked", { timeout: PATIENCE }, () => {
  test.each(KIND_NAMES)("in any entry of the kind %s", (kind) => {
    const mark = marksOf(frontMatterSchema(KINDS[kind].schema));
    const files = contents.flatMap((content) => content.files).filter((file) => file.kind === kind);
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.map(({ file, text }) => ({ file, marks: mark(parseEntryFile(text).data) })).filter(({ marks }) => marks.length > 0),
    ).toEqual([]);
  });

  test("in site.yaml", () => {
    const mark = marksOf(frontMatterSchema(siteSchema));
    for (const { site } of contents) expect(mark(parseYaml(site ?? "").data)).toEqual([]);
  });
});

const CLAIM = `
text: The barge carried lamp oil.
assertedBy: ada-quill
date: 2031-03-05
kind: accusation
status: asserted
statusNote: One paper reports it.
sources: [tidings-2031-03-05]
`;
const STRIKE = `
title: Strike of 4 March 2031
kind: strike
date: 2031-03-04
vessels: 1
casualties: [{ source: wire, killed: { min: 2, max: 3 } }]
sources: [wire]
`;

describe("what is wrong is marked", () => {
  const markClaim = marksOf(frontMatterSchema(claimSchema));
  const markEvent = marksOf(frontMatterSchema(KINDS.event.schema));

  test.each([
    ["a word that the field does not have", CLAIM, "status: maybe", "/status must be equal to one of the allowed values"],
    ["a field that the kind does not have", CLAIM, "venu: X", " must NOT have additional properties"],
    ["an id with capitals", CLAIM, "assertedBy: Ada Quill", "/assertedBy must match pattern"],
    ["a date in words", CLAIM, "date: 5 March 2031", "/date must match pattern"],
    ["a number that is no year", CLAIM, "date: 31", "/date must be >= 1000"],
    ["a year where a day is asked for", CLAIM, "knownSince: 2031", "/knownSince must be string"],
    ["a month where a day is asked for", CLAIM, "knownSince: 2031-03", "/knownSince must match pattern"],
    ["a quotation of nine words", CLAIM, "quote: one two three four five six seven eight nine", "/quote must match pattern"],
    ["a list that is none", CLAIM, "sources: wire", "/sources must be array"],
    ["a list with nothing in it", CLAIM, "sources: []", "/sources must NOT have fewer than 1 items"],
    ["a field without its value", CLAIM, "venue:", "/venue must be string"],
    [
      "a fault inside a list",
      CLAIM,
      "relations: [{ to: other, type: denies }]",
      "/relations/0/type must be equal to one of the allowed values",
    ],
    ["a kind that no event has", STRIKE, "kind: strik", "/kind must be equal to one of the allowed values"],
    ["a slip in a field of strikes", STRIKE, "vesels: 2", " must NOT have additional properties"],
    [
      "a range that lacks its end",
      STRIKE,
      "casualties: [{ source: wire, killed: { min: 2 } }]",
      "/casualties/0/killed must have required property 'max'",
    ],
    ["a field of strikes at another event", STRIKE.replace("strike", "protest"), "title: A march", " must NOT have additional properties"],
  ])("%s", (_, entry, line, marked) => {
    const key = line.slice(0, line.indexOf(":") + 1);
    const wrong = `${entry.replace(new RegExp(`^${key}.*\n`, "m"), "")}${line}\n`;
    const mark = entry === CLAIM ? markClaim : markEvent;
    expect(mark(parseYaml(wrong).data)).toContainEqual(expect.stringContaining(marked));
  });

  test("but a year may stand without quotation marks, as the check takes it", () => {
    const data = parseYaml(CLAIM.replace("2031-03-05", "2031")).data;
    expect(data).toMatchObject({ date: 2031 });
    expect(claimSchema.safeParse(data).success).toBe(true);
    expect(markClaim(data)).toEqual([]);
  });

  test("in the words of the schema", () => {
    const { date, quote, assertedBy } = frontMatterSchema(claimSchema).properties as Record<string, JsonSchema>; // no field is a mere true
    expect(date?.["patternErrorMessage"]).toMatch(/^Write 2025-10-19, /);
    expect(quote?.["patternErrorMessage"]).toMatch(/^A quoted fragment has at most 8 words/);
    expect(assertedBy?.["patternErrorMessage"]).toMatch(/^Ids are lower-case/);
    const { url } = frontMatterSchema(KINDS.source.schema).properties as Record<string, JsonSchema>;
    expect(marksOf(url ?? {})("ftp://wire.example/barge")).toEqual([expect.stringContaining("must match pattern")]);
    expect(url?.["patternErrorMessage"]).toMatch(/^Write a full web address/);
  });
});

describe("the pattern of dates", { timeout: PATIENCE }, () => {
  const years = ["2031", "203X", "XXXX", "203"];
  const months = ["-02", "-2", "-13", "-XX"];
  const days = ["", "-01", "-1", "-31", "-XX"];
  const points = years.flatMap((year) => [year, ...months.flatMap((month) => days.map((day) => year + month + day))]);
  const notations = points.flatMap((point) => ["", "~", "~?"].map((qualifier) => point + qualifier));
  const ends = ["2031", "2031-03", "2031-03-04", "2031-03-04~", "203X", "2031-XX", "2031-03-XX", "..", "", "-"];
  const intervals = ends.flatMap((start) => ends.map((end) => `${start}/${end}`));

  test.each([
    ["date", dateField],
    ["day", dayField],
  ])("admits each %s that the schema admits, and of the others only days that the month is too short for", (_, field) => {
    const pattern = new RegExp(frontMatterSchema(field).pattern ?? "", "u");
    const isRight = new Set([...notations, ...intervals].filter((text) => field.safeParse(text).success));
    expect(isRight.size).toBeGreaterThan(0);
    expect([...isRight].filter((text) => !pattern.test(text))).toEqual([]);
    expect(notations.filter((text) => pattern.test(text) && !isRight.has(text) && !text.includes("-02-31"))).toEqual([]);
  });
});

test.each(KIND_NAMES)("what the schema says of the fields of the kind %s reaches the editor", (kind) => {
  const { schema } = KINDS[kind] as { schema: { shape?: Record<string, z.ZodType>; options?: unknown[] } }; // zod's own, loosely
  const json = frontMatterSchema(KINDS[kind].schema);
  const shapes = schema.shape ? [schema.shape] : (schema.options as { shape: Record<string, z.ZodType> }[]).map(({ shape }) => shape);
  const sides = schema.shape ? [json] : (json.allOf ?? []).map((side) => (side as { then: JsonSchema }).then);
  expect(sides).toHaveLength(shapes.length);
  for (const [i, shape] of shapes.entries()) {
    const properties = sides[i]?.properties as Record<string, JsonSchema>; // every kind is an object
    expect(Object.keys(properties)).toEqual(Object.keys(shape));
    for (const [name, field] of Object.entries(shape)) {
      const { description, advice } = field.meta() ?? {};
      if (description) expect(properties[name]?.description, name).toBe([description, advice].filter(Boolean).join(" "));
      expect(properties[name], name).not.toHaveProperty("advice");
    }
  }
});
