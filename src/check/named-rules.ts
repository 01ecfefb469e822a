/** People whom somebody names among those on board of a strike that nobody is reported to have survived. */
import type { Dossier, StrikeNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import type { CasualtyData } from "../model/event.ts";
import type { FoundProblem } from "../model/problem.ts";

/** Whoever names one of them says that this one is dead; without the relation, pages look for an answer by the dead. */
export function checkNamed(dossier: Dossier): FoundProblem[] {
  return dossier.strikes.filter((strike) => stands(strike) && leavesNobody(strike.strike.data.casualties)).flatMap(unmarkedDead);
}

function leavesNobody(records: readonly CasualtyData[]): boolean {
  return (
    records.some(({ killed }) => leastOf(killed) > 0) &&
    records.every(({ killed, survived, missing }) => leastOf(killed) !== 0 && !survived && !missing)
  );
}

/** NaN where the record gives no number. */
function leastOf(killed: CasualtyData["killed"]): number {
  return typeof killed === "object" ? killed.min : (killed ?? NaN);
}

function unmarkedDead({ file, strike }: StrikeNode): FoundProblem[] {
  return strike.named.flatMap(({ name, actor, source }): FoundProblem[] => {
    if (!actor || !stands(actor) || actor.relations.some(({ type, inverse }) => type === "reported-killed-by" && !inverse)) return [];
    return [
      {
        code: "unmarked-dead",
        file,
        place: { path: ["named", (strike.data.named ?? []).findIndex((person) => person.actor === actor.id), "actor"] },
        message: `The strike has no survivor on file, it names ${name}, and \`${actor.id}\` is not reported killed by anybody.`,
        advice: `Add to the relations of \`${actor.id}\` who is said to have done it, \`{to: ACTOR, type: reported-killed-by, sources: [${source.id}]}\`, with a note on whose account that is; or waive the warning with a reason.`,
        about: actor.id,
      },
    ];
  });
}
