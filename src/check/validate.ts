/** Files in, valid entries and problems out: the front matter against its schema, in words an editor can act on. */
import type { z } from "zod";
import { parseEntryFile, parseYaml, type EntryFile } from "../load/entry-file.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { parseDate } from "../model/dates.ts";
import { EVENT_KINDS } from "../model/event.ts";
import { ID_PATTERN, wordCount } from "../model/fields.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Code, FoundProblem } from "../model/problem.ts";
import { siteSchema, type Site } from "../model/site.ts";
import type { Entry } from "../graph/nodes.ts";
import { suggestDate } from "./suggest-date.ts";

export interface ValidContent {
  entries: Entry[];
  /** Entries that exist but do not pass their schema, as "kind/id". */
  invalid: Set<string>;
  site: Site | null;
  problems: FoundProblem[];
  /** Parsed files by path, for positions. */
  parsed: Map<string, Pick<EntryFile, "locate">>;
}

export function validateContent(content: Content): ValidContent {
  const result: ValidContent = { entries: [], invalid: new Set(), site: null, problems: [], parsed: new Map() };
  for (const stray of content.stray) result.problems.push({ code: "unreadable-file", ...stray });
  for (const file of content.files) validateFile(file, result);
  validateSite(content.site, result);
  return result;
}

function validateFile(file: ContentFile, result: ValidContent): void {
  const { kind, id } = file;
  const report = (code: Code, message: string, advice: string, place?: FoundProblem["place"]) =>
    result.problems.push({ code, file: file.file, place, message, advice });
  if (!ID_PATTERN.test(id)) {
    const fixed = toId(id);
    report("bad-id", `The file name gives the id \`${id}\`, which is not kebab-case ASCII.`, `Rename the file${fixed ? ` to ${fixed}.md` : ""}: lower-case letters, digits and single hyphens.`);
    result.invalid.add(`${kind}/${fixed}`); // those who name it by the id it should have are right
  }
  if (file.fault) {
    result.invalid.add(`${kind}/${id}`);
    report("unreadable-file", file.fault.message, file.fault.advice);
    return;
  }
  const parsed = parseEntryFile(file.text);
  result.parsed.set(file.file, parsed);
  for (const fault of parsed.faults) report("bad-front-matter", fault.message, fault.advice, { line: fault.line, column: fault.column });
  const body = parseBody(parsed.bodyText);
  for (const html of body.html) {
    report("raw-html", `The text holds raw HTML: \`${html.value.split("\n")[0]?.slice(0, 60) ?? ""}\`.`, "Write it in Markdown, or leave it out.", { line: html.line, column: html.column });
  }
  const checked = parsed.data ? KINDS[kind].schema.safeParse(parsed.data) : null;
  if (!checked?.success || !ID_PATTERN.test(id)) {
    result.invalid.add(`${kind}/${id}`);
    for (const issue of checked?.error?.issues ?? []) result.problems.push(...explainIssue(issue, file.file, parsed.data, kind));
    return;
  }
  result.entries.push({ kind, id, file: file.file, data: checked.data, body } as Entry); // the kind chose the schema
}

function validateSite(text: string | null, result: ValidContent): void {
  if (text === null) {
    if (result.problems.some(({ file }) => file === "site.yaml")) return; // it is there, but cannot be read
    result.problems.push({ code: "unreadable-file", file: "site.yaml", message: "There is no site.yaml.", advice: "Add it with at least description, dossier, baseDate and recordEnds." });
    return;
  }
  const parsed = parseYaml(text);
  result.parsed.set("site.yaml", parsed);
  for (const fault of parsed.faults) result.problems.push({ code: "bad-front-matter", file: "site.yaml", place: fault, message: fault.message, advice: fault.advice });
  if (!parsed.data) return;
  const checked = siteSchema.safeParse(parsed.data);
  if (checked.success) result.site = checked.data;
  else for (const issue of checked.error.issues) result.problems.push(...explainIssue(issue, "site.yaml", parsed.data, "site"));
}

/** Turns one issue of zod into problems with what is there, what was expected and a likely fix. */
function explainIssue(issue: z.core.$ZodIssue, file: string, data: unknown, kind: SchemaName): FoundProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const name = path.length > 0 ? formatPath(path) : "front matter";
  const there = valueAt(data, path);
  const { schema, description } = schemaAt(kind, path, data);
  const problem = (code: Code, message: string, advice: string, place: FoundProblem["place"] = { path }): FoundProblem => ({ code, file, place, message, advice });
  if (issue.code === "unrecognized_keys") {
    const owner = path.length > 0 ? `\`${name}\`` : kind === "site" ? "site.yaml" : anArticle(KINDS[kind].one);
    return issue.keys.map((key) => problem("unknown-field", `\`${key}\` is not a field of ${owner}.`, fieldAdvice(key, kind, path, data), { path: [...path, key], at: "key" }));
  }
  if (there === undefined) return [problem("missing-field", `\`${name}\` is missing.`, `Add the field. ${description ?? expected(issue, there, kind)}`, { path: path.length > 1 ? path : [] })];
  if (there === null) return [problem("missing-field", `\`${name}\` has no value.`, `Write it after the colon, or delete the line. ${description ?? ""}`.trim(), { path, at: "key" })];
  const shown = `\`${name}\` is ${show(there)}`;
  if (isDateSchema(schema)) return [explainDate(problem, shown, there, issue.code === "custom" ? issue.message : "Write it as 2025-10-19.")];
  if (issue.code === "custom" && issue.message.startsWith("A quoted fragment")) return [problem("long-quote", `\`${name}\` has ${wordCount(String(there))} words: ${show(there)}.`, issue.message)];
  if (issue.code === "invalid_format" && issue.format === "url") return [problem("bad-url", `${shown}.`, "Write a full web address that starts with https:// or http://.")];
  if (issue.code === "invalid_format" && issue.message.startsWith("Ids are")) return [problem("bad-id", `${shown}, which is not kebab-case ASCII.`, toId(String(there)) ? `Write \`${toId(String(there))}\`: lower-case letters, digits and single hyphens.` : issue.message)];
  return [problem("bad-value", `${shown}.`, expected(issue, there, kind))];
}

