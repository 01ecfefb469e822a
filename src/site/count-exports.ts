/** Our own counts as CSV: by every rule, and without what is contested or weakly sourced. */
import { regionsOf, toCountedStrikes } from "../graph/counted-strikes.ts";
import type { Dossier } from "../graph/nodes.ts";
import { rowsByRule } from "../graph/rule-table.ts";
import { sensitivityOf, type SumWithout } from "../graph/sensitivity.ts";
import { rangeCells, toCsv, type Row } from "./csv.ts";
import { reasonWords } from "./sensitivity-words.ts";

/** charts/counts-by-rule.csv: one row for each way to count the dead, over each grade of records, in all regions and in each. */
export function countsByRuleCsv({ strikes }: Dossier): string {
  const rows = rowsByRule(toCountedStrikes(strikes), regionsOf(strikes));
  return toCsv(
    rows.flatMap(({ choice, cells }) =>
      cells.map(({ region, sums }): Row => ({
        rule: choice.rule,
        grade: choice.grade,
        region: region?.name ?? "All regions",
        region_slug: region?.slug ?? "all",
        ...rangeCells("killed", sums.killed),
        without_figure: sums.withoutFigure,
        strikes: sums.strikes,
        entries: sums.operations,
        vessels: sums.vessels,
      })),
    ),
    COUNTS_BY_RULE_COLUMNS,
  );
}

/** charts/sensitivity.csv: our sums with every entry, with each contested or weakly sourced one left out, and with all of them. */
export function sensitivityCsv({ strikes }: Dossier): string {
  const { all, strikes: doubted, groups } = sensitivityOf(strikes);
  const sums = (without: SumWithout) => ({ strikes: without.strikes, ...rangeCells("killed", without.killed) });
  const nothing = { contested: "", weakly_sourced: "", why: "" };
  return toCsv(
    [
      { left_out: "", entries_left_out: 0, ...nothing, ...sums(all) },
      ...doubted.map((one): Row => ({
        left_out: one.strike.id,
        entries_left_out: 1,
        contested: one.isContested ? "yes" : "no",
        weakly_sourced: one.isWeak ? "yes" : "no",
        why: reasonWords(one).join("; "),
        ...sums(one.without),
      })),
      ...groups.map(({ name, count, without }): Row => ({
        left_out: `all ${name}`,
        entries_left_out: count,
        ...nothing,
        ...sums(without),
      })),
    ],
    SENSITIVITY_COLUMNS,
  );
}

/** The columns with their meaning; the page about the data prints them. */
export const SENSITIVITY_COLUMNS = {
  left_out: "id of the strike entry left out; empty for none; all contested, all weak, or all either for those together",
  entries_left_out: "how many entries are left out",
  contested: "whether two or more versions, or a contested or denied claim on it, are on file",
  weakly_sourced:
    "whether fewer than two independent origins are on file for it, or no record that numbers its dead is on an original page",
  why: "the reasons in words",
  strikes: "strikes without what is left out",
  killed_min: "lowest number of dead without it, by every record as it stands; empty where no figure is left",
  killed_max: "highest number without it",
} as const;

/** The columns of the sums by every rule. */
export const COUNTS_BY_RULE_COLUMNS = {
  rule: "how the dead are counted: every record as it stands, or with or without those presumed dead",
  grade: "which records count: all, or those of sources graded original",
  region:
    "the sea as the announcements name it, “Not stated” where they name none, “No region on file” where the entry has none, or “All regions”",
  region_slug: "the same as addresses have it: in lower case with hyphens, or all",
  killed_min: "people killed by that rule: lowest number; empty where none is given",
  killed_max: "people killed by that rule: highest number",
  without_figure: "entries that no such record numbers; they add nothing to the two before",
  strikes: "strikes, as the entries count them",
  entries: "strike entries",
  vessels: "vessels struck",
} as const;
