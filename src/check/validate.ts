/** Files in, valid entries and problems out: the front matter against its schema. */
import type { z } from "zod";
import { parseEntryFile, parseYaml, type EntryFile } from "../load/entry-file.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KINDS } from "../model/kinds.ts";
import type { Code, FoundProblem } from "../model/problem.ts";
import { siteSchema, type Site } from "../model/site.ts";
import { termsSchema, type Terms } from "../model/terms.ts";
import type { Entry } from "../graph/nodes.ts";
import { explainIssue, toId } from "./explain-issue.ts";
import type { SchemaName } from "./schema-fields.ts";

export interface ValidContent {
  entries: Entry[];
  /** Entries that exist but do not pass their schema, as "kind/id". */
  invalid: Set<string>;
  site: Site | null;
  terms: Terms | null;
  /** Whether terms.yaml is right or absent; else nothing can be said of the words it should list. */
  areTermsWhole: boolean;
  problems: FoundProblem[];
  /** Parsed files by path, for positions. */
  parsed: Map<string, Pick<EntryFile, "locate">>;
}

export function validateContent(content: Content): ValidContent {
  const result: ValidContent = {
    entries: [],
    invalid: new Set(),
    site: null,
    terms: null,
    areTermsWhole: true,
    problems: [],
    parsed: new Map(),
  };
  for (const stray of content.stray) result.problems.push({ code: "unreadable-file", ...stray });
  for (const file of content.files) validateFile(file, result);
  result.site = validateSite(content.site, result);
  result.terms = content.terms === null ? null : validateYaml("terms.yaml", content.terms, termsSchema, "terms", result);
  result.areTermsWhole = !result.problems.some(({ file }) => file === "terms.yaml");
  return result;
}

function validateFile(file: ContentFile, result: ValidContent): void {
  const { kind, id } = file;
  const report = (code: Code, message: string, advice: string, place?: FoundProblem["place"]) =>
    result.problems.push({ code, file: file.file, place, message, advice });
  if (!ID_PATTERN.test(id)) {
    const fixed = toId(id);
    report(
      "bad-id",
      `The file name gives the id \`${id}\`, which is not kebab-case ASCII.`,
      `Rename the file${fixed ? ` to ${fixed}.md` : ""}: lower-case letters, digits and single hyphens.`,
    );
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
  for (const { url, line, column } of body.images) {
    report(
      "image-in-text",
      `The text shows an image: \`${url}\`.`,
      "Entries are text. Say what it shows, and link to the page or source that carries it.",
      { line, column },
    );
  }
  for (const html of body.html) {
    report(
      "raw-html",
      `The text holds raw HTML: \`${html.value.split("\n")[0]?.slice(0, 60) ?? ""}\`.`,
      "Write it in Markdown, or leave it out.",
      { line: html.line, column: html.column },
    );
  }
  const checked = parsed.data ? KINDS[kind].schema.safeParse(parsed.data) : null;
  if (!checked?.success || !ID_PATTERN.test(id)) {
    result.invalid.add(`${kind}/${id}`);
    for (const issue of checked?.error?.issues ?? []) result.problems.push(...explainIssue(issue, file.file, parsed.data, kind));
    return;
  }
  result.entries.push({ kind, id, file: file.file, data: checked.data, body } as Entry); // the kind chose the schema
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
  for (const fault of parsed.faults)
    result.problems.push({ code: "bad-front-matter", file, place: fault, message: fault.message, advice: fault.advice });
  if (!parsed.data) return null;
  const checked = schema.safeParse(parsed.data);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) result.problems.push(...explainIssue(issue, file, parsed.data, name));
  return null;
}
