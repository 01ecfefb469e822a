/** Bodies to HTML: links to entry files become links to their pages, claims in an article carry their mark. */
import type { Element, Nodes, Root as HtmlRoot } from "hast";
import { h } from "hastscript";
import type { Link, Root } from "mdast";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { standingOn } from "../graph/claim-standing.ts";
import { findNode } from "../graph/node-index.ts";
import type { ClaimNode, Dossier, DossierNode } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";
import { claimNumber } from "./claim-words.ts";
import { statusShape } from "./status-shapes.ts";
import type { Urls } from "./urls.ts";
import { parseLink } from "../markdown/links.ts";
import type { Body } from "../markdown/parse-body.ts";

export interface RenderedBlock {
  html: string;
  /** Claims linked in this block, in order, each once. */
  claims: ClaimNode[];
  /** Its `count:` links, in order. */
  counts: CountLink[];
  heading: { id: string; text: string; depth: number } | null;
}

/** A number that the dossier computes, as it stands in a text. */
export interface CountLink {
  /** "killed?from=2025-10-16" */
  query: string;
  text: string;
  /** Whether it counts people. */
  people: boolean;
}

export interface Renderer {
  /** The whole body as HTML, links plain: for entry pages. */
  html(body: Body): string;
  /** The body block by block, claim links marked with the status of that day: for articles, where notes follow their paragraph. */
  blocks(body: Body, asOf: Day): RenderedBlock[];
}

export function createRenderer(dossier: Dossier, urls: Urls): Renderer {
  const find = (kind: string, id: string) => findNode(dossier, kind, id);
  const toHtml = unified().use(rehypeStringify);
  const plain = unified().use(remarkEntryLinks, { urls }).use(remarkRehype).use(rehypeSlug);
  return {
    html: (body) => toHtml.stringify(plain.runSync(structuredClone(body.tree))),
    blocks: (body, asOf) => {
      const marked = unified()
        .use(remarkEntryLinks, { urls })
        .use(remarkRehype)
        .use(rehypeSlug)
        .use(rehypeClaimMarks, { find, asOf })
        .use(rehypeHeadingAnchors);
      const root = marked.runSync(structuredClone(body.tree));
      return root.children.flatMap((child) => {
        if (child.type !== "element") return [];
        const html = toHtml.stringify({ type: "root", children: [child] });
        return [{ html, claims: claimsIn(child, find), counts: countsIn(child), heading: headingOf(child) }];
      });
    },
  };
}

/** Points links to entry files (`../claims/some-id.md`) at their pages, and `count:` links at the counts. */
function remarkEntryLinks({ urls }: { urls: Urls }) {
  return (tree: Root): void => {
    visit(tree, "link", (node: Link) => {
      const target = parseLink(node.url);
      if (target.type === "entry") {
        node.url = urls.hrefFor(target) + target.hash;
        const claim = target.kind === "claim" ? { dataClaim: target.id } : {};
        node.data = { ...node.data, hProperties: { dataKind: target.kind, ...claim } };
      }
      if (target.type === "count") {
        const metric = target.query.split("?")[0] ?? "";
        node.url = urls.page("counts/");
        node.data = {
          ...node.data,
          hProperties: { dataCount: target.query, className: countsPeople(metric) ? ["count", "snd"] : ["count"] },
        };
      }
      if (target.type === "unsafe" || target.type === "unknown") node.url = ""; // the check refuses it; were it here all the same, it leads nowhere
      if (target.type === "external") node.data = { ...node.data, hProperties: { rel: ["noopener", "external"] } };
    });
  };
}

/** The id of a claim's note in an article, and of the place that the note leads back to. */
export const noteId = (claim: Pick<ClaimNode, "id">): string => `note-${claim.id}`;
export const markId = (claim: Pick<ClaimNode, "id">): string => `mark-${claim.id}`;

/** What the names of CSS anchors for a claim end in: short, since an article has hundreds of them. */
export const anchorKey = ({ id, data }: Pick<ClaimNode, "id" | "data">): string => String(data.number ?? id);

/** Marks claim links: the highlight, and behind the words the status shape and number in small, which lead to the claim's note. */
function rehypeClaimMarks({ find, asOf }: { find: (kind: string, id: string) => DossierNode | undefined; asOf: Day }) {
  return (tree: HtmlRoot): void => {
    const named = new Set<ClaimNode>();
    visit(tree, "element", (node: Element, index, parent) => {
      const claim = claimOf(node, find);
      if (!claim || !parent || index === undefined) return undefined;
      node.properties["className"] = ["claim"];
      // Names the place for the note in the margin, and the way back to it; the first link of a claim has the note.
      if (!named.has(claim)) Object.assign(node.properties, { id: markId(claim), dataAnchor: `--r-${anchorKey(claim)}` });
      named.add(claim);
      const { status } = standingOn(claim, asOf);
      // Out of the order of the tab key: the note is the next stop after its paragraph.
      const mark = h("a", { class: "ref", href: `#${noteId(claim)}`, tabindex: -1 }, [
        h("small", [
          statusShape(status),
          h("span", { class: "vh" }, "Note on claim "),
          claimNumber(claim) ?? "",
          h("span", { class: "vh" }, `, ${status}`),
        ]),
      ]);
      parent.children.splice(index + 1, 0, mark);
      return index + 2;
    });
  };
}

/** Ends each heading with a link to itself, so that a part of an article has an address to pass on. */
function rehypeHeadingAnchors() {
  return (tree: HtmlRoot): void => {
    visit(tree, "element", (node: Element) => {
      if (!/^h[1-6]$/.test(node.tagName)) return undefined;
      const label = h("span", { class: "vh" }, "Link to this part");
      node.children.push(h("a", { class: "anchor", href: `#${String(node.properties["id"] ?? "")}` }, [label]));
      return SKIP;
    });
  };
}

function claimsIn(root: Nodes, find: (kind: string, id: string) => DossierNode | undefined): ClaimNode[] {
  const claims = new Set<ClaimNode>();
  visit(root, "element", (node: Element) => {
    const claim = claimOf(node, find);
    if (claim) claims.add(claim);
  });
  return [...claims];
}

/** Whether what a `count:` link counts is people. */
function countsPeople(metric: string): boolean {
  return /^(killed|survivors)/.test(metric);
}

function countsIn(root: Nodes): CountLink[] {
  const counts: CountLink[] = [];
  visit(root, "element", (node: Element) => {
    const query = node.properties["dataCount"];
    if (typeof query === "string") counts.push({ query, text: textOf(node), people: countsPeople(query) });
  });
  return counts;
}

function claimOf(node: Element, find: (kind: string, id: string) => DossierNode | undefined): ClaimNode | null {
  const id = node.properties["dataClaim"];
  const claim = typeof id === "string" ? find("claim", id) : undefined;
  return claim?.kind === "claim" ? claim : null;
}

function headingOf(node: Element): RenderedBlock["heading"] {
  const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (!depth) return null;
  return { id: String(node.properties["id"] ?? ""), text: textOf(node), depth: Number(depth) };
}

/** The words of an element as the author wrote them, without the marks that are added. */
function textOf(node: Element): string {
  let text = "";
  visit(node, (child) => {
    if (child.type === "element" && ["ref", "anchor"].includes(String(child.properties["className"]))) return SKIP;
    if (child.type === "text") text += child.value;
    return undefined;
  });
  return text;
}
