/** On how many independent origins each figure of the dead of a strike rests. */
import type { CasualtyRecord, Range, SourceNode } from "./nodes.ts";
import { toRange } from "./ranges.ts";

/** One figure as records give it, with the sources that do, each once. */
export interface SupportedFigure {
  killed: Range;
  /** Presumed dead on top of those killed; 0 where the records presume nobody dead. */
  presumedDead: number;
  sources: SourceNode[];
}

/** The figures of the dead from the lowest to the highest; records without a number support none. */
export function supportedFigures(records: readonly CasualtyRecord[]): SupportedFigure[] {
  const figures = new Map<string, SupportedFigure>(); // e.g. "14 14 1" → 14 killed and 1 presumed dead, with its sources
  for (const { source, data } of records) {
    if (data.killed === undefined) continue;
    const killed = toRange(data.killed);
    const presumedDead = data.presumedDead ?? 0;
    const key = [killed.min, killed.max, presumedDead].join(" ");
    const figure = figures.get(key) ?? { killed, presumedDead, sources: [] };
    if (!figure.sources.includes(source)) figure.sources.push(source);
    figures.set(key, figure);
  }
  const order = ({ killed, presumedDead }: SupportedFigure) => [killed.min + killed.max + 2 * presumedDead, presumedDead] as const;
  return [...figures.values()].sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
}
