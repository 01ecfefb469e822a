/** One entry file: front matter with positions, and the body. */
import { CORE_SCHEMA, load } from "js-yaml";
import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node } from "yaml";
import { MAX_LINE } from "./read-content.ts";
import { findYamlFaults } from "./yaml-faults.ts";

export interface EntryFile {
  /** The front matter as plain values; null when there is none or it is broken. */
  data: Record<string, unknown> | null;
  /** The file with its front matter blanked, so that positions in the body are those of the file. */
  bodyText: string;
  /** Faults of the front matter itself. */
  faults: { line: number; column: number; message: string; advice: string }[];
  /** Line and column of a field: locate(["roles", 0, "title"]). The nearest field that exists answers for one that is absent. */
  locate(path: readonly (string | number)[], at?: "key" | "value"): { line: number; column: number };
}

const FENCE = /^---[ \t]*\r?\n/;

export function parseEntryFile(text: string): EntryFile {
  const opening = FENCE.exec(text);
  const closing = opening ? /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(opening[0].length - 1)) : null;
  if (!opening || !closing) {
    return {
      data: null,
      bodyText: text,
      faults: [
        {
          line: 1,
          column: 1,
          message: opening ? "The front matter is opened with --- and never closed." : "The file does not start with front matter.",
          advice: "Put the fields between two lines of three hyphens at the top of the file.",
        },
      ],
      locate: () => ({ line: 1, column: 1 }),
    };
  }
  const yamlStart = opening[0].length;
  const yamlEnd = yamlStart - 1 + closing.index;
  const bodyStart = yamlEnd + closing[0].length;
  const yaml = parseYaml(text.slice(yamlStart, Math.max(yamlEnd, yamlStart)), 1);
  const blank = text.slice(0, bodyStart).replace(/[^\n]+/g, "");
  return { ...yaml, bodyText: blank + text.slice(bodyStart) };
}

/**
 * Parses YAML text; `linesBefore` is added to every line number. Values come from the quick parser where the text is of the ordinary
 * kind; the thorough one, which knows positions, reads what is not, what is wrong, and where a field stands.
 */
export function parseYaml(text: string, linesBefore = 0): Omit<EntryFile, "bodyText"> {
  const quick = readQuickly(text);
  if (!quick) return parseThoroughly(text, linesBefore);
  let thorough: Omit<EntryFile, "bodyText"> | undefined;
  return {
    data: quick,
    faults: [],
    locate: (path, at) => (thorough ??= parseThoroughly(text, linesBefore)).locate(path, at),
  };
}

/**
 * What the two parsers may take in two ways, as a property test found: anchors, aliases, tags, directives, comments, keys that are null,
 * quotation marks inside an item, text behind a bracket, tabs, ends of documents, names of the language, numbers beyond all measure.
 */
const UNCOMMON =
  /(?:^|[\s,[{:-])(?:[&*!]|(?:\?|(?:~|[Nn]ull|NULL)? *:)(?!\S))|^(?:[%.]| +---| +$)|(?:^| )#|[{,]\s*(?:~|[Nn]ull|NULL)\s*[,}]|[}\]] *[^\s,:}\]]|^ *(?:- +)+(?=["'])(?!(?:'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*") *$)|[|>][+-]?\d|[\t\u0085\u2028\u2029\uFEFF]|\b(?:__proto__|constructor|prototype)\b|<<|\r(?!\n)|\b0[bB]\d|\d_\d|[\d.][eE][+-]?\d{3}|\d{300}/m;

/** No entry has so many fields, and the parsers compare each with the others. */
const MAX_LINES = 5000;

/** Whether it has a run on which the pattern above would take time that grows with its square. */
function hasLongRun(text: string): boolean {
  return text.includes(MANY_SPACES) || hasLongLine(text);
}

function hasManyLines(text: string): boolean {
  return text.length > MAX_LINES && text.split("\n").length > MAX_LINES;
}

function hasLongLine(text: string): boolean {
  return text.length > MAX_LINE && text.split("\n").some((line) => line.length > MAX_LINE);
}

const MANY_SPACES = " ".repeat(80);

/** The fields of YAML text of the ordinary kind; null for any other, right or wrong. */
function readQuickly(text: string): Record<string, unknown> | null {
  if (hasManyLines(text) || hasLongRun(text) || UNCOMMON.test(text)) return null;
  try {
    const data = load(text, { schema: CORE_SCHEMA, maxAliases: 0 });
    return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : null; // a mapping
  } catch {
    // What is wrong, and where, is for the thorough parser to say.
    return null;
  }
}

const MAX_DEPTH = 50;

/** Where brackets or marks of items stand inside each other deeper than any entry needs and the parser's stack holds; -1 for nowhere. */
function findDepth(text: string): number {
  const marks = text.search(/(?:[-?:] +){51}/);
  if (marks !== -1) return marks;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "[" || sign === "{") depth++;
    else if ((sign === "]" || sign === "}") && depth > 0) depth--;
    if (depth > MAX_DEPTH) return at;
  }
  return -1;
}

function parseThoroughly(text: string, linesBefore: number): Omit<EntryFile, "bodyText"> {
  const lineCounter = new LineCounter();
  const position = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + linesBefore, column: col };
  };
  const unread = (offset: number, message: string): Omit<EntryFile, "bodyText"> => {
    const before = text.slice(0, offset);
    const start = { line: linesBefore + before.split("\n").length, column: offset - before.lastIndexOf("\n") };
    return {
      data: null,
      faults: message ? [{ ...start, message, advice: "Write one field per line, as `name: value`." }] : [],
      locate: () => start,
    };
  };
  if (hasLongLine(text)) return unread(0, ""); // a fault of the text, which says so by itself
  if (hasManyLines(text)) return unread(0, `The YAML has more than ${MAX_LINES} lines.`);
  const deep = findDepth(text);
  if (deep !== -1) return unread(deep, `The YAML is nested more than ${MAX_DEPTH} levels deep.`);
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const faults = findYamlFaults(document, text).map(({ offset, message, advice }) => ({ ...position(offset), message, advice }));
  let data: unknown = null;
  if (faults.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: 0 });
    } catch {
      faults.push({
        ...position(findAlias(document)),
        message: "The YAML uses an alias (*name).",
        advice: "Write the value out; put text that starts with an asterisk between quotation marks.",
      });
    }
  }
  if (faults.length === 0 && (typeof data !== "object" || data === null || Array.isArray(data))) {
    faults.push({
      line: linesBefore + 1,
      column: 1,
      message: "The front matter is not a list of fields.",
      advice: "Write one field per line, as `name: value`.",
    });
  }
  return {
    data: faults.length === 0 ? (data as Record<string, unknown>) : null, // checked just above
    faults,
    locate: (path, at = "value") => position(findOffset(document, path, at)),
  };
}
/** Offset in the YAML text of the deepest part of the path that exists. */
function findOffset(document: Document, path: readonly (string | number)[], at: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && (isScalar(item.key) ? item.key.value : item.key) === step);
      if (!pair) break;
      offset = startOf(at === "key" && isLast ? pair.key : (pair.value ?? pair.key)) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) break;
      offset = startOf(item) ?? offset;
      node = item;
    } else {
      break;
    }
  }
  return offset;
}

function findAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = startOf(node) ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
