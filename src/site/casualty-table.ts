/** Which columns the table of casualty records has, and what stands in them. */
import { type Toll } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import type { CasualtyRecord, Range } from "../graph/nodes.ts";

export interface RecordColumn {
  label: string;
  cell: (record: CasualtyRecord) => number | Range | undefined;
  /** What the records come to; null when none of them gives a number. */
  sum: Range | null;
}

/** Killed and survived always; presumed dead and missing only where a record gives a number. `silent` says what no record gives. */
export function recordColumns(toll: Toll): { columns: RecordColumn[]; silent: string | null } {
  const presumed = toll.records.flatMap(({ data }) => data.presumedDead ?? []);
  const presumedSum = presumed.length > 0 ? { min: Math.min(...presumed), max: Math.max(...presumed) } : null;
  const all: (RecordColumn & { always: boolean })[] = [
    { label: "Killed", always: true, cell: ({ data }) => data.killed, sum: toll.killed },
    { label: "Presumed dead", always: false, cell: ({ data }) => data.presumedDead, sum: presumedSum },
    { label: "Missing", always: false, cell: ({ data }) => data.missing, sum: toll.missing },
    { label: "Survived", always: true, cell: ({ data }) => data.survived, sum: toll.survived },
  ];
  const without = all.filter(({ always, sum }) => !always && !sum).map(({ label }) => label.toLowerCase());
  const plain = Math.max(...toll.records.map(({ data: { killed } }) => (typeof killed === "number" ? killed : (killed?.max ?? 0))));
  const added = presumedSum && toll.killed && toll.killed.max > plain ? "The upper end of the range counts those presumed dead." : "";
  const none = without.length > 0 ? `No record gives a number of people ${without.join(" or ")}.` : "";
  return { columns: all.filter(({ always, sum }) => always || sum), silent: [added, none].filter(Boolean).join(" ") || null };
}

/** countText({ min: 3, max: 5 }) → "3–5"; null for a count that is not given. */
export function countText(count: number | Range | undefined): string | null {
  if (count === undefined) return null;
  return typeof count === "number" ? String(count) : formatRange(count);
}
