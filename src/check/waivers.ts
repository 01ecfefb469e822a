/** Waivers: warnings that an editor has weighed and lets stand, each with its reason, in the entry that they are about. */
import type { Entry } from "../graph/nodes.ts";
import type { Waiver } from "../model/fields.ts";
import { CODES, type FoundProblem } from "../model/problem.ts";

export interface Weighed {
  /** What is left, with a warning for each waiver that waives nothing. */
  problems: FoundProblem[];
  waived: number;
}

/** @param isWhole whether every rule could judge; else what a waiver is for may just not have been looked at. */
export function applyWaivers(problems: readonly FoundProblem[], entries: readonly Entry[], isWhole: boolean): Weighed {
  const holders = entries.filter(({ data }) => data.waive);
  if (holders.length === 0) return { problems: [...problems], waived: 0 };
  const waiversByFile = new Map(holders.map(({ file, data }) => [file, data.waive ?? []]));
  const used = new Set<Waiver>();
  const left = problems.filter((problem) => {
    const waivers = (waiversByFile.get(problem.file) ?? []).filter((waiver) => covers(waiver, problem));
    for (const waiver of waivers) used.add(waiver);
    return waivers.length === 0;
  });
  const unused = holders.flatMap(({ file, data }) =>
    (data.waive ?? []).flatMap((waiver, i): FoundProblem[] => {
      if (!isWhole || used.has(waiver)) return [];
      const about = waiver.about ? ` about “${waiver.about}”` : "";
      return [
        {
          code: "unused-waiver",
          file,
          place: { path: ["waive", i, "code"] },
          message: `The entry has no warning \`${waiver.code}\`${about}.`,
          advice: "Delete the waiver; what it was for is mended.",
        },
      ];
    }),
  );
  return { problems: [...left, ...unused], waived: problems.length - left.length };
}

function covers(waiver: Waiver, problem: FoundProblem): boolean {
  if (waiver.code !== problem.code || CODES[problem.code].severity !== "warning") return false;
  return waiver.about === undefined || waiver.about.toLowerCase() === problem.about?.toLowerCase();
}