/** What a field admits, as an instruction. */
function expected(issue: z.core.$ZodIssue, there: unknown, kind: SchemaName): string {
  switch (issue.code) {
    case "invalid_type": {
      if (issue.expected === "string" && ["number", "boolean"].includes(typeof there)) return `Put it between quotation marks: "${String(there)}".`;
      const words: Record<string, string> = { string: "Write text.", number: "Write a number.", int: "Write a whole number.", boolean: "Write true or false.", array: "Write a list, one item a line, each after a hyphen.", object: "Write fields, indented by two spaces." };
      return words[issue.expected] ?? `A value of type ${issue.expected} is expected.`;
    }
    case "invalid_value":
      return oneOf(there, issue.values.map(String));
    case "invalid_union":
      if (issue.path.at(-1) === "kind" && kind === "event") return oneOf(there, EVENT_KINDS);
      return issue.errors.flat().find((inner) => inner.code === "custom")?.message ?? "Write a whole number, or `{min: 2, max: 3}`.";
    case "too_small":
      return issue.message.startsWith("Too") ? (issue.origin === "array" ? "List at least one item." : `The lowest value is ${issue.minimum}.`) : issue.message;
    case "too_big":
      return issue.message.startsWith("Too") ? `The highest value is ${issue.maximum}.` : issue.message;
    default:
      return issue.message;
  }
}

function oneOf(there: unknown, options: readonly string[]): string {
  return [typeof there === "string" ? didYouMean(there, options) : "", `Use one of: ${options.join(", ")}.`].join(" ").trim();
}

function fieldAdvice(key: string, kind: SchemaName, path: readonly (string | number)[], data: unknown): string {
  const known = fieldsAt(kind, path, data);
  if (kind === "event" && path.length === 0 && fieldsAt(kind, path, { kind: "strike" }).includes(key)) return `Only an entry with \`kind: strike\` has it. Fields: ${known.join(", ")}.`;
  return [didYouMean(key, known), `Fields: ${known.join(", ")}.`].join(" ").trim();
}

function explainDate(problem: (code: Code, message: string, advice: string) => FoundProblem, shown: string, there: unknown, message: string): FoundProblem {
  const text = String(there);
  const [start = "", end = ""] = text.split("/");
  const [from, to] = [parseDate(start), parseDate(end)];
  if (from?.earliest && to?.latest && from.earliest > to.latest) return problem("ends-before-start", `${shown}, which ends before it starts.`, `Did you mean \`${end}/${start}\`?`);
  const near = suggestDate(text);
  return problem("bad-date", `${shown}, which is no date.`, `${near ? `Did you mean \`${near}\`? ` : ""}${message}`);
}

type SchemaName = Kind | "site";

/** The fields that belong at a place, read from the schema itself. */
function fieldsAt(kind: SchemaName, path: readonly (string | number)[], data: unknown): string[] {
  return Object.keys((schemaAt(kind, path, data).schema as { shape?: Record<string, unknown> } | undefined)?.shape ?? {});
}

/** The schema at a place, and the description written for editors. */
function schemaAt(kind: SchemaName, path: readonly (string | number)[], data: unknown): { schema: unknown; description: string | undefined } {
  let schema: unknown = unwrap(kind === "site" ? siteSchema : KINDS[kind].schema, data);
  let description: string | undefined;
  for (const step of path) {
    const inner = schema as { shape?: Record<string, unknown>; element?: unknown } | undefined;
    const next = typeof step === "number" ? inner?.element : inner?.shape?.[step];
    schema = unwrap(next, null);
    description = descriptionOf(next) ?? descriptionOf(schema);
  }
  return { schema, description };
}

/** Dates are the only fields that pass through a conversion (of YAML's numbers). */
function isDateSchema(schema: unknown): boolean {
  return (schema as z.ZodType | undefined)?.def.type === "pipe";
}

function descriptionOf(schema: unknown): string | undefined {
  return (schema as z.ZodType | undefined)?.description;
}

/** Looks through optional, default and union wrappers to the object or list inside. */
function unwrap(schema: unknown, data: unknown): unknown {
  let inner = schema as { def?: { type: string; innerType?: unknown; options?: unknown[] } } | undefined;
  while (inner?.def && ["optional", "default", "prefault", "nullable"].includes(inner.def.type)) inner = inner.def.innerType as typeof inner;
  if (inner?.def?.type === "union") {
    const isStrikeEntry = (data as { kind?: unknown } | null)?.kind === "strike";
    return isStrikeEntry ? inner.def.options?.[0] : inner.def.options?.[1];
  }
  return inner;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[step] : undefined), data);
}

function formatPath(path: readonly (string | number)[]): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i > 0 ? `.${step}` : step)).join("");
}

function show(value: unknown): string {
  const text = typeof value === "string" ? `"${value}"` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** toId("São Paulo") → "sao-paulo" */
function toId(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function anArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
