/** The fields of an entry before and after a change, as short as a table wants them. */
import { isDeepStrictEqual } from "node:util";
import { wordCount } from "../model/fields.ts";
import { plural } from "../site/words.ts";

export interface FieldChange {
  /** Its path: "status", "casualties[wire].killed". */
  field: string;
  /** Null where it is not set. A long value stands as its number of words. */
  before: string | null;
  after: string | null;
}

const MAX_LENGTH = 80;

/** What tells the items of a list apart, the likeliest first: a casualty record its source, a role its title. */
const ITEM_NAMES = ["source", "to", "actor", "title", "name", "what", "about", "nationality", "code", "label", "x", "date"];

/**
 * compareFields({ status: "asserted", sources: ["a"] }, { status: "contested", sources: ["a"] }) →
 * [{ field: "status", before: "asserted", after: "contested" }].
 */
export function compareFields(before: object, after: object): FieldChange[] {
  return compareRecords("", before as Fields, after as Fields); // what the schemas give are plain objects
}

type Fields = Record<string, unknown>;

function compareRecords(path: string, before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => compareValues(path ? `${path}.${name}` : name, before[name], after[name]));
}

function compareValues(field: string, before: unknown, after: unknown): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isRecord(before) && isRecord(after)) return compareRecords(field, before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    const changes = [...before, ...after].every(isRecord)
      ? compareItems(field, before as Fields[], after as Fields[]) // every item was looked at
      : compareLists(field, before.map(String), after.map(String));
    return changes.length > 0 ? changes : [{ field, before: plural(before.length, "item"), after: "the same in another order" }];
  }
  return [{ field, ...compareTexts(toText(before), toText(after)) }];
}

/** Lists of words or ids: whole where they are short, else what was added and removed. */
function compareLists(field: string, before: readonly string[], after: readonly string[]): FieldChange[] {
  const [was, is] = [before.join(", "), after.join(", ")];
  if (Math.max(was.length, is.length) <= MAX_LENGTH) return [{ field, before: was || "none", after: is || "none" }];
  const added = after.filter((item) => !before.includes(item));
  const removed = before.filter((item) => !after.includes(item));
  if (added.length + removed.length === 0) return [];
  const changes = [added.length > 0 && `added: ${listItems(added)}`, removed.length > 0 && `removed: ${listItems(removed)}`];
  return [
    { field, before: plural(before.length, "item"), after: `${plural(after.length, "item")}; ${changes.filter(Boolean).join("; ")}` },
  ];
}

function listItems(items: readonly string[]): string {
  const shown = items.slice(0, 5).map((item) => shorten(item));
  return items.length > shown.length ? `${shown.join(", ")} and ${items.length - shown.length} more` : shown.join(", ");
}

function compareItems(field: string, before: readonly Fields[], after: readonly Fields[]): FieldChange[] {
  const name = ITEM_NAMES.find((candidate) => tellsApart(candidate, before) && tellsApart(candidate, after));
  const keyed = (items: readonly Fields[]) =>
    new Map(items.map((item, i) => [name === undefined ? String(i + 1) : shorten(String(item[name])), item]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => compareValues(`${field}[${key}]`, was.get(key), is.get(key)));
}

function tellsApart(name: string, items: readonly Fields[]): boolean {
  const values = items.map((item) => item[name]);
  return values.every(isPlain) && new Set(values.map((value) => shorten(String(value)))).size === values.length;
}

/** Short texts stand whole; where both are longer, their lengths say how far they moved. */
function compareTexts(before: string | null, after: string | null): Omit<FieldChange, "field"> {
  if (before === null || after === null || Math.max(before.length, after.length) <= MAX_LENGTH) {
    return { before: before && shorten(before), after: after && shorten(after) };
  }
  return { before: measure(before), after: `${measure(after)}, reworded` };
}

function toText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return isPlain(value) ? String(value) : toFlow(value);
}

/** toFlow({ source: "wire", killed: { min: 2, max: 3 } }) → "{source: wire, killed: {min: 2, max: 3}}" */
function toFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toFlow).join(", ")}]`;
  if (!isRecord(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}: ${toFlow(inner)}`)
    .join(", ")}}`;
}

function shorten(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 2).replace(/\s+\S*$/, "")} …`;
}

function measure(text: string): string {
  return plural(wordCount(text), "word");
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
