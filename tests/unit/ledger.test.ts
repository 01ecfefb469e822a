import { describe, expect, test } from "vitest";
import { computeLedger, ledgerRows, regionSlug, strikesWithin, tollOf, type LedgerScope } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { killedByRule } from "../../src/graph/counting-rules.ts";
import { DEFAULT_RULE } from "../../src/model/counting.ts";
import { source, strike, strikesOf } from "./builders.ts";

describe("what one record says of the dead", () => {
  test.each([
    ["a number", { killed: 11 }, { min: 11, max: 11 }],
    ["a range", { killed: { min: 2, max: 3 } }, { min: 2, max: 3 }],
    ["nobody", { killed: 0 }, { min: 0, max: 0 }],
    ["a number, and one presumed dead on top", { killed: 14, presumedDead: 1 }, { min: 14, max: 15 }],
    ["a range, and two presumed dead on top", { killed: { min: 2, max: 3 }, presumedDead: 2 }, { min: 2, max: 5 }],
    ["no number", {}, null],
    ["no number of dead, although some are presumed so", { presumedDead: 1 }, null],
  ])("%s", (_, record, expected) => {
    expect(killedByRule([record], DEFAULT_RULE)).toEqual(expected);
  });

  test("ranges are written with a dash, and single numbers without", () => {
    expect(formatRange({ min: 2, max: 3 })).toBe("2–3");
    expect(formatRange({ min: 3, max: 3 })).toBe("3");
  });
});

const sources = [source({ id: "first", published: "2031-03-05" }), source({ id: "later", published: "2031-05-01" })];

describe("the toll of a strike is the range over the records known on the day", () => {
  const [one] = strikesOf(
    ...sources,
    strike({
      sources: ["first"],
      casualties: [
        { source: "first", killed: 2, survived: 1 },
        { source: "first", note: "Gives no number." },
        { source: "later", killed: { min: 3, max: 4 }, presumedDead: 1, survived: 0, missing: 1 },
      ],
    }),
  );
  if (!one) throw new Error("strikesOf() gave none");

  test("the whole record", () => {
    expect(tollOf(one, null)).toMatchObject({ killed: { min: 2, max: 5 }, survived: { min: 0, max: 1 }, missing: { min: 1, max: 1 } });
    expect(tollOf(one, null).records).toHaveLength(3);
  });

  test("an earlier day", () => {
    const toll = tollOf(one, "2031-03-31");
    expect(toll).toMatchObject({ killed: { min: 2, max: 2 }, survived: { min: 1, max: 1 }, missing: null });
    expect(toll.records).toHaveLength(2);
  });

  test("a day before anything was known", () => {
    expect(tollOf(one, "2031-03-04")).toEqual({ killed: null, survived: null, missing: null, records: [] });
  });
});

const strikes = strikesOf(
  ...sources,
  strike({
    id: "a",
    date: "2031-03-01",
    region: "North Shore",
    vessels: 2,
    strikesCounted: 2,
    sources: ["first"],
    casualties: [{ source: "first", killed: 11 }],
  }),
  strike({ id: "b", date: "2031-03-04", region: "South Bay", sources: ["first"], casualties: [{ source: "first", survived: 1 }] }),
  strike({
    id: "c",
    date: "2031-03-14/2031-03-18",
    region: "South Bay",
    sources: ["first"],
    casualties: [
      { source: "first", killed: 2, presumedDead: 1 },
      { source: "later", killed: 4, survived: 2 },
    ],
  }),
  strike({ id: "d", date: "2031-04", sources: ["later"], casualties: [{ source: "later", killed: { min: 0, max: 4 } }] }),
);

describe("the ledger sums the strikes inside a scope", () => {
  const sums = (scope: Partial<LedgerScope>) => {
    const { operations, strikes: counted, vessels, killed, survivors, withoutFigure } = computeLedger(strikes, { asOf: null, ...scope });
    return [operations, counted, vessels, formatRange(killed), formatRange(survivors), withoutFigure.map(({ id }) => id).join()];
  };

  test.each([
    // operations, strikes, vessels, killed, survivors, without a number of dead
    ["the whole record", {}, [4, 5, 5, "13–19", "3", "b"]],
    ["as of a day", { asOf: "2031-03-31" }, [3, 4, 4, "13–14", "1", "b"]],
    ["as of a day before anything was known", { asOf: "2031-03-01" }, [0, 0, 0, "0", "0", ""]],
    ["from a day on", { from: "2031-03-04" }, [3, 3, 3, "2–8", "3", "b"]],
    ["up to a day", { to: "2031-03-04" }, [2, 3, 3, "11", "1", "b"]],
    ["one day", { from: "2031-03-04", to: "2031-03-04" }, [1, 1, 1, "0", "1", "b"]],
    ["a day that an uncertain date may mean", { from: "2031-03-16", to: "2031-03-16" }, [1, 1, 1, "2–4", "2", ""]],
    ["the first day that it may mean", { to: "2031-03-14", from: "2031-03-10" }, [1, 1, 1, "2–4", "2", ""]],
    ["the last day that it may mean", { from: "2031-03-18", to: "2031-03-20" }, [1, 1, 1, "2–4", "2", ""]],
    ["between two strikes", { from: "2031-03-05", to: "2031-03-13" }, [0, 0, 0, "0", "0", ""]],
    ["a region", { region: "south-bay" }, [2, 2, 2, "2–4", "3", "b"]],
    ["a region as of a day", { region: "south-bay", asOf: "2031-03-31" }, [2, 2, 2, "2–3", "1", "b"]],
    ["a region that has none", { region: "west-bank" }, [0, 0, 0, "0", "0", ""]],
  ] as const)("%s", (_, scope, expected) => {
    expect(sums(scope)).toEqual(expected);
  });

  test("a strike whose records give no number adds nothing and is named", () => {
    expect(computeLedger(strikes, { asOf: null }).withoutFigure.map(({ id }) => id)).toEqual(["b"]);
  });

  test("strikes come in the order of time", () => {
    expect(strikesWithin(strikes, { asOf: null }).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  });

  test("regions are named as addresses name them", () => {
    expect(regionSlug("Eastern Pacific")).toBe("eastern-pacific");
    expect(regionSlug("Caribbean")).toBe("caribbean");
    expect(regionSlug(undefined)).toBe("");
  });
});

describe("the rows of the ledger run up to its sums", () => {
  test("over the whole record", () => {
    expect(
      ledgerRows(strikes, null).map(({ strike: { id }, running, strikesInAll, daysSinceLast }) => [
        id,
        formatRange(running),
        strikesInAll,
        daysSinceLast,
      ]),
    ).toEqual([
      ["a", "11", 2, null],
      ["b", "11", 3, 3],
      ["c", "13–15", 4, 10],
      ["d", "13–19", 5, 18],
    ]);
  });

  test("as of a day, with that day's figures", () => {
    expect(
      ledgerRows(strikes, "2031-03-31").map(({ strike: { id }, running, strikesInAll }) => [id, formatRange(running), strikesInAll]),
    ).toEqual([
      ["a", "11", 2],
      ["b", "11", 3],
      ["c", "13–14", 4],
    ]);
  });

  test.each([null, "2031-03-31", "2031-05-01"])("the last row is the ledger's total (%s)", (asOf) => {
    const { killed, strikes: counted } = computeLedger(strikes, { asOf });
    expect(ledgerRows(strikes, asOf).at(-1)).toMatchObject({ running: killed, strikesInAll: counted });
  });

  test("without strikes there are none", () => {
    expect(ledgerRows([], null)).toEqual([]);
  });
});
