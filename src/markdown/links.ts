import { findDanger } from "../model/addresses.ts";
import { kindOfFolder, KINDS, type Kind } from "../model/kinds.ts";

export type LinkTarget =
  | { type: "entry"; kind: Kind; id: string; hash: string }
  | { type: "count"; query: string }
  | { type: "external"; url: string }
  | { type: "fragment"; hash: string }
  | { type: "unsafe"; url: string; why: string }
  | { type: "unknown"; url: string };

/** The path of an entry's file from another's, e.g. "../claims/some-id.md#note". */
const ENTRY = /^\.\.\/([a-z]+)\/([^/#]+)\.md(#.*)?$/;

/**
 * What a link in a body means:
 * "../claims/some-id.md" → { type: "entry", kind: "claim", id: "some-id" }; "count:killed?from=2025-10-16" → { type: "count", … }.
 */
export function parseLink(url: string): LinkTarget {
  const [, folder = "", id = "", hash = ""] = ENTRY.exec(url) ?? [];
  const kind = kindOfFolder(folder);
  if (kind) return { type: "entry", kind, id, hash };
  if (url.startsWith("count:")) return { type: "count", query: url.slice("count:".length) };
  if (url.startsWith("#")) return { type: "fragment", hash: url };
  const why = findDanger(url);
  if (why) return { type: "unsafe", url, why };
  if (/^https?:\/\//i.test(url)) return { type: "external", url };
  return { type: "unknown", url };
}

/** entryPath("claim", "some-id") → "../claims/some-id.md": the address that parseLink() takes for that entry. */
export function entryPath(kind: Kind, id: string): string {
  return `../${KINDS[kind].folder}/${id}.md`;
}
