/** What a change does to the entries: new, gone, renamed, withdrawn, or other in a field or in the text. */
import type { DossierNode } from "../graph/nodes.ts";
import { entryName } from "../site/claim-words.ts";
import { parseEntryFile } from "../load/entry-file.ts";
import { plural } from "../site/words.ts";
import { compareFields, type FieldChange } from "./compare-fields.ts";
import { isSameText, type Held, type Pair, type Side } from "./pair-entries.ts";

/** `merged`: gone, and its id leads to another entry. `form`: other only in comments, order or layout. `unread`: other, and faulty on a side. */
export type EntryWay = "added" | "removed" | "renamed" | "merged" | "withdrawn" | "restored" | "changed" | "form" | "unread";

export interface EntryChange {
  pair: Pair;
  way: EntryWay;
  /** For entries on file on both sides. */
  fields: FieldChange[];
}

export function findEntryChanges(pairs: readonly Pair[]): EntryChange[] {
  return pairs.flatMap((pair) => {
    const { before, after, heir } = pair;
    if (!before) return [{ pair, way: "added" as const, fields: [] }];
    if (!after) return [{ pair, way: heir ? ("merged" as const) : ("removed" as const), fields: [] }];
    const isSameFile = before.file.file === after.file.file;
    if (isSameFile && isSameText(before.file.text, after.file.text) && (before.file.fault === null) === (after.file.fault === null))
      return [];
    if (!before.node || !after.node) return [{ pair, way: "unread" as const, fields: [] }];
    const fields = [...compareFields(before.node.data, after.node.data), ...compareBodies(before, after, before.node, after.node)];
    return [{ pair, way: wayOf(pair, before.node, after.node, fields), fields }];
  });
}

function wayOf(pair: Pair, before: DossierNode, after: DossierNode, fields: readonly FieldChange[]): EntryWay {
  if (pair.before?.file.file !== pair.after?.file.file) return "renamed";
  if (!before.data.withdrawn && after.data.withdrawn) return "withdrawn";
  if (before.data.withdrawn && !after.data.withdrawn) return "restored";
  return fields.length > 0 ? "changed" : "form";
}

function compareBodies(before: Held, after: Held, was: DossierNode, is: DossierNode): FieldChange[] {
  const [old, present] = [bodyOf(before), bodyOf(after)];
  if (isSameText(old, present)) return [];
  const [from, to] = [was.body.words, is.body.words];
  return [
    { field: "text", before: old ? plural(from, "word") : null, after: present ? `${plural(to, "word")}${old ? ", changed" : ""}` : null },
  ];
}

function bodyOf({ file }: Held): string {
  return parseEntryFile(file.text).bodyText.trim();
}

export interface SiteChange {
  way: "same" | "form" | "changed" | "unread";
  fields: FieldChange[];
}

/** What a change does to site.yaml. */
export function findSiteChange(before: Side, after: Side): SiteChange {
  if (isSameText(before.content.site ?? "", after.content.site ?? "")) return { way: "same", fields: [] };
  if (!isSiteRead(before) || !isSiteRead(after)) return { way: "unread", fields: [] };
  const fields = compareFields(before.check.dossier.site, after.check.dossier.site);
  return { way: fields.length > 0 ? "changed" : "form", fields };
}

/** A site.yaml that names an unknown entry is read; one that is missing or wrong is stood in for. */
function isSiteRead({ check }: Side): boolean {
  return !check.problems.some(({ file, severity, code }) => file === "site.yaml" && severity === "error" && code !== "unknown-entry");
}

/** The entry's name; in a dossier with errors, what it is named after may be missing. */
export function nameIn(node: DossierNode): string {
  if (node.kind === "correction" && !node.entry) return `Correction of ${node.data.date}`;
  if (node.kind === "total" && !node.source) return `${node.data.byName ?? node.data.by ?? "Total"}, as of ${node.data.asOf}`;
  if (node.kind === "claim" && !node.assertedBy) return node.data.text;
  return entryName(node);
}
