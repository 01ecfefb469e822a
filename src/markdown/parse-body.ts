/** Body text in, syntax tree and links out. Each body is parsed once; checking, backlinks and rendering share the result. */
import type { Blockquote, Definition, Heading, InlineCode, Link, Node, Paragraph, PhrasingContent, Root, TableRow, Text } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { wordCount } from "../model/fields.ts";
import { parseLink, type LinkTarget } from "./links.ts";
import { readPlainBlocks, type PlainLink } from "./plain-blocks.ts";
import { splitSentences, type Sentence } from "./sentences.ts";

export interface BodyLink {
  /** As written, e.g. "../claims/trump-petro-drug-leader.md". */
  url: string;
  /** What the address means. */
  target: LinkTarget;
  text: string;
  /** The sentence that makes the link, as plain text. */
  readonly sentence: string;
  line: number;
  column: number;
}

/** The words of a paragraph or heading without markup, and where in the file each of them is. */
export interface BodyText {
  text: string;
  line: number;
  column: number;
  /** Place in the file of a character of `text`, by its offset. */
  positionAt(offset: number): { line: number; column: number };
  /** Whether a character of `text` is between backticks. */
  isCodeAt(offset: number): boolean;
}

export interface BodyParagraph extends BodyText {
  /** A cell of a table holds text and links like a paragraph, but makes no statement by itself. */
  isCell: boolean;
  readonly sentences: readonly BodySentence[];
  links: BodyLink[];
}

export interface BodyHeading extends BodyText {
  depth: number;
}

export interface BodySentence {
  text: string;
  linked: boolean;
}

