/** What the check finds after a change and did not before, and the other way round. A problem that only moved to another line is the same. */
import type { CheckResult } from "../check/check-content.ts";
import type { Problem } from "../model/problem.ts";
import type { Moved } from "./ledger-changes.ts";
import type { Pair } from "./pair-entries.ts";

export interface ProblemChanges {
  appeared: Problem[];
  gone: Problem[];
  waived: Moved<number>;
  /** What the check could not judge after the change: a problem or a waiver of that sort is not mended, only unseen. */
  unjudged: string[];
}

export function compareProblems(pairs: readonly Pair[], before: CheckResult, after: CheckResult): ProblemChanges {
  const presentFiles = new Map(pairs.flatMap((pair) => (pair.before && pair.after ? [[pair.before.file.file, pair.after.file.file]] : [])));
  const keyOf = ({ code, file, message }: Problem) => JSON.stringify([code, file, message]);
  const old = Map.groupBy(before.problems, (problem) => keyOf({ ...problem, file: presentFiles.get(problem.file) ?? problem.file }));
  const appeared = after.problems.filter((problem) => !old.get(keyOf(problem))?.shift());
  const left = new Set([...old.values()].flat());
  return {
    appeared,
    gone: before.problems.filter((problem) => left.has(problem)),
    waived: { before: before.waived, after: after.waived },
    unjudged: after.unjudged,
  };
}
