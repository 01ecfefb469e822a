/** What the bench of the search prints, as Markdown. */
import { QUERY_KINDS, type RetrievalQuery } from "../../tests/retrieval/read-queries.ts";
import { scoresOf, type Scores } from "../../tests/retrieval/score.ts";
import { median, shareOf, type Measures } from "./measures.ts";

/** Places up to which a query counts as answered. */
const FOUND = 3;

type QuerySet = RetrievalQuery["set"];

/** One row for each engine: found of the tuned and of the held queries, bytes and times. */
export function engineTable(list: readonly Measures[], queries: readonly RetrievalQuery[]): string {
  return formatTable(
    list.map((measures) => ({
      engine: measures.name,
      ...scoreCells("tuned", scoresIn("tuned", measures, queries)),
      ...scoreCells("held", scoresIn("held", measures, queries)),
      "first KB": kilobytes(median(measures.first)),
      "at most": kilobytes(Math.max(...measures.first)),
      "next KB": kilobytes(median(measures.next)),
      "make ms": measures.make.toFixed(0),
      "query ms": median(measures.times).toFixed(1),
      "p95 ms": shareOf(measures.times, 0.95).toFixed(1),
    })),
  );
}

/** Of the tuned queries only, by what is hard about them. */
export function kindTable(ours: Measures, queries: readonly RetrievalQuery[]): string {
  return formatTable(
    QUERY_KINDS.map((kind) => {
      const ranks = ours.ranks.filter((_, i) => queries[i]?.kind === kind && queries[i]?.set === "tuned");
      return { kind, queries: String(ranks.length), "found among three": scoresOf(ranks).at3.toFixed(2) };
    }),
  );
}

/** Each tuned query that is missed, with what came first; of the held ones only how many, so that nobody makes the search for them. */
export function missedWords(ours: Measures, queries: readonly RetrievalQuery[]): string {
  const missed = queries.flatMap((query, i) => {
    const rank = ours.ranks[i] ?? Infinity;
    return rank > FOUND ? [{ ...query, rank, first: ours.firsts[i] || "nothing" }] : [];
  });
  const tuned = missed.filter(({ set }) => set === "tuned");
  const lines = tuned.map(({ q, rank, first }) => `- ${q} (${rank === Infinity ? "not among ten" : `at ${rank}`}; first: ${first})`);
  const held = `Of the held queries ${missed.length - tuned.length} are missed.`;
  return [`Of the tuned queries ${tuned.length} are missed${tuned.length > 0 ? ":" : "."}`, ...lines, held].join("\n");
}

/** Of how many queries the first one loads more than the least: ours the full texts. */
export function fullWords({ first }: Measures): string {
  const least = Math.min(...first);
  return `The full texts are read for ${first.filter((bytes) => bytes > least).length} of the ${first.length} queries.`;
}

/** formatTable([{ a: "x", b: "1" }]) → the lines of a Markdown table; the first column to the left, numbers to the right. */
export function formatTable(rows: readonly Record<string, string>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) => Math.max(3, head.length, ...rows.map((row) => row[head]?.length ?? 0)));
  const pad = (cell: string, i: number, fill = " ") => (i === 0 ? cell.padEnd(widths[i] ?? 0, fill) : cell.padStart(widths[i] ?? 0, fill));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => pad(cell, i)).join(" | ")} |`;
  const rule = widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(heads), line(rule), ...rows.map((row) => line(heads.map((head) => row[head] ?? "")))].join("\n");
}

export function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function scoresIn(set: QuerySet, { ranks }: Measures, queries: readonly RetrievalQuery[]): Scores {
  return scoresOf(ranks.filter((_, i) => queries[i]?.set === set));
}

function scoreCells(set: QuerySet, { at1, at3, at5, reciprocalRank }: Scores): Record<string, string> {
  const cells = Object.entries({ "@1": at1, "@3": at3, "@5": at5, MRR: reciprocalRank });
  return Object.fromEntries(cells.map(([name, value]) => [`${set} ${name}`, value.toFixed(3)]));
}
