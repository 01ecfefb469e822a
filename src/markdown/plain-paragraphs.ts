/**
 * The quick way for the commonest body: paragraphs of plain words and inline links. It gives the very tree that remark gives (a
 * test holds the two together) at a small part of the cost; any other text is left to remark.
 */
import type { Paragraph, PhrasingContent, Root } from "mdast";
import type { Point } from "unist";

/** A link as most are written: words without markup, an address without anything to decode. */
const LINK = /\[([^\s^[\]][^[\]\n]*)\]\(([^\s()<>\\&[\]]+)\)/g;
/** In a text: what may be markup, an entity, an escape or an address that becomes a link by itself. */
const MARKUP = /[*_`~<>&\\!|[\]@\p{Cc}\uFEFF\uFFFD]|:\/\/|www\./iu;
/** At the start of a line: headings, quotations, lists, rules, tables; at either end: space that has a meaning. */
const BLOCK = /^(?:[#>\-+=:\s]|\d{1,9}[.)])|\s$/;

/** The tree of a text that is only plain paragraphs; null for any other text. */
export function parsePlainParagraphs(text: string): Root | null {
  const root: Root = { type: "root", children: [], position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) } };
  let offset = 0;
  let open: { lines: string[]; line: number; offset: number } | null = null;
  const close = (): boolean => {
    if (!open) return true;
    const paragraph = readParagraph(open.lines, open.line, open.offset);
    open = null;
    if (paragraph) root.children.push(paragraph);
    return paragraph !== null;
  };
  for (const [i, line] of text.split("\n").entries()) {
    if (line === "") {
      if (!close()) return null;
    } else {
      if (BLOCK.test(line)) return null;
      open ??= { lines: [], line: i + 1, offset };
      open.lines.push(line);
    }
    offset += line.length + 1;
  }
  return close() ? root : null;
}

function readParagraph(lines: readonly string[], firstLine: number, firstOffset: number): Paragraph | null {
  const text = lines.join("\n");
  const children: PhrasingContent[] = [];
  const pointAt = (index: number): Point => {
    const before = text.slice(0, index);
    const breaks = lines.length === 1 ? 0 : before.split("\n").length - 1;
    const lineStart = breaks === 0 ? 0 : before.lastIndexOf("\n") + 1;
    return { line: firstLine + breaks, column: index - lineStart + 1, offset: firstOffset + index };
  };
  /** Adds the words from one index to another; false where they may be more than words. */
  const addText = (from: number, to: number): boolean => {
    if (from === to) return true;
    const value = text.slice(from, to);
    if (MARKUP.test(value.replaceAll("\n", " "))) return false;
    children.push({ type: "text", value, position: { start: pointAt(from), end: pointAt(to) } });
    return true;
  };
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, words = "", url = ""] = match;
    if (!addText(end, match.index) || MARKUP.test(words)) return null;
    const start = match.index;
    end = start + whole.length;
    const inside = { start: pointAt(start + 1), end: pointAt(start + 1 + words.length) };
    children.push({
      type: "link",
      title: null,
      url,
      children: [{ type: "text", value: words, position: inside }],
      position: { start: pointAt(start), end: pointAt(end) },
    });
  }
  if (!addText(end, text.length)) return null;
  return { type: "paragraph", children, position: { start: pointAt(0), end: pointAt(text.length) } };
}

function endOf(text: string): Point {
  const last = text.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) line++;
  return { line, column: text.length - last + 1, offset: text.length };
}
