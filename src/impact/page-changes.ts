/** Which addresses a change adds, takes away, redirects or alters, and which other pages show what is altered. */
import { allNodes, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { KIND_NAMES } from "../model/kinds.ts";
import type { Urls } from "../site/urls.ts";
import type { ClaimChange } from "./claim-changes.ts";
import type { EntryChange } from "./entry-changes.ts";
import type { KnownChange } from "./known-changes.ts";
import type { Side } from "./pair-entries.ts";
import { showings } from "./shown-on.ts";

export interface PageChanges {
  added: string[];
  /** Addresses that nothing will answer. */
  gone: string[];
  redirected: { from: string; to: string }[];
  /** Pages of entries that are other themselves. */
  changed: string[];
  /** Pages of other entries that show one of these, with what they have to do with them. */
  showing: { page: string; reasons: Reason[] }[];
}

/** { because: "makes", ids: ["quill-oil"] }: the actor of this page makes `quill-oil`. Without ids: what is other in itself. */
export interface Reason {
  because: string;
  ids: string[];
}

/** What is other in entries whose own files are the same. */
export interface DerivedChanges {
  claims: readonly ClaimChange[];
  known: readonly KnownChange[];
}

export function comparePages(before: Side, after: Side, entries: readonly EntryChange[], derived: DerivedChanges, urls: Urls): PageChanges {
  const [was, is] = [addressesOf(before, urls), addressesOf(after, urls)];
  const [old, present] = [redirectsOf(before.check.dossier, urls), redirectsOf(after.check.dossier, urls)];
  // What an entry redirects cannot be told while it is faulty.
  const unread = new Set(entries.flatMap(({ pair }) => (pair.after && !pair.after.node ? urls.hrefFor(keyOf(pair.after.file)) : [])));
  const answered = [...was, ...[...old].flatMap(([from, to]) => (unread.has(to) ? [] : from))];
  return {
    added: [...is].filter((address) => !was.has(address)),
    gone: [...new Set(answered)].filter((address) => !is.has(address) && !present.has(address)),
    redirected: [...present].filter(([from, to]) => old.get(from) !== to).map(([from, to]) => ({ from, to })),
    changed: entries.flatMap(({ pair, way }) =>
      pair.before && pair.after && way !== "form" && way !== "renamed" ? urls.hrefFor(keyOf(pair.after.file)) : [],
    ),
    showing: findShowing(before.check.dossier, after.check.dossier, entries, derived, urls),
  };
}

const keyOf = ({ kind, id }: Pick<DossierNode, "kind" | "id">) => ({ kind, id });

/** By the files: an entry that is faulty has its address all the same, once it is mended. */
function addressesOf({ content }: Side, urls: Urls): Set<string> {
  return new Set(content.files.map((file) => urls.hrefFor(keyOf(file))));
}

function redirectsOf(dossier: Dossier, urls: Urls): Map<string, string> {
  return new Map(
    allNodes(dossier).flatMap((node) =>
      (node.data.formerIds ?? []).map((id) => [urls.hrefFor({ kind: node.kind, id }), urls.hrefFor(node)] as const),
    ),
  );
}

function findShowing(
  before: Dossier,
  after: Dossier,
  entries: readonly EntryChange[],
  { claims, known }: DerivedChanges,
  urls: Urls,
): PageChanges["showing"] {
  const renamed = new Map(
    entries.flatMap(({ pair }) => (pair.before && pair.after ? [[pair.before.file.file, pair.after.file.file]] : [])),
  );
  const nodes = new Map(allNodes(after).map((node) => [node.file, node]));
  const own = new Set(entries.filter(({ way }) => way !== "form").flatMap(({ pair }) => pair.after?.file.file ?? []));
  const reasons = new Map<string, Map<string, Set<string>>>(); // by file, e.g. "actors/ada-quill.md" → "makes" → "quill-oil"
  const add = (file: string, because: string, id?: string) => {
    const present = renamed.get(file) ?? file;
    if (own.has(present) || !nodes.has(present)) return;
    const ofPage = reasons.get(present) ?? new Map<string, Set<string>>();
    const ids = ofPage.get(because) ?? new Set();
    if (id !== undefined) ids.add(id);
    reasons.set(present, ofPage.set(because, ids));
  };
  const [shownBefore, shownAfter] = [showings(before), showings(after)];
  for (const { pair, way } of entries) {
    if (way === "form") continue;
    const id = (pair.after ?? pair.before)?.file.id ?? "";
    for (const { on, because } of pair.before?.node ? shownBefore(pair.before.node) : []) add(on.file, because, id);
    for (const { on, because } of pair.after?.node ? shownAfter(pair.after.node) : []) add(on.file, because, id);
    // Where the address is another, every text that links to it has another link.
    if (way === "renamed") for (const { from } of pair.after?.node?.backlinks ?? []) add(from.file, "links to", id);
  }
  for (const { claim, standings, origins, known: day } of claims) {
    if (origins) add(claim.file, "its independent origins are counted anew");
    if (day) add(claim.file, "its known day moves");
    for (const { on, because } of standings.length > 0 ? shownAfter(claim) : []) if (on.kind === "article") add(on.file, because, claim.id);
  }
  for (const { node } of known) add(node.file, "its known day moves");
  const order = (file: string) => KIND_NAMES.indexOf(nodes.get(file)?.kind ?? "lead");
  return [...reasons.keys()]
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .map((file) => {
      const node = nodes.get(file);
      const page = node ? urls.hrefFor(node) : file;
      return { page, reasons: [...(reasons.get(file) ?? [])].map(([because, ids]) => ({ because, ids: [...ids] })) };
    });
}
