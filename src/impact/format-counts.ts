/** The parts of the report about numbers and standing: the ledger, published totals, claims, counts in prose. */
import { formatDay } from "../model/dates.ts";
import { capitalize, listWords } from "../site/words.ts";
import type { Impact } from "./assess-impact.ts";
import type { ClaimChange } from "./claim-changes.ts";
import { dayWords, type FilePath } from "./format-entries.ts";
import { MEASURES, type Scope, type StrikeChange, type StrikeCount } from "./ledger-changes.ts";
import { nameIn } from "./entry-changes.ts";
import { arrow, code, escapeText, inline, section, table } from "./markdown.ts";
import type { Agreement } from "./total-changes.ts";

export function formatLedger({ ledgers, strikes }: Impact, path: FilePath): string | null {
  const moved = ledgers.filter(({ isMoved }) => isMoved);
  const same = ledgers.filter(({ isMoved }) => !isMoved).map(({ scope }) => scopeWords(scope));
  return section(
    "Ledger",
    moved.length > 0
      ? table(
          ["", ...MEASURES.map(capitalize)],
          moved.map(({ scope, measures }) => [capitalize(scopeWords(scope)), ...MEASURES.map((name) => strong(measures[name]))]),
        )
      : null,
    moved.length > 0 && same.length > 0 ? `The same as before: ${inline(same, 5)}.` : null,
    strikes.length > 0
      ? table(
          ["Strike", "In", "Killed", "Survivors", "Strikes", "Vessels"],
          strikes.map((change) => strikeCells(change, path)),
        )
      : null,
  );
}

function strong(change: { before: string; after: string }): string {
  return change.before === change.after ? change.after : `**${arrow(change)}**`;
}

function strikeCells({ strike, scopes, before, after }: StrikeChange, path: FilePath): string[] {
  const cell = (name: keyof StrikeCount) => arrow({ before: before?.[name] ?? "not counted", after: after?.[name] ?? "not counted" });
  return [path(strike.file), listWords(scopes.map(scopeWords)), cell("killed"), cell("survivors"), cell("strikes"), cell("vessels")];
}

function scopeWords({ asOf, articles }: Scope): string {
  return asOf === null ? "the whole record" : `as of ${formatDay(asOf)} (${inline(articles.map(code), 2)})`;
}

export function formatTotals({ totals }: Impact, path: FilePath): string | null {
  if (totals.length === 0) return null;
  return section(
    "Published totals",
    "Beside the ledger of the strikes up to their day; a gap is the published number minus ours.",
    table(
      ["Total", "File", "Before", "After"],
      totals.map(({ total, before, after }) => [
        escapeText(nameIn(total)),
        path(total.file),
        before ? agreementWords(before) : "not on file",
        after ? agreementWords(after) : "not on file",
      ]),
    ),
  );
}

function agreementWords({ agrees, differs, gaps }: Agreement): string {
  const words = Object.entries(gaps).flatMap(([name, gap]) => (gap ? [`${name} ${gap > 0 ? "+" : "−"}${Math.abs(gap)}`] : []));
  if (agrees) return "agrees";
  return !differs ? "a lower bound that ours reaches" : `differs: ${words.join(", ")}`;
}

export function formatClaims({ claims }: Impact, path: FilePath): string | null {
  if (claims.length === 0) return null;
  return section(
    "Claims",
    table(
      ["Claim", "Status", "Stands, on an article’s day", "Independent origins", "Known since"],
      claims.map((claim) => claimCells(claim, path)),
    ),
  );
}

function claimCells({ claim, status, standings, origins, known }: ClaimChange, path: FilePath): string[] {
  return [
    path(claim.file),
    status ? arrow(status) : "",
    standings.map((standing) => `${formatDay(standing.asOf)}: ${arrow(standing)}`).join("; "),
    origins ? arrow({ before: String(origins.before), after: String(origins.after) }) : "",
    known ? arrow({ before: dayWords(known.before), after: dayWords(known.after) }) : "",
  ];
}

export function formatProseCounts({ counts }: Impact, place: (file: string, line: number) => string): string | null {
  if (counts.length === 0) return null;
  return section(
    "Counts in prose",
    table(
      ["Place", "Count", "The text says", "The entries give", ""],
      counts.map(({ node, line, text, query, before, after, isRight }) => [
        place(node.file, line),
        code(query),
        escapeText(text),
        arrow({ before: before ?? "no count", after: after ?? "no count" }),
        isRight ? "right" : after === null ? "**cannot be counted**" : `**wrong**: write ${code(`[${after}](count:${query})`)}`,
      ]),
    ),
  );
}
