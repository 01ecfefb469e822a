/** Our own counts as CSV: by every rule. */
import { regionsOf, toCountedStrikes } from "../graph/counted-strikes.ts";
import type { Dossier } from "../graph/nodes.ts";
import { rowsByRule } from "../graph/rule-table.ts";
import { rangeCells, toCsv, type Row } from "./csv.ts";

/** data/counts-by-rule.csv: one row for each way to count the dead, over each grade of records, in all regions and in each. */
export function countsByRuleCsv({ strikes }: Dossier): string {
  const rows = rowsByRule(toCountedStrikes(strikes), regionsOf(strikes));
  return toCsv(
    rows.flatMap(({ choice, cells }) =>
      cells.map(({ region, sums }): Row => ({
        rule: choice.rule,
        grade: choice.grade,
        region: region?.slug ?? "all",
        region_name: region?.name ?? "All regions",
        ...rangeCells("killed", sums.killed),
        without_figure: sums.withoutFigure,
        strikes: sums.strikes,
        operations: sums.operations,
        vessels: sums.vessels,
      })),
    ),
    COUNTS_BY_RULE_COLUMNS,
  );
}

/** The columns with their meaning; the page about the data prints them. */
export const COUNTS_BY_RULE_COLUMNS = {
  rule: "how the dead are counted: every record as it stands, or with or without people presumed dead",
  grade: "which records count: all, or those of sources graded original",
  region: "the region in lower case with hyphens, or all",
  region_name: "the region as the announcements name it",
  killed_min: "lowest number of dead by that rule; empty where no strike has a figure",
  killed_max: "highest number by that rule",
  without_figure: "entries that no such record numbers; they add nothing to the two before",
  strikes: "strikes, as the entries count them",
  operations: "strike entries",
  vessels: "vessels struck",
} as const;
