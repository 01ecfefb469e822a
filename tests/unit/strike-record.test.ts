import { describe, expect, test } from "vitest";
import { compareTotals, strikesWithRange } from "../../src/graph/compare-totals.ts";
import { claimsOnEvent, neighboursOf, sourcesOfEvent, stepsIn, strikesAround } from "../../src/graph/event-context.ts";
import { findLatestChanges } from "../../src/graph/latest-changes.ts";
import { computeLedger, ledgerRows, tollOf } from "../../src/graph/ledger.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { groupByMonth } from "../../src/graph/strike-months.ts";
import { groupLeads, groupStrikeUnknowns } from "../../src/graph/unknowns.ts";
import { formatGap } from "../../src/model/numbers.ts";
import { countText, recordColumns } from "../../src/site/casualty-table.ts";
import { leadWords } from "../../src/site/lead-words.ts";
import {
  monthSums,
  sentence,
  sequenceWords,
  sinceLast,
  sourcingWords,
  speakerWords,
  strikeHeading,
  strikeLabels,
  strikeNumber,
  survivedWords,
  tollVoices,
} from "../../src/site/strike-words.ts";
import {
  countingWords,
  countLines,
  gapLines,
  gapWords,
  ledgerLines,
  measures,
  tallyWords,
  namedWords,
  partWords,
  restWords,
  standingWords,
  totalFigure,
  totalLine,
  totalsChartLabel,
  totalsSentence,
} from "../../src/site/total-words.ts";
import { actor, claim, dossierOf, event, find, lead, source, strike, strikesOf, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

type StrikeFields = NonNullable<Parameters<typeof strike>[0]>;
const withdrawn = { date: "2031-04-01", reason: "It was a drill." };
const only = (...entries: Parameters<typeof dossierOf>) => {
  const [one] = strikesOf(...entries);
  if (!one) throw new Error("no strike");
  return one;
};

describe("the ledger by month", () => {
  const strikes = strikesOf(
    strike({ id: "a", date: "2031-03-04", casualties: [{ source: "wire", killed: 2 }] }),
    strike({ id: "b", date: "2031-03", casualties: [{ source: "wire", killed: { min: 1, max: 3 } }] }),
    strike({ id: "c", date: "2031-05-04", casualties: [{ source: "wire", note: "No number." }] }),
    strike({ id: "d", date: "../2031-01-01" }),
    strike({ id: "e", date: "2031-03-09", withdrawn }),
  );
  const months = groupByMonth(ledgerRows(strikes, null), null);

  test("has a month for each one with a strike, in order, and one for a date without beginning", () => {
    expect(months.map(({ month, rows }) => [month, rows.map(({ strike: { id } }) => id).join(" ")])).toEqual([
      ["", "d"],
      ["2031-03", "b a"],
      ["2031-05", "c"],
    ]);
  });

  test("has sums of the month and sums so far", () => {
    expect(months.map(({ ledger, running }) => [formatRange(ledger.killed), formatRange(running)])).toEqual([
      ["2", "2"],
      ["3–5", "5–7"],
      ["0", "5–7"],
    ]);
  });

  test("says its sums in words", () => {
    expect(months.map(monthSums)).toEqual([
      "1 strike on 1 vessel; 2 killed; none reported to have survived",
      "2 strikes on 2 vessels; 3–5 killed; none reported to have survived",
      "1 strike on 1 vessel; 0 killed; none reported to have survived; 1 entry without a number",
    ]);
  });

  test("says in its sums that survivors are told of whom nobody counts, and never that there were none", () => {
    const left = { survivorsOutcome: "Left in the lake." };
    const sums = (...list: Parameters<typeof strike>[0][]) =>
      groupByMonth(ledgerRows(strikesOf(...list.map((fields, i) => strike({ id: `s${i}`, ...fields }))), null), null)
        .map(monthSums)
        .join();
    expect(sums(left, left)).toBe("2 strikes on 2 vessels; 4 killed; survivors: of 2 entries number not given");
    expect(sums(left, { ...left, casualties: [{ source: "wire", killed: 2, survived: 1 }] })).toBe(
      "2 strikes on 2 vessels; 4 killed; 1 reported to have survived, and of 1 entry number not given",
    );
  });

  test.each([null, "2025-10-19", "2026-01-15"])("of the record that we publish adds up to the whole (%s)", (asOf) => {
    const whole = computeLedger(published.strikes, { asOf });
    const real = groupByMonth(ledgerRows(published.strikes, asOf), asOf);
    const sum = (from: (month: (typeof real)[number]) => number) => real.reduce((all, month) => all + from(month), 0);
    expect(sum(({ ledger }) => ledger.strikes)).toBe(whole.strikes);
    expect({ min: sum(({ ledger }) => ledger.killed.min), max: sum(({ ledger }) => ledger.killed.max) }).toEqual(whole.killed);
    expect(real.at(-1)?.running).toEqual(whole.killed);
  });
});

describe("published totals beside the ledger", () => {
  const dossier = dossierOf(
    strike({ id: "a", date: "2031-03-04", casualties: [{ source: "wire", killed: 11 }] }),
    strike({ id: "b", date: "2031-03-20", casualties: [{ source: "wire", killed: { min: 2, max: 4 } }] }),
    total({ id: "low", asOf: "2031-03-31", killed: 10, strikes: 2, vessels: 5, presumedDead: undefined }),
    total({ id: "inside", asOf: "2031-03-31", killed: 14, byName: "Gazette", qualifier: "at least" }),
    total({ id: "lower", asOf: "2031-04-01", killed: 13 }),
    total({ id: "upper", asOf: "2031-04-01", killed: 15 }),
    total({ id: "one", asOf: "2031-03-10", killed: 11 }),
    total({ id: "high", asOf: "2031-04-02", killed: 21 }),
    total({ id: "strikes", asOf: "2031-04-03", strikes: 1 }),
  );
  const comparison = compareTotals(dossier);
  const item = (id: string) => {
    const one = comparison.all.find((other) => other.total.id === id);
    if (!one) throw new Error(id);
    return one;
  };

  test("agree or differ, each in the month of its day", () => {
    const ids = (items: typeof comparison.all) =>
      items
        .map(({ total: { id } }) => id)
        .sort()
        .join(" ");
    expect([ids(comparison.all.filter(({ agrees }) => agrees)), ids(comparison.differing)]).toEqual([
      "inside lower one upper",
      "high low strikes",
    ]);
    expect(comparison.byMonth.map(({ month, items, tally }) => [month, items.length, tally.unexplained])).toEqual([
      ["2031-03", 3, 1],
      ["2031-04", 4, 2],
    ]);
  });

  test("name the one farthest from our range, on either side", () => {
    expect(comparison.farthest?.total.id).toBe("high");
    expect(compareTotals(dossierOf(strike(), total({ killed: 2 }))).farthest).toBeNull();
  });

  test.each([
    ["low", "3 below our range"],
    ["inside", "inside our range"],
    ["lower", "our lower figure"],
    ["upper", "our upper figure"],
    ["one", "the same number"],
    ["high", "6 above our range"],
    ["strikes", "number not given"],
  ])("say where the number of dead lies: %s is %s", (id, words) => {
    expect(gapWords(item(id))).toBe(words);
  });

  test("say what else differs", () => {
    expect(gapLines(item("low"))).toEqual(["strikes 0", "vessels +3"]);
    expect(gapLines(item("strikes"))).toEqual(["strikes −1"]);
    expect(ledgerLines(item("low"))).toEqual(["2 strikes", "2 vessels"]);
    expect(countLines({ operations: 1 })).toEqual(["1 operation"]);
    expect([3, 0, -3].map(formatGap)).toEqual(["+3", "0", "−3"]);
  });

  test("say how the dead are counted, and what is counted otherwise", () => {
    const [a, b] = dossier.strikes;
    if (!a || !b) throw new Error("dossierOf() gave fewer than two strikes");
    const labels = strikeLabels(dossier.strikes);
    expect(countingWords({ rule: "all-records", except: [] }, labels)).toBe("by every record as it stands");
    expect(countingWords({ rule: "presumed-dead-counted", except: [a, b] }, labels)).toBe(
      "with people presumed dead, but without those of 4 Mar 2031 and 20 Mar 2031",
    );
    expect(countingWords({ rule: "presumed-dead-not-counted", except: [a] }, labels)).toBe(
      "without people presumed dead, but with those of 4 Mar 2031",
    );
    expect([partWords({ killed: 3, vessels: 1 }), partWords({ killed: 0, strikes: -2 }), partWords({ vessels: -1 })]).toEqual([
      "+3 killed, +1 vessel",
      "−2 strikes",
      "−1 vessel",
    ]);
  });

  test("say what ours would be with the strikes and leads that are named, which move the whole range", () => {
    const ranged = strike({ id: "ranged", date: "2031-03-04", casualties: [{ source: "wire", killed: { min: 175, max: 188 } }] });
    const part = (fields: object) => ({ lead: "diver", why: "It counts a diver.", ...fields });
    const words = (fields: Parameters<typeof total>[0], given = ranged) => {
      const [item] = compareTotals(dossierOf(given, lead({ id: "diver", killed: 6 }), total(fields))).all;
      return item && namedWords(item);
    };
    expect(words({ killed: 193, vessels: 3, gap: [part({ killed: 3, vessels: 1 }), part({ killed: 3, vessels: 1 })] })).toBe(
      "So counted, ours would be 181–194 killed and 3 vessels; the published 193 killed lies inside that range.",
    );
    expect(words({ killed: 195, gap: [part({ killed: 6 })] })).toBe(
      "So counted, ours would be 181–194 killed; the published 195 killed is still 1 above.",
    );
    expect(words({ killed: 180, gap: [part({ killed: 6 })] })).toBe(
      "So counted, ours would be 181–194 killed; the published 180 killed is still 1 below.",
    );
    expect(words({ killed: 3, gap: [part({ killed: 1 })] }, strike())).toBe("So counted, ours would be 3 killed.");
    expect(words({ strikes: 2, gap: [part({ killed: 1, strikes: 1 })] }, strike())).toBe("So counted, ours would be 2 strikes.");
    expect(words({ killed: 193 })).toBe("");
    expect(words({ strikes: 1, gap: [part({ killed: 1 })] })).toBe("");
  });

  test("say whether a gap is explained", () => {
    const gap = [{ strike: "strike", killed: 1, why: "It counts a diver." }];
    const explanation = "Its sum is not shown.";
    const words = (fields: Parameters<typeof total>[0]) => {
      const { all, tally } = compareTotals(dossierOf(strike(), total(fields)));
      return [all[0] && standingWords(all[0]), tally.explained];
    };
    expect(words({ killed: 2 })).toEqual(["Agrees", 0]);
    expect(words({ killed: 3, gap })).toEqual(["Differs, explained", 1]);
    expect(words({ killed: 3, explanation, unexplained: { killed: 1 } })).toEqual(["Differs, not explained", 0]);
    expect(words({ killed: 3, strikes: 2, gap, explanation, unexplained: { strikes: 1 } })).toEqual(["Differs, explained in part", 0]);
    expect(words({ killed: 3, explanation })).toEqual(["Differs", 0]);
  });

  test("say what is left of a gap that nobody can explain", () => {
    const gap = [{ strike: "strike", killed: 1, why: "It counts a diver." }];
    const explanation = "Its sum is not shown.";
    const words = (fields: Parameters<typeof total>[0]) => compareTotals(dossierOf(strike(), total(fields))).all.map(restWords);
    expect(words({ killed: 3, strikes: 3, explanation, unexplained: { killed: 1, strikes: 2 } })).toEqual([
      "No: which strikes make the difference, +1 killed, +2 strikes, is not known.",
    ]);
    expect(words({ killed: 4, gap, explanation, unexplained: { killed: 1 } })).toEqual([
      "In part: what the rest comes from, +1 killed, is not known.",
    ]);
    expect([words({ killed: 2 }), words({ killed: 3, gap }), words({ killed: 3 })].flat()).toEqual([null, null, null]);
  });

  test.each([
    [{ killed: 29, qualifier: "at least" }, "at least 29 killed"],
    [{ strikes: 1 }, "1 strike"],
    [{ operations: 2 }, "2 operations"],
    [{ vessels: 1 }, "1 vessel struck"],
    [{ survivors: 1 }, "number not given"],
  ])("say first of all how many died: %j is %s", (fields, words) => {
    const [node] = dossierOf(total(fields)).totals;
    expect(node && totalFigure(node)).toBe(words);
  });

  test("stand with who gave them and their day", () => {
    expect(totalLine(item("inside").total)).toBe("Gazette: at least 14 killed as of 31 March 2031");
  });

  test("are measured by what they give, and always by the dead, strikes and vessels", () => {
    expect(measures(item("low")).map(({ label, published: given, ours, gap }) => [label, given, ours, gap])).toEqual([
      ["Killed", "10", "13–15", "−3"],
      ["Strikes", "2", "2", "0"],
      ["Vessels", "5", "2", "+3"],
    ]);
    const [given] = compareTotals(dossierOf(strike(), total({ killed: 2, presumedDead: 1, operations: 1, survivors: 0 }))).all;
    expect(given && measures(given).map(({ label, gap }) => [label, gap])).toEqual([
      ["Killed", "0"],
      ["Presumed dead, among them", null],
      ["Strikes", null],
      ["Operations, which we count as entries", null],
      ["Vessels", null],
      ["Survivors", null],
    ]);
  });

  test("are counted in sentences that read well for one and for many", () => {
    expect(totalsSentence(comparison)).toBe(
      "Of 7 published totals, 4 agree with our sum for the day, each by its publisher’s own rule, and 3 differ, not explained or only in part.",
    );
    expect(totalsSentence(compareTotals(dossierOf(strike(), total({ killed: 2 }))))).toBe(
      "Of 1 published total, 1 agrees with our sum for the day, each by its publisher’s own rule, and 0 differ.",
    );
    const explained = total({ killed: 3, gap: [{ strike: "strike", killed: 1, why: "It counts a diver." }] });
    expect(totalsSentence(compareTotals(dossierOf(strike(), explained)))).toBe(
      "Of 1 published total, 0 agree with our sum for the day, each by its publisher’s own rule, and 1 differs, explained by strikes or leads that are named.",
    );
    expect(totalsSentence(compareTotals(dossierOf()))).toBe("No published total is on file.");
    expect(
      [
        [15, 4],
        [6, 0],
        [0, 2],
        [0, 1],
        [2, 1],
      ].map(([agreeing = 0, unexplained = 0]) => tallyWords({ agreeing, within: 0, explained: 0, unexplained })),
    ).toEqual([
      "19 totals: 15 agree, 4 differ",
      "6 totals: all agree",
      "2 totals: all differ",
      "1 total, which differs",
      "3 totals: 2 agree, 1 differs",
    ]);
    expect(totalsChartLabel(comparison)).toBe(
      "6 published totals of the dead against our ledger by every record as it stands: 4 lie inside its range, 2 outside. Farthest off is The Wire: 21 killed as of 2 April 2031, 6 above our range.",
    );
    expect(totalsChartLabel(compareTotals(dossierOf(strike(), total({ killed: 2 }))))).toBe(
      "1 published total of the dead against our ledger by every record as it stands: 1 lies inside its range, 0 outside.",
    );
  });

  test("have beside them the strikes that make the sum a range, and no withdrawn one", () => {
    const strikes = strikesOf(
      strike({ id: "range", casualties: [{ source: "wire", killed: { min: 2, max: 4 } }] }),
      strike({ id: "certain" }),
      strike({ id: "gone", casualties: [{ source: "wire", killed: { min: 2, max: 4 } }], withdrawn }),
    );
    expect(strikesWithRange(computeLedger(strikes, { asOf: null })).map((row) => row.strike.id)).toEqual(["range"]);
  });
});

describe("what is not known of the strikes", () => {
  const unknowns = groupStrikeUnknowns(
    strikesOf(
      strike({ id: "a", unknown: [{ what: "Names of the dead", note: "None published.", lastChecked: "2031-04-01" }, { what: "cargo" }] }),
      strike({ id: "b", unknown: [{ what: "names of the dead", note: "None published.", lastChecked: "2031-05-01" }] }),
      strike({ id: "c", unknown: [{ what: "names of the dead" }] }),
      strike({ id: "d" }),
    ),
  );

  test("stands once for all of them, the most frequent gap first, with the last day it was looked up", () => {
    expect(unknowns.map(({ what, strikes, lastChecked }) => [what, strikes.map(({ id }) => id).join(" "), lastChecked])).toEqual([
      ["names of the dead", "a b c", "2031-05-01"],
      ["cargo", "a", null],
    ]);
    expect(unknowns[0]?.notes.map(({ note, strikes }) => [note, strikes.length])).toEqual([
      ["None published.", 2],
      [null, 1],
    ]);
  });

  test("leaves out no gap of the strikes that we publish", () => {
    const wanted = published.strikes.flatMap((one) => (one.strike.data.unknown ?? []).map(({ what }) => `${one.id} ${what.toLowerCase()}`));
    const found = groupStrikeUnknowns(published.strikes).flatMap(({ what, strikes }) => strikes.map(({ id }) => `${id} ${what}`));
    expect(found.sort()).toEqual([...new Set(wanted)].sort());
  });
});

describe("leads", () => {
  const groups = groupLeads(
    dossierOf(
      lead({ id: "own", kind: "missing-page" }),
      lead({ id: "undated-b", title: "B" }),
      lead({ id: "undated-a", title: "A" }),
      lead({ id: "late", date: "2031-05" }),
      lead({ id: "early", date: "2031-03-04" }),
      lead({ id: "strike", kind: "unsourced-strike" }),
    ).leads,
  );

  test("come by kind, open questions first and kinds of an editor's own last; by date, undated ones last", () => {
    expect(groups.map(({ kind, leads }) => [kind, leads.map(({ id }) => id).join(" ")])).toEqual([
      ["known-unknown", "early late undated-a undated-b"],
      ["unsourced-strike", "strike"],
      ["missing-page", "own"],
    ]);
  });

  test("have words for every kind that we publish, and the kind itself for any other", () => {
    for (const { data } of published.leads) expect(leadWords(data.kind).meaning, data.kind).not.toBeNull();
    expect(leadWords("missing-page")).toMatchObject({ one: "Missing page", meaning: null });
  });
});

describe("what stands around an event", () => {
  const dossier = dossierOf(
    source({ id: "later", published: "2031-05-01" }),
    strike({ id: "a", date: "2031-03-01" }),
    strike({
      id: "b",
      date: "2031-03-10",
      casualties: [
        { source: "later", killed: 2 },
        { source: "wire", killed: 2 },
      ],
    }),
    event({ id: "talks", date: "2031-03-05" }),
    event({ id: "same-day", date: "2031-03-10" }),
    event({ id: "early", date: "2031-02-01" }),
  );
  const around = (id: string) => {
    const { before, after } = strikesAround(dossier.strikes, find(dossier, "event", id));
    return [before?.id ?? null, after?.id ?? null];
  };

  test("is the strike before it and the strike after it", () => {
    expect(around("talks")).toEqual(["a", "b"]);
    expect(around("same-day")).toEqual(["b", null]);
    expect(around("early")).toEqual([null, "a"]);
  });

  test("are its neighbours in a list, none beyond its ends", () => {
    expect(neighboursOf(["a", "b", "c", "d", "e"], "c", 1)).toEqual({ before: ["b"], after: ["d"] });
    expect(neighboursOf(["a", "b"], "a", 2)).toEqual({ before: [], after: ["b"] });
    expect(neighboursOf(["a", "b"], "z", 2)).toEqual({ before: [], after: [] });
    expect(stepsIn(["a", "b", "c"], "b")).toEqual({ previous: "a", next: "c" });
    expect(stepsIn(["a", "b"], "z")).toEqual({ previous: null, next: null });
  });

  test("are all its sources, each once, its own first", () => {
    expect(sourcesOfEvent(find(dossier, "event", "b")).map(({ id }) => id)).toEqual(["wire", "later"]);
  });

  test("are its claims: those on this event alone before those on the whole series", () => {
    const claims = dossierOf(
      event({ id: "x" }),
      event({ id: "y" }),
      claim({ id: "series", number: 1, on: ["x", "y"] }),
      claim({ id: "third", number: 3, on: ["x"] }),
      claim({ id: "second", number: 2, on: ["x"] }),
      claim({ id: "unnumbered", on: ["x"] }),
    );
    expect(claimsOnEvent(find(claims, "event", "x")).map(({ id }) => id)).toEqual(["second", "third", "unnumbered", "series"]);
  });
});

describe("the newest changes", () => {
  const dossier = dossierOf(
    source({ id: "later", published: "2031-05-01" }),
    source({ id: "undated", published: undefined }),
    claim({ id: "a", sources: ["later"] }),
    claim({ id: "b", developments: [{ date: "2031-04-20", summary: "A court ruled.", sources: ["later"] }] }),
    claim({ id: "never", sources: ["undated"] }),
    event({ id: "c" }),
    strike({ id: "d", developments: [{ date: "2031-03-06", summary: "A name was given.", sources: ["wire"] }] }),
  );

  test("are what became known last: claims, events and later developments, by the day it was known", () => {
    expect(findLatestChanges(dossier, 10).map(({ day, node: { id }, development }) => [day, id, development])).toEqual([
      ["2031-05-01", "a", null],
      ["2031-05-01", "b", "A court ruled."],
      ["2031-03-06", "d", "A name was given."],
      ["2031-03-05", "b", null],
      ["2031-03-05", "c", null],
      ["2031-03-05", "d", null],
    ]);
  });

  test("are no more than asked for", () => {
    expect(findLatestChanges(dossier, 2)).toHaveLength(2);
    expect(findLatestChanges(published, 8)).toHaveLength(8);
  });

  test("are no withdrawn entries", () => {
    expect(
      findLatestChanges(dossierOf(claim({ id: "kept" }), claim({ id: "gone", withdrawn }), strike({ id: "drill", withdrawn })), 10).map(
        ({ node: { id } }) => id,
      ),
    ).toEqual(["kept"]);
  });
});

describe("the table of casualty records", () => {
  const tableOf = (...casualties: Record<string, unknown>[]) => {
    const one = only(strike({ casualties: casualties.map((record) => ({ source: "wire", ...record })) }));
    const { columns, silent } = recordColumns(tollOf(one, null));
    return { columns: columns.map(({ label, sum }) => `${label} ${sum ? formatRange(sum) : "none"}`), silent };
  };

  test("always has killed and survived, and says what no record gives", () => {
    expect(tableOf({ killed: 2 })).toEqual({
      columns: ["Killed 2", "Survived none"],
      silent: "No record gives a number of people presumed dead or missing.",
    });
  });

  test("has a column for what a record gives, and says that the range counts those presumed dead", () => {
    expect(tableOf({ killed: 14, presumedDead: 1, survived: 1 }, { killed: 14, missing: 1 })).toEqual({
      columns: ["Killed 14–15", "Presumed dead 1", "Missing 1", "Survived 1"],
      silent: "The upper end of the range counts those presumed dead.",
    });
  });

  test("leaves a cell empty rather than saying zero", () => {
    expect([countText(undefined), countText(0), countText({ min: 3, max: 5 }), countText({ min: 3, max: 3 })]).toEqual([
      null,
      "0",
      "3–5",
      "3",
    ]);
  });
});

describe("a strike in words", () => {
  test("is named without the sea that the line above names", () => {
    expect(strikeHeading(only(strike({ title: "Strike of 4 March 2031, North Shore", region: "North Shore" })))).toBe(
      "Strike of 4 March 2031",
    );
    expect(strikeHeading(only(strike({ title: "Strike of 4 March 2031", region: "North Shore" })))).toBe("Strike of 4 March 2031");
    expect(strikeHeading(only(strike({ title: "Strike of 4 March 2031," })))).toBe("Strike of 4 March 2031,");
  });

  test("is told from others of its date by a number", () => {
    const strikes = strikesOf(strike({ id: "a" }), strike({ id: "b" }), strike({ id: "c", date: "2031-03-05~" }));
    expect([...strikeLabels(strikes).values()]).toEqual(["4 Mar 2031, 1 of 2", "4 Mar 2031, 2 of 2", "c. 5 Mar 2031"]);
    expect([...strikeLabels(strikes, { year: false }).values()]).toEqual(["4 Mar, 1 of 2", "4 Mar, 2 of 2", "c. 5 Mar"]);
  });

  test("has a name of its own among those that we publish", () => {
    const labels = [...strikeLabels(published.strikes).values()];
    expect(new Set(labels).size).toBe(published.strikes.length);
  });

  test("is counted under the number that the running total has reached", () => {
    const rows = ledgerRows(strikesOf(strike({ id: "a", strikesCounted: 3 }), strike({ id: "b", date: "2031-03-05" })), null);
    expect(rows.map((row) => strikeNumber(row, 4))).toEqual(["Strikes 1 to 3 of 4", "Strike 4 of 4"]);
  });

  test.each<[string, StrikeFields, StrikeFields, string]>([
    ["days", { date: "2031-03-04" }, { date: "2031-03-05" }, "1 day"],
    ["days across a change of summer time", { date: "2031-03-04" }, { date: "2031-04-17" }, "44 days"],
    ["about days where either date is inexact", { date: "2031-03-04~" }, { date: "2031-03-08" }, "about 4 days"],
    ["the same day", { date: "2031-03-04" }, { date: "2031-03-04" }, "the same day"],
    ["about the same day", { date: "2031-03-04" }, { date: "2031-03-04~" }, "about the same day"],
  ])("says how long after the last one it came: %s", (_, first, second, words) => {
    const rows = ledgerRows(strikesOf(strike({ id: "a", ...first }), strike({ id: "b", ...second })), null);
    expect(rows[0] && sinceLast(rows[0], undefined)).toBeNull();
    expect(rows[1] && sinceLast(rows[1], rows[0]?.strike)).toBe(words);
  });

  test("says how it is sourced and numbered, and nothing where the editor has not", () => {
    const words = (sourcing?: string) => sourcingWords(only(strike(sourcing ? { sourcing } : {})));
    expect([words("single-weak"), words("good"), words()]).toEqual(["One weak source", null, null]);
    expect(sequenceWords(only(strike({ sequenceBasis: "ledger" })))).toBe("By its place in this record; no published number is on file");
    expect(sequenceWords(only(strike()))).toBe("By its place in this record; others may lie before it that no citable page supports");
  });

  test("never says that nobody survived where no record gives a number", () => {
    expect(survivedWords(only(strike()), null)).toEqual({ text: "none reported", isNumber: false });
    expect(survivedWords(only(strike()), { min: 1, max: 2 })).toEqual({ text: "1–2", isNumber: true });
    const told = only(strike({ survivorsOutcome: "Left in the lake." }));
    expect(survivedWords(told, null)).toEqual({ text: "number not given", isNumber: false });
    expect(survivedWords(told, { min: 1, max: 1 })).toEqual({ text: "1", isNumber: true });
  });

  test("names who stands at each end of its range", () => {
    const one = only(
      source({ id: "gazette" }),
      source({ id: "tidings" }),
      strike({
        casualties: [
          { source: "wire", killed: 14 },
          { source: "gazette", killed: 14, presumedDead: 1 },
          { source: "tidings", survived: 1 },
        ],
      }),
    );
    const voices = tollVoices({ min: 14, max: 15 }, one.strike.casualties);
    expect({ low: voices.low.map(({ id }) => id), high: voices.high.map(({ id }) => id), presumed: voices.presumed }).toEqual({
      low: ["wire"],
      high: ["gazette"],
      presumed: true,
    });
  });

  test("has somebody at both ends of every range that we publish", () => {
    for (const one of published.strikes) {
      const { killed, records } = tollOf(one, null);
      if (!killed) continue;
      const { low, high } = tollVoices(killed, records);
      expect([low.length > 0, high.length > 0], one.id).toEqual([true, true]);
    }
  });

  const ada = actor({ id: "ada", name: "Ada Quill", aliases: ["harbour master"] });
  test.each([
    [undefined, undefined, { name: "Speaker not named", link: false }],
    [undefined, "A witness", { name: "A witness", link: false }],
    ["ada", undefined, { name: "Ada Quill", link: true }],
    ["ada", "The harbour master", { name: "The harbour master", link: true }],
    ["ada", "Her niece Ada Quill", { name: "Her niece Ada Quill", link: true }],
    ["ada", "Mayor Quill", { name: "Mayor Quill", link: true }],
    ["ada", "Northmark", { name: "Northmark", link: false }],
  ])("links a speaker only where the words name that actor: %s, %s", (by, byName, expected) => {
    expect(speakerWords(by ? find(dossierOf(ada), "actor", by) : null, byName)).toEqual(expected);
  });

  test("ends every sentence once", () => {
    expect(["named no group", "named no group.", "said “no.”", "why?"].map(sentence)).toEqual([
      "Named no group.",
      "Named no group.",
      "Said “no.”",
      "Why?",
    ]);
  });
});
