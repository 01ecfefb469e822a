/** What the text of an entry links to. */
import { findNode } from "./node-index.ts";
import type { Dossier, DossierNode } from "./nodes.ts";

/** Those entries of the dossier that the text links, in the order of its links, each once. */
export function linkedIn({ body }: DossierNode, dossier: Dossier): DossierNode[] {
  const linked = body.links.flatMap(({ target }) => (target.type === "entry" ? (findNode(dossier, target.kind, target.id) ?? []) : []));
  return [...new Set(linked)];
}
