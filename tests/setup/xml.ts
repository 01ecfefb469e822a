/** XML as libxml2 reads it: whether it is well-formed, whether it is an Atom feed, and what is in it. */
import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument, XmlElement, XmlLibError } from "libxml2-wasm";

const NAMESPACES = { atom: "http://www.w3.org/2005/Atom" };

/** What RFC 4287 demands that its RELAX NG schema cannot say. */
const ATOM_RULES = [
  ["an entry without author", "//atom:entry[not(atom:author) and not(../atom:author)]"],
  ["an entry without link", "//atom:entry[not(atom:link[not(@rel) or @rel='alternate']) and not(atom:content)]"],
  ["an id twice", "//atom:entry[atom:id = preceding-sibling::atom:entry/atom:id]"],
] as const;

/** The first thing that makes a text no well-formed XML, or null. */
export function findXmlFault(text: string): string | null {
  return faultOf(() => read(text, () => null));
}

/** The first thing that makes a text no Atom feed as RFC 4287 has it, or null. */
export function findAtomFault(text: string): string | null {
  return faultOf(() =>
    read(text, (document) => {
      atomSchema().validate(document);
      return ATOM_RULES.find(([, path]) => document.get(path, NAMESPACES))?.[0] ?? null;
    }),
  );
}

/** The texts of what an XPath finds; `atom:` is Atom's namespace. textsAt(feed, "//atom:entry/atom:id") → ["https://…"] */
export function textsAt(text: string, path: string): string[] {
  return read(text, (document) => document.find(path, NAMESPACES).map(({ content }) => content));
}

/** The names of the elements in each element that an XPath finds: childNamesAt(rss, "//item") → [["title", "link", …], …] */
export function childNamesAt(text: string, path: string): string[][] {
  return read(text, (document) =>
    document
      .find(path, NAMESPACES)
      .map((node) =>
        node.find("*").flatMap((child) => (child instanceof XmlElement ? [[child.prefix, child.name].filter(Boolean).join(":")] : [])),
      ),
  );
}

/** The parser's memory is not the script's: each document gives its own back. */
function read<Value>(text: string, use: (document: XmlDocument) => Value): Value {
  const document = XmlDocument.fromString(text);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

let schema: RelaxNGValidator | undefined;

function atomSchema(): RelaxNGValidator {
  schema ??= RelaxNGValidator.fromDoc(XmlDocument.fromString(readFileSync("tests/fixtures/standards/atom.rng", "utf8")));
  return schema;
}

function faultOf(find: () => string | null): string | null {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    const [first] = error.details;
    return first ? `line ${first.line}: ${first.message.trim()}` : error.message;
  }
}
