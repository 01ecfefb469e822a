/** Which entry of the one side is which of the other: by kind and id, or by a former id where it was renamed. */
import type { CheckResult } from "../check/check-content.ts";
import { allNodes, type DossierNode, type NodeByKind } from "../graph/nodes.ts";
import type { Content, ContentFile } from "../load/read-content.ts";
import { KIND_NAMES, type Kind } from "../model/kinds.ts";

/** The content before a change, or after it, and what the check made of it. */
export interface Side {
  content: Content;
  check: CheckResult;
}

/** An entry on file; its node is null when the check could not read it. */
export interface Held {
  file: ContentFile;
  node: DossierNode | null;
}

export interface Pair {
  kind: Kind;
  /** Null for an entry that is new. */
  before: Held | null;
  /** Null for an entry that is gone. */
  after: Held | null;
  /** The entry that took over the id of one that is gone, with `formerIds`, and was on file already. */
  heir: Held | null;
}

/** All entries of both sides, by kind and id. */
export function pairEntries(before: Side, after: Side): Pair[] {
  const old = holdings(before);
  const present = holdings(after);
  const heirs = new Map<string, string>(); // e.g. "claim/old-id" → "claim/new-id"
  for (const [key, { node }] of present) for (const id of node?.data.formerIds ?? []) heirs.set(`${node?.kind}/${id}`, key);

  const pairs: Pair[] = [];
  const taken = new Set<string>();
  for (const [key, held] of old) {
    const heirKey = present.has(key) ? key : heirs.get(key);
    const heir = heirKey === undefined ? null : (present.get(heirKey) ?? null);
    const isHeirOnFile = heirKey !== undefined && heirKey !== key && (old.has(heirKey) || taken.has(heirKey));
    if (heirKey !== undefined && heir && !isHeirOnFile) taken.add(heirKey);
    pairs.push({ kind: held.file.kind, before: held, after: isHeirOnFile ? null : heir, heir: isHeirOnFile ? heir : null });
  }
  for (const [key, held] of present) {
    if (!taken.has(key)) pairs.push({ kind: held.file.kind, before: null, after: held, heir: null });
  }
  const order = (pair: Pair) => KIND_NAMES.indexOf(pair.kind);
  return pairs.sort((a, b) => order(a) - order(b) || (fileOf(a) < fileOf(b) ? -1 : 1));
}

/** The file of an entry as it is called now, or was last. */
export function fileOf({ before, after }: Pair): string {
  return (after ?? before)?.file.file ?? "";
}

export interface NodePair<N> {
  before: N | null;
  after: N | null;
}

/** The entries of a kind that the check could read on at least one side. */
export function nodePairs<K extends Kind>(pairs: readonly Pair[], kind: K): NodePair<NodeByKind[K]>[] {
  return pairs.flatMap((pair) => {
    if (pair.kind !== kind) return [];
    const before = (pair.before?.node ?? null) as NodeByKind[K] | null; // the pair's kind is that of both nodes
    const after = (pair.after?.node ?? null) as NodeByKind[K] | null;
    return before || after ? [{ before, after }] : [];
  });
}

/** Whether two texts say the same: how their lines end is for git and the editor to settle. */
export function isSameText(a: string, b: string): boolean {
  return a === b || a.replaceAll("\r\n", "\n") === b.replaceAll("\r\n", "\n");
}

/** Whether two sides hold the same files, so that nothing has to be compared. */
export function isSameContent(a: Content, b: Content): boolean {
  const texts = (content: Content) => [content.site, ...content.files.map(({ text }) => text)];
  const rest = (content: Content) => JSON.stringify([content.stray, content.files.map(({ file, fault }) => [file, fault])]);
  const others = texts(b);
  return rest(a) === rest(b) && texts(a).every((text, i) => text === others[i] || isSameText(text ?? "\0", others[i] ?? "\0"));
}

function holdings({ content, check }: Side): Map<string, Held> {
  const nodes = new Map<string, DossierNode>(allNodes(check.dossier).map((node) => [node.file, node]));
  return new Map(content.files.map((file) => [`${file.kind}/${file.id}`, { file, node: nodes.get(file.file) ?? null }]));
}
