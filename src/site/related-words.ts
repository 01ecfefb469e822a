/** Why entries are given as related, in words. */
import type { Related } from "../graph/related.ts";
import { capitalize, listWords, plural } from "./words.ts";

/** sharedWords({ actors: 2, events: 1, sources: 3, … }) → "Shares 3 sources, 1 event and 2 actors"; sources are cited together. */
export function sharedWords({ node, actors, events, sources }: Related): string {
  const counts = (
    [
      [sources, "source"],
      [events, "event"],
      [actors, "actor"],
    ] as const
  ).flatMap(([count, noun]) => (count > 0 ? plural(count, noun) : []));
  const verb = node.kind === "source" ? "also cited for" : "shares";
  return `${capitalize(verb)} ${listWords(counts)}`;
}
