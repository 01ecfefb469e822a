/**
 * The quick way for the commonest body: headings and paragraphs of plain words and inline links. It reads the very words, links and
 * places that remark reads (a test holds the two together) at a small part of the cost; any other text is left to remark.
 */

export interface PlainBlock {
  /** 1 to 6 for a heading, 0 for a paragraph. */
  depth: number;
  /** Its words without markup. */
  text: string;
  line: number;
  links: PlainLink[];
  /** Place in the file of a character of `text`, by its offset. */
  positionAt(offset: number): { line: number; column: number };
}

export interface PlainLink {
  url: string;
  text: string;
  /** Offset of its words in the text of the block. */
  from: number;
  line: number;
  column: number;
}

/** A link as most are written: words without markup, an address without anything to decode. */
const LINK = /\[([^\s^[\]](?:[^[\]\n]*[^\s[\]])?)\]\(([^\s()<>\\&[\]]+)\)/g;
/** In a text: what may be markup, an entity, an escape or an address that becomes a link by itself. */
// eslint-disable-next-line no-control-regex -- remark gives some controls a meaning
const MARKUP = /[*_`~<>&\\!|[\]@\0-\x09\x0b-\x1f\x7f-\x9f\uFEFF\uFFFD]|:\/\/|www\./i;
/** At the start of a line: headings, quotations, lists, rules, tables; at either end: space that has a meaning. */
const BLOCK = /^(?:[#>\-+=:\s]|\d{1,9}[.)])|\s$/;
/** A heading; one that ends in # or starts with another sign of a block is left to remark. */
const HEADING = /^(#{1,6}) (?=[^\s#])(.*[^\s#])$/;

/** The blocks of a text that is only plain headings and paragraphs; null for any other text. */
export function readPlainBlocks(text: string): PlainBlock[] | null {
  const blocks: PlainBlock[] = [];
  let open: string[] = [];
  let firstLine = 0;
  const close = (): boolean => {
    if (open.length === 0) return true;
    const block = readBlock(open.join("\n"), 0, firstLine, 0);
    open = [];
    if (block) blocks.push(block);
    return block !== null;
  };
  let at = 0;
  for (let line = 1; at <= text.length; line++) {
    let end = text.indexOf("\n", at);
    if (end === -1) end = text.length;
    if (end === at) {
      if (!close()) return null;
    } else {
      const words = text.slice(at, end);
      const heading = words.startsWith("#") ? HEADING.exec(words) : null;
      if (heading) {
        const depth = heading[1]?.length ?? 0;
        const block = close() ? readBlock(heading[2] ?? "", depth, line, depth + 1) : null;
        if (!block) return null;
        blocks.push(block);
      } else {
        if (BLOCK.test(words)) return null;
        if (open.length === 0) firstLine = line;
        open.push(words);
      }
    }
    at = end + 1;
  }
  return close() ? blocks : null;
}

/** @param raw the source of the block without the marks of a heading, which take `indent` columns before it. */
function readBlock(raw: string, depth: number, line: number, indent: number): PlainBlock | null {
  const placeIn = (index: number) => {
    const lineStart = raw.lastIndexOf("\n", index - 1) + 1;
    if (lineStart === 0) return { line, column: indent + index + 1 };
    return { line: line + raw.slice(0, lineStart).split("\n").length - 1, column: index - lineStart + 1 };
  };
  const links: PlainLink[] = [];
  const pieces: { from: number; index: number }[] = [{ from: 0, index: 0 }]; // offsets in the text and in the source, where they part
  let text = "";
  let end = 0;
  for (const match of raw.includes("[") ? raw.matchAll(LINK) : []) {
    const [whole, words = "", url = ""] = match;
    const before = raw.slice(end, match.index);
    if (MARKUP.test(before) || MARKUP.test(words)) return null;
    text += before;
    links.push({ url, text: words, from: text.length, ...placeIn(match.index) });
    pieces.push({ from: text.length, index: match.index + 1 });
    text += words;
    end = match.index + whole.length;
    pieces.push({ from: text.length, index: end });
  }
  const rest = raw.slice(end);
  if (MARKUP.test(rest)) return null;
  text += rest;
  const positionAt = (offset: number) => {
    const piece = pieces.findLast(({ from }) => from <= offset) ?? { from: 0, index: 0 };
    return placeIn(piece.index + offset - piece.from);
  };
  return { depth, text, line, links, positionAt };
}
