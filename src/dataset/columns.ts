/** Columns and cells that many tables have. What the schemas of the entries describe is taken from there. */
import { z } from "zod";
import type { DossierNode, Range, SourceNode } from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { daysMeant, type Day, type DossierDate } from "../model/dates.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import { uncapitalize } from "../site/words.ts";
import type { Urls } from "../site/urls.ts";
import type { Cell, Column, ColumnType, Table } from "./table.ts";

export const text = (means: string): Column => ({ type: "string", means });
export const integer = (means: string): Column => ({ type: "integer", means });
export const number = (means: string): Column => ({ type: "number", means });
export const day = (means: string): Column => ({ type: "date", means });
export const flag = (means: string): Column => ({ type: "boolean", means, isRequired: true });
export const oneOf = (values: readonly string[], means: string): Column => ({ type: "string", means, values });
export const required = (column: Column): Column => ({ ...column, isRequired: true });

/** The id of an entry in another table. */
export const idIn = (of: string, means: string): Column => ({ type: "string", means, of });

/** A column for a field of an entry: its type and values, and what it means where the schema says so. */
export function field(kind: Kind, name: string, means?: string): Column {
  const property = propertiesOf(kind).get(name);
  if (!property) throw new Error(`field() was asked for ${kind}.${name}, which no schema has`);
  const described = means ?? (typeof property.description === "string" ? uncapitalize(property.description.replace(/\.$/, "")) : undefined);
  if (described === undefined) throw new Error(`field() has no words for ${kind}.${name}: describe it in the schema, or here`);
  const values = Array.isArray(property.enum) ? property.enum.map(String) : undefined;
  return { type: typeOf(property.type), means: described, ...(values && { values }) };
}

const TYPES: Record<string, ColumnType> = { integer: "integer", number: "number", boolean: "boolean", string: "string" };

function typeOf(type: unknown): ColumnType {
  return (typeof type === "string" && TYPES[type]) || "string";
}

interface Property {
  type?: unknown;
  description?: unknown;
  enum?: unknown;
}

const memo = new Map<Kind, Map<string, Property>>(); // eslint-disable-line no-restricted-syntax -- made of schemas

/** The fields of a kind, of all its variants together. */
function propertiesOf(kind: Kind): Map<string, Property> {
  const known = memo.get(kind);
  if (known) return known;
  const schema = z.toJSONSchema(KINDS[kind].schema, { io: "input", unrepresentable: "any" });
  const variants = schema.oneOf ?? schema.anyOf ?? [schema];
  const properties = new Map(
    variants.flatMap((variant) => Object.entries((variant as { properties?: Record<string, Property> }).properties ?? {})),
  );
  memo.set(kind, properties);
  return properties;
}

/** Of every entry: its id, its page, and the day from which it was known. */
export const ENTRY_COLUMNS = {
  id: required(text("the entry’s id, the last part of its address")),
  page: { ...required(text("address of its page")), isAddress: true },
  known: day("day from which it was publicly known, by the sources on file; empty where they do not say"),
};

export function entryCells(node: DossierNode, urls: Urls): Record<keyof typeof ENTRY_COLUMNS, Cell> {
  return { id: node.id, page: urls.absolute(urls.hrefFor(node)), known: node.known };
}

type DateColumns<Name extends string> = Record<Name | `${Name}_earliest` | `${Name}_latest` | `${Name}_precision`, Column>;

/** A date in EDTF, the days that it may mean, and how exact it is. */
export function dateColumns<Name extends string>(name: Name, means: string, isRequired = false): DateColumns<Name> {
  return {
    [name]: { ...text(`${means}, in EDTF`), ...(isRequired && { isRequired }) },
    [`${name}_earliest`]: day("first day that it may mean, for about a day the one before it; empty where that is open"),
    [`${name}_latest`]: day("last day that it may mean, for about a day the one after it; empty where that is open"),
    [`${name}_precision`]: oneOf(PRECISIONS, "day only where it names one single day, without “about” or “perhaps”"),
  } as DateColumns<Name>; // the keys are made of the name
}

