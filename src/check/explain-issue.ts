/** What zod finds wrong with an entry, in words an editor can act on: what is there, what was expected, a likely fix. */
import type { z } from "zod";
import { findDanger } from "../model/addresses.ts";
import { isDay, parseDate } from "../model/parse-date.ts";
import { EVENT_KINDS } from "../model/event.ts";
import { BAD_ADDRESS, wordCount } from "../model/fields.ts";
import { KINDS } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Code, FoundProblem } from "../model/problem.ts";
import { anArticle } from "../graph/unknown-entry.ts";
import { FORBIDDEN_KEYS } from "./safety-rules.ts";
import { fieldInfo, isFile, type Path, type SchemaName } from "./schema-fields.ts";
import { suggestDate } from "./suggest-date.ts";

type Issue = z.core.$ZodIssue;

export function explainIssue(issue: Issue, file: string, data: unknown, kind: SchemaName): FoundProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") {
    const owner = path.length > 0 ? `\`${formatPath(path)}\`` : isFile(kind) ? file : anArticle(KINDS[kind].one);
    // A name of the language is refused as such, by another rule.
    return issue.keys
      .filter((key) => !FORBIDDEN_KEYS.includes(key))
      .map((key) => ({
        code: "unknown-field",
        file,
        place: { path: [...path, key], at: "key" },
        message: `\`${key}\` is not a field of ${owner}.`,
        advice: fieldAdvice(key, kind, path, data),
      }));
  }
  return [{ file, place: { path }, ...explainValue(issue, path, valueAt(data, path), kind, data) }];
}

type Explanation = Pick<FoundProblem, "code" | "message" | "advice"> & { place?: FoundProblem["place"] };

function explainValue(issue: Issue, path: Path, there: unknown, kind: SchemaName, data: unknown): Explanation {
  const { description, isOptional, isDate } = fieldInfo(kind, path, data);
  const name = path.length > 0 ? `\`${formatPath(path)}\`` : "The front matter";
  const explain = (code: Code, rest: string, advice: string): Explanation => ({ code, message: `${name} ${rest}.`, advice });
  if (there === undefined) {
    const place = { path: path.length > 1 ? path : [] }; // at the item that lacks it, or at the first field
    return { ...explain("missing-field", "is missing", `Add the field. ${description ?? expected(issue, there, kind)}`), place };
  }
  if (there === null) {
    const advice = `Write it after the colon${isOptional ? ", or delete the line" : ""}. ${description ?? ""}`.trim();
    return { ...explain(isOptional ? "bad-value" : "missing-field", "has no value", advice), place: { path, at: "key" } };
  }
  const shown = `is ${show(there)}`;
  if (isDate && !isDay(String(there)))
    return explainDate(explain, String(there), shown, issue.code === "custom" ? issue.message : "Write it as 2025-10-19.");
  if (issue.code === "custom" && issue.message.startsWith("A quoted fragment")) {
    return explain("long-quote", `has ${wordCount(String(there))} words: ${show(there)}`, issue.message);
  }
  if ((issue.code === "invalid_format" && issue.format === "url") || issue.message === BAD_ADDRESS) {
    const why = findDanger(String(there));
    return explain("bad-url", why ? `${shown}, ${why}` : shown, BAD_ADDRESS);
  }
  if (issue.code === "invalid_format" && issue.message.startsWith("Ids are")) {
    const id = toId(String(there));
    const advice = id ? `Write \`${id}\`: lower-case letters, digits and single hyphens.` : issue.message;
    return explain("bad-id", `${shown}, which is not kebab-case ASCII`, advice);
  }
  return explain("bad-value", shown, expected(issue, there, kind));
}

function explainDate(
  explain: (code: Code, rest: string, advice: string) => Explanation,
  text: string,
  shown: string,
  advice: string,
): Explanation {
  const [start = "", end = ""] = text.split("/");
  const [from, to] = [parseDate(start), parseDate(end)];
  if (from?.earliest && to?.latest && from.earliest > to.latest) {
    return explain("ends-before-start", `${shown}, which ends before it starts`, `Did you mean \`${end}/${start}\`?`);
  }
  if (parseDate(text)) return explain("bad-date", `${shown}, which is not one whole day`, advice);
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) return explain("bad-date", `${shown}, which is in no calendar`, advice);
  const guess = suggestDate(text);
  const near = guess && (isDay(guess) || !/whole day/.test(advice)) ? guess : null;
  return explain("bad-date", `${shown}, which is no date`, `${near ? `Did you mean \`${near}\`? ` : ""}${advice}`);
}

const TYPE_ADVICE: Record<string, string> = {
  string: "Write text.",
  number: "Write a number.",
  int: "Write a whole number.",
  boolean: "Write true or false.",
  array: "Write a list, one item a line, each after a hyphen.",
  object: "Write fields, indented by two spaces.",
};

/** What a field admits, as an instruction. */
function expected(issue: Issue, there: unknown, kind: SchemaName): string {
  switch (issue.code) {
    case "invalid_type": {
      const type = issue.expected;
      if (type === "string" && ["number", "boolean"].includes(typeof there)) return `Put it between quotation marks: "${String(there)}".`;
      if (type === "array" && typeof there === "string") return `Write a list, even of one: [${there}].`;
      const isNumber = typeof there === "string" && /^-?\d+(\.\d+)?$/.test(there);
      if (isNumber && ["number", "int"].includes(type)) return `Write the number without quotation marks: ${there}.`;
      if (!issue.message.startsWith("Invalid")) return issue.message;
      return TYPE_ADVICE[type] ?? `A value of type ${type} is expected.`;
    }
    case "invalid_value":
      return oneOf(there, issue.values.map(String));
    case "invalid_union": // the kind of a timeline entry, or a number of people
      if (issue.path.at(-1) === "kind" && kind === "event") return oneOf(there, EVENT_KINDS);
      return issue.errors.flat().find((inner) => inner.code === "custom")?.message ?? "Write a whole number, or `{min: 2, max: 3}`.";
    case "too_small":
      if (!issue.message.startsWith("Too")) return issue.message;
      return issue.origin === "array" ? "List at least one item." : `The lowest value is ${issue.minimum}.`;
    case "too_big":
      return issue.message.startsWith("Too") ? `The highest value is ${issue.maximum}.` : issue.message;
    default:
      return issue.message;
  }
}

function oneOf(there: unknown, options: readonly string[]): string {
  return [typeof there === "string" ? didYouMean(there, options) : "", `Use one of: ${options.join(", ")}.`].join(" ").trim();
}

function fieldAdvice(key: string, kind: SchemaName, path: Path, data: unknown): string {
  const { fields } = fieldInfo(kind, path, data);
  const isOfStrikes = kind === "event" && path.length === 0 && fieldInfo(kind, path, { kind: "strike" }).fields.includes(key);
  const near = isOfStrikes ? "Only an entry with `kind: strike` has it." : didYouMean(key, fields);
  return `${near} Fields: ${fields.join(", ")}.`.trim();
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined), data);
}

function formatPath(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i > 0 ? `.${step}` : step)).join("");
}

function show(value: unknown): string {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** toId("São Paulo") → "sao-paulo" */
export function toId(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
