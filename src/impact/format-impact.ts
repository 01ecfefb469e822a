/** The report on a change, as Markdown for a pull request: a paragraph, then a section for each thing that is other. */
import type { Problem } from "../model/problem.ts";
import { plural } from "../site/words.ts";
import type { Impact } from "./assess-impact.ts";
import { formatClaims, formatLedger, formatProseCounts, formatTotals } from "./format-counts.ts";
import { formatEntries, formatKnownDays, type FilePath } from "./format-entries.ts";
import { arrow, code, escapeMessage, escapeText, inline, section, table } from "./markdown.ts";
import type { Reason } from "./page-changes.ts";
import { summarize } from "./summary.ts";

export interface ReportNames {
  /** What the change is compared with, as it was asked for: "HEAD". */
  base: string;
  /** The commit that this is, in short. */
  commit: string;
  /** Path of the content folder in the repository; "" when it is the whole of it. */
  folder: string;
}

export function formatImpact(impact: Impact, { base, commit, folder }: ReportNames): string {
  const inFolder = (file: string) => (folder ? `${folder}/${file}` : file);
  const path: FilePath = (file) => code(inFolder(file));
  const place = (file: string, line: number) => code(`${inFolder(file)}:${line}`);
  const parts = [
    `Compared with ${code(base)} (${code(commit)}): ${summarize(impact)}`,
    partialNote(impact, base),
    formatEntries(impact, path),
    formatUncorrected(impact, path),
    formatLedger(impact, path),
    formatTotals(impact, path),
    formatClaims(impact, path),
    formatProseCounts(impact, place),
    formatKnownDays(impact, path),
    formatPages(impact),
    formatProblems(impact, place),
  ];
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
}

/** What is said when nothing differs. */
export function formatNothing({ base, folder }: Pick<ReportNames, "base" | "folder">): string {
  return `Nothing in ${folder || "the content folder"}${folder ? "/" : ""} differs from ${base}.\n`;
}

/** Said at the top, because everything below is less sure then. */
function partialNote({ errors }: Impact, base: string): string | null {
  const notes = [
    errors.after > 0 &&
      `**The check finds ${plural(errors.after, "error")} in the working tree.** An entry that cannot be read is part of no count below, and nothing is published before \`npm run check\` finds no error.`,
    errors.before > 0 &&
      `The check finds ${plural(errors.before, "error")} in ${code(base)}: what could not be read there may look new below.`,
  ].filter(Boolean);
  return notes.length > 0 ? notes.join("\n\n") : null;
}

function formatUncorrected({ uncorrected }: Impact, path: FilePath): string | null {
  if (uncorrected.length === 0) return null;
  return section(
    "No correction yet",
    "If what stood here was wrong, say so with `npm run new -- correction`: then its page, its feeds and the list of corrections do. If a source reported something new, add it beside what was there.",
    table(
      ["File", "What readers may have cited"],
      uncorrected.map(({ file, fields }) => [
        path(file),
        fields.map(({ field, before, after }) => `${code(field)} ${arrow({ before: before ?? "", after: after ?? "gone" })}`).join("; "),
      ]),
    ),
  );
}

function formatPages({ pages, lists }: Impact): string | null {
  const { added, gone, redirected, changed, showing } = pages;
  const addresses = (list: readonly string[]) => inline(list.map(code), 12);
  const lines = [
    added.length > 0 && `- ${plural(added.length, "address", "addresses")} added: ${addresses(added)}`,
    redirected.length > 0 &&
      `- ${plural(redirected.length, "redirect")} added: ${inline(
        redirected.map(({ from, to }) => `${code(from)} to ${code(to)}`),
        12,
      )}`,
    gone.length > 0 && `- **${plural(gone.length, "address", "addresses")} gone, and nothing leads on from there:** ${addresses(gone)}`,
    changed.length > 0 && `- ${plural(changed.length, "page")} changed by the entry itself: ${addresses(changed)}`,
  ].filter(Boolean);
  return section(
    "Pages",
    lines.join("\n"),
    showing.length > 0
      ? table(
          ["Page that shows one of them", "Why"],
          showing.map(({ page, reasons }) => [code(page), reasons.map(reasonWords).join("; ")]),
        )
      : null,
    lists.length > 0
      ? table(
          ["List or count", "What is other"],
          lists.map(({ pages: list, because }) => [inline(list.map(code), 6), because.map(escapeText).join("; ")]),
          30,
        )
      : null,
  );
}

function reasonWords({ because, ids }: Reason): string {
  return ids.length === 0 ? because : `${because} ${inline(ids.map(code), 3)}`;
}

function formatProblems({ problems }: Impact, place: (file: string, line: number) => string): string | null {
  const { appeared, gone, waived, unjudged } = problems;
  const rows = (list: readonly Problem[]) =>
    list.map(({ severity, code: name, file, line, message }) => [
      severity === "error" ? "**error**" : "warning",
      code(name),
      place(file, line),
      escapeMessage(message),
    ]);
  // Errors first: a long list of warnings is cut, and no error may be.
  const sorted = appeared.toSorted((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  const errors = sorted.filter(({ severity }) => severity === "error").length;
  return section(
    "Problems of the check",
    sorted.length > 0 ? table(["New", "Code", "Place", "What is there"], rows(sorted), Math.max(30, errors)) : null,
    gone.length > 0 ? table(["Gone", "Code", "Place", "What was there"], rows(gone)) : null,
    unjudged.length > 0 ? `Not judged before the errors are mended: ${unjudged.join(", ")}. What is unseen is not gone.` : null,
    waived.before === waived.after || unjudged.length > 0
      ? null
      : `Warnings waived with a reason: ${arrow({ before: String(waived.before), after: String(waived.after) })}.`,
  );
}
