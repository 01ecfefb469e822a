import { describe, expect, test } from "vitest";
import { reconcileTotal } from "../../src/graph/reconcile.ts";
import { countedStrikes, dossierOf, lead, strike, total } from "./builders.ts";

const strikes = [
  ...countedStrikes(),
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

describe("the ledger is computed by what the publisher counts", () => {
  test.each([
    ["with those presumed dead", { killed: 14, counting: { rule: "presumed-dead-counted" } }, 0],
    ["with them, though it gives the number without", { killed: 13, counting: { rule: "presumed-dead-counted" } }, -1],
    ["without them", { killed: 14, counting: { rule: "presumed-dead-not-counted" } }, 1],
    ["with them but for one strike", { killed: 13, counting: { rule: "presumed-dead-counted", except: ["b"] } }, 0],
    ["without them but for one strike", { killed: 14, counting: { rule: "presumed-dead-not-counted", except: ["b"] } }, 0],
    ["by every record, but for one strike", { killed: 14, counting: { rule: "all-records", except: ["b"] } }, 1],
  ])("%s", (_, fields, killedGap) => {
    expect(reconcile(fields)).toMatchObject({ killedGap, agrees: killedGap === 0 });
  });
});

describe("what a total counts otherwise is set against its gap", () => {
  const compare = (fields: Parameters<typeof total>[0]) => {
    const dossier = dossierOf(...strikes, lead({ id: "diver", killed: 3 }), total(fields));
    const [node] = dossier.totals;
    if (!node) throw new Error("dossierOf() gave no total");
    const { comparisons, standing } = reconcileTotal(dossier, node);
    return { standing, rests: comparisons.map(({ measure, gap, named, rest }) => [measure, gap, named, rest]) };
  };
  const part = (fields: object) => ({ lead: "diver", why: "It counts a diver.", ...fields });
  const unexplained = (rest: object) => ({ unexplained: rest, explanation: "Its sum is not shown." });

  test.each([
    ["a lead that is all of it", { killed: 17, gap: [part({ killed: 3 })] }, "named", [["killed", 3, 3, 0]]],
    ["a lead that reaches into the range", { killed: 16, gap: [part({ killed: 3 })] }, "named", [["killed", 2, 3, 0]]],
    ["a lead that reaches below the range", { killed: 15, gap: [part({ killed: 3 })] }, "open", [["killed", 1, 3, -1]]],
    ["a lead that is less", { killed: 19, gap: [part({ killed: 3 })] }, "open", [["killed", 5, 3, 2]]],
    [
      "two strikes, one more and one fewer",
      { killed: 5, gap: [part({ killed: 3 }), { strike: "a", killed: -11, why: "Left out." }] },
      "named",
      [["killed", -8, -8, 0]],
    ],
    [
      "vessels by name, and people whom nobody explains",
      { killed: 20, vessels: 1, gap: [{ strike: "a", vessels: -2, why: "Left out." }], ...unexplained({ killed: 6 }) },
      "unexplained",
      [
        ["killed", 6, null, 6],
        ["vessels", -2, -2, 0],
      ],
    ],
    ["nothing, and nobody knows", { killed: 20, ...unexplained({ killed: 6 }) }, "unexplained", [["killed", 6, null, 6]]],
    ["nothing, and what nobody knows is another number", { killed: 20, ...unexplained({ killed: 1 }) }, "open", [["killed", 6, null, 6]]],
    [
      "a lead that is a part of it, and nobody knows the rest",
      { killed: 19, gap: [part({ killed: 3 })], ...unexplained({ killed: 2 }) },
      "unexplained",
      [["killed", 5, 3, 2]],
    ],
    [
      "people whom nobody explains, and nothing about the strikes",
      { killed: 20, strikes: 3, ...unexplained({ killed: 6 }) },
      "open",
      [
        ["killed", 6, null, 6],
        ["strikes", 1, null, 1],
      ],
    ],
    ["nothing but words", { killed: 20, explanation: "It counts a ferry." }, "open", [["killed", 6, null, 6]]],
    [
      "nothing, as they agree",
      { killed: 14, strikes: 2 },
      "agrees",
      [
        ["killed", 0, null, 0],
        ["strikes", 0, null, 0],
      ],
    ],
  ])("%s", (_, fields, standing, rests) => {
    expect(compare(fields)).toEqual({ standing, rests });
  });

  test("and is known from both ends", () => {
    const dossier = dossierOf(
      ...strikes,
      lead({ id: "diver", killed: 3 }),
      total({
        killed: 5,
        counting: { rule: "all-records", except: ["b"] },
        gap: [part({ killed: 3 }), { strike: "a", killed: -11, why: "Left out." }],
      }),
    );
    const [node] = dossier.totals;
    expect(node?.gap.map(({ entry: { id }, killed }) => [id, killed])).toEqual([
      ["diver", 3],
      ["a", -11],
    ]);
    for (const { id, totals } of [...dossier.strikes, ...dossier.leads]) expect(totals, id).toEqual(id === "c" ? [] : [node]);
  });
});
