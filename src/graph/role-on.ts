import type { DossierDate } from "../model/dates.ts";
import type { ActorNode } from "./nodes.ts";

/**
 * The office an actor held on a date, the one taken up last where there were several; null when none on file covers it.
 * What stands in parentheses is left out: "President of Colombia (four-year term)" → "President of Colombia".
 */
export function roleOn(actor: ActorNode, date: DossierDate): string | null {
  const held = actor.roles.filter(
    ({ from, to }) => (from?.earliest ?? "") <= (date.latest ?? "9999") && (to?.latest ?? "9999") >= (date.earliest ?? ""),
  );
  const last = held.reduce<(typeof held)[number] | null>(
    (latest, role) => (latest && (latest.from?.earliest ?? "") >= (role.from?.earliest ?? "") ? latest : role),
    null,
  );
  return last ? last.title.replace(/\s*\([^)]*\)/g, "") : null;
}
