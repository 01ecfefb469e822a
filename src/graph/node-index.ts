import { allNodes, type Dossier, type DossierNode } from "./nodes.ts";
import { answerFor, onceFor } from "./once-for.ts";

const byName = onceFor(
  (dossier: Dossier) => new Map(allNodes(dossier).map((node) => [`${node.kind}/${node.id}`, node])), // e.g. "claim/trump-petro-drug-leader"
);

const named = answerFor("entry", (dossier: Dossier, name: string) => byName(dossier).get(name));

/** The entry of a kind with an id; undefined where there is none. */
export function findNode(dossier: Dossier, kind: string, id: string): DossierNode | undefined {
  return named(dossier, `${kind}/${id}`);
}
