/** What the text of an entry links to. */
import type { DossierNode } from "./nodes.ts";

/** Those of `nodes` that the text links, in the order of its links, each once. */
export function linkedIn({ body }: DossierNode, nodes: readonly DossierNode[]): DossierNode[] {
  const byKey = new Map(nodes.map((node) => [`${node.kind}/${node.id}`, node]));
  const linked = body.links.flatMap(({ target }) => (target.type === "entry" ? (byKey.get(`${target.kind}/${target.id}`) ?? []) : []));
  return [...new Set(linked)];
}
