import { describe, expect, test } from "vitest";
import { formatCounting, killedByRule, ruleAt } from "../../src/graph/counting-rules.ts";
import { computeLedger, type Ledger } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { ledgerUpTo } from "../../src/graph/running-ledger.ts";
import { COUNTING_RULE_NAMES, COUNTING_RULES, isCountingRule } from "../../src/model/counting.ts";
import { countedStrikes, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

describe("the dead of a strike by each rule", () => {
  test.each([
    // records, every record as it stands, with those presumed dead, without them
    ["one number", [{ killed: 11 }], "11", "11", "11"],
    ["one presumed dead, by one record of two", [{ killed: 14 }, { killed: 14, presumedDead: 1 }], "14–15", "15", "14"],
    ["one presumed dead, by the only record", [{ killed: 1, presumedDead: 2 }], "1–3", "3", "1"],
    ["nobody killed, four presumed dead", [{ killed: 0 }, {}, { killed: 0, presumedDead: 4 }], "0–4", "4", "0"],
    ["records that differ, nobody presumed dead", [{ killed: 2 }, { killed: 4 }], "2–4", "2–4", "2–4"],
    ["a record that gives a range", [{ killed: { min: 2, max: 3 } }], "2–3", "2–3", "2–3"],
    ["a range, and two presumed dead on top", [{ killed: { min: 2, max: 3 }, presumedDead: 2 }], "2–5", "4–5", "2–3"],
    [
      "records that differ on the killed and one that presumes",
      [{ killed: 14 }, { killed: 14, presumedDead: 1 }, { killed: 16 }],
      "14–16",
      "15–16",
      "14–16",
    ],
    [
      "records that differ on the presumed dead",
      [
        { killed: 0, presumedDead: 4 },
        { killed: 0, presumedDead: 8 },
      ],
      "0–8",
      "4–8",
      "0",
    ],
    ["the same three dead in other words", [{ killed: 3 }, { killed: 2, presumedDead: 1 }], "2–3", "3", "2–3"],
    [
      "a record that says that it presumes nobody dead",
      [
        { killed: 2, presumedDead: 0 },
        { killed: 2, presumedDead: 1 },
      ],
      "2–3",
      "3",
      "2",
    ],
    ["a record without a number of dead, which counts for nothing", [{ killed: 2 }, { presumedDead: 3 }], "2", "2", "2"],
  ] as const)("%s", (_, records, ...expected) => {
    expect(COUNTING_RULE_NAMES.map((rule) => formatRange(killedByRule(records, rule) ?? { min: -1, max: -1 }))).toEqual(expected);
  });

  test("is no number where no record gives one", () => {
    for (const rule of COUNTING_RULE_NAMES) expect(killedByRule([{ presumedDead: 1 }, {}], rule)).toBeNull();
  });

  test("lies inside the range of every record as it stands, and reaches both ends of it", () => {
    for (const { strike: record } of published.strikes) {
      const [all, counted, not] = COUNTING_RULE_NAMES.map((rule) =>
        killedByRule(
          record.casualties.map(({ data }) => data),
          rule,
        ),
      );
      expect(counted?.max).toBe(all?.max);
      expect(not?.min).toBe(all?.min);
      expect(counted?.min).toBeGreaterThanOrEqual(all?.min ?? NaN);
      expect(not?.max).toBeLessThanOrEqual(all?.max ?? NaN);
    }
  });
});

const strikes = strikesOf(
  ...countedStrikes(),
  strike({
    id: "c",
    date: "2031-04-10/2031-04-30",
    strikesCounted: 3,
    casualties: [{ source: "wire", killed: { min: 4, max: 5 }, presumedDead: 2 }],
  }),
  strike({ id: "d", date: "2031-04-20", casualties: [{ source: "wire", survived: 1 }] }),
  strike({ id: "e", date: "../2031-04-01", casualties: [{ source: "wire", killed: 1 }] }),
  strike({
    id: "f",
    date: "2031-03-06",
    withdrawn: { date: "2031-04-01", reason: "A drill." },
    casualties: [{ source: "wire", killed: 9 }],
  }),
);
const strikeNamed = (id: string) => {
  const found = strikes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No strike is called ${id}`);
  return found;
};

describe("the running ledger", () => {
  const days = ["2031-01-01", "2031-03-04", "2031-03-19", "2031-03-20", "2031-04-09", "2031-04-10", "2031-04-30", "2031-12-31"];

  test.each(COUNTING_RULE_NAMES)("is the ledger of each day, by the rule %s", (rule) => {
    for (const to of days)
      expect(ledgerUpTo(strikes, to, { rule, except: [] }), to).toEqual(computeLedger(strikes, { asOf: null, to, rule }));
  });

  test("is the ledger of each day of the record that we publish", () => {
    const plain = ({ counted, withoutFigure, ...sums }: Ledger) => ({
      ...sums,
      counted: counted.map(({ id }) => id),
      withoutFigure: withoutFigure.length,
    });
    for (const { data } of published.totals) {
      const running = ledgerUpTo(published.strikes, data.asOf, { rule: "all-records", except: [] });
      expect(plain(running)).toEqual(plain(computeLedger(published.strikes, { asOf: null, to: data.asOf })));
    }
  });

  test.each([
    ["presumed-dead-counted", [], "21–22"], // 1, 11, 3, and 6 or 7
    ["presumed-dead-counted", ["b"], "20–21"],
    ["presumed-dead-counted", ["b", "c"], "18–19"],
    ["presumed-dead-not-counted", [], "18–19"],
    ["presumed-dead-not-counted", ["c"], "20–21"],
    ["all-records", [], "18–22"],
    ["all-records", ["c"], "18–20"],
    ["all-records", ["a", "d"], "18–22"],
  ] as const)("by the rule %s except %j", (rule, except, expected) => {
    const sum = (to: string) => formatRange(ledgerUpTo(strikes, to, { rule, except: except.map(strikeNamed) }).killed);
    expect(sum("2031-12-31")).toBe(expected);
    expect(sum("2031-03-04")).toBe("12"); // before the exceptions
  });
});

test("an exception is to the rule: left out where others are counted, counted where others are left out", () => {
  const [a, b] = [strikeNamed("a"), strikeNamed("b")];
  const at = (rule: (typeof COUNTING_RULE_NAMES)[number]) => [ruleAt({ rule, except: [b] }, a), ruleAt({ rule, except: [b] }, b)];
  expect(at("presumed-dead-counted")).toEqual(["presumed-dead-counted", "presumed-dead-not-counted"]);
  expect(at("presumed-dead-not-counted")).toEqual(["presumed-dead-not-counted", "presumed-dead-counted"]);
  expect(at("all-records")).toEqual(["all-records", "presumed-dead-not-counted"]);
  expect(formatCounting({ rule: "all-records", except: [a, b] })).toBe("all-records except a, b");
});

test("every rule has its words", () => {
  for (const { words, meaning } of Object.values(COUNTING_RULES)) expect([words, meaning].every((text) => text.length > 10)).toBe(true);
  expect([isCountingRule("all-records"), isCountingRule("constructor")]).toEqual([true, false]);
});
