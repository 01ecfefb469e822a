/** Numbers in prose that the dossier computes: those whose value is another after the change, and whether the text still says so. */
import { computeCount, countingOf, evaluateCount } from "../graph/count-query.ts";
import type { Dossier, DossierNode } from "../graph/nodes.ts";
import type { BodyLink } from "../markdown/parse-body.ts";
import type { Pair } from "./pair-entries.ts";

export interface CountChange {
  node: DossierNode;
  line: number;
  /** What the text says after the change. */
  text: string;
  query: string;
  /** Null: it could not be counted. */
  before: string | null;
  after: string | null;
  isRight: boolean;
}

/** Compares each `count:` link with the same link of the same entry before: the first "killed" with the first "killed". */
export function compareCounts(pairs: readonly Pair[], before: Dossier, after: Dossier): CountChange[] {
  return pairs.flatMap((pair) => {
    const [was, is] = [pair.before?.node, pair.after?.node];
    if (!was || !is) return [];
    const old = Map.groupBy(countsIn(was), ({ query }) => query);
    return countsIn(is).flatMap(({ query, link }): CountChange[] => {
      if (!old.get(query)?.shift()) return [];
      const [from, to] = [valueOf(before, query, was), valueOf(after, query, is)];
      if (from === to) return [];
      const { asOf, rule } = countingOf(is);
      const isRight = evaluateCount(after, query, asOf, link.text, rule).ok;
      return [{ node: is, line: link.line, text: link.text, query, before: from, after: to, isRight }];
    });
  });
}

function countsIn({ body }: DossierNode): { query: string; link: BodyLink }[] {
  return body.links.flatMap((link) => (link.target.type === "count" ? [{ query: link.target.query, link }] : []));
}

function valueOf(dossier: Dossier, query: string, node: DossierNode): string | null {
  const { asOf, rule } = countingOf(node);
  const result = computeCount(dossier, query, asOf, rule);
  return result.ok ? result.value : null;
}
