/** The order of the actors index: by kind, and by sort name within a kind. */
import { ACTOR_KINDS, type ActorKind } from "../model/actor.ts";
import type { ActorNode } from "./nodes.ts";

export interface ActorGroup {
  kind: ActorKind;
  actors: ActorNode[];
  /** The same actors by first letter; one group without a letter where the list is short. */
  letters: { letter: string | null; actors: ActorNode[] }[];
}

/** A group with more actors than this is shown letter by letter. */
const LONG_LIST = 24;

/** The groups of the index; kinds without an actor are left out. @param actors sorted by sort name. */
export function groupActors(actors: readonly ActorNode[]): ActorGroup[] {
  const byKind = Map.groupBy(actors, (actor) => actor.data.kind);
  return ACTOR_KINDS.flatMap((kind) => {
    const group = byKind.get(kind) ?? [];
    return group.length > 0 ? [{ kind, actors: group, letters: lettersOf(group) }] : [];
  });
}

function lettersOf(actors: ActorNode[]): ActorGroup["letters"] {
  if (actors.length <= LONG_LIST) return [{ letter: null, actors }];
  return [...Map.groupBy(actors, firstLetter)].map(([letter, group]) => ({ letter, actors: group }));
}

/** "Álvarez, Ana" → "A"; a name that begins with no letter stands under "#". */
function firstLetter(actor: ActorNode): string {
  const first = (actor.data.sortName ?? actor.data.name).normalize("NFD").charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? first : "#";
}
