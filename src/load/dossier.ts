/** What every page starts from: the linked dossier, built once per build from the collections. */
import { getCollection } from "astro:content";
import { buildDossier } from "../graph/build-dossier.ts";
import { findNode } from "../graph/node-index.ts";
import type { Dossier, DossierNode, Entry } from "../graph/nodes.ts";
import { Observer } from "../graph/reads.ts";
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
  /** One of them. */
  find: (entry: Pick<DossierNode, "kind" | "id">) => DossierNode | undefined;
  render: Renderer;
  /** The page of a day of knowledge. */
  asOfHref: AsOfHref;
  /** Hears what pages read of all this. */
  observer: Observer;
}

let context: Promise<SiteContext> | undefined; // eslint-disable-line no-restricted-syntax -- what pages read of it is heard

export function loadSite(): Promise<SiteContext> {
  context ??= build();
  return context;
}

async function build(): Promise<SiteContext> {
  const observer = new Observer();
  const [site] = await getCollection("site");
  if (!site) throw new Error("content/site.yaml is missing or invalid; `npm run check` says more.");
  const entries = (await Promise.all(KIND_NAMES.map((kind) => readKind(kind, observer)))).flat();
  const linked = buildDossier({
    site: observer.observe("site", site.data),
    entries,
    observe: (name, node) => observer.observe(name, node),
  });
  const [first] = linked.problems;
  if (first) throw new Error(`${first.file}: ${first.message} ${first.advice} \`npm run check\` lists every problem.`);
  const dossier = observer.observe("what stands", setAsideWithdrawn(linked.dossier));
  const published = observer.observe("what was published", linked.dossier);
  const find: SiteContext["find"] = ({ kind, id }) => findNode(published, kind, id);
  return { dossier, published, find, render: createRenderer(published, urls), asOfHref: createAsOfHref(dossier, urls), observer };
}

async function readKind(kind: (typeof KIND_NAMES)[number], observer: Observer): Promise<Entry[]> {
  const { folder } = KINDS[kind];
  const collection = await getCollection(folder as "claims"); // each folder is a collection of content.config.ts
  return collection.map(({ id, data, body = "" }) => {
    const name = `${kind}/${id}`;
    const parsed = parseBody(body);
    // Each link by itself: many pages ask what links where, and few for the sentence around it.
    const links = parsed.links.map((link, i) => observer.observe(`${name} link ${i}`, link));
    return {
      kind,
      id,
      file: `${folder}/${id}.md`,
      data: observer.observe(`${name} data`, data),
      body: observer.observe(`${name} body`, Object.assign(parsed, { links }), body),
    } as Entry; // the collection chose the schema
  });
}
