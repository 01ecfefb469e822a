import { describe, expect, test } from "vitest";
import { COUNTS, evaluateCount, toDigits } from "../../src/graph/count-query.ts";
import { dossierOf, source, strike } from "./builders.ts";

describe("a number is the same in words and in digits", () => {
  test.each([
    ["7", "7"],
    ["007", "7"],
    ["1,200", "1200"],
    ["1,234,567", "1234567"],
    ["zero", "0"],
    ["seven", "7"],
    ["Seven", "7"],
    [" eleven ", "11"],
    ["nineteen", "19"],
    ["twenty", "20"],
    ["thirty-two", "32"],
    ["thirty two", "32"],
    ["Ninety-nine", "99"],
    ["14–15", "14–15"],
    ["14 to 15", "14–15"],
    ["fourteen to fifteen", "14–15"],
    ["1,200–1,300", "1200–1300"],
  ])("%j is %s", (text, expected) => {
    expect(toDigits(text)).toBe(expected);
  });

  test.each([
    "",
    "some",
    "seventh",
    "about 7",
    "7 people",
    "twenty-zero",
    "twenty-eleven",
    "seven-one",
    "1,20",
    "7.5",
    "-7",
    "14-15",
    "7–",
    "from 7 to 9",
    "a hundred",
  ])("%j is no number", (text) => {
    expect(toDigits(text)).toBeNull();
  });
});

const dossier = dossierOf(
  source({ id: "first", published: "2031-03-05" }),
  source({ id: "later", published: "2031-05-01" }),
  strike({
    id: "a",
    date: "2031-03-01",
    region: "North Shore",
    vessels: 2,
    strikesCounted: 2,
    sources: ["first"],
    casualties: [{ source: "first", killed: 30 }],
  }),
  strike({
    id: "b",
    date: "2031-03-04",
    region: "South Bay",
    sources: ["first"],
    casualties: [
      { source: "first", killed: 2, survived: 2 },
      { source: "later", killed: 2, presumedDead: 1, survived: 1 },
    ],
  }),
  strike({ id: "c", date: "2031-04-20", sources: ["later"], casualties: [{ source: "later", killed: 1 }] }),
);
const evaluate = (query: string, text: string, asOf: string | null = "2031-03-31") => evaluateCount(dossier, query, asOf, text);

describe("a count is computed as of the day of its article", () => {
  test.each([
    ["killed", "32"],
    ["killed", "thirty-two"],
    ["killed-min", "32"],
    ["killed-max", "32"],
    ["strikes", "three"],
    ["operations", "two"],
    ["vessels", "3"],
    ["survivors", "Two"],
    ["killed?region=south-bay", "2"],
    ["killed?from=2031-03-02", "two"],
    ["killed?to=2031-03-01", "30"],
    ["strikes?from=2031-03-01&to=2031-03-04&region=north-shore", "2"],
    ["killed?from=2031-03-05", "zero"],
    ["operations?asof=2031-05-01", "3"],
    ["killed?asof=2031-05-01", "33–34"],
    ["killed?asof=2031-05-01", "33 to 34"],
    ["killed-max?asof=2031-05-01", "thirty-four"],
    ["survivors?asof=2031-05-01", "1–2"],
    ["strikes?asof=2031-03-04", "0"],
  ])("%s is %s", (query, text) => {
    expect(evaluate(query, text)).toMatchObject({ ok: true });
  });

  test("every count has its words for the documentation", () => {
    expect(Object.keys(COUNTS)).toEqual(["killed", "killed-min", "killed-max", "survivors", "strikes", "operations", "vessels"]);
    for (const { what } of Object.values(COUNTS)) expect(what).not.toBe("");
  });

  test("without a day it is computed over the whole record", () => {
    expect(evaluate("operations", "3", null)).toMatchObject({ ok: true, value: "3" });
  });
});

