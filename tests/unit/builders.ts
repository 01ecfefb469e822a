/** Builders of entries and of small content folders: a test names what it is about, the rest is filled in through the real schema. */
import { checkContent, type CheckResult } from "../../src/check/check-content.ts";
import { buildDossier } from "../../src/graph/build-dossier.ts";
import type { ActorNode, ClaimNode, Dossier, DossierNode, Entry, EventNode, SourceNode, StrikeNode } from "../../src/graph/nodes.ts";
import type { Content } from "../../src/load/read-content.ts";
import { parseBody } from "../../src/markdown/parse-body.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { KIND_NAMES, KINDS, kindOfFolder, type EntryDataByKind, type Kind } from "../../src/model/kinds.ts";
import { siteSchema, type Site } from "../../src/model/site.ts";
import type { SourceData } from "../../src/model/source.ts";

type Fields<K extends Kind> = { id?: string; body?: string } & { [F in FieldOf<EntryDataByKind[K]>]?: unknown };
type FieldOf<T> = T extends unknown ? keyof T : never; // of every member of a union: events are one

type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>;

const build =
  <K extends Kind>(kind: K, defaults: Record<string, unknown> & { id: string }) =>
  (fields: Fields<K> = {}): EntryOf<K> => {
    const { id, body = "", ...rest } = { ...defaults, ...fields };
    const data = KINDS[kind].schema.parse(rest);
    return { kind, id, file: `${KINDS[kind].folder}/${id}.md`, data, body: parseBody(body) } as EntryOf<K>; // the kind chose the schema
  };

export const actor = build("actor", { id: "speaker", name: "Ada Quill", kind: "person", sources: ["wire"] });
export const source = build("source", {
  id: "wire",
  publisher: "The Wire",
  published: "2031-03-05",
  kind: "news-report",
  language: "en",
  grade: "original",
});
export const claim = build("claim", {
  id: "claim",
  text: "The barge carried lamp oil.",
  assertedBy: "speaker",
  date: "2031-03-04",
  kind: "statement-of-fact",
  status: "asserted",
  statusNote: "One party says so.",
  sources: ["wire"],
});
export const event = build("event", { id: "event", title: "Talks in Velm", kind: "diplomatic", date: "2031-03-04", sources: ["wire"] });
export const strike = build("event", {
  id: "strike",
  title: "Strike of 4 March 2031",
  kind: "strike",
  date: "2031-03-04",
  vessels: 1,
  casualties: [{ source: "wire", killed: 2 }],
  sources: ["wire"],
});
export const article = build("article", {
  id: "article",
  title: "Two patrols",
  standfirst: "What was said.",
  published: "2031-03-10",
  asOf: "2031-03-10",
  sources: ["wire"],
});
export const place = build("place", { id: "place", name: "Lake Orrin", kind: "lake", precision: "region" });
export const total = build("total", { id: "total", asOf: "2031-03-31", presumedDead: 0, source: "wire" });
export const series = build("series", { id: "series", title: "Reeds cut", unit: "bundles", points: [{ x: "2031", y: 4, source: "wire" }] });
export const correction = build("correction", { id: "correction", date: "2031-04-01", entry: "claim", was: "A ferry.", now: "A barge." });
export const lead = build("lead", { id: "lead", kind: "known-unknown", title: "A third patrol", detail: "Nobody has named it." });

export function site(fields: Record<string, unknown> = {}): Site {
  return siteSchema.parse({ description: "A test.", dossier: "The lake", baseDate: "2031-03-01", recordEnds: "2031-06-30", ...fields });
}

/** Links the entries; `speaker` and `wire`, on which the builders rest, are added unless given. */
export function linkEntries(...entries: Entry[]): ReturnType<typeof buildDossier> {
  const missing = [actor(), source()].filter(({ kind, id }) => !entries.some((entry) => entry.kind === kind && entry.id === id));
  return buildDossier({ site: site(), entries: [...entries, ...missing] });
}

