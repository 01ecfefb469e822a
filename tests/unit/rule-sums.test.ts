import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { capitalize } from "../../src/site/words.ts";
import { compareTotals } from "../../src/graph/compare-totals.ts";
import { regionsOf, toCountedStrikes } from "../../src/graph/counted-strikes.ts";
import { computeLedger, ledgerRows } from "../../src/graph/ledger.ts";
import {
  DEFAULT_CHOICE,
  monthsByRule,
  readChoice,
  runningByRule,
  sumByRule,
  sumRow,
  writeChoice,
  type RuleChoice,
} from "../../src/graph/rule-sums.ts";
import { rowsByRule } from "../../src/graph/rule-table.ts";
import {
  COUNTING_RULE_NAMES,
  COUNTING_RULES,
  GRADE_RULE_NAMES,
  GRADE_RULES,
  REGION_RULE,
  UNIT_NAMES,
  UNITS,
} from "../../src/model/counting.ts";
import { countsData } from "../../src/site/counts-data.ts";
import { byRuleSentence, ruleWords, sumCells, sumParts, totalsScopeWords } from "../../src/site/rule-words.ts";
import { bandPaths, placeMark, placePeople } from "../../src/timeline/ledger-band.ts";
import { drawTotals } from "../../src/timeline/totals-chart.ts";
import { source, strike, strikesOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

const copy = source({ id: "copy", publisher: "The Copy", grade: "syndicated" });
const strikes = strikesOf(
  copy,
  strike({ id: "a", date: "2031-03-04", region: "North Shore", strikesCounted: 2, casualties: [{ source: "wire", killed: 11 }] }),
  strike({
    id: "b",
    date: "2031-03-20",
    region: "South Shore",
    vessels: 3,
    casualties: [
      { source: "wire", killed: 2, survived: 1 },
      { source: "copy", killed: 2, presumedDead: 1, survived: 2 },
    ],
  }),
  strike({ id: "c", date: "2031-05-01", region: "North Shore", casualties: [{ source: "copy", killed: { min: 4, max: 5 } }] }),
  strike({ id: "d", date: "2031-05-02", casualties: [{ source: "wire", missing: 1 }] }),
  strike({ id: "e", date: "2031-05-03", withdrawn: { date: "2031-06-01", reason: "A drill." } }),
);
const counted = toCountedStrikes(strikes);
const by = (choice: Partial<RuleChoice>): RuleChoice => ({ ...DEFAULT_CHOICE, ...choice });

describe("sums by a chosen rule", () => {
  const cases = COUNTING_RULE_NAMES.flatMap((rule) => GRADE_RULE_NAMES.map((grade) => ({ rule, grade })));

  test.each(cases)("are the ledger's, by $rule and records of the grade $grade, in all regions and in each", ({ rule, grade }) => {
    for (const nodes of [strikes, published.strikes]) {
      const compact = toCountedStrikes(nodes);
      for (const region of ["", ...regionsOf(nodes).map(({ slug }) => slug)]) {
        if (region === "none") continue; // a scope has no word for it
        const ledger = computeLedger(nodes, { asOf: null, rule, grade, region });
        const sums = sumByRule(compact, by({ rule, grade, region }));
        const { operations, vessels } = ledger;
        expect(sums, region).toMatchObject({ strikes: ledger.strikes, operations, vessels, withoutFigure: ledger.withoutFigure.length });
        expect(sums.killed ?? { min: 0, max: 0 }).toEqual(ledger.killed);
        expect(sums.survivors ?? { min: 0, max: 0 }).toEqual(ledger.survivors);
      }
    }
  });

  test("give no number where no record of that grade does, and never zero", () => {
    expect(sumByRule(counted, by({ grade: "original" }))).toMatchObject({ killed: { min: 13, max: 13 }, withoutFigure: 2 });
    expect(sumByRule(counted.slice(2), by({ grade: "original" }))).toMatchObject({ killed: null, withoutFigure: 2, operations: 2 });
    expect(sumByRule([], DEFAULT_CHOICE)).toEqual({
      strikes: 0,
      operations: 0,
      vessels: 0,
      killed: null,
      survivors: null,
      withoutFigure: 0,
      survivorsUnnumbered: 0,
    });
  });

  test("go month by month to the sum, and keep the months in which the region has nothing", () => {
    const months = monthsByRule(counted, by({ region: "south-shore" }));
    expect(months.map(({ month, sums, running }) => [month, sums.operations, sums.killed, running])).toEqual([
      ["2031-03", 1, { min: 2, max: 3 }, { min: 2, max: 3 }],
      ["2031-05", 0, null, { min: 2, max: 3 }],
    ]);
    const all = monthsByRule(toCountedStrikes(published.strikes), DEFAULT_CHOICE);
    expect(all.at(-1)?.running).toEqual(computeLedger(published.strikes, { asOf: null }).killed);
  });

  test("run strike by strike as the drawing of published totals has them", () => {
    const running = runningByRule(toCountedStrikes(published.strikes), DEFAULT_CHOICE);
    expect(running).toEqual(ledgerRows(published.strikes, null).map((row) => row.running));
    expect(runningByRule(counted, by({ grade: "original" })).map(({ max }) => max)).toEqual([11, 13, 13, 13]);
  });
});

test("what the page hands to its script draws the band that the build drew", () => {
  const comparison = compareTotals(published);
  const { baseDate: from, recordEnds: to } = published.site;
  const drawings = drawTotals(ledgerRows(published.strikes, null), comparison, { from, to, note: "" });
  const data = countsData(toCountedStrikes(published.strikes), regionsOf(published.strikes), drawings);
  const running = runningByRule(data.strikes, DEFAULT_CHOICE);
  data.drawings.forEach((size, i) => {
    const chart = drawings[i]?.chart;
    const steps = running.map((range, step) => ({ x: size.days[step] ?? NaN, ...range }));
    expect(bandPaths(steps, size.right, placePeople(size))).toEqual({ band: chart?.band, lower: chart?.lower, upper: chart?.upper });
  });
  const places = data.marks.map(([killed, count, bound]) => placeMark(killed, bound === 1, running[count - 1] ?? { min: 0, max: 0 }));
  expect(places).toEqual(drawings[0]?.chart.dots.map(({ place }) => place));
  expect(JSON.stringify(data).length).toBeLessThan(12_000);
});

test("regions stand by their number of entries, a strike without one under a name that says so", () => {
  expect(regionsOf(strikes).map(({ name }) => name)).toEqual(["North Shore", "No region on file", "South Shore"]);
  expect(regionsOf([])).toEqual([]);
});

test("the words of every rule stand in the guide for editors", async () => {
  const guide = await readFile("docs/editors.md", "utf8");
  for (const { words, meaning } of Object.values(GRADE_RULES)) expect(guide).toContain(`**${capitalize(words)}.** ${meaning}`);
  for (const { one, meaning } of Object.values(UNITS)) expect(guide).toContain(`**${capitalize(one)}s.** ${meaning}`);
  for (const { words } of Object.values(COUNTING_RULES)) expect(guide).toContain(capitalize(words));
  expect(guide).toContain(`**Region.** ${REGION_RULE.meaning}`);
});

test("the table has every rule over every grade, all regions first", () => {
  const rows = rowsByRule(counted, regionsOf(strikes));
  expect(rows.map(({ choice }) => `${choice.rule} ${choice.grade}`)).toHaveLength(6);
  for (const { cells } of rows) {
    const [all, ...each] = cells;
    expect(all?.region).toBeNull();
    expect(each.reduce((sum, { sums }) => sum + (sums.killed?.max ?? 0), 0)).toBe(all?.sums.killed?.max);
    expect(each.reduce((sum, { sums }) => sum + sums.strikes, 0)).toBe(all?.sums.strikes);
  }
  expect(rowsByRule([], []).every(({ cells }) => cells.length === 1 && cells[0]?.sums.killed === null)).toBe(true);
});

describe("the address of a choice", () => {
  test("has only what differs from the rule at first, and reads back the same", () => {
    expect(writeChoice(DEFAULT_CHOICE)).toBe("");
    for (const rule of COUNTING_RULE_NAMES)
      for (const grade of GRADE_RULE_NAMES)
        for (const unit of UNIT_NAMES)
          for (const region of ["", "caribbean"]) {
            const choice = { rule, grade, unit, region };
            expect(readChoice(writeChoice(choice), ["caribbean"])).toEqual(choice);
          }
    expect(writeChoice(by({ rule: "presumed-dead-counted", unit: "vessels" }))).toBe("?rule=presumed-dead-counted&unit=vessels");
  });

  test.each(["?rule=all&region=atlantis&grade=best&unit=boats", "?rule=toString&grade=constructor", "?RULE=presumed-dead-counted", ""])(
    "that names nothing of ours is the rule at first: %j",
    (search) => {
      expect(readChoice(search, ["caribbean"])).toEqual(DEFAULT_CHOICE);
    },
  );
});

describe("the words of a choice", () => {
  const sentence = (list: typeof counted, choice: RuleChoice, region = "") =>
    Object.values(sumParts(sumByRule(list, choice), choice, region)).join("");

  test("stand beside the sum", () => {
    expect(sentence(counted, DEFAULT_CHOICE)).toBe(
      "Strike by strike, the records on file give 17–19 killed in 5 strikes, by every record as it stands; 1 entry has no figure and adds nothing.",
    );
    expect(
      sentence(counted, by({ rule: "presumed-dead-counted", grade: "original", region: "south-shore", unit: "vessels" }), "South Shore"),
    ).toBe(
      "Strike by strike, the records on file give 2 killed on 3 vessels, with people presumed dead, from original pages only, region “South Shore”.",
    );
  });

  test("say that there is nothing, or no number, to count", () => {
    expect(sentence([], DEFAULT_CHOICE)).toBe("No strike is counted, by every record as it stands.");
    expect(sentence(counted.slice(3), DEFAULT_CHOICE)).toBe(
      "Strike by strike, the records give no number of dead for 1 strike, by every record as it stands.",
    );
  });

  test("leave out the grade and the region where all of them count", () => {
    expect(ruleWords(DEFAULT_CHOICE)).toBe("by every record as it stands");
    expect(ruleWords(by({ grade: "original" }), "Lake")).toBe("by every record as it stands, from original pages only, region “Lake”");
  });

  test("of what the rules come to", () => {
    expect(byRuleSentence(toCountedStrikes(published.strikes))).toBe(
      "The 61 strikes on file come to 187–202 killed by every record as it stands, 202 killed with people presumed dead and 187 killed without people presumed dead. From original pages only, 15 entries are left without a figure.",
    );
    expect(byRuleSentence(counted.slice(2, 3))).toBe(
      "The 1 strike on file comes to 4–5 killed by every record as it stands, 4–5 killed with people presumed dead and 4–5 killed without people presumed dead. From original pages only, 1 entry is left without a figure.",
    );
    expect(byRuleSentence([])).toBe("No strike is on file, so no rule counts anything.");
  });
});

test("the cells of a row say what is missing in words", () => {
  const cells = (list: typeof counted, choice = DEFAULT_CHOICE) => {
    return sumCells(sumRow(sumByRule(list, choice)), choice.unit);
  };
  expect(cells(counted)).toEqual({
    first: "5",
    second: "6",
    killed: "17–19",
    without: "1 without a figure",
    inAll: "17–19",
    survived: "1–2",
    unnumbered: "",
    short: "5 strikes, 6 vessels, 1–2 survived",
  });
  const told = strikesOf(strike({ id: "f", date: "2031-05-09", survivorsOutcome: "Left in the lake." }));
  expect(cells(toCountedStrikes(told))).toMatchObject({ survived: "number not given", unnumbered: "" });
  expect(cells([...counted, ...toCountedStrikes(told)])).toMatchObject({ survived: "1–2", unnumbered: "1 without a number" });
  expect(cells(counted.slice(3), by({ unit: "vessels" }))).toMatchObject({
    first: "1",
    second: "1",
    killed: "no figure",
    without: "",
    short: "1 vessel, 1 strike",
  });
  expect(cells([])).toMatchObject({ first: "0", killed: "0", without: "no strike", inAll: "0", survived: "0" });
});

test("a month in which no strike is counted has 0, and one whose strikes have no figure says so", () => {
  const rows = (choice: Partial<RuleChoice>) => {
    const months = monthsByRule(counted, by(choice));
    return months.map((row) => {
      const { killed, without, inAll, survived } = sumCells(row, "strikes");
      return [row.month, killed, without, inAll, survived];
    });
  };
  expect(rows({ region: "south-shore" })).toEqual([
    ["2031-03", "2–3", "", "2–3", "1–2"],
    ["2031-05", "0", "no strike", "2–3", "0"],
  ]);
  expect(rows({ region: "none" })).toEqual([
    ["2031-03", "0", "no strike", "0", "0"],
    ["2031-05", "no figure", "", "no figure", "no figure"],
  ]);
});

test("the head says that published totals do not follow a choice of region, records or rule", () => {
  expect(totalsScopeWords(DEFAULT_CHOICE)).toBe("");
  expect(totalsScopeWords(by({ unit: "vessels" }))).toBe("");
  for (const choice of [{ region: "south-shore" }, { grade: "original" }, { rule: "presumed-dead-counted" }] as const)
    expect(totalsScopeWords(by(choice))).toBe(
      " Published totals follow no choice made here: each is compared over all regions, with records of every grade, by its own publisher’s rule.",
    );
});
