/** Sums of the strikes by a chosen rule, from compact data; small enough for the browser. */
import { DEFAULT_RULE, isCountingRule, isGradeRule, isUnit, type CountingRule, type GradeRule, type Unit } from "../model/counting.ts";
import { killedByRule } from "./counting-rules.ts";
import type { Range } from "./nodes.ts";
import { addRanges, spanRanges, toRange } from "./ranges.ts";

/** By what the strikes are counted. */
export interface RuleChoice {
  rule: CountingRule;
  /** A region's slug; "" for all regions. */
  region: string;
  grade: GradeRule;
  unit: Unit;
}

export const DEFAULT_CHOICE: RuleChoice = { rule: DEFAULT_RULE, region: "", grade: "all", unit: "strikes" };

/** Lowest and highest number of killed without those presumed dead, those presumed dead, survivors, and 1 for an original page; null is no number. */
export type CountedRecord = [min: number | null, max: number | null, presumedDead: number, survived: number | null, original: 0 | 1];

export interface CountedStrike {
  /** e.g. "2025-09"; "" when its date has no beginning. */
  month: string;
  region: string;
  strikes: number;
  vessels: number;
  /** 1 where sources tell what became of survivors, whether or not a record numbers them. */
  survivorsTold: 0 | 1;
  records: CountedRecord[];
}

export interface RuleSums {
  strikes: number;
  operations: number;
  vessels: number;
  /** Null when no strike has a figure, or none is counted. */
  killed: Range | null;
  survivors: Range | null;
  /** Entries that no record which counts numbers; they add nothing to `killed`. */
  withoutFigure: number;
  /** Entries of which sources tell what became of survivors whom no record that counts numbers; they add nothing to `survivors`. */
  survivorsUnnumbered: number;
}

export interface RuleMonth {
  month: string;
  sums: RuleSums;
  /** Killed in all, this month included; 0 while no strike is counted, null while none of those counted has a figure. */
  running: Range | null;
}

/** Nobody, where no strike is counted: not the same as strikes without a figure. */
const NOBODY: Range = { min: 0, max: 0 };

export function sumByRule(strikes: readonly CountedStrike[], choice: RuleChoice): RuleSums {
  const sums: RuleSums = { strikes: 0, operations: 0, vessels: 0, killed: null, survivors: null, withoutFigure: 0, survivorsUnnumbered: 0 };
  for (const strike of strikes) {
    if (choice.region && strike.region !== choice.region) continue;
    const killed = killedAt(strike, choice);
    sums.strikes += strike.strikes;
    sums.operations += 1;
    sums.vessels += strike.vessels;
    sums.killed = add(sums.killed, killed);
    const survived = survivedAt(strike, choice);
    sums.survivors = add(sums.survivors, survived);
    if (!survived && strike.survivorsTold) sums.survivorsUnnumbered += 1;
    if (!killed) sums.withoutFigure += 1;
  }
  return sums;
}

/** The months that have strikes under any rule, each with its sums by this one. */
export function monthsByRule(strikes: readonly CountedStrike[], choice: RuleChoice): RuleMonth[] {
  let running: Range | null = null;
  let operations = 0;
  const months = [...new Set(strikes.map(({ month }) => month))];
  return months.map((month) => {
    const sums = sumByRule(
      strikes.filter((strike) => strike.month === month),
      choice,
    );
    running = add(running, sums.killed);
    operations += sums.operations;
    return { month, sums, running: operations === 0 ? NOBODY : running };
  });
}

/** The sum as a row below those of the months. */
export function sumRow(sums: RuleSums): Omit<RuleMonth, "month"> {
  return { sums, running: sums.operations === 0 ? NOBODY : sums.killed };
}

/** Killed in all after each strike, whatever its region: the band of the drawing, which has published totals of all regions beside it. */
export function runningByRule(strikes: readonly CountedStrike[], choice: Pick<RuleChoice, "rule" | "grade">): Range[] {
  let running = NOBODY;
  return strikes.map((strike) => {
    const killed = killedAt(strike, choice);
    if (killed) running = addRanges(running, killed);
    return running;
  });
}

/** readChoice("?rule=presumed-dead-counted&region=caribbean", ["caribbean"]); what is no rule, region, grade or unit is left at the default. */
export function readChoice(search: string, regions: readonly string[]): RuleChoice {
  const given = new URLSearchParams(search);
  const of = (name: string) => given.get(name) ?? "";
  const [rule, region, grade, unit] = [of("rule"), of("region"), of("grade"), of("unit")];
  return {
    rule: isCountingRule(rule) ? rule : DEFAULT_CHOICE.rule,
    region: regions.includes(region) ? region : DEFAULT_CHOICE.region,
    grade: isGradeRule(grade) ? grade : DEFAULT_CHOICE.grade,
    unit: isUnit(unit) ? unit : DEFAULT_CHOICE.unit,
  };
}

/** writeChoice(choice) → "?rule=presumed-dead-counted"; "" for the default. */
export function writeChoice(choice: RuleChoice): string {
  const names = ["rule", "region", "grade", "unit"] as const;
  const given = names.filter((name) => choice[name] !== DEFAULT_CHOICE[name]).map((name) => `${name}=${choice[name]}`);
  return given.length > 0 ? `?${given.join("&")}` : "";
}

function killedAt({ records }: CountedStrike, { rule, grade }: Pick<RuleChoice, "rule" | "grade">): Range | null {
  return killedByRule(
    records
      .filter((record) => counts(record, grade))
      .map(([min, max, presumedDead]) => ({ killed: min === null || max === null ? undefined : { min, max }, presumedDead })),
    rule,
  );
}

function survivedAt({ records }: CountedStrike, { grade }: RuleChoice): Range | null {
  const given = records.filter((record) => counts(record, grade)).flatMap(([, , , survived]) => survived ?? []);
  return spanRanges(given.map(toRange));
}

function counts([, , , , original]: CountedRecord, grade: GradeRule): boolean {
  return grade === "all" || original === 1;
}

function add(sum: Range | null, range: Range | null): Range | null {
  return sum && range ? addRanges(sum, range) : (sum ?? range);
}
