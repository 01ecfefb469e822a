import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { compareTotals } from "../../src/graph/compare-totals.ts";
import { isLowerBound, LOWER_BOUND_WORDS, qualifiedCount } from "../../src/model/lower-bound.ts";
import {
  gapLines,
  gapWords,
  measures,
  namedWords,
  standingWords,
  tallyWords,
  totalsChartLabel,
  totalsSentence,
} from "../../src/site/total-words.ts";
import { placeMark } from "../../src/timeline/ledger-band.ts";
import { countedStrikes, dossierOf, lead, total } from "./builders.ts";

const strikes = [...countedStrikes(), lead({ id: "diver", killed: 6 })];
const compare = (fields: Parameters<typeof total>[0]) => compareTotals(dossierOf(...strikes, total(fields)));
const reconcile = (fields: Parameters<typeof total>[0]) => {
  const [item] = compare(fields).all;
  if (!item) throw new Error("compareTotals() gave no total");
  return item;
};

test.each([
  ["at least", true],
  ["At least ", true],
  ["more than", true],
  ["no fewer than", true],
  ["over", true],
  ["about", false],
  ["nearly", false],
  ["up to", false],
  ["estimated", false],
  ["at least, plus one submarine", false],
  [undefined, false],
])("%s makes a number a lower bound: %s", (qualifier, expected) => {
  expect(isLowerBound(qualifier)).toBe(expected);
});

test.each([
  [{ killed: 2, strikes: 1, vessels: 1 }, "killed"],
  [{ strikes: 1, vessels: 1 }, "strikes"],
  [{ operations: 1, vessels: 1 }, "operations"],
  [{ vessels: 0 }, "vessels"],
  [{}, null],
])("the word belongs to the dead, or to the first number where none is given: %j, %s", (data, expected) => {
  expect(qualifiedCount(data)).toBe(expected);
});

describe("a lower bound beside our 13–14", () => {
  test.each([
    ["below ours", { killed: 10, qualifier: "at least" }, "within", null, true],
    ["one below ours", { killed: 12, qualifier: "more than" }, "within", null, true],
    ["at our lower end, which is ours", { killed: 13, qualifier: "at least" }, "agrees", 0, false],
    ["at our upper end, whatever its word", { killed: 14, qualifier: "more than" }, "agrees", 0, false],
    ["above ours", { killed: 16, qualifier: "at least" }, "open", 2, false],
    ["of zero", { killed: 0, qualifier: "over" }, "within", null, true],
    ["that is none", { killed: 10, qualifier: "about" }, "open", -3, false],
    ["without a word", { killed: 10 }, "open", -3, false],
    [
      "by the rule of its publisher",
      { killed: 13, qualifier: "at least", counting: { rule: "presumed-dead-counted" } },
      "within",
      null,
      true,
    ],
    [
      "by the rule of its publisher, above",
      { killed: 14, qualifier: "at least", counting: { rule: "presumed-dead-not-counted" } },
      "open",
      1,
      false,
    ],
  ] as const)("%s", (_, fields, standing, killedGap, isReached) => {
    const item = reconcile(fields);
    expect([item.standing, item.killedGap, item.comparisons[0]?.isReached]).toEqual([standing, killedGap, isReached]);
    expect([item.agrees, item.differs]).toEqual([standing === "agrees", standing === "open"]);
  });

  test("leaves strikes and vessels to be compared as they stand", () => {
    const item = reconcile({ killed: 10, strikes: 1, vessels: 3, qualifier: "at least" });
    expect(item).toMatchObject({ standing: "open", killedGap: null, strikesGap: -1, vesselsGap: 0, agrees: false, differs: true });
    expect(gapLines(item)).toEqual(["strikes −1", "vessels 0"]);
  });

  test("is of the strikes where no number of dead is given", () => {
    const item = reconcile({ strikes: 1, vessels: 3, qualifier: "at least" });
    expect(item).toMatchObject({ standing: "within", strikesGap: null, vesselsGap: 0 });
    expect(gapLines(item)).toEqual(["strikes lower bound", "vessels 0"]);
    expect(reconcile({ vessels: 2, operations: 1, qualifier: "at least" })).toMatchObject({ standing: "open", vesselsGap: -1 });
  });

  test("above ours is explained by leads that bring ours to it or past it", () => {
    const gap = (killed: number) => [{ lead: "diver", killed, why: "It counts a diver." }];
    const words = (fields: Parameters<typeof total>[0]) => [reconcile(fields).standing, namedWords(reconcile(fields))];
    expect(words({ killed: 16, qualifier: "more than", gap: gap(6) })).toEqual([
      "named",
      "So counted, ours would be 19–20 killed; the published 16 killed is a lower bound that this reaches.",
    ]);
    expect(words({ killed: 16, gap: gap(6) })).toEqual([
      "open",
      "So counted, ours would be 19–20 killed; the published 16 killed is still 3 below.",
    ]);
    expect(words({ killed: 22, qualifier: "at least", gap: gap(6) })).toEqual([
      "open",
      "So counted, ours would be 19–20 killed; the published 22 killed is still 2 above.",
    ]);
  });

  test("is said to be one, and no difference is shown", () => {
    const item = reconcile({ killed: 10, strikes: 2, qualifier: "at least" });
    expect([standingWords(item), gapWords(item)]).toEqual(["Does not contradict ours", "a lower bound that ours reaches"]);
    expect(
      measures(item)
        .filter(({ ours }) => ours !== null)
        .map(({ label, gap, isReached }) => [label, gap, isReached]),
    ).toEqual([
      ["Killed", null, true],
      ["Strikes", "0", false],
      ["Vessels", null, false],
    ]);
  });
});

