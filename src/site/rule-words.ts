/** How sums by a chosen rule are put into words; used by the build and by the script of the page. */
import type { Range } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { DEFAULT_CHOICE, sumByRule, type CountedStrike, type RuleChoice, type RuleMonth, type RuleSums } from "../graph/rule-sums.ts";
import { COUNTING_RULE_NAMES, COUNTING_RULES, GRADE_RULES, UNITS, type Unit } from "../model/counting.ts";
import { capitalize, listWords, NOT_NUMBERED, plural } from "./words.ts";

/**
 * The rule in words: "by every record as it stands"; with a grade and a region that are chosen,
 * "with people presumed dead, from original pages only, region “Caribbean”". The unit is a word beside its number.
 */
export function ruleWords({ rule, grade }: Pick<RuleChoice, "rule" | "grade">, regionName = ""): string {
  return [COUNTING_RULES[rule].words, grade === "all" ? [] : GRADE_RULES[grade].words, regionName === "" ? [] : `region “${regionName}”`]
    .flat()
    .join(", ");
}

/** unitWords({ strikes: 61, … }, "strikes") → "61 strikes" */
function unitWords(sums: RuleSums, unit: Unit): string {
  return plural(sums[unit], UNITS[unit].one);
}

/** The sum in a sentence, its number of people apart; `killed` is "" where there is none to give. */
export function sumParts(sums: RuleSums, choice: RuleChoice, regionName: string): { before: string; killed: string; after: string } {
  const rule = ruleWords(choice, regionName);
  const units = unitWords(sums, choice.unit);
  if (sums.operations === 0) return { before: `No strike is counted, ${rule}.`, killed: "", after: "" };
  if (!sums.killed) return { before: `Strike by strike, the records give no number of dead for ${units}, ${rule}.`, killed: "", after: "" };
  return {
    before: "Strike by strike, the records on file give ",
    killed: formatRange(sums.killed),
    after: ` killed ${choice.unit === "vessels" ? "on" : "in"} ${units}, ${rule}${withoutFigureWords(sums.withoutFigure, "; ")}.`,
  };
}

/** What the head of the page says of the published totals, which follow no choice but that of a unit; "" where nothing else is chosen. */
export function totalsScopeWords({ rule, region, grade }: RuleChoice): string {
  const isFirst = rule === DEFAULT_CHOICE.rule && region === DEFAULT_CHOICE.region && grade === DEFAULT_CHOICE.grade;
  return isFirst
    ? ""
    : " Published totals follow no choice made here: each is compared over all regions, with records of every grade, by its own publisher’s rule.";
}

/** withoutFigureWords(2, "; ") → "; 2 entries have no figure and add nothing"; "" for none. */
export function withoutFigureWords(count: number, before = ""): string {
  if (count === 0) return "";
  return `${before}${plural(count, "entry has", "entries have")} no figure and ${count === 1 ? "adds" : "add"} nothing`;
}

/** The unit of the first column and that of the second: vessels, or strikes where vessels are chosen. */
export function columnUnits(unit: Unit): [Unit, Unit] {
  return [unit, unit === "vessels" ? "strikes" : "vessels"];
}

export interface SumCells {
  first: string;
  second: string;
  killed: string;
  /** Beside the number: that no strike is counted, or how many entries have no figure. */
  without: string;
  inAll: string;
  survived: string;
  /** Beside a number of survivors: how many entries tell of some without a number. */
  unnumbered: string;
  /** The units and survivors in a line, for narrow screens. */
  short: string;
}

/** The cells of a month, or of the sum when `running` is the sum itself: 0 where no strike is counted, words where strikes have no figure. */
export function sumCells({ sums, running }: Omit<RuleMonth, "month">, unit: Unit): SumCells {
  const [first, second] = columnUnits(unit);
  const isEmpty = sums.operations === 0;
  const isReported = (sums.survivors?.max ?? 0) > 0;
  const { withoutFigure: without, survivorsUnnumbered: unnumbered } = sums;
  const noSurvivors = unnumbered > 0 ? NOT_NUMBERED : without > 0 ? "no figure" : "none reported";
  return {
    first: String(sums[first]),
    second: String(sums[second]),
    killed: isEmpty ? "0" : rangeOr(sums.killed, "no figure"),
    without: isEmpty ? "no strike" : sums.killed && without > 0 ? `${without} without a figure` : "",
    inAll: rangeOr(running, "no figure"),
    survived: isEmpty ? "0" : isReported ? rangeOr(sums.survivors, "") : noSurvivors,
    unnumbered: isReported && unnumbered > 0 ? `${unnumbered} without a number` : "",
    short: `${unitWords(sums, first)}, ${unitWords(sums, second)}${isReported ? `, ${rangeOr(sums.survivors, "")} survived` : ""}`,
  };
}

/** unitHeading("operations") → "Operations" */
export function unitHeading(unit: Unit): string {
  return capitalize(`${UNITS[unit].one}s`);
}

/**
 * bandSentence({ given: 89, inside: 77, below: 2 }, rule) → "89 published totals of the dead against our ledger by every record as it stands: 77 lie
 * inside its range, 2 are lower bounds below it, 10 lie outside."
 */
export function bandSentence(
  { given, inside, below }: { given: number; inside: number; below: number },
  rule: string,
  without = 0,
): string {
  const outside = given - inside - below;
  const bounds = below === 0 ? "" : below === 1 ? "1 is a lower bound below it, " : `${below} are lower bounds below it, `;
  return `${plural(given, "published total")} of the dead against our ledger ${rule}: ${inside} ${inside === 1 ? "lies" : "lie"} inside its range, ${bounds}${outside} ${below === 0 ? "" : `${outside === 1 ? "lies" : "lie"} `}outside${withoutFigureWords(without, "; in it ")}.`;
}

/** What the rules come to, in a sentence or two: "The 61 strikes on file come to 187–202 killed by every record as it stands, …". */
export function byRuleSentence(strikes: readonly CountedStrike[]): string {
  const all = COUNTING_RULE_NAMES.map((rule) => sumByRule(strikes, { ...DEFAULT_CHOICE, rule }));
  const original = sumByRule(strikes, { ...DEFAULT_CHOICE, grade: "original" });
  const [first] = all;
  if (!first || first.operations === 0) return "No strike is on file, so no rule counts anything.";
  const numbers = COUNTING_RULE_NAMES.map(
    (rule, i) => `${rangeOr(all[i]?.killed ?? null, "no figure")} killed ${COUNTING_RULES[rule].words}`,
  );
  const without = original.withoutFigure - first.withoutFigure;
  const sources =
    without === 0
      ? `${capitalize(GRADE_RULES.original.words)}, no further entry is left without a figure.`
      : `${capitalize(GRADE_RULES.original.words)}, ${plural(without, "entry is", "entries are")} left without a figure.`;
  return `The ${plural(first.strikes, "strike")} on file ${first.strikes === 1 ? "comes" : "come"} to ${listWords(numbers)}. ${sources}`;
}

function rangeOr(range: Range | null, none: string): string {
  return range ? formatRange(range) : none;
}
