/** What the box beside accusations says: how they stand in this record, and nothing that the entries do not hold. */
import type { Accusations } from "../graph/accusations.ts";
import { canAnswer } from "../graph/claim-answers.ts";
import type { Status } from "../model/claim.ts";
import type { ActorNode } from "../graph/nodes.ts";
import { nameInText } from "./actor-words.ts";
import { plural } from "./words.ts";

/** allegationNote(petro) → ["4 accusations on file name Petro: 4 contested.", "None of them is marked corroborated.", …] */
export function allegationNote(actor: ActorNode, { claims, statuses, answered }: Accusations): string[] {
  const name = nameInText(actor);
  const count = claims.length;
  const has = (wanted: Status) => statuses.some(({ status }) => status === wanted);
  const standing =
    count === 1 ? `. Its status: ${claims[0]?.data.status}` : `: ${statuses.map(({ status, count: n }) => `${n} ${status}`).join(", ")}`;
  const lines = [`${plural(count, "accusation")} on file ${count === 1 ? "names" : "name"} ${name}${standing}.`];
  if (has("documented")) lines.push("“Documented” means that it was said, not that it is so.");
  if (count > 1 && !has("corroborated")) lines.push("None of them is marked corroborated.");
  if (canAnswer(actor)) lines.push(answerLine(count, answered, name));
  return lines;
}

function answerLine(count: number, answered: number, name: string): string {
  if (answered === 0) return `No answer by ${name} is on file.`;
  if (answered === count) return count === 1 ? `An answer by ${name} is on file.` : `To each, an answer by ${name} is on file.`;
  return `To ${answered} of them an answer by ${name} is on file; to ${count - answered} none.`;
}
