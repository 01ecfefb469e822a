/** A new entry before it is written: what is wrong with it, its id, its text. */
import { checkContent } from "../check/check-content.ts";
import { validateContent } from "../check/validate.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import type { FoundProblem, Problem } from "../model/problem.ts";
import { chooseId } from "./derive-id.ts";
import { entryText } from "./entry-text.ts";
import { existingOf, type Existing } from "./existing.ts";
import type { Field } from "./fields.ts";
import type { Flags, Values } from "./flags.ts";
import { fileOf, scaffoldOf, type Word } from "./words.ts";

/** What the check says of the values that are there; what is missing is no fault yet. */
function faultsOf(word: Word, values: Values, body = ""): FoundProblem[] {
  const { record } = scaffoldOf(word);
  const judged = word === "event" ? { kind: "statement", ...values } : values; // without its kind nothing of an event is judged
  const draft = fileWith(word, "some-id", entryText(word, judged, body));
  return validateContent({ files: [draft], site: null, terms: null, idLock: null, stray: [] }).problems.filter(({ file, code, place }) => {
    if (file !== draft.file) return false;
    const path = place && "path" in place ? place.path : [];
    const isSourceToCome = path.length === 3 && path[0] === record?.field && path[2] === "source" && values["sources"] === undefined;
    return code !== "missing-field" || (path.length > 0 && !isSourceToCome);
  });
}

/** All that is wrong with flags, in sentences: what is no flag, what the check refuses, an id or a number that is taken. */
export function faultsOfFlags(word: Word, flags: Flags, content: Content, folder: string): string[] {
  const { values, id, body } = flags;
  const found = faultsOf(word, values, body).map(({ message, advice }) => `${message} ${advice}`);
  if (flags.faults.length + found.length > 0) return [...flags.faults, ...found];
  const existing = existingOf(content);
  const chosen = id === undefined ? { id } : chooseId(word, values, id, existing, folder);
  return [numberClaim(word, values, existing), chosen].flatMap((result) => ("fault" in result ? result.fault : []));
}

/** What is wrong with an answer to a question, in one text; null when nothing is. */
export function faultOfAnswer(word: Word, { name, partOf }: Field, value: unknown): string | null {
  const found = faultsOf(word, { [name]: value }).find(({ place }) => {
    const path = place && "path" in place ? place.path : [];
    return path[0] === (partOf ?? name) && (partOf === undefined || path[2] === name);
  });
  return found ? `${found.message} ${found.advice}` : null;
}

export interface Draft {
  file: ContentFile;
  /** What the check says of it; it may be written when none is an error. */
  problems: Problem[];
  /** Errors of other files, which may have been there before. */
  errorsElsewhere: number;
}

/** The file that values make, with its id and, for a claim, its number; or the sentence that says why there can be none. */
export function draftEntry(
  word: Word,
  { values, id, body }: Pick<Flags, "values" | "id" | "body">,
  content: Content,
  folder: string,
): Draft | { fault: string } {
  const existing = existingOf(content);
  const numbered = numberClaim(word, values, existing);
  if ("fault" in numbered) return numbered;
  const chosen = chooseId(word, numbered.values, id, existing, folder);
  if ("fault" in chosen) return chosen;
  const file = fileWith(word, chosen.id, entryText(word, numbered.values, body));
  const { problems, errors } = checkContent({ ...content, files: [...content.files, file] });
  // A name that two entries share may be reported of the other one, and is the new one's all the same.
  const namesDraft = (message: string) => message.includes(`\`${file.id}\``) || message.includes(file.file);
  const own = problems.filter(
    (problem) => problem.file === file.file || (problem.code.startsWith("duplicate-") && namesDraft(problem.message)),
  );
  const errorsElsewhere = errors - own.filter(({ severity }) => severity === "error").length;
  // The text of an article is written in its file, and the check asks for it there.
  const isTextToCome = word === "article" && body.trim() === "";
  return { file, problems: own.filter(({ code }) => !(isTextToCome && code === "unlinked-paragraph")), errorsElsewhere };
}

/** Claims get the next number; a number that is given and taken is refused in the words of the check. */
function numberClaim(word: Word, values: Values, existing: Existing): { values: Values } | { fault: string } {
  if (word !== "claim") return { values };
  const { number = existing.nextNumber() } = values;
  const owner = existing.ownerOfNumber(number);
  if (owner === null) return { values: { ...values, number } };
  return { fault: `Number ${String(number)} belongs to the claim \`${owner}\`. The next free number is ${existing.nextNumber()}.` };
}

function fileWith(word: Word, id: string, text: string): ContentFile {
  return { kind: scaffoldOf(word).kind, id, file: fileOf(word, id), text, fault: null };
}

/** The field that a line of a drafted text belongs to; undefined for a line of the body. */
export function fieldAt(text: string, line: number): string | undefined {
  const lines = text.split("\n");
  if (line > lines.indexOf("---", 1)) return undefined;
  return lines.slice(0, line).reduce<string | undefined>((field, above) => /^(\w+):/.exec(above)?.[1] ?? field, undefined);
}
