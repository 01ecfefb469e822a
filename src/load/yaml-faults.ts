/** What is wrong with a YAML text, in the words of its editor and not of its parser. */
import { isScalar, visit, type Document, type YAMLError } from "yaml";

export interface YamlFault {
  offset: number;
  message: string;
  advice: string;
}

/** Whoever has mended so many checks again; thousands would only be slow to find and tiring to read. */
const MAX_FAULTS = 20;

/** One fault for each line that has one: what the parser says after the first follows from it. */
export function findYamlFaults(document: Document, text: string): YamlFault[] {
  const all = [...document.errors, ...document.warnings];
  const [first] = all;
  // Behind a bracket or a quotation mark that is never closed, everything is read as what it is not.
  const isNeverClosed = first && (/^Flow/.test(first.message) || (first.code === "MISSING_CHAR" && /quote|flow/i.test(first.message)));
  const errors = isNeverClosed ? [first] : all;
  const tabs = errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const seen = new Set<number>(); // starts of lines
  return (tabs.length > 0 ? tabs : errors) // behind a tab nothing is where it should be
    .slice(0, MAX_FAULTS)
    .map((error) => explain(error, document, text))
    .filter(({ offset }) => {
      const line = text.lastIndexOf("\n", offset - 1);
      if (seen.has(line)) return false;
      seen.add(line);
      return true;
    });
}

const QUOTE_IT = "Put the text between double quotation marks.";
const BAD_INDENT = "The line is not indented like the lines it belongs with.";
const TWO_SPACES = "Indent with two spaces for each level.";
const ONE_FIELD = "Write one field per line, as `name: value`, with a space after the colon.";

function explain({ code, message, pos: [offset] }: YAMLError, document: Document, text: string): YamlFault {
  const rest = /.*/.exec(text.slice(offset, offset + 5000))?.[0] ?? ""; // e.g. "Trump said: no"
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset); // e.g. "text: "
  const word = rest.split(/:(?:\s|$)/)[0] ?? "";
  const fault = (says: string, advice: string, at = offset): YamlFault => ({ offset: at, message: says, advice });
  switch (code) {
    case "DUPLICATE_KEY":
      return fault(`\`${word}\` is there twice.`, "Keep one of the two fields.");
    case "TAB_AS_INDENT":
      return fault("The line is indented with a tab.", "Indent with spaces, two for each level.");
    case "BLOCK_AS_IMPLICIT_KEY":
      if (/block sequence/.test(message)) return fault(BAD_INDENT, TWO_SPACES);
      if (/:\s/.test(rest)) return fault("A colon in this text makes YAML take it for a field of its own.", QUOTE_IT);
      return fault(
        "The line after this one is indented, and this field has its value already.",
        "Give both lines the same indent, or put a long text after `>-`.",
      );
    case "MISSING_CHAR": {
      if (/Sequence item/.test(message)) return fault(BAD_INDENT, TWO_SPACES);
      const opening = /quote/.test(message) ? findQuoteThatEndsAt(document, offset) : undefined;
      if (opening === undefined) return fault("This is no field.", ONE_FIELD);
      return fault("The quotation mark that opens here is never closed.", "Close it at the end of the text.", opening);
    }
    case "MULTILINE_IMPLICIT_KEY":
      return fault("This line is no field.", ONE_FIELD);
    case "BAD_INDENT":
      if (/^Flow/.test(message))
        return fault(
          "A bracket that opens above this line is never closed.",
          "Close it, or write the list one item a line, each after a hyphen.",
        );
      return fault(BAD_INDENT, TWO_SPACES);
    case "BAD_SCALAR_START":
    case "TAG_RESOLVE_FAILED":
      return fault(`A text cannot start with ${rest.charAt(0)} in YAML.`, QUOTE_IT);
    case "BAD_DQ_ESCAPE":
      return fault(
        "A backslash has a meaning of its own between double quotation marks.",
        "Write \\\\ for a backslash, or use single quotation marks.",
      );
    case "UNEXPECTED_TOKEN":
      if (/block-seq-ind/.test(message))
        return fault("A list cannot start on the line of its field.", "Start it on the next line, indented by two spaces.");
      if (/:\s+\*/.test(before))
        return fault("A text cannot start with * in YAML.", QUOTE_IT, offset - before.length + before.indexOf("*"));
      if (/:\s+'/.test(before))
        return fault(
          "Text follows the closing quotation mark.",
          "Put the whole text between double quotation marks; a single one ends at its first apostrophe.",
        );
      return fault("Text follows the end of this value.", "Put the whole text between quotation marks, those inside it of the other kind.");
    default:
      return fault(`The YAML cannot be read: ${message}.`, QUOTE_IT);
  }
}

function findQuoteThatEndsAt(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, (_key, node) => {
    if (isScalar(node) && node.type?.startsWith("QUOTE") && node.range && node.range[1] >= end) start ??= node.range[0];
  });
  return start;
}
