/** What `npm run new` prints about itself: its words, the fields of each, what is missing. */
import { KINDS } from "../model/kinds.ts";
import { fieldsOf, type Field } from "./fields.ts";
import type { Values } from "./flags.ts";
import { missingFields } from "./questions.ts";
import { WORDS, aWord, scaffoldOf, type Word } from "./words.ts";

export function usageText(): string {
  return `npm run new -- KIND [--field value …]

KIND is one of: ${WORDS.join(", ")}.
Starts the file of a new entry and never overwrites one. In a terminal it asks for what the flags leave out.
\`npm run new -- KIND --help\` lists the fields.`;
}

export function helpText(word: Word): string {
  const { kind } = scaffoldOf(word);
  const fields = fieldsOf(word);
  const isNeeded = ({ isRequired, partOf }: Field) => (partOf === undefined ? isRequired : scaffoldOf(word).record?.field === partOf);
  return `npm run new -- ${word} [--field value …]

Starts ${aWord(word)}: a file in content/${KINDS[kind].folder}/.

Required:
${listFields(fields.filter(isNeeded), fields)}

Optional:
${listFields(
  fields.filter((field) => !isNeeded(field)),
  fields,
)}

Besides:
  --id ID                  The id, for ever. Without it, one is made from the fields.
  --body TEXT              The text below the fields, in Markdown.

Separate ids by commas, or repeat the flag. An example, made up:

${exampleOf(word)}`;
}

export function missingText(word: Word, values: Values): string {
  const fields = fieldsOf(word);
  const withParts = (missing: readonly Field[]) =>
    missing.flatMap((field) => [...fields.filter(({ partOf }) => partOf === field.name), field]);
  return `${capital(aWord(word))} has to have these too:

${listFields(withParts(missingFields(word, values)), fields)}

An example, made up:

${exampleOf(word)}

\`npm run new -- ${word} --help\` lists all fields; in a terminal, the command asks for them.`;
}

function listFields(fields: readonly Field[], all: readonly Field[]): string {
  return fields
    .map((field) => {
      const parts = all.filter(({ partOf }) => partOf === field.name).map(({ name }) => `--${name}`);
      const says = [field.description ?? "", ...hints(field, parts)].filter(Boolean).join(" ");
      return `${`  --${field.name} ${PLACEHOLDERS[field.type]}`.padEnd(26)} ${says}`.trimEnd();
    })
    .join("\n");
}

const PLACEHOLDERS = {
  text: "TEXT",
  date: "DATE",
  number: "NUMBER",
  range: "NUMBER",
  boolean: "true",
  choice: "WORD",
  id: "ID",
  ids: "ID,ID",
  texts: "TEXT",
  record: '"{…}"',
  records: '"{…}"',
} satisfies Record<Field["type"], string>;

function hints({ type, choices, inside, partOf }: Field, parts: readonly string[]): string[] {
  const isList = type === "texts" || type === "records";
  return [
    type === "range" ? "A number, or a range: 2-4." : "",
    choices.length > 0 ? `One of: ${choices.join(", ")}.` : "",
    partOf === undefined ? "" : `Makes the first item of \`${partOf}\`, by the first of the sources.`,
    parts.length > 0 ? `Instead of ${parts.join(", ")}: whole items.` : "",
    inside.length > 0 && type !== "range" ? `Fields: ${inside.join(", ")}.` : "",
    isList ? "May be repeated." : "",
  ];
}

/** The example of a word as a command: npm run new -- place --name "Eastern Pacific" --kind sea … */
function exampleOf(word: Word): string {
  const flags = Object.entries(scaffoldOf(word).example).map(
    ([name, value]) => `--${name} ${/^[\w.,:/-]+$/.test(value) ? value : `"${value}"`}`,
  );
  return `  npm run new -- ${word} ${flags.join(" ")}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
