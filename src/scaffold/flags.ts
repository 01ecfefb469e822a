/** Flags to values: `--publisher "Example News" --sources a,b --killed 2-4`. What a value may be is left to the schema and its check. */
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { didYouMean } from "../model/nearest.ts";
import { fieldsOf, type Field } from "./fields.ts";
import { aWord, scaffoldOf, type Word } from "./words.ts";

/** Values by the name of their field: { publisher: "Example News", sources: ["a", "b"], killed: { min: 2, max: 4 } } */
export type Values = Readonly<Record<string, unknown>>;

export interface Flags {
  values: Values;
  id: string | undefined;
  body: string;
  /** What cannot be read as a flag of a field, in sentences. */
  faults: string[];
}

const OWN = ["id", "body"];

export function readFlags(word: Word, args: readonly string[]): Flags {
  const fields = new Map(fieldsOf(word).map((field) => [field.name, field]));
  const names = [...fields.keys(), ...OWN];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true } as const]));
  const { tokens } = parseArgs({ args: args.map(toCamelCase), options, strict: false, allowPositionals: true, tokens: true });
  const faults: string[] = [];
  const written = new Map<string, string[]>();
  let last = ""; // the flag before, e.g. "--title"
  let isValueOfUnknown = false; // of what follows an unknown flag, nobody knows whether it is its value
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      if (!isValueOfUnknown) faults.push(explainStray(token.value, last));
      isValueOfUnknown = false;
      continue;
    }
    last = token.rawName;
    isValueOfUnknown = !names.includes(token.name);
    if (isValueOfUnknown) faults.push(explainUnknown(word, token.rawName, token.name, names));
    else if (!token.value || (!token.inlineValue && token.value.startsWith("--"))) {
      faults.push(`\`--${token.name}\` has no value. Write it behind the flag, or leave the flag out.`);
    } else {
      written.set(token.name, [...(written.get(token.name) ?? []), token.value.trim()]);
    }
  }
  for (const [name, texts] of written) {
    const isList = ["ids", "texts", "records"].includes(fields.get(name)?.type ?? "text");
    if (!isList && texts.length > 1) faults.push(`\`--${name}\` is there ${texts.length} times. Keep one of them.`);
  }
  const { record } = scaffoldOf(word);
  const part = record?.parts.find((name) => written.has(name));
  if (record && part !== undefined && written.has(record.field)) {
    faults.push(
      `\`--${part}\` makes an item of \`${record.field}\`, and \`--${record.field}\` is there too. Put all of it in one of the two.`,
    );
  }
  if (word === "event" && written.get("kind")?.[0] === "strike")
    faults.push("Start a strike with `npm run new -- strike`: it has fields of its own.");
  const values = Object.fromEntries(
    [...written].flatMap(([name, texts]) => {
      const field = fields.get(name);
      return field ? [[name, readValue(field, texts)]] : [];
    }),
  );
  return { values, id: written.get("id")?.[0], body: written.get("body")?.[0] ?? "", faults };
}

/**
 * What was written for a field, as the schema wants it: readValue(killed, ["2-4"]) → { min: 2, max: 4 }. What cannot be read so is
 * left as it is written, for the schema to refuse.
 */
export function readValue(field: Field, texts: readonly string[]): unknown {
  const text = texts[0] ?? "";
  switch (field.type) {
    case "number":
      return toNumber(text);
    case "range": {
      const ends = /^(\d+)\s*[-–]\s*(\d+)$/.exec(text);
      return ends ? { min: Number(ends[1]), max: Number(ends[2]) } : toNumber(text);
    }
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "ids":
      return texts.flatMap((list) => list.split(",").flatMap((id) => id.trim() || []));
    case "texts":
      return texts;
    case "record":
      return toRecord(text);
    case "records":
      return texts.flatMap(toRecord);
    case "date": // a year is a number in YAML, and needs no quotation marks there
      return /^[1-9]\d{3}$/.test(text) ? Number(text) : text;
    case "text":
    case "choice":
    case "id":
      return text;
  }
}

function toNumber(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** toRecord("{ date: 2026-07-02, venue: X }") → { date: "2026-07-02", venue: "X" } */
function toRecord(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return text; // no YAML, so no fields: the schema says what is expected
  }
}

/** toCamelCase("--asserted-by=x") → "--assertedBy=x": flags in the usual notation of the shell are understood too. */
function toCamelCase(arg: string): string {
  return arg.replace(/^--[^=]+/, (flag) => `--${flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`);
}

function explainUnknown(word: Word, flag: string, name: string, names: readonly string[]): string {
  const list = `\`npm run new -- ${word} --help\` lists the fields.`;
  if (word === "event" && fieldsOf("strike").some((field) => field.name === name)) {
    return `\`${flag}\` is a field of strikes only. Start a strike with \`npm run new -- strike\`.`;
  }
  const near = didYouMean(
    flag,
    names.map((known) => `--${known}`),
  );
  return `\`${flag}\` is not a field of ${aWord(word)}. ${near} ${list}`.replace("  ", " ");
}

function explainStray(text: string, before: string): string {
  const remedy = before
    ? `Put a text of several words between quotation marks: ${before} "… ${text} …".`
    : "Write `--field value` for each field.";
  return `\`${text}\` belongs to no flag. ${remedy}`;
}