/** The linked dossier of entries that are meant to be right. */
export function dossierOf(...entries: Entry[]): Dossier {
  const { dossier, problems } = linkEntries(...entries);
  if (problems.length > 0) throw new Error(problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return dossier;
}

const LISTS = { article: "articles", actor: "actors", claim: "claims", event: "events", source: "sources" } as const;

/** The one entry of a kind with an id. */
export function find(dossier: Dossier, kind: "article", id: string): DossierNode;
export function find(dossier: Dossier, kind: "actor", id: string): ActorNode;
export function find(dossier: Dossier, kind: "claim", id: string): ClaimNode;
export function find(dossier: Dossier, kind: "event", id: string): EventNode;
export function find(dossier: Dossier, kind: "source", id: string): SourceNode;
export function find(dossier: Dossier, kind: keyof typeof LISTS, id: string): DossierNode {
  const node = dossier[LISTS[kind]].find((candidate) => candidate.id === id);
  if (!node) throw new Error(`find() was called for ${kind} "${id}", which the dossier does not have`);
  return node;
}

export function strikesOf(...entries: Entry[]): StrikeNode[] {
  return dossierOf(...entries).strikes;
}

/** Sources linked among themselves only, by id. */
export function linkedSources(...fields: Fields<"source">[]): Record<string, SourceNode> {
  return Object.fromEntries(linkEntries(...fields.map(source)).dossier.sources.map((node) => [node.id, node]));
}

/** A source with nothing but a publication date: for what only reads that. */
export function publishedSource(published: string | undefined): SourceNode {
  const { data, ...entry } = source({ published });
  return {
    ...entry,
    data: data satisfies SourceData,
    published: published ? getDate(published) : null,
    derivesFrom: [],
    derivedBy: [],
    citedBy: [],
    sources: [],
    known: null,
    backlinks: [],
  };
}

/** A content folder in memory: texts by path, e.g. {"claims/a.md": "---\n…", "site.yaml": "…"}. */
export function contentOf(texts: Record<string, string>): Content {
  const order = (path: string) => KIND_NAMES.findIndex((kind) => path.startsWith(`${KINDS[kind].folder}/`));
  const paths = Object.keys(texts)
    .filter((path) => path.includes("/"))
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1)); // as the reader gives them
  const files = paths.map((file) => {
    const [folder = "", name = ""] = file.split("/");
    const kind = kindOfFolder(folder);
    if (!kind) throw new Error(`contentOf() was called with "${file}", which is in the folder of no kind`);
    return { kind, id: name.replace(/\.md$/, ""), file, text: texts[file] ?? "", fault: null };
  });
  return { files, site: texts["site.yaml"] ?? null, terms: texts["terms.yaml"] ?? null, idLock: texts["ids.lock"] ?? null, stray: [] };
}

export function check(texts: Record<string, string>): CheckResult {
  return checkContent(contentOf(texts));
}

/** Problems as an editor meets them, three lines each: where and what kind, what is there, what to do. */
export function report({ problems }: Pick<CheckResult, "problems">): string {
  return problems
    .map(
      ({ file, line, column, severity, code, message, advice }) =>
        `${file}:${line}:${column} ${severity} ${code}\n  ${message}\n  ${advice}`,
    )
    .join("\n");
}

/** Two strikes that totals are compared with, and the later source of a record: 13 killed, or 14 with one presumed dead, on 3 vessels. */
export function countedStrikes(): Entry[] {
  return [
    source({ id: "later", published: "2031-05-01" }),
    strike({ id: "a", date: "2031-03-04", vessels: 2, casualties: [{ source: "wire", killed: 11 }] }),
    strike({
      id: "b",
      date: "2031-03-20",
      casualties: [
        { source: "wire", killed: 2 },
        { source: "later", killed: 2, presumedDead: 1 },
      ],
    }),
  ];
}
