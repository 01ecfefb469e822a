/** What every page starts from: the linked dossier, built once per build from the collections. */
import { getCollection } from "astro:content";
import { buildDossier } from "../graph/build-dossier.ts";
import { findNode } from "../graph/node-index.ts";
import { allNodes, type Dossier, type DossierNode, type Entry } from "../graph/nodes.ts";
import { setAsideWithdrawn } from "../graph/withdrawn.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { createAsOfHref, type AsOfHref } from "../site/as-of-days.ts";
import { createRenderer, type Renderer } from "../site/render-body.ts";
import { urls } from "./urls.ts";
import { KIND_NAMES, KINDS } from "../model/kinds.ts";

export interface SiteContext {
  /** What stands: the entries without those that were withdrawn. Lists, counts and charts are made of it. */
  dossier: Dossier;
  /** Every entry, the withdrawn ones too: each keeps a page, and data that says so. */
  published: Dossier;
  /** All of `published` in one list. */
  nodes: readonly DossierNode[];
  /** One of them. */
  find: (entry: Pick<DossierNode, "kind" | "id">) => DossierNode | undefined;
  render: Renderer;
  /** The page of a day of knowledge. */
  asOfHref: AsOfHref;
}

let context: Promise<SiteContext> | undefined;

export function loadSite(): Promise<SiteContext> {
  context ??= build();
  return context;
}

async function build(): Promise<SiteContext> {
  const [site] = await getCollection("site");
  if (!site) throw new Error("content/site.yaml is missing or invalid; `npm run check` says more.");
  const entries = (await Promise.all(KIND_NAMES.map(readKind))).flat();
  const { dossier: published, problems } = buildDossier({ site: site.data, entries });
  const [first] = problems;
  if (first) throw new Error(`${first.file}: ${first.message} ${first.advice} \`npm run check\` lists every problem.`);
  const dossier = setAsideWithdrawn(published);
  const nodes = allNodes(published);
  const find: SiteContext["find"] = ({ kind, id }) => findNode(published, kind, id);
  return { dossier, published, nodes, find, render: createRenderer(published, urls), asOfHref: createAsOfHref(dossier, urls) };
}

async function readKind(kind: (typeof KIND_NAMES)[number]): Promise<Entry[]> {
  const { folder } = KINDS[kind];
  const collection = await getCollection(folder as "claims"); // each folder is a collection of content.config.ts
  return collection.map(
    (entry) => ({ kind, id: entry.id, file: `${folder}/${entry.id}.md`, data: entry.data, body: parseBody(entry.body ?? "") }) as Entry,
  ); // the collection chose the schema
}