export interface Body {
  readonly tree: Root;
  links: BodyLink[];
  paragraphs: BodyParagraph[];
  headings: BodyHeading[];
  /** Raw HTML found, which bodies must not have. */
  html: { value: string; line: number; column: number }[];
  /** Images found, by their address; bodies are text. */
  images: { url: string; line: number; column: number }[];
  /** Titles of links, as in `[words](address "title")`, which bodies must not have. */
  titles: { title: string; line: number; column: number }[];
  /** Blocks of code, with what stands behind the opening fence. */
  codes: { info: string; line: number; column: number }[];
  /** Rows of tables below their heads. */
  rows: { text: string; links: BodyLink[]; line: number; column: number }[];
  /** Block quotations, the outermost ones: the words of their paragraphs. */
  quotes: { text: string; line: number; column: number }[];
  readonly words: number;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Parses a body. Pass the whole file with its front matter blanked to empty lines, so that positions are those of the file. */
export function parseBody(text: string): Body {
  return parseQuickly(text) ?? parseThoroughly(text);
}

/** The body of a text that is only plain headings and paragraphs; null for any other. Its tree is made when a page shows it. */
export function parseQuickly(text: string): Body | null {
  const blocks = readPlainBlocks(text);
  if (!blocks) return null;
  const parts = { links: [], paragraphs: [], headings: [], html: [], images: [], titles: [], codes: [], rows: [], quotes: [] } as Omit<
    Body,
    "words" | "tree"
  >; // filled just below
  for (const { depth, text: words, line, links, positionAt } of blocks) {
    const own: BodyText = { text: words, line, column: 1, positionAt, isCodeAt: () => false };
    if (depth === 0) addParagraph(parts, own, links, false);
    else {
      parts.headings.push({ depth, ...own });
      for (const link of links) parts.links.push(toLink(link, () => words));
    }
  }
  return withLazyParts(parts, () => parser.parse(text));
}

/** The same for any text, by remark. */
export function parseThoroughly(text: string): Body {
  const tree = parser.parse(text);
  inlineReferences(tree);
  const parts = { links: [], paragraphs: [], headings: [], html: [], images: [], titles: [], codes: [], rows: [], quotes: [] } as Omit<
    Body,
    "words" | "tree"
  >; // filled just below
  collect(tree, text, parts);
  return withLazyParts(parts, () => tree);
}

/** The tree is for rendering, the number of words for the length of a page: a check asks for neither. */
function withLazyParts(parts: Omit<Body, "words" | "tree">, parse: () => Root): Body {
  let tree: Root | undefined;
  let words: number | undefined;
  return {
    ...parts,
    get tree() {
      return (tree ??= parse());
    },
    get words() {
      return (words ??= countWords(this.tree));
    },
  };
}

function collect(tree: Root, text: string, body: Omit<Body, "words" | "tree">): void {
  visit(tree, (node, index) => {
    if (node.type === "image") body.images.push({ url: node.url, ...start(node) });
    if (node.type === "imageReference") body.images.push({ url: node.identifier, ...start(node) });
    if (node.type === "link" && typeof node.title === "string") body.titles.push({ title: node.title, ...start(node) });
    if (node.type === "code") body.codes.push({ info: `${node.lang ?? ""} ${node.meta ?? ""}`.trim(), ...start(node) });
    if (node.type === "tableRow" && index) body.rows.push({ text: wordsOf(node), links: linksIn(node, () => ""), ...start(node) });
    if (node.type === "html") body.html.push({ value: node.value, ...start(node) });
  });
  visit(tree, "blockquote", (node) => {
    body.quotes.push({ text: wordsOf(node), ...start(node) });
    return SKIP;
  });
  visit(tree, (node) => {
    if (node.type === "heading") {
      const words = toString(node);
      body.headings.push({ depth: (node satisfies Heading).depth, ...readText(node, words, text) });
      body.links.push(...linksIn(node, () => words));
      return SKIP;
    }
    if (node.type === "paragraph" || node.type === "tableCell") {
      const paragraph = node as Paragraph; // a table cell has the same phrasing children
      addParagraph(body, readText(paragraph, toString(node), text), spansOf(paragraph), node.type === "tableCell");
      return SKIP;
    }
    return undefined;
  });
}

/** The words of the paragraphs, or of the cells, inside a block. */
function wordsOf(block: Blockquote | TableRow): string {
  const words: string[] = [];
  visit(block, (node) => {
    if (node.type !== "paragraph" && node.type !== "tableCell") return undefined;
    words.push(toString(node));
    return SKIP;
  });
  return words.join(" ");
}

function addParagraph(body: Pick<Body, "paragraphs" | "links">, own: BodyText, spans: readonly LinkSpan[], isCell: boolean): void {
  // Most paragraphs are never asked for their sentences in a run of the check, and to split them costs more than all the rest.
  let split: readonly Sentence[] | undefined;
  const splitOnce = () => (split ??= splitSentences(own.text));
  const links = spans.map((span) =>
    toLink(span, () => splitOnce()[sentenceAt(splitOnce(), (sentence) => span.from < sentence.end)]?.text ?? ""),
  );
  let sentences: BodySentence[] | undefined;
  body.paragraphs.push({
    ...own,
    isCell,
    get sentences() {
      return (sentences ??= markLinked(splitOnce(), spans));
    },
    links,
  });
  for (const link of links) body.links.push(link);
}

function countWords(tree: Root): number {
  let words = 0;
  visit(tree, (node) => {
    if (node.type === "code") words += wordCount(node.value);
    if (node.type !== "heading" && node.type !== "paragraph" && node.type !== "tableCell") return undefined;
    words += wordCount(toString(node));
    return SKIP;
  });
  return words;
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

/** A link with the offset of its words in the text that holds it. */
type LinkSpan = PlainLink;

function spansOf(node: Paragraph): LinkSpan[] {
  const spans: LinkSpan[] = [];
  let offset = 0;
  const walk = (child: PhrasingContent): void => {
    if (child.type === "link") spans.push({ url: child.url, text: toString(child), from: offset, ...start(child) });
    if ("children" in child) return child.children.forEach(walk);
    offset += toString(child).length;
  };
  node.children.forEach(walk);
  return spans;
}

/** @param text the node's words; their places are looked up only when something is wrong with them. */
function readText(node: Paragraph | Heading, text: string, source: string): BodyText {
  return {
    text,
    ...start(node),
    positionAt: (offset) => {
      const { leaf, from } = leafAt(node, offset);
      return leaf?.type === "text" ? positionInText(leaf, offset - from, source) : start(leaf ?? node);
    },
    isCodeAt: (offset) => leafAt(node, offset).leaf?.type === "inlineCode",
  };
}

/** The text or code that holds a character of a node's words, and the offset at which it begins. */
function leafAt(node: Paragraph | Heading, offset: number): { leaf: Text | InlineCode | null; from: number } {
  let leaf: Text | InlineCode | null = null;
  let from = 0;
  let end = 0;
  visit(node, (child) => {
    if ("children" in child) return;
    if ((child.type === "text" || child.type === "inlineCode") && end <= offset) [leaf, from] = [child, end];
    end += toString(child).length;
  });
  return { leaf, from };
}

function markLinked(spans: readonly Sentence[], links: readonly LinkSpan[]): BodySentence[] {
  const linked = new Set<number>();
  for (const { from, text: words } of links) {
    const to = from + words.length;
    const first = sentenceAt(spans, (span) => from < span.end);
    const last = sentenceAt(spans, (span) => to <= span.end);
    for (let i = first; i <= last; i++) linked.add(i);
  }
  return spans.map(({ text }, i) => ({ text, linked: linked.has(i) }));
}

function sentenceAt(spans: readonly Sentence[], test: (span: Sentence) => boolean): number {
  const index = spans.findIndex(test);
  return index === -1 ? spans.length - 1 : index;
}

/** Walks the text and its source side by side: a backslash, an entity or the indent of a line is in the source alone. */
function positionInText(node: Text, index: number, source: string): { line: number; column: number } {
  const { line, column } = start(node);
  let at = node.position?.start.offset ?? 0;
  const begin = at;
  const end = node.position?.end.offset ?? at;
  for (let i = 0; at < end;) {
    if (source[at] !== node.value[i]) {
      const entity = source[at] === "&" ? /^&[#\w]+;/.exec(source.slice(at, at + 40))?.[0] : undefined;
      if (entity && i++ === index) break;
      at += entity?.length ?? 1;
      continue;
    }
    if (i === index) break;
    i++;
    at++;
  }
  const before = source.slice(begin, at).split("\n");
  return before.length === 1
    ? { line, column: column + at - begin }
    : { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

function linksIn(node: Node, sentence: () => string): BodyLink[] {
  const links: BodyLink[] = [];
  visit(node as Root, "link", (link: Link) => void links.push(toLink({ url: link.url, text: toString(link), ...start(link) }, sentence)));
  return links;
}

function toLink({ url, text, line, column }: Omit<LinkSpan, "from">, sentence: () => string): BodyLink {
  return {
    url,
    target: parseLink(url),
    text,
    get sentence() {
      return sentence().trim();
    },
    line,
    column,
  };
}

function start(node: Node): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
