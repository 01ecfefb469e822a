/** What the dossier has already, as far as a new entry has to know: ids, former ids, names, numbers of claims. */
import { parseEntryFile } from "../load/entry-file.ts";
import type { Content } from "../load/read-content.ts";
import type { Kind } from "../model/kinds.ts";

export interface Existing {
  idsOf(kind: Kind): string[];
  formerIdsOf(kind: Kind): { id: string; formerId: string }[];
  /** Entries of a kind to choose from, with the words that say which each one is. */
  optionsOf(kind: Kind): { id: string; words: string }[];
  /** Who has the number of a claim. */
  ownerOfNumber(number: unknown): string | null;
  nextNumber(): number;
}

/** Front matter is parsed only for the kinds that are asked about. */
export function existingOf({ files }: Content): Existing {
  const byKind = new Map<Kind, { id: string; data: Record<string, unknown> }[]>();
  const entriesOf = (kind: Kind) => {
    const known = byKind.get(kind);
    if (known) return known;
    const entries = files.flatMap(({ kind: other, id, text }) => (other === kind ? [{ id, data: parseEntryFile(text).data ?? {} }] : []));
    byKind.set(kind, entries);
    return entries;
  };
  const numbers = () => entriesOf("claim").flatMap(({ id, data: { number } }) => (typeof number === "number" ? [{ id, number }] : []));
  return {
    idsOf: (kind) => files.flatMap((file) => (file.kind === kind ? [file.id] : [])),
    formerIdsOf: (kind) =>
      entriesOf(kind).flatMap(({ id, data: { formerIds } }) =>
        Array.isArray(formerIds) ? formerIds.map((formerId) => ({ id, formerId: String(formerId) })) : [],
      ),
    optionsOf: (kind) =>
      entriesOf(kind).map(({ id, data }) => ({
        id,
        words: String(data["name"] ?? data["title"] ?? data["text"] ?? data["publisher"] ?? ""),
      })),
    ownerOfNumber: (number) => numbers().find((claim) => claim.number === number)?.id ?? null,
    nextNumber: () => Math.max(0, ...numbers().map(({ number }) => number)) + 1,
  };
}
