/** The problems of a check as text: for a terminal, for a program, for the annotations of a code host. */
import { styleText } from "node:util";
import type { Problem } from "../model/problem.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface TextOptions {
  /** Whether the terminal shows colours. */
  colours?: boolean;
  /** Warnings that entries waive. */
  waived?: number;
  /** What could not be judged because of the errors. */
  unjudged?: readonly string[];
}

type Paint = (style: "bold" | "red" | "yellow" | "dim" | "underline", text: string) => string;

/** For a terminal: grouped by file, errors and warnings apart, a summary at the end. */
export function formatProblems(
  problems: readonly Problem[],
  folder: string,
  { colours = false, waived = 0, unjudged = [] }: TextOptions = {},
): string {
  const paint: Paint = (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text);
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const files = new Set(problems.map(({ file }) => file)).size;
  const parts: string[] = [];
  if (warnings.length > 0)
    parts.push(`${paint("bold", "Warnings")} (they do not stop the build):\n\n${formatGroup(warnings, folder, paint)}`);
  if (errors.length > 0) parts.push(`${paint("bold", "Errors")}:\n\n${formatGroup(errors, folder, paint)}`);
  if (unjudged.length > 0) parts.push(`Not judged before these errors are mended: ${unjudged.join(", ")}.`);
  const where = files > 0 ? ` in ${countOf(files, "file")}` : "";
  const sum = `${countOf(errors.length, "error")}, ${countOf(warnings.length, "warning")}${where}`;
  const painted = errors.length > 0 ? paint("red", sum) : warnings.length > 0 ? paint("yellow", sum) : sum;
  const rest = waived > 0 ? `, ${countOf(waived, "warning")} waived` : "";
  parts.push(`${painted}${rest}. Every code is explained in docs/errors.md.`);
  return parts.join("\n\n");
}

/** Whether a stream shows colours: what NO_COLOR and FORCE_COLOR say, else what it can. */
export function hasColours(stream: NodeJS.WriteStream): boolean {
  const forced = process.env["FORCE_COLOR"];
  if (process.env["NO_COLOR"] || forced === "0" || forced === "false") return false;
  return forced !== undefined || (stream.isTTY && stream.hasColors());
}

function formatGroup(problems: readonly Problem[], folder: string, paint: Paint): string {
  const byFile = Map.groupBy(problems, ({ file }) => file);
  return [...byFile]
    .map(([file, list]) =>
      [paint("underline", `${folder}/${printable(file)}`), ...list.map((problem) => formatProblem(problem, paint))].join("\n"),
    )
    .join("\n\n");
}

function formatProblem({ line, column, code, severity, message, advice }: Problem, paint: Paint): string {
  const place = paint("dim", `${line}:${column}`.padEnd(7));
  const name = paint(severity === "error" ? "red" : "yellow", code.padEnd(20));
  return `  ${place} ${name} ${printable(message)}\n${" ".repeat(31)}${printable(advice)}`;
}

/**
 * For GitHub: a workflow command for each problem, which it shows at the line of the change.
 * See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function formatForGithub(problems: readonly Problem[], folder: string): string {
  return problems
    .map(({ file, line, column, code, severity, message, advice }) => {
      const path = escapeProperty(`${folder}/${file}`);
      return `::${severity} file=${path},line=${line},col=${column},title=${escapeProperty(code)}::${escapeData(`${message}\n${advice}`)}\n`;
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Content is quoted in messages; what would steer the terminal is shown by its code point: "\u001b". */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
