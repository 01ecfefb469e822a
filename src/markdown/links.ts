import { kindOfFolder, type Kind } from "../model/kinds.ts";

export type LinkTarget =
  | { type: "entry"; kind: Kind; id: string; hash: string }
  | { type: "count"; query: string }
  | { type: "external"; url: string }
  | { type: "fragment"; hash: string }
  | { type: "unknown"; url: string };

/**
 * What a link in a body means:
 * "../claims/some-id.md" → { type: "entry", kind: "claim", id: "some-id" }; "count:killed?from=2025-10-16" → { type: "count", … }.
 */
export function parseLink(url: string): LinkTarget {
  if (url.startsWith("count:")) return { type: "count", query: url.slice("count:".length) };
  if (url.startsWith("#")) return { type: "fragment", hash: url };
  if (/^https?:\/\//.test(url)) return { type: "external", url };
  const match = /^\.\.\/([a-z]+)\/([^/#]+)\.md(#.*)?$/.exec(url);
  const kind = match?.[1] ? kindOfFolder(match[1]) : undefined;
  if (!match?.[2] || !kind) return { type: "unknown", url };
  return { type: "entry", kind, id: match[2], hash: match[3] ?? "" };
}
