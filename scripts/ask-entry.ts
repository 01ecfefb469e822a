/** The questions of `npm run new` in a terminal. Breaking off at any of them ends the command; nothing has been written then. */
import { autocomplete, autocompleteMultiselect, cancel, intro, isCancel, log, select, text } from "@clack/prompts";
import { toDay } from "../src/model/dates.ts";
import { STATUS_MEANING } from "../src/model/claim.ts";
import { KINDS, type Kind } from "../src/model/kinds.ts";
import type { Problem } from "../src/model/problem.ts";
import { chooseId, deriveId, findFreeId, ownerOfDerived } from "../src/scaffold/derive-id.ts";
import { faultOfAnswer } from "../src/scaffold/draft.ts";
import type { Existing } from "../src/scaffold/existing.ts";
import type { Field } from "../src/scaffold/fields.ts";
import { readValue, type Values } from "../src/scaffold/flags.ts";
import { aWord, WORDS, type Word } from "../src/scaffold/words.ts";

export async function askWord(): Promise<Word> {
  return orExit(await select<Word>({ message: "What do you start?", options: WORDS.map((value) => ({ value })) }));
}

/** Asks one question after another and gives all values, those that were given before included. */
export async function askValues(word: Word, questions: readonly Field[], before: Values, existing: Existing): Promise<Values> {
  intro(`You start ${aWord(word)}. What is not marked as required may be left empty.`);
  return askEach(word, questions, before, existing);
}

/** Says what the check found and asks for the fields concerned once more. */
export async function askAgain(
  word: Word,
  questions: readonly Field[],
  before: Values,
  existing: Existing,
  errors: readonly Problem[],
): Promise<Values> {
  for (const { message, advice } of errors) log.error(`${message} ${advice}`);
  return askEach(word, questions, before, existing);
}

async function askEach(word: Word, questions: readonly Field[], before: Values, existing: Existing): Promise<Values> {
  const values: Record<string, unknown> = { ...before };
  for (const field of questions) {
    const value = await askValue(word, field, values[field.name], existing);
    if (value === undefined) delete values[field.name];
    else values[field.name] = value;
  }
  return values;
}

export async function askId(word: Word, values: Values, existing: Existing, folder: string): Promise<string> {
  const derived = deriveId(word, values);
  const owner = derived ? ownerOfDerived(word, derived, existing) : null;
  if (owner !== null) log.warn(`There is ${folder}/${owner} already. Go on only if this is another one.`);
  const answer = await text({
    message: "id (required): The name of the file and the end of the address, for ever.",
    initialValue: owner === null ? derived : findFreeId(word, derived, existing),
    validate: (id) => {
      const chosen = chooseId(word, values, id ?? "", existing, folder);
      return "fault" in chosen ? chosen.fault : undefined;
    },
  });
  return orExit(answer);
}

/** The value of one field, to begin with what it was before; undefined when it is left empty. */
async function askValue(word: Word, field: Field, before: unknown, existing: Existing): Promise<unknown> {
  if (field.type === "choice") return askChoice(field, before);
  if (field.refersTo) return askReference(field, field.refersTo, before, existing);
  return askText(word, field, before);
}

async function askChoice(field: Field, before: unknown): Promise<unknown> {
  const meanings: Readonly<Record<string, string>> = field.name === "status" ? STATUS_MEANING : {};
  const choices = field.choices.map((value) => ({ value, label: value, hint: meanings[value] ?? "" }));
  const options = field.isRequired ? choices : [...choices, NONE];
  return orExit(await select({ message: messageOf(field), options, initialValue: before ?? options[0]?.value })) || undefined;
}

async function askReference(field: Field, kind: Kind, before: unknown, existing: Existing): Promise<unknown> {
  const options = existing.optionsOf(kind).map(({ id, words }) => ({ value: id, label: id, hint: words }));
  if (options.length === 0 && !field.isRequired) return undefined;
  if (options.length === 0) {
    cancel(
      `\`${field.name}\` needs ${KINDS[kind].many}, and there are none yet. Start with \`npm run new -- ${kind}\`. Nothing is written.`,
    );
    process.exit(1);
  }
  const question = { message: messageOf(field), maxItems: 8 };
  if (field.type === "id") {
    return orExit(await autocomplete({ ...question, options: field.isRequired ? options : [NONE, ...options] })) || undefined;
  }
  const initialValues = Array.isArray(before) ? before.map(String) : [];
  const ids = orExit(await autocompleteMultiselect({ ...question, options, required: field.isRequired, initialValues }));
  return ids.length > 0 ? ids : undefined;
}

async function askText(word: Word, field: Field, before: unknown): Promise<unknown> {
  const proposed = field.name === "accessed" ? toDay(Date.now()) : "";
  const answer = await text({
    message: field.type === "range" ? `${messageOf(field)} A number, or a range: 2-4.` : messageOf(field),
    initialValue: typeof before === "string" || typeof before === "number" ? String(before) : proposed,
    validate: (written = "") => {
      if (written.trim()) return faultOfAnswer(word, field, readValue(field, [written.trim()])) ?? undefined;
      return field.isRequired ? `\`${field.name}\` is required.` : undefined;
    },
  });
  const written = (orExit(answer) as string | undefined)?.trim(); // whatever its type says, an empty answer may be undefined
  return written ? readValue(field, [written]) : undefined;
}

const NONE = { value: "", label: "(leave empty)", hint: "" };

/** One line: of a text question's message, only the first line stands behind the guide. */
function messageOf({ name, isRequired, description }: Field): string {
  return [`${name}${isRequired ? " (required)" : ""}`, description].filter(Boolean).join(": ");
}

function orExit<T>(answer: T): Exclude<T, symbol> {
  if (!isCancel(answer)) return answer as Exclude<T, symbol>; // the only symbol that a question gives is that of breaking off
  cancel("Broken off. Nothing is written.");
  process.exit(130);
}