const PRECISIONS = ["day", "approximate", "month", "year", "interval"];

export function dateCells<Name extends string>(name: Name, date: DossierDate | null): Record<keyof DateColumns<Name>, Cell> {
  const days = date && daysMeant(date);
  return {
    [name]: date?.edtf ?? null,
    [`${name}_earliest`]: days?.earliest ?? null,
    [`${name}_latest`]: days?.latest ?? null,
    [`${name}_precision`]: date && precisionOf(date),
  } as Record<keyof DateColumns<Name>, Cell>; // the keys are made of the name
}

function precisionOf({ precision, approximate, uncertain }: DossierDate): string {
  return precision === "day" && (approximate || uncertain) ? "approximate" : precision;
}

type RangeColumns<Name extends string> = Record<`${Name}_min` | `${Name}_max`, Column>;

/** Both ends of a number that may be a range. */
export function rangeColumns<Name extends string>(name: Name, means: string): RangeColumns<Name> {
  return {
    [`${name}_min`]: integer(`${means}: lowest number; empty where none is given`),
    [`${name}_max`]: integer(`${means}: highest number`),
  } as RangeColumns<Name>; // the keys are made of the name
}

export function rangeCells<Name extends string>(name: Name, range: Range | null): Record<keyof RangeColumns<Name>, Cell> {
  return { [`${name}_min`]: range?.min ?? null, [`${name}_max`]: range?.max ?? null } as Record<keyof RangeColumns<Name>, Cell>; // as above
}

export const KNOWN_BASIS = "how the day in `known` is established, where no date of a source gives it";

/** What a part of an entry rests on, and since when that was known: for parts with sources of their own. */
export const SOURCED_COLUMNS = {
  sources: required(text("ids of its sources, apart by spaces")),
  known: day("day from which it was publicly known"),
} satisfies Record<string, Column>;

export function sourcedCells({ sources, known }: Sourced): Record<keyof typeof SOURCED_COLUMNS, Cell> {
  return { sources: idsOf(sources.filter(stands)), known };
}

/** Whether a source of the part still stands; a part without one is in no table. */
export function isSourced({ sources }: Pick<Sourced, "sources">): boolean {
  return sources.some(stands);
}

interface Sourced {
  sources: readonly SourceNode[];
  known: Day | null;
}

/** idsOf([a, b]) → "a b" */
function idsOf(nodes: readonly DossierNode[]): string {
  return nodes.map(({ id }) => id).join(" ");
}

/** Pairs of an entry and one that it names, in the order of the file. */
export function pairs<One extends string, Two extends string, Node extends { id: string }>(
  [one, two]: readonly [One, Two],
  nodes: readonly Node[],
  othersOf: (node: Node) => readonly { id: string }[],
): Record<One | Two, Cell>[] {
  return nodes.flatMap(
    (node) => othersOf(node).map((other) => ({ [one]: node.id, [two]: other.id }) as Record<One | Two, Cell>), // the keys are given
  );
}

/** A table of the items that entries list: a row for each, named by the id of its entry and its place among them, from 1. */
export function listTable<Columns extends Record<string, Column>, Node extends { id: string }, Item>(
  [owner, ownerColumn]: readonly [name: string, column: Column],
  { name, holds, columns }: { name: string; holds: string; columns: Columns },
  nodes: readonly Node[],
  itemsOf: (node: Node) => readonly Item[],
  cellsOf: (item: Item) => Record<keyof Columns, Cell>,
): Table {
  const position = required(integer("its place in the list of the entry, from 1"));
  return {
    name,
    holds,
    key: [owner, "position"],
    columns: { [owner]: ownerColumn, position, ...columns },
    rows: nodes.flatMap((node) => itemsOf(node).map((item, i) => ({ [owner]: node.id, position: i + 1, ...cellsOf(item) }))),
  };
}
