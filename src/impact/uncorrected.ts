/** What readers may have cited and is other now, without a correction that tells them. */
import type { Dossier } from "../graph/nodes.ts";
import type { Kind } from "../model/kinds.ts";
import type { FieldChange } from "./compare-fields.ts";
import type { EntryChange } from "./entry-changes.ts";

export interface Uncorrected {
  file: string;
  fields: FieldChange[];
}

/** Fields that a reader repeats as what is on file; words around them may be mended without notice. */
const CITED: Partial<Record<Kind, RegExp>> = {
  claim: /^(text|assertedBy|quotation|date|figures)\b/,
  event: /^(date|vessels|region|casualties)\b/,
  total: /^(killed|strikes|vessels|survived|missing|asOf)\b/,
  series: /^points\b/,
};

/** What came on top is dated by its source and needs no correction: only values that stood on file before and are other or gone. */
export function findUncorrected(entries: readonly EntryChange[], { corrections }: Pick<Dossier, "corrections">): Uncorrected[] {
  const added = new Set(
    entries.flatMap(({ pair, way }) => (pair.kind === "correction" && way === "added" ? (pair.after?.file.file ?? []) : [])),
  );
  const corrected = new Set(corrections.filter(({ file }) => added.has(file)).map(({ entry }) => entry.file));
  return entries.flatMap(({ pair, way, fields }) => {
    const file = pair.after?.file.file;
    if (way !== "changed" || file === undefined || corrected.has(file)) return [];
    const cited = fields.filter(({ field, before }) => before !== null && before !== "none" && CITED[pair.kind]?.test(field));
    return cited.length > 0 ? [{ file, fields: cited }] : [];
  });
}
