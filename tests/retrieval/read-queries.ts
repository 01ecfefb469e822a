/** The queries of the retrieval benchmark, as written in queries.yaml beside this file. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { ID_PATTERN } from "../../src/model/fields.ts";
import { KIND_NAMES, KINDS } from "../../src/model/kinds.ts";

export const QUERY_KINDS = [
  "name",
  "alias",
  "misspelling",
  "quotation",
  "number",
  "date",
  "question",
  "place",
  "phrase",
  "prefix",
  "other-language",
  "topic",
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** Share of the queries set aside, and how far from it the file may be. */
export const HELD_SHARE = 1 / 3;
export const HELD_TOLERANCE = 0.02;

const FOLDERS = KIND_NAMES.map((kind) => KINDS[kind].folder);

const entrySchema = z.string().refine(isEntry, "Write KIND/ID, folder and file name of an entry, e.g. actors/gustavo-petro.");

const querySchema = z.strictObject({
  /** What a reader types. */
  q: z
    .string()
    .min(1)
    .refine((q) => q === q.trim(), "Leave out the spaces around it."),
  kind: z.enum(QUERY_KINDS),
  /** Entries of which any one is a hit: "claims/failed-demonstrably". */
  expect: z.array(entrySchema).min(1).refine(isEachOnce, "Name each entry once."),
  /** "tuned" may be looked at while the search is made better, "held" only to measure it. */
  set: z.enum(["tuned", "held"]),
});
export type RetrievalQuery = z.infer<typeof querySchema>;

const queriesSchema = z
  .array(querySchema)
  .refine((queries) => isEachOnce(queries.map(({ q }) => q.toLowerCase())), "Write each query once.")
  .refine((queries) => Math.abs(heldShare(queries) - HELD_SHARE) <= HELD_TOLERANCE, "Set a third of the queries aside.");

/** @param text YAML, a list of queries. Throws when it is not one that can be measured with. */
export function parseQueries(text: string): RetrievalQuery[] {
  return queriesSchema.parse(parse(text));
}

export function readQueries(): RetrievalQuery[] {
  return parseQueries(readFileSync(new URL("queries.yaml", import.meta.url), "utf8"));
}

/** From 0 to 1. */
export function heldShare(queries: readonly Pick<RetrievalQuery, "set">[]): number {
  return queries.filter(({ set }) => set === "held").length / queries.length;
}

function isEntry(path: string): boolean {
  const [folder = "", id = "", ...rest] = path.split("/");
  return FOLDERS.includes(folder) && ID_PATTERN.test(id) && rest.length === 0;
}

function isEachOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