describe("a count is computed by the rule of its article", () => {
  test.each([
    ["killed", "all-records", "33–34"],
    ["killed", "presumed-dead-counted", "34"],
    ["killed", "presumed-dead-not-counted", "33"],
    ["killed-max", "presumed-dead-not-counted", "33"],
    ["survivors", "presumed-dead-counted", "1–2"],
  ] as const)("%s by %s is %s", (query, rule, text) => {
    expect(evaluateCount(dossier, query, null, text, rule)).toMatchObject({ ok: true, value: text });
  });

  test("unless the link names another", () => {
    const query = "killed?rule=presumed-dead-not-counted&region=south-bay";
    expect(evaluateCount(dossier, query, null, "2", "presumed-dead-counted")).toMatchObject({ ok: true, value: "2" });
  });

  test("which a mismatch names, with the day", () => {
    expect(evaluateCount(dossier, "killed", "2031-05-01", "33", "presumed-dead-counted")).toMatchObject({
      message: "The text says “33”; the entries give 34 (as of 1 May 2031, rule presumed-dead-counted).",
    });
    expect(evaluateCount(dossier, "killed?rule=presumed-dead-not-counted", null, "34")).toMatchObject({
      message: "The text says “34”; the entries give 33 (over the whole record, rule presumed-dead-not-counted).",
    });
  });
});

describe("what the text says and the entries do not give is refused, with the number to write", () => {
  test.each([
    [
      "another number",
      "killed",
      "33",
      "The text says “33”; the entries give 32 (as of 31 March 2031, rule all-records).",
      "Write [32](count:killed), or correct the entries.",
    ],
    [
      "no number",
      "strikes?to=2031-03-01",
      "some",
      "The text says “some”; the entries give 2 (as of 31 March 2031, rule all-records).",
      "Write [2](count:strikes?to=2031-03-01), or correct the entries.",
    ],
    [
      "one number for a range",
      "killed?asof=2031-05-01",
      "33",
      "The text says “33”; the entries give 33–34 (as of 1 May 2031, rule all-records).",
      "Write [33–34](count:killed?asof=2031-05-01), or correct the entries.",
    ],
  ])("%s", (_, query, text, message, advice) => {
    expect(evaluate(query, text)).toEqual({ ok: false, code: "count-mismatch", message, advice });
  });
});

describe("what cannot be counted is refused", () => {
  test.each([
    [
      "something unknown",
      "kiled",
      "`count:kiled` is nothing that can be counted.",
      "Did you mean `killed`? Use one of: killed, killed-min, killed-max, survivors, strikes, operations, vessels.",
    ],
    [
      "a name that every object has",
      "constructor",
      "`count:constructor` is nothing that can be counted.",
      "Use one of: killed, killed-min, killed-max, survivors, strikes, operations, vessels.",
    ],
    [
      "nothing",
      "",
      "`count:` is nothing that can be counted.",
      "Use one of: killed, killed-min, killed-max, survivors, strikes, operations, vessels.",
    ],
    ["an unknown parameter", "killed?until=2031-03-04", "`until` is no parameter of a count link.", "Use from, to, region, asof, rule."],
    [
      "a misspelt parameter",
      "killed?form=2031-03-04",
      "`form` is no parameter of a count link.",
      "Did you mean `from`? Use from, to, region, asof, rule.",
    ],
    ["a month for a day", "killed?from=2031-03", "`from=2031-03` is no day.", "Write it as 2025-10-19."],
    ["an approximate day", "killed?to=2031-03-04~", "`to=2031-03-04~` is no day.", "Write it as 2025-10-19."],
    ["a day that does not exist", "killed?asof=2031-02-29", "`asof=2031-02-29` is no day.", "Write it as 2025-10-19."],
    [
      "a rule that is none",
      "killed?rule=presumed-dead",
      "`rule=presumed-dead` is no counting rule.",
      "Did you mean `presumed-dead-counted` or `presumed-dead-not-counted`? Use one of: all-records, presumed-dead-counted, presumed-dead-not-counted.",
    ],
    [
      "a misspelt rule",
      "killed?rule=all-record",
      "`rule=all-record` is no counting rule.",
      "Did you mean `all-records`? Use one of: all-records, presumed-dead-counted, presumed-dead-not-counted.",
    ],
    ["a region without strikes", "killed?region=baltic", "No strike is in the region `baltic`.", "Use one of: north-shore, south-bay."],
    ["a region left out", "killed?region=", "No strike is in the region ``.", "Use one of: north-shore, south-bay."],
  ])("%s", (_, query, message, advice) => {
    expect(evaluate(query, "32")).toEqual({ ok: false, code: "bad-count", message, advice });
  });
});
