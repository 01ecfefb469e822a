/** Numbers in prose that the dossier computes: those whose value is another after the change, and whether the text still says so. */
import { computeCount, evaluateCount } from "../graph/count-query.ts";
import type { Dossier, DossierNode } from "../graph/nodes.ts";
import { parseLink } from "../markdown/links.ts";
import type { BodyLink } from "../markdown/parse-body.ts";
import type { Day } from "../model/dates.ts";
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
      const [from, to] = [valueOf(before, query, dayOf(was)), valueOf(after, query, dayOf(is))];
      if (from === to) return [];
      const isRight = evaluateCount(after, query, dayOf(is), link.text).ok;
      return [{ node: is, line: link.line, text: link.text, query, before: from, after: to, isRight }];
    });
  });
}

function countsIn({ body }: DossierNode): { query: string; link: BodyLink }[] {
  return body.links.flatMap((link) => {
    const target = parseLink(link.url);
    return target.type === "count" ? [{ query: target.query, link }] : [];
  });
}

function valueOf(dossier: Dossier, query: string, asOf: Day | null): string | null {
  const result = computeCount(dossier, query, asOf);
  return result.ok ? result.value : null;
}

/** An article's counts are those of its day; every other text describes the whole record. */
function dayOf(node: DossierNode): Day | null {
  return node.kind === "article" ? node.data.asOf : null;
}
