/** Body text in, syntax tree and links out. Each body is parsed once; checking, backlinks and rendering share the result. */
import type { Heading, Link, Node, Paragraph, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { splitSentences } from "./sentences.ts";

export interface BodyLink {
  /** As written, e.g. "../claims/trump-petro-drug-leader.md". */
  url: string;
  text: string;
  /** The sentence that makes the link, as plain text. */
  sentence: string;
  line: number;
  column: number;
}

export interface BodyParagraph {
  sentences: { text: string; linked: boolean }[];
  links: BodyLink[];
  line: number;
  column: number;
}

export interface Body {
  tree: Root;
  links: BodyLink[];
  paragraphs: BodyParagraph[];
  headings: { depth: number; text: string }[];
  /** Raw HTML found, which bodies must not have. */
  html: { value: string; line: number; column: number }[];
  words: number;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Parses a body. Pass the whole file with its front matter blanked to empty lines, so that positions are those of the file. */
export function parseBody(text: string): Body {
  const tree = parser.parse(text);
  const body: Body = { tree, links: [], paragraphs: [], headings: [], html: [], words: 0 };
  visit(tree, (node) => {
    if (node.type === "html") body.html.push({ value: node.value, ...start(node) });
    if (node.type === "heading") {
      body.headings.push({ depth: (node satisfies Heading).depth, text: toString(node) });
      body.links.push(...linksIn(node, toString(node)));
      return SKIP;
    }
    if (node.type === "paragraph" || node.type === "tableCell") {
      const paragraph = readParagraph(node as Paragraph); // a table cell has the same phrasing children
      body.paragraphs.push(paragraph);
      body.links.push(...paragraph.links);
      body.html.push(...htmlIn(node));
      return SKIP;
    }
    return undefined;
  });
  body.words = toString(tree).split(/\s+/).filter(Boolean).length;
  return body;
}

function readParagraph(node: Paragraph): BodyParagraph {
  const spans = splitSentences(toString(node));
  const links: BodyLink[] = [];
  const linked = new Set<number>();
  let offset = 0;
  for (const child of node.children) {
    const text = toString(child);
    const index = spans.findIndex((span) => offset < span.end);
    const last = spans.findIndex((span) => offset + text.length <= span.end);
    for (const link of linksIn(child, spans[Math.max(index, 0)]?.text ?? text)) {
      links.push(link);
      for (let i = Math.max(index, 0); i <= Math.max(index, last); i++) linked.add(i);
    }
    offset += text.length;
  }
  return { sentences: spans.map(({ text }, i) => ({ text, linked: linked.has(i) })), links, ...start(node) };
}

function linksIn(node: Node, sentence: string): BodyLink[] {
  const links: BodyLink[] = [];
  visit(node as Root, "link", (link: Link) => {
    links.push({ url: link.url, text: toString(link), sentence: sentence.trim(), ...start(link) });
  });
  return links;
}

function htmlIn(node: Node): Body["html"] {
  const found: Body["html"] = [];
  visit(node as Root, "html", (html) => void found.push({ value: html.value, ...start(html) }));
  return found;
}

function start(node: Node): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
