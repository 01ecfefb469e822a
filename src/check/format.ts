import type { Problem } from "../model/problem.ts";

/**
 * The problems as text for a terminal: grouped by file, errors and warnings apart, a summary at the end.
 * @param waived how many warnings entries waive; they are counted and not shown.
 */
export function formatProblems(problems: readonly Problem[], folder: string, waived = 0): string {
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const parts: string[] = [];
  if (warnings.length > 0) parts.push(`Warnings (they do not stop the build):\n\n${formatGroup(warnings, folder)}`);
  if (errors.length > 0) parts.push(`Errors:\n\n${formatGroup(errors, folder)}`);
  parts.push(
    `${summarize(errors.length, "error")}, ${summarize(warnings.length, "warning")} in ${summarize(new Set(problems.map(({ file }) => file)).size, "file")}${waived > 0 ? `, ${summarize(waived, "warning")} waived` : ""}. Every code is explained in docs/errors.md.`,
  );
  return parts.join("\n\n");
}

function formatGroup(problems: readonly Problem[], folder: string): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile].map(([file, list]) => [`${folder}/${file}`, ...list.map(formatProblem)].join("\n")).join("\n\n");
}

function formatProblem({ line, column, code, message, advice }: Problem): string {
  const place = `${line}:${column}`.padEnd(7);
  return `  ${place} ${code.padEnd(20)} ${message}\n${" ".repeat(31)}${advice}`;
}

function summarize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
