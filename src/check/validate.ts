/** Files in, valid entries and problems out: the front matter against its schema, in words an editor can act on. */
import type { z } from "zod";
import { parseEntryFile, parseYaml, type EntryFile } from "../load/entry-file.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KINDS } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Code, FoundProblem } from "../model/problem.ts";
import { siteSchema, type Site } from "../model/site.ts";
import type { Entry } from "../graph/nodes.ts";

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
    const fixed = id.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    report("bad-id", `The file name gives the id \`${id}\`, which is not kebab-case ASCII.`, `Rename the file${fixed ? ` to ${fixed}.md` : ""}: lower-case letters, digits and single hyphens.`);
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
function explainIssue(issue: z.core.$ZodIssue, file: string, data: unknown, kind: string): FoundProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const name = path.length > 0 ? formatPath(path) : "front matter";
  const there = valueAt(data, path);
  const problem = (code: Code, message: string, advice: string, place: FoundProblem["place"] = { path }): FoundProblem => ({ code, file, place, message, advice });
  if (issue.code === "unrecognized_keys") {
    const known = knownFields(kind, path, data);
    return issue.keys.map((key) =>
      problem("unknown-field", `\`${key}\` is not a field ${path.length > 0 ? `of \`${name}\`` : `of ${kind === "site" ? "site.yaml" : anArticle(kindWord(kind))}`}.`, [didYouMean(key, known), known.length > 0 ? `Fields: ${known.join(", ")}.` : ""].join(" ").trim(), { path: [...path, key], at: "key" }),
    );
  }
  if (there === undefined || (there === null && issue.code !== "invalid_union")) {
    return [problem("missing-field", `\`${name}\` is missing.`, expected(issue), { path: path.slice(0, -1).length > 0 ? path : [] })];
  }
  const shown = show(there);
  if (issue.code === "invalid_value") {
    const options = issue.values.map(String);
    return [problem("bad-value", `\`${name}\` is ${shown}.`, [didYouMean(String(there), options), `Use one of: ${options.join(", ")}.`].join(" ").trim())];
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().find((candidate) => candidate.code === "custom");
    if (inner) return [problem("bad-value", `\`${name}\` is ${shown}.`, inner.message)];
    if ("discriminator" in issue && issue.discriminator) return [problem("bad-value", `\`${name}\` is ${shown}.`, eventKindAdvice(String(there)))];
    return [problem("bad-value", `\`${name}\` is ${shown}.`, "Write a whole number, or `{min: 2, max: 3}`.")];
  }
  if (issue.code === "custom" && /^(Not a date|Not one whole day)/.test(issue.message)) {
    return [problem("bad-date", `\`${name}\` is ${shown}, which is no date.`, dateAdvice(String(there), issue.message))];
  }
  if (issue.code === "custom" && issue.message.startsWith("A quoted fragment")) return [problem("long-quote", `\`${name}\` has ${String(there).split(/\s+/).length} words: ${shown}.`, issue.message)];
  if (issue.code === "custom" && issue.message.startsWith("`min` is above")) return [problem("bad-value", `\`${name}\` is ${shown}.`, issue.message)];
  if (issue.code === "invalid_format" && /url/i.test(name)) return [problem("bad-url", `\`${name}\` is ${shown}.`, "Write a full web address that starts with https:// or http://.")];
  if (issue.code === "invalid_format") return [problem("bad-value", `\`${name}\` is ${shown}.`, issue.message)];
  return [problem("bad-value", `\`${name}\` is ${shown}.`, expected(issue))];
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    const words: Record<string, string> = { string: "Write text.", number: "Write a number.", int: "Write a whole number.", boolean: "Write true or false.", array: "Write a list, one item a line, each after a hyphen.", object: "Write fields, indented by two spaces." };
    return words[issue.expected] ?? `A value of type ${issue.expected} is expected.`;
  }
  if (issue.code === "invalid_value") return `Use one of: ${issue.values.map(String).join(", ")}.`;
  if (issue.code === "invalid_union") return "It is required.";
  return issue.message;
}

function eventKindAdvice(there: string): string {
  const kinds = knownEventKinds();
  return [didYouMean(there, kinds), `Use one of: ${kinds.join(", ")}.`].join(" ").trim();
}

function knownEventKinds(): string[] {
  const schema = KINDS.event.schema as unknown as { options: { shape: { kind: { options?: string[]; value?: string } } }[] }; // the discriminated union of model/event.ts
  return schema.options.flatMap(({ shape }) => shape.kind.options ?? [shape.kind.value ?? ""]);
}

/** dateAdvice("1.3.2024") suggests 2024-03-01: day first, as most editors who slip write it. */
function dateAdvice(there: string, message: string): string {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(there);
  if (!match) return message;
  const [, day = "", month = "", year = ""] = match;
  return `${message} Did you mean \`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}\`?`;
}

/** The fields that belong at a place, read from the schema itself. */
function knownFields(kind: string, path: readonly (string | number)[], data: unknown): string[] {
  let schema: unknown = kind === "site" ? siteSchema : KINDS[kind as keyof typeof KINDS].schema; // every other kind is a key of KINDS
  schema = unwrap(schema, data);
  for (const step of path) {
    const inner = schema as { shape?: Record<string, unknown>; element?: unknown };
    schema = unwrap(typeof step === "number" ? inner.element : inner.shape?.[step], null);
    if (!schema) return [];
  }
  return Object.keys((schema as { shape?: Record<string, unknown> }).shape ?? {});
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

function kindWord(kind: string): string {
  return KINDS[kind as keyof typeof KINDS].one; // called for kinds only
}

function anArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