describe("totals with lower bounds in a sentence", () => {
  const bound = (id: string) => total({ id, killed: 10, qualifier: "at least" });
  const explained = total({ id: "explained", killed: 17, gap: [{ lead: "diver", killed: 3, why: "It counts a diver." }] });
  const sentence = (...entries: Parameters<typeof dossierOf>) => totalsSentence(compareTotals(dossierOf(...strikes, ...entries)));

  test.each([
    ["none", [], "No published total is on file."],
    [
      "one",
      [bound("one")],
      "Of 1 published total, 0 agree with our sum for the day, each by its publisher’s own rule, 1 is a lower bound that ours reaches, and 0 differ.",
    ],
    [
      "several of every kind",
      [bound("one"), bound("two"), total({ id: "same", killed: 14 }), explained, total({ id: "open", killed: 30 })],
      "Of 5 published totals, 1 agrees with our sum for the day, each by its publisher’s own rule, 2 are lower bounds that ours reaches, and 2 differ: 1 is explained by strikes or leads that are named, 1 is not, or only in part.",
    ],
  ])("%s", (_, entries, expected) => {
    expect(sentence(...entries)).toBe(expected);
  });

  test.each([
    [{ agreeing: 13, within: 2, explained: 1, unexplained: 3 }, "19 totals: 13 agree, 2 are lower bounds that ours reaches, 4 differ"],
    [{ agreeing: 1, within: 1, explained: 0, unexplained: 0 }, "2 totals: 1 agrees, 1 is a lower bound that ours reaches, 0 differ"],
    [{ agreeing: 0, within: 2, explained: 0, unexplained: 0 }, "2 totals: all are lower bounds that ours reaches"],
    [{ agreeing: 0, within: 1, explained: 0, unexplained: 0 }, "1 total, which is a lower bound that ours reaches"],
    [{ agreeing: 1, within: 0, explained: 0, unexplained: 0 }, "1 total, which agrees"],
  ])("%j is %s", (tally, expected) => {
    expect(tallyWords(tally)).toBe(expected);
  });

  test("and beside the drawing, where none of them is the farthest", () => {
    const dossier = dossierOf(...strikes, bound("one"), total({ id: "same", killed: 14 }), total({ id: "open", killed: 12 }));
    expect(totalsChartLabel(compareTotals(dossier))).toBe(
      "3 published totals of the dead against our ledger by every record as it stands: 1 lies inside its range, 1 is a lower bound below it, 1 lies outside. Farthest off is The Wire: 12 killed as of 31 March 2031, 1 below our range.",
    );
    expect(compareTotals(dossierOf(...strikes, bound("one"))).farthest).toBeNull();
  });
});

test.each([
  [13, true, "inside"],
  [14, false, "inside"],
  [12, true, "below"],
  [12, false, "outside"],
  [15, true, "outside"],
] as const)("a mark of %d, a lower bound: %s, lies %s the band of 13–14", (killed, isBound, place) => {
  expect(placeMark(killed, isBound, { min: 13, max: 14 })).toBe(place);
});

test("the guide for editors names every word", async () => {
  const guide = await readFile("docs/editors.md", "utf8");
  for (const words of LOWER_BOUND_WORDS) expect(guide).toContain(`“${words}”`);
});
