/** Values to the text of a file, written as the files of the dossier are. */
import { Document, isScalar, visit } from "yaml";
import { ID_PATTERN } from "../model/fields.ts";
import type { Values } from "./flags.ts";
import { fileOrder } from "./fields.ts";
import { scaffoldOf, type Word } from "./words.ts";

/** E.g. "---\npublisher: Example News\n…\n---\n", and the body below it where there is one. */
export function entryText(word: Word, values: Values, body = ""): string {
  const data = assemble(word, values);
  const known = fileOrder(word);
  const names = [...known, ...Object.keys(data).filter((name) => !known.includes(name))];
  const document = new Document(Object.fromEntries(names.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]]))));
  visit(document, {
    Seq(_key, list) {
      list.flow = list.items.every((item) => isScalar(item) && typeof item.value === "string" && ID_PATTERN.test(item.value));
    },
  });
  const fields = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${fields}---\n${body.trim() ? `\n${body.trim()}\n` : ""}`;
}

/** The values as the front matter has them: what the word says by itself is added, the parts of a record become one, by the first source. */
function assemble(word: Word, values: Values): Record<string, unknown> {
  const { fixed, record } = scaffoldOf(word);
  if (!record) return { ...values, ...fixed };
  const { field, parts } = record;
  const given = Object.entries(values).filter(([name]) => parts.includes(name));
  const rest = Object.entries(values).filter(([name]) => !parts.includes(name));
  const { sources } = values;
  const source: unknown = Array.isArray(sources) ? sources[0] : undefined;
  const records = values[field] ?? [{ ...(source === undefined ? {} : { source }), ...Object.fromEntries(given) }];
  return { ...Object.fromEntries(rest), [field]: records, ...fixed };
}
