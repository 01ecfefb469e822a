/**
 * The text of ids.lock: every id that was ever published, one a line, as the address of its page below the site.
 * By address, not by folder: addresses are what others have written down, and two kinds at one address share their ids.
 */
import type { DossierNode } from "../graph/nodes.ts";
import { compareText } from "../model/dates.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";

const HEADER = `# Every id that was ever published, as the address of its page: an id is for ever.
# Written by \`npm run ids\`, which adds lines and takes none out. Never edit it by hand.
# docs/editors.md says how to rename, withdraw or delete an entry.
`;

/** e.g. { address: "claims/trump-petro-drug-leader", kind: "claim", id: "trump-petro-drug-leader", line: 12 } */
export interface LockedId {
  address: string;
  kind: Kind;
  id: string;
  line: number;
}

export interface IdLock {
  /** Each id once, in the order of the file. */
  ids: LockedId[];
  /** Lines that are no address of an entry, as they are written. */
  faults: { line: number; text: string }[];
}

type Addressed = Pick<DossierNode, "kind" | "id"> & { data: Pick<DossierNode["data"], "formerIds"> };

/** addressOf("total", "total-2025-11-15") → "counts/total-2025-11-15" */
export function addressOf(kind: Kind, id: string): string {
  return `${KINDS[kind].path}/${id}`;
}

/** The addresses of an entry: its own, and those it had before. */
export function addressesOf({ kind, id, data }: Addressed): string[] {
  return [id, ...(data.formerIds ?? [])].map((each) => addressOf(kind, each));
}

/** Order and repetition do not matter: a merge keeps the lines of both sides as they come. */
export function parseIdLock(text: string): IdLock {
  const ids = new Map<string, LockedId>();
  const faults: IdLock["faults"] = [];
  for (const [i, raw] of text.split("\n").entries()) {
    const address = raw.trim();
    if (address === "" || address.startsWith("#") || ids.has(address)) continue;
    const [path, id = "", ...rest] = address.split("/");
    const kind = KIND_NAMES.find((candidate) => KINDS[candidate].path === path);
    if (kind && ID_PATTERN.test(id) && rest.length === 0) ids.set(address, { address, kind, id, line: i + 1 });
    else faults.push({ line: i + 1, text: address });
  }
  return { ids: [...ids.values()], faults };
}

/** The text with the addresses of these entries added to it, and which of them are new. Nothing is taken out. */
export function enterIds(lock: string | null, entries: readonly Addressed[]): { text: string; added: string[] } {
  const known = new Set(parseIdLock(lock ?? "").ids.map(({ address }) => address));
  const added = [...new Set(entries.flatMap(addressesOf))].filter((address) => !known.has(address)).sort(compareText);
  const lines = [...known, ...added].sort(compareText);
  return { text: HEADER + lines.map((line) => `${line}\n`).join(""), added };
}
