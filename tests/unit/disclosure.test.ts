import { describe, expect, test } from "vitest";
import { changedLater, daysAfter, disclosuresOf, groupByLag, summarizeDisclosures } from "../../src/graph/disclosure.ts";
import { getDate } from "../../src/model/parse-date.ts";
import {
  developmentWords,
  disclosureSentence,
  groupWords,
  lagWords,
  laterSentence,
  revisionDay,
  revisionWords,
} from "../../src/site/disclosure-words.ts";
import { source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const later = source({ id: "later", published: "2031-04-03" });
const undated = source({ id: "undated", published: undefined });
const wire = { source: "wire", killed: 2 };
const rowsOf = (...entries: Parameters<typeof strikesOf>) => disclosuresOf(strikesOf(...entries));
const rowOf = (...entries: Parameters<typeof strikesOf>) => {
  const [row] = rowsOf(...entries);
  if (!row) throw new Error("no row");
  return row;
};

describe("days after a strike", () => {
  test.each([
    ["the day itself", "2031-03-04", "2031-03-04", { min: 0, max: 0 }],
    ["two days later", "2031-03-04", "2031-03-06", { min: 2, max: 2 }],
    ["about a day is a day either side, and nothing is announced before it happens", "2031-03-04~", "2031-03-04", { min: 0, max: 1 }],
    ["a span of days", "2031-03-04/2031-03-06", "2031-03-08", { min: 2, max: 4 }],
    ["a month", "2031-03-31", "2031-04", { min: 1, max: 30 }],
    ["by a day", "2031-03-04", "../2031-03-09", { min: 0, max: 5 }],
    ["since a day, without an end", "2031-03-04", "2031-03-09/..", null],
    ["after a day of which only the end is known", "../2031-03-04", "2031-03-09", null],
  ])("%s", (_, first, second, days) => {
    expect(daysAfter(getDate(first), getDate(second))).toEqual(days);
  });
});

describe("what became known of a strike", () => {
  test("has the announcement, and none where none is on file", () => {
    expect(rowOf(strike({ announced: { date: "2031-03-05" } }))).toMatchObject({
      lagDays: { min: 1, max: 1 },
      isExact: true,
      revisions: [],
    });
    expect(rowOf(strike())).toMatchObject({ announced: null, lagDays: null, isExact: false });
    expect(rowOf(strike({ announced: { date: "2031-03" } }))).toMatchObject({ lagDays: { min: 0, max: 27 }, isExact: false });
  });

  test("counts a later record as a change only where the range of the dead is another one", () => {
    const same = strike({ casualties: [wire, { source: "later", killed: 2, survived: 1 }] });
    expect(rowOf(later, same).revisions).toEqual([]);
    const wider = strike({ casualties: [{ source: "later", killed: { min: 2, max: 3 } }, wire] });
    expect(rowOf(later, wider).revisions).toEqual([
      { day: "2031-04-03", afterDays: { min: 30, max: 30 }, from: { min: 2, max: 2 }, to: { min: 2, max: 3 } },
    ]);
  });

  test("tells a number that was first given later from one that changed", () => {
    const numbered = strike({
      casualties: [
        { source: "wire", note: "No number." },
        { source: "later", killed: 4 },
      ],
    });
    expect(rowOf(later, numbered).revisions).toMatchObject([{ from: null, to: { min: 4, max: 4 } }]);
  });

  test("keeps a change whose day no source says, last and without a day", () => {
    const row = rowOf(undated, strike({ casualties: [wire, { source: "undated", killed: 5 }] }));
    expect(row.revisions).toEqual([{ day: null, afterDays: null, from: { min: 2, max: 2 }, to: { min: 2, max: 5 } }]);
    expect(rowOf(undated, strike({ casualties: [{ source: "undated", killed: 5 }], sources: ["wire"] })).revisions).toEqual([]);
  });

  test("has the developments that came after the day itself", () => {
    const told = (date: string) => ({ date, summary: "Something was said.", sources: ["wire"] });
    const row = rowOf(strike({ developments: [told("2031-03-04"), told("2031-03-09"), told("2031-04")] }));
    expect(row.developments.map(({ afterDays }) => afterDays)).toEqual([
      { min: 5, max: 5 },
      { min: 28, max: 57 },
    ]);
    expect(developmentWords(row)).toBe("2, the last 28 to 57 days after");
  });
});

describe("the lags together", () => {
  const rows = rowsOf(
    later,
    strike({ id: "a", announced: { date: "2031-03-04" }, casualties: [wire, { source: "later", killed: 3 }] }),
    strike({
      id: "b",
      announced: { date: "2031-03-05" },
      developments: [{ date: "2031-03-06", summary: "It was said.", sources: ["wire"] }],
    }),
    strike({ id: "c", announced: { date: "2031-03-07" } }),
    strike({ id: "d", date: "2031-03-04~", announced: { date: "2031-03-05" } }),
    strike({ id: "e", date: "2031-03-04~", announced: { date: "2031-03-04" } }),
    strike({ id: "f" }),
  );
  const summary = summarizeDisclosures(rows);

  test("are grouped from the shortest on, certain ones first, none on file last", () => {
    expect(groupByLag(rows).map((group) => [groupWords(group), group.rows.map(({ strike: { id } }) => id).join(" ")])).toEqual([
      ["the same day", "a"],
      ["the next day", "b"],
      ["0 to 1 day after", "e"],
      ["0 to 2 days after", "d"],
      ["3 days after", "c"],
      ["no date on file", "f"],
    ]);
  });

  test("are summed so that every entry is counted once", () => {
    expect(summary).toEqual({
      entries: 6,
      soon: 2,
      later: 1,
      longest: 3,
      open: 2,
      undated: 1,
      recounted: 1,
      lastRecount: 30,
      numberedLater: 0,
      developed: 1,
    });
    const real = summarizeDisclosures(disclosuresOf(published.strikes));
    expect(real.soon + real.later + real.open + real.undated).toBe(published.strikes.length);
  });

  test("are said in sentences", () => {
    expect(disclosureSentence(summary)).toBe(
      "Of 6 strike entries, 2 were announced on the day itself or the next; 1 later, 3 days after; for 2 one of the two days is not certain; for 1 no announcement date is on file.",
    );
    expect(laterSentence(summary)).toBe(
      "Later records changed the number of dead for 1 of 6 strike entries, 30 days after the strike. Later developments are on file for 1.",
    );
    expect(changedLater(rows).map(({ strike: { id } }) => id)).toEqual(["a", "b"]);
  });

  test("of one strike, and of none, read well", () => {
    const one = summarizeDisclosures(rowsOf(strike({ announced: { date: "2031-03-04" } })));
    expect(disclosureSentence(one)).toBe("Of 1 strike entry, 1 was announced on the day itself or the next.");
    expect(laterSentence(one)).toBe("No later record changed the number of dead of the one strike entry.");
    const none = summarizeDisclosures([]);
    expect([disclosureSentence(none), laterSentence(none)]).toEqual(["No strike is on file.", "No strike is on file."]);
    expect(groupByLag([])).toEqual([]);
  });

  test("leave out a strike that was withdrawn", () => {
    expect(rowsOf(strike({ withdrawn: { date: "2031-04-01", reason: "It did not take place." } }))).toEqual([]);
  });
});

test("lags and changes in words", () => {
  expect([null, { min: 0, max: 0 }, { min: 1, max: 1 }, { min: 4, max: 4 }].map(lagWords)).toEqual([
    "not known",
    "the same day",
    "the next day",
    "4 days after",
  ]);
  expect(revisionWords({ from: { min: 14, max: 14 }, to: { min: 14, max: 15 } })).toBe("14 → 14–15");
  expect(revisionWords({ from: null, to: { min: 2, max: 2 } })).toBe("none given → 2");
  expect(revisionDay({ day: "2031-04-03", afterDays: { min: 30, max: 30 } })).toBe("3 Apr 2031, 30 days after");
  expect(revisionDay({ day: null, afterDays: null })).toBe("on a day that its source does not say");
});
