/** Body text in, syntax tree and links out. Each body is parsed once; checking, backlinks and rendering share the result. */
import type { Definition, Heading, Link, Node, Paragraph, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { wordCount } from "../model/fields.ts";
import { splitSentences, type Sentence } from "./sentences.ts";

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
  /** A cell of a table holds text and links like a paragraph, but makes no statement by itself. */
  isCell: boolean;
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
  /** Images found, by their address; bodies are text. */
  images: { url: string; line: number; column: number }[];
  words: number;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Parses a body. Pass the whole file with its front matter blanked to empty lines, so that positions are those of the file. */
export function parseBody(text: string): Body {
  const tree = parser.parse(text);
  inlineReferences(tree);
  const body: Body = { tree, links: [], paragraphs: [], headings: [], html: [], images: [], words: 0 };
  visit(tree, (node) => {
    if (node.type === "image") body.images.push({ url: node.url, ...start(node) });
    if (node.type === "imageReference") body.images.push({ url: node.identifier, ...start(node) });
  });
  visit(tree, (node) => {
    if (node.type === "code") body.words += wordCount(node.value);
    if (node.type === "html") body.html.push({ value: node.value, ...start(node) });
    if (node.type === "heading") {
      body.headings.push({ depth: (node satisfies Heading).depth, text: toString(node) });
      body.words += wordCount(toString(node));
      body.links.push(...linksIn(node, toString(node)));
      body.html.push(...htmlIn(node));
      return SKIP;
    }
    if (node.type === "paragraph" || node.type === "tableCell") {
      const paragraph = readParagraph(node as Paragraph); // a table cell has the same phrasing children
      body.paragraphs.push(paragraph);
      body.words += wordCount(toString(node));
      body.links.push(...paragraph.links);
      body.html.push(...htmlIn(node));
      return SKIP;
    }
    return undefined;
  });
  return body;
}

/** Makes `[words][label]` with its definition the same link as `[words](url)`, so that no link escapes the check. */
function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>(); // e.g. "post" → [post]: ../claims/some-id.md
  visit(tree, "definition", (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  visit(tree, "linkReference", (node, index, parent) => {
    const definition = definitions.get(node.identifier);
    if (!definition || !parent || index === undefined) return;
    const { children, position } = node;
    parent.children[index] = { type: "link", url: definition.url, title: definition.title, children, position };
  });
}

function readParagraph(node: Paragraph): BodyParagraph {
  const spans = splitSentences(toString(node));
  const links: BodyLink[] = [];
  const linked = new Set<number>();
  let offset = 0; // in the paragraph's plain text
  visit(node, (child) => {
    if ("children" in child && child.type !== "link") return undefined;
    const length = toString(child).length;
    if (child.type === "link") {
      const first = sentenceAt(spans, (span) => offset < span.end);
      const last = sentenceAt(spans, (span) => offset + length <= span.end);
      links.push(...linksIn(child, spans[first]?.text ?? ""));
      for (let i = first; i <= last; i++) linked.add(i);
    }
    offset += length;
    return SKIP;
  });
  return {
    isCell: (node.type as string) === "tableCell",
    sentences: spans.map(({ text }, i) => ({ text, linked: linked.has(i) })),
    links,
    ...start(node),
  };
}

function sentenceAt(spans: readonly Sentence[], test: (span: Sentence) => boolean): number {
  const index = spans.findIndex(test);
  return index === -1 ? spans.length - 1 : index;
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
