/** Regions of strikes. No list says which there are, so one that a single strike has is held against those of the others. */
import type { Dossier, StrikeNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { findNearest } from "../model/nearest.ts";
import type { FoundProblem } from "../model/problem.ts";

/** A slip in a region makes another one: the strike falls out of the counts of the right one, where an article then states a wrong number. */
export function checkRegions(dossier: Dossier): FoundProblem[] {
  const strikes = dossier.strikes.filter(stands);
  const byRegion = Map.groupBy(strikes, ({ strike }) => strike.data.region ?? "");
  byRegion.delete("");
  const names = [...byRegion.keys()]; // that of the earliest strike first
  return [...byRegion].flatMap(([name, [only, ...others]]) => {
    if (!only || others.length > 0) return [];
    const isLikelier = (other: string) => sizeOf(other) > 1 || names.indexOf(other) < names.indexOf(name);
    const [meant] = findNearest(
      name,
      names.filter((other) => other !== name && startsAlike(name, other) && isLikelier(other)),
    );
    return meant === undefined ? [] : [loneRegion(only, name, meant, sizeOf(meant))];
  });

  function sizeOf(name: string): number {
    return byRegion.get(name)?.length ?? 0;
  }
}

/** Slips seldom touch the first letter, and without it “North Shore” would be taken for “South Shore”. */
function startsAlike(a: string, b: string): boolean {
  return a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();
}

function loneRegion({ file }: StrikeNode, name: string, meant: string, size: number): FoundProblem {
  return {
    code: "lone-region",
    file,
    place: { path: ["region"] },
    message: `No other strike has the region “${name}”, and ${size} ${size === 1 ? "has" : "have"} “${meant}”.`,
    advice: `Did you mean \`${meant}\`? If it is another region, waive the warning with that reason.`,
    about: name,
  };
}
