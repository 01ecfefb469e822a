import { describe, expect, test } from "vitest";
import { reconcileTotal } from "../../src/graph/reconcile.ts";
import { dossierOf, source, strike, total } from "./builders.ts";

const strikes = [
  source({ id: "later", published: "2031-05-01" }),
  strike({ id: "a", date: "2031-03-04", vessels: 2, casualties: [{ source: "wire", killed: 11 }] }),
  strike({
    id: "b",
    date: "2031-03-20",
    casualties: [
      { source: "wire", killed: 2 },
      { source: "later", killed: 2, presumedDead: 1 },
    ],
  }),
  strike({ id: "c", date: "2031-04-20", sources: ["later"], casualties: [{ source: "later", killed: 5 }] }),
];

const reconcile = (fields: Parameters<typeof total>[0]) => {
  const dossier = dossierOf(...strikes, total(fields));
  const [node] = dossier.totals;
  if (!node) throw new Error("dossierOf() gave no total");
  const { killedGap, strikesGap, vesselsGap, agrees } = reconcileTotal(dossier, node);
  return { killedGap, strikesGap, vesselsGap, agrees };
};

describe("a published total is set beside the ledger of the strikes up to its day", () => {
  test.each([
    ["inside our range", { killed: 13 }, { killedGap: 0, strikesGap: null, vesselsGap: null, agrees: true }],
    ["at the upper end of it", { killed: 14 }, { killedGap: 0, strikesGap: null, vesselsGap: null, agrees: true }],
    ["above it", { killed: 16 }, { killedGap: 2, strikesGap: null, vesselsGap: null, agrees: false }],
    ["below it", { killed: 10 }, { killedGap: -3, strikesGap: null, vesselsGap: null, agrees: false }],
    [
      "with the same strikes and vessels",
      { killed: 14, strikes: 2, vessels: 3 },
      { killedGap: 0, strikesGap: 0, vesselsGap: 0, agrees: true },
    ],
    ["with a strike more", { killed: 14, strikes: 3 }, { killedGap: 0, strikesGap: 1, vesselsGap: null, agrees: false }],
    ["with a vessel less", { vessels: 2 }, { killedGap: null, strikesGap: null, vesselsGap: -1, agrees: false }],
    ["that gives no number", {}, { killedGap: null, strikesGap: null, vesselsGap: null, agrees: true }],
    [
      "before the first strike",
      { asOf: "2031-03-03", killed: 0, strikes: 0 },
      { killedGap: 0, strikesGap: 0, vesselsGap: null, agrees: true },
    ],
    [
      "on the day of a strike, which counts",
      { asOf: "2031-04-20", killed: 19, strikes: 3 },
      { killedGap: 0, strikesGap: 0, vesselsGap: null, agrees: true },
    ],
  ])("%s", (_, fields, expected) => {
    expect(reconcile(fields)).toEqual(expected);
  });

  test("the ledger is that of the whole record: later sources may correct an earlier day", () => {
    expect(reconcile({ killed: 14 }).agrees).toBe(true); // 14 is known from May only, the total is of March
  });
});
