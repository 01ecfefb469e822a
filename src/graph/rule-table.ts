/** The sums by every rule there is: each way to count the dead, over each grade of records, in all regions and in each. */
import { COUNTING_RULE_NAMES, GRADE_RULE_NAMES } from "../model/counting.ts";
import type { Region } from "./counted-strikes.ts";
import { DEFAULT_CHOICE, sumByRule, type CountedStrike, type RuleChoice, type RuleSums } from "./rule-sums.ts";

export interface RuleCell {
  /** Null for all regions together. */
  region: Region | null;
  sums: RuleSums;
}

export interface RuleRow {
  choice: Pick<RuleChoice, "rule" | "grade">;
  /** All regions together, then each one. */
  cells: RuleCell[];
}

export function rowsByRule(strikes: readonly CountedStrike[], regions: readonly Region[]): RuleRow[] {
  return GRADE_RULE_NAMES.flatMap((grade) =>
    COUNTING_RULE_NAMES.map((rule) => ({
      choice: { rule, grade },
      cells: [null, ...regions].map((region) => ({
        region,
        sums: sumByRule(strikes, { ...DEFAULT_CHOICE, rule, grade, region: region?.slug ?? "" }),
      })),
    })),
  );
}
