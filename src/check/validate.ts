/** Files in, valid entries and problems out: the front matter against its schema. */
import type { z } from "zod";
import { parseEntryFile, parseYaml, type EntryFile } from "../load/entry-file.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import { parseBody, type Body } from "../markdown/parse-body.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import type { Code, FoundProblem } from "../model/problem.ts";
import { siteSchema, type Site } from "../model/site.ts";
import { termsSchema, type Terms } from "../model/terms.ts";
import type { Entry } from "../graph/nodes.ts";
import { explainIssue, toId } from "./explain-issue.ts";
import { entityFaults, fieldFaults, linkFaults, markupFault, textFaults, titleFaults } from "./safety-rules.ts";
import type { SchemaName } from "./schema-fields.ts";

/** An entry that exists but does not pass its schema: what can be read of it. */
export interface InvalidEntry {
  kind: Kind;
  id: string;
  file: string;
  data: Record<string, unknown> | null;
  body: Body | null;
}

export interface ValidContent {
  entries: Entry[];
  invalidEntries: InvalidEntry[];
  /** The same as "kind/id", together with the id that a badly named file should have. */
  invalid: Set<string>;
  site: Site | null;
  terms: Terms | null;
  /** Whether terms.yaml is right or absent; else nothing can be said of the words it should list. */
  areTermsWhole: boolean;
  problems: FoundProblem[];
  /** Parsed files by path, for positions. */
  parsed: Map<string, Pick<EntryFile, "locate">>;
}

/** What one file gives by itself. It stays the same as long as its text does. */
interface FileResult {
  source: ContentFile;
  entry: Entry | null;
  invalid: InvalidEntry | null;
  problems: FoundProblem[];
  parsed: Pick<EntryFile, "locate"> | null;
}

/** Results of files by path, kept from one check to the next, so that only what changed is read again. */
export type CheckMemory = Map<string, FileResult>;

export function validateContent(content: Content, memory: CheckMemory = new Map()): ValidContent {
  const result: ValidContent = {
    entries: [],
    invalidEntries: [],
    invalid: new Set(),
    site: null,
    terms: null,
    areTermsWhole: true,
    problems: [],
    parsed: new Map(),
  };
  for (const stray of content.stray) result.problems.push({ code: "unreadable-file", ...stray });
  const results = content.files.map((file) => {
    const known = memory.get(file.file);
    return known?.source.text === file.text && known.source.fault === file.fault ? known : validateFile(file);
  });
  memory.clear();
  for (const file of results) {
    memory.set(file.source.file, file);
    result.problems.push(...file.problems);
    if (file.parsed) result.parsed.set(file.source.file, file.parsed);
    if (file.entry) result.entries.push(file.entry);
    if (!file.invalid) continue;
    const { kind, id } = file.invalid;
    result.invalidEntries.push(file.invalid);
    result.invalid.add(`${kind}/${id}`).add(`${kind}/${toId(id)}`); // those who name it by the id it should have are right
  }
  result.site = validateSite(content.site, result);
  result.terms = content.terms === null ? null : validateYaml("terms.yaml", content.terms, termsSchema, "terms", result);
  result.areTermsWhole = !result.problems.some(({ file }) => file === "terms.yaml");
  return result;
}

function validateFile(source: ContentFile): FileResult {
  const { kind, id, file } = source;
  const problems: FoundProblem[] = [];
  const report = (code: Code, message: string, advice: string, place?: FoundProblem["place"]) =>
    problems.push({ code, file, place, message, advice });
  if (!ID_PATTERN.test(id)) {
    const fixed = toId(id);
    report(
      "bad-id",
      `The file name gives the id \`${id}\`, which is not kebab-case ASCII.`,
      `Rename the file${fixed ? ` to ${fixed}.md` : ""}: lower-case letters, digits and single hyphens.`,
    );
  }
  if (source.fault) {
    report("unreadable-file", source.fault.message, source.fault.advice);
    return { source, entry: null, invalid: { kind, id, file, data: null, body: null }, problems, parsed: null };
  }
  const parsed = parseEntryFile(source.text);
  for (const fault of parsed.faults) report("bad-front-matter", fault.message, fault.advice, { line: fault.line, column: fault.column });
  const excess = markupFault(parsed.bodyText);
  const body = parseBody(excess ? "" : parsed.bodyText);
  const inText = textFaults(source.text);
  const unseen = inText.some(({ code }) => code === "hidden-character") ? [] : entityFaults(body, parsed.bodyText);
  const safety = [
    ...inText,
    ...unseen,
    ...fieldFaults(parsed, source.text),
    ...(excess ? [excess] : []),
    ...linkFaults(body),
    ...titleFaults(body),
  ];
  for (const fault of safety) problems.push({ file, ...fault });
  for (const { url, line, column } of body.images) {
    report(
      "image-in-text",
      `The text shows an image: \`${url}\`.`,
      "Entries are text. Say what it shows, and link to the page or source that carries it.",
      { line, column },
    );
  }
  for (const { text, line, column } of body.headings.filter(({ depth }) => depth === 1)) {
    report("page-heading", `The heading “${text}” is of the first level.`, `Write \`## ${text}\`: the page has its own first heading.`, {
      line,
      column,
    });
  }
  for (const html of body.html) {
    const handler = /[\s/"'](on[a-z]+)\s*=/i.exec(html.value)?.[1];
    report(
      "raw-html",
      `The text holds raw HTML${handler ? ` with the event handler \`${handler}\`` : ""}: \`${html.value.split("\n")[0]?.slice(0, 60) ?? ""}\`.`,
      "Write it in Markdown, or leave it out.",
      { line: html.line, column: html.column },
    );
  }
  const { data, locate } = parsed;
  const checked = data ? KINDS[kind].schema.safeParse(data) : null;
  for (const issue of checked?.error?.issues ?? []) problems.push(...explainIssue(issue, file, data, kind));
  if (!checked?.success || !ID_PATTERN.test(id) || safety.length > 0) {
    return { source, entry: null, invalid: { kind, id, file, data, body }, problems, parsed: { locate } };
  }
  const entry = { kind, id, file, data: checked.data, body } as Entry; // the kind chose the schema
  return { source, entry, invalid: null, problems, parsed: { locate } };
}

function validateSite(text: string | null, result: ValidContent): Site | null {
  if (text !== null) return validateYaml("site.yaml", text, siteSchema, "site", result);
  if (result.problems.some(({ file }) => file === "site.yaml")) return null; // it is there, but cannot be read
  result.problems.push({
    code: "unreadable-file",
    file: "site.yaml",
    message: "There is no site.yaml.",
    advice: "Add it with at least description, dossier, baseDate and recordEnds.",
  });
  return null;
}

/** A file of the folder that is YAML as a whole; null, and its problems, when it is wrong. */
function validateYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  name: SchemaName,
  result: ValidContent,
): z.infer<S> | null {
  const parsed = parseYaml(text);
  result.parsed.set(file, parsed);
  for (const fault of [...textFaults(text), ...fieldFaults(parsed, text)]) result.problems.push({ file, ...fault });
  for (const fault of parsed.faults)
    result.problems.push({ code: "bad-front-matter", file, place: fault, message: fault.message, advice: fault.advice });
  if (!parsed.data) return null;
  const checked = schema.safeParse(parsed.data);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) result.problems.push(...explainIssue(issue, file, parsed.data, name));
  return null;
}
