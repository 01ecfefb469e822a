import { describe, expect, test } from "vitest";
import { computeLedger } from "../../src/graph/ledger.ts";
import { sensitivityOf } from "../../src/graph/sensitivity.ts";
import { groupWords, killedCell, reasonsOf, reasonWords, sensitivitySentence } from "../../src/site/sensitivity-words.ts";
import { claim, source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const other = source({ id: "post", publisher: "Lake Post" });
const copy = source({ id: "copy", publisher: "The Copy", grade: "syndicated", originalPublisher: "The Wire" });
const firm = { sources: ["wire", "post"], casualties: [{ source: "wire", killed: 2 }] };
const version = (says: string) => ({ byName: "A witness", says, source: "wire" });
const dossier = strikesOf(
  other,
  copy,
  strike({ id: "firm", date: "2031-03-01", ...firm }),
  strike({
    id: "versions",
    date: "2031-03-02",
    strikesCounted: 2,
    ...firm,
    disputes: [
      { about: "Date", versions: [version("On the first."), version("On the second.")] },
      { about: "Cargo", versions: [version("Oil.")] },
    ],
  }),
  strike({ id: "claimed", date: "2031-03-03", ...firm, claims: ["claim"] }),
  strike({ id: "repeated", date: "2031-03-04", sources: ["wire", "copy"] }),
  strike({
    id: "second-hand",
    date: "2031-03-05",
    ...firm,
    casualties: [
      { source: "copy", killed: 1 },
      { source: "wire", missing: 1 },
    ],
  }),
  strike({ id: "gone", date: "2031-03-06", withdrawn: { date: "2031-04-01", reason: "A drill." } }),
  claim({ status: "contested", statusNote: "Two say otherwise.", on: ["claimed"] }),
);

describe("what our sums come to with strikes left out", () => {
  const result = sensitivityOf(dossier);

  test("names each strike that is contested or weakly sourced, with its reasons", () => {
    expect(result.strikes.map((one) => [one.strike.id, one.isContested, one.isWeak, reasonWords(one)])).toEqual([
      ["versions", true, false, ["versions differ: Date"]],
      ["claimed", true, false, ["1 contested or denied claim"]],
      ["repeated", false, true, ["one origin: The Wire"]],
      ["second-hand", false, true, ["no number from an original page"]],
    ]);
  });

  test("says on which page a text stands that is the only origin, and on whose page an own one", () => {
    const text = source({ id: "joint", publisher: "Lake Post", originalPublisher: "The Wire and Lake Watch" });
    const { strikes } = sensitivityOf(
      strikesOf(
        text,
        strike({ id: "a", sources: ["joint"], casualties: [{ source: "joint", killed: 1 }] }),
        strike({ id: "b", sources: ["wire"] }),
      ),
    );
    expect(strikes.map((one) => [one.strike.id, reasonWords(one)[0], reasonsOf(one)[0]?.page?.id])).toEqual([
      ["a", "one origin: The Wire and Lake Watch, by the text that Lake Post carries", "joint"],
      ["b", "one origin: The Wire", "wire"],
    ]);
  });

  test("takes a digest that does not say whose text it carries for no origin", () => {
    const { strikes } = sensitivityOf(
      strikesOf(
        source({ id: "digest", publisher: "Gazette", grade: "aggregator" }),
        other,
        strike({ id: "none", date: "2031-03-01", sources: ["digest"], casualties: [{ source: "digest", killed: 1 }] }),
        strike({ id: "one", date: "2031-03-02", sources: ["digest", "wire"] }),
        strike({ id: "two", date: "2031-03-03", sources: ["digest", "wire", "post"] }),
        strike({ id: "by-a-record", date: "2031-03-04", sources: ["digest", "wire"], casualties: [{ source: "post", killed: 1 }] }),
      ),
    );
    expect(strikes.map((one) => [one.strike.id, one.isWeak, reasonWords(one)])).toEqual([
      ["none", true, ["origin not on file", "no number from an original page"]],
      ["one", true, ["one origin on file: The Wire"]],
    ]);
  });

  test("takes each away from the whole, and all of a kind together", () => {
    expect(result.all).toEqual({ strikes: 6, operations: 5, killed: { min: 9, max: 9 } });
    expect(result.strikes.map(({ without }) => [without.strikes, killedCell(without)])).toEqual([
      [4, "7"],
      [5, "7"],
      [5, "7"],
      [5, "8"],
    ]);
    expect(result.groups.map((group) => [groupWords(group), group.without.strikes, killedCell(group.without)])).toEqual([
      ["All 2 contested entries", 3, "5"],
      ["All 2 weakly sourced entries", 4, "6"],
      ["All 4 contested or weakly sourced entries", 1, "2"],
    ]);
  });

  test("is a difference of the ledger's sums, for every strike that we publish", () => {
    const { killed, strikes } = computeLedger(published.strikes, { asOf: null });
    const real = sensitivityOf(published.strikes);
    expect(real.strikes.length).toBeGreaterThan(0);
    for (const { strike: one, killed: there, without } of real.strikes) {
      expect(without.strikes, one.id).toBe(strikes - (one.strike.data.strikesCounted ?? 1));
      expect(without.killed).toEqual({ min: killed.min - (there?.min ?? 0), max: killed.max - (there?.max ?? 0) });
    }
    const [contested, weak, either] = real.groups.map(({ count }) => count);
    const both = real.strikes.filter(({ isContested, isWeak }) => isContested && isWeak).length;
    expect(either).toBe((contested ?? 0) + (weak ?? 0) - both);
  });
});

describe("the sentence about strikes left out", () => {
  test.each([
    ["none on file", [], "No strike is on file, so nothing can be left out."],
    ["nothing in doubt", dossier.slice(0, 1), "Of 1 entry, none is contested or weakly sourced by the tests below."],
    [
      "the only one",
      dossier.slice(3, 4),
      "Of 1 entry, 1 is contested or weakly sourced. Without it no strike is left: the whole sum, 2 killed in 1 strike, comes from it.",
    ],
    [
      "all of several",
      dossier.slice(3, 5),
      "Of 2 entries, 2 are contested or weakly sourced. Without them no strike is left: the whole sum, 3 killed in 2 strikes, comes from them.",
    ],
    [
      "several",
      dossier,
      "Of 5 entries, 4 are contested or weakly sourced. With all of them left out, the 1 strike that remains comes to 2 killed, instead of 9 killed in 6 strikes.",
    ],
  ])("with %s", (_, strikes, expected) => {
    expect(sensitivitySentence(sensitivityOf(strikes))).toBe(expected);
  });

  test("of a group says how many it has", () => {
    const [contested, , either] = sensitivityOf(dossier.slice(1, 2)).groups;
    expect(contested && groupWords(contested)).toBe("The one contested entry");
    expect(either && killedCell(either.without)).toBe("none counted");
    const [none] = sensitivityOf([]).groups;
    expect(none && groupWords(none)).toBe("No contested entry");
  });
});
