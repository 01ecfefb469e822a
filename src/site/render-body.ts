/** Bodies to HTML: links to entry files become links to their pages, claims in an article carry their mark. */
import type { Element, ElementContent, Nodes, Root as HtmlRoot } from "hast";
import { h } from "hastscript";
import type { Link, Root } from "mdast";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { standingOn } from "../graph/claim-standing.ts";
import { allNodes, type ClaimNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
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
  heading: { id: string; text: string; depth: number } | null;
}

export interface Renderer {
  /** The whole body as HTML, links plain: for entry pages. */
  html(body: Body): string;
  /** The body block by block, claim links marked with the status of that day: for articles, where notes follow their paragraph. */
  blocks(body: Body, asOf: Day): RenderedBlock[];
}

export function createRenderer(dossier: Dossier, urls: Urls): Renderer {
  const nodes = new Map<string, DossierNode>(); // e.g. "claim/trump-petro-drug-leader"
  for (const node of allNodes(dossier)) nodes.set(`${node.kind}/${node.id}`, node);
  const find = (kind: string, id: string) => nodes.get(`${kind}/${id}`);
  const toHtml = unified().use(rehypeStringify);
  const plain = unified().use(remarkEntryLinks, { urls }).use(remarkRehype).use(rehypeSlug);
  return {
    html: (body) => toHtml.stringify(plain.runSync(structuredClone(body.tree))),
    blocks: (body, asOf) => {
      const marked = unified().use(remarkEntryLinks, { urls }).use(remarkRehype).use(rehypeSlug).use(rehypeClaimMarks, { find, asOf });
      const root = marked.runSync(structuredClone(body.tree));
      return root.children.flatMap((child) => {
        if (child.type !== "element") return [];
        return [{ html: toHtml.stringify({ type: "root", children: [child] }), claims: claimsIn(child, find), heading: headingOf(child) }];
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
        const people = /^(killed|survivors)/.test(metric);
        node.url = urls.page("counts/");
        node.data = { ...node.data, hProperties: { dataCount: target.query, className: people ? ["count", "snd"] : ["count"] } };
      }
      if (target.type === "unsafe" || target.type === "unknown") node.url = ""; // the check refuses it; were it here all the same, it leads nowhere
      if (target.type === "external") node.data = { ...node.data, hProperties: { rel: ["noopener", "external"] } };
    });
  };
}

/** Marks claim links: the highlight, then the status shape and number in small, glued to the last word. */
function rehypeClaimMarks({ find, asOf }: { find: (kind: string, id: string) => DossierNode | undefined; asOf: Day }) {
  return (tree: HtmlRoot): void => {
    const named = new Set<ClaimNode>();
    visit(tree, "element", (node: Element) => {
      const claim = claimOf(node, find);
      if (!claim) return;
      node.properties["className"] = ["claim"];
      // Names the place for the note in the margin; the first link of a claim has the note.
      if (!named.has(claim)) node.properties["dataAnchor"] = `--r-${claim.id}`;
      named.add(claim);
      const { status } = standingOn(claim, asOf);
      const mark = h("span", { class: "ref" }, [
        statusShape(status),
        h("span", { class: "vh" }, "Claim "),
        claimNumber(claim) ?? "",
        h("span", { class: "vh" }, `, ${status}`),
      ]);
      const last = node.children.at(-1);
      if (last?.type !== "text") {
        node.children.push(mark);
        return;
      }
      const space = last.value.lastIndexOf(" ") + 1;
      const glued: ElementContent = h("span", { class: "nb" }, [last.value.slice(space), mark]);
      node.children.splice(-1, 1, { type: "text", value: last.value.slice(0, space) }, glued);
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

function claimOf(node: Element, find: (kind: string, id: string) => DossierNode | undefined): ClaimNode | null {
  const id = node.properties["dataClaim"];
  const claim = typeof id === "string" ? find("claim", id) : undefined;
  return claim?.kind === "claim" ? claim : null;
}

function headingOf(node: Element): RenderedBlock["heading"] {
  const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
  if (!depth) return null;
  let text = "";
  visit(node, (child) => {
    if (child.type === "element" && String(child.properties["className"]) === "ref") return SKIP; // the mark is not part of the words
    if (child.type === "text") text += child.value;
    return undefined;
  });
  return { id: String(node.properties["id"] ?? ""), text, depth: Number(depth) };
}
