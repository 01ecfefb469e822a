/** Ids for new entries, in the way of those on file, and who has an id already. */
import { toId } from "../check/explain-issue.ts";
import { ID_PATTERN } from "../model/fields.ts";
import type { Existing } from "./existing.ts";
import type { Values } from "./flags.ts";
import { fileOf, scaffoldOf, type Word } from "./words.ts";

const LONGEST = 40;
const SMALL_WORDS = new Set(
  "a an and are as at by for from had has have in is it of on or s said say says that the their to was were which with".split(" "),
);

/** How ids of leads begin, by the kind of lead. */
const LEAD_STARTS: Readonly<Record<string, string>> = {
  "unconfirmed-strike": "unconfirmed",
  "unplaced-person": "unplaced",
  "count-difference": "counts",
  "known-unknown": "unknown",
};

/** The id that is given or follows from the values, or the sentences that say why it cannot be had. */
export function chooseId(
  word: Word,
  values: Values,
  given: string | undefined,
  existing: Existing,
  folder: string,
): { id: string } | { fault: string } {
  const id = given ?? deriveId(word, values);
  if (!ID_PATTERN.test(id)) {
    const fixed = toId(id);
    const remedy = fixed ? `Write \`--id ${fixed}\`` : "Add one with `--id some-id`";
    const what = id ? `The id is "${id}", which is not kebab-case ASCII.` : "No id follows from the fields.";
    return { fault: `${what} ${remedy}: lower-case letters, digits and single hyphens.` };
  }
  const owner = given === undefined ? ownerOfDerived(word, id, existing) : ownerOf(word, id, existing);
  if (owner === null) return { id };
  const isFormer = ![fileOf(word, id), fileOf(word, `${id}-a`)].includes(owner);
  const what = isFormer ? `${folder}/${owner} was published under the id \`${id}\` before` : `There is ${folder}/${owner} already`;
  return {
    fault: `${what}, and an id belongs to one entry for ever. If this is another one, add \`--id ${findFreeId(word, id, existing)}\`.`,
  };
}

/** deriveId("source", { publisher: "Example News", published: "2026-07-03" }) → "example-news-2026-07-03"; empty when nothing gives one. */
export function deriveId(word: Word, values: Values): string {
  const text = (name: string) => String(values[name] ?? "");
  switch (word) {
    case "strike":
      return join("strike", toId(text("date"))); // of "2026-06-21~" the day
    case "event":
      return shorten(text("label") || text("title"));
    case "claim":
      return shorten(text("text"));
    case "actor":
    case "place":
      return plainId(text("name").replace(/[,(].*$/, "")); // of "Doral, Florida" the town
    case "source":
      return join(plainId(text("publisher")), toId(text("published")) || shorten(text("title"), 24));
    case "total": // of its source only what names the publisher: "anews-2025-11-17" → "anews"
      return join("total", toId(text("asOf")), text("source").replace(/-\d{4}(-\d\d){0,2}$/, ""));
    case "series":
    case "article":
      return shorten(text("title"));
    case "correction":
      return join(text("entry").replace(/^.*\//, ""), toId(text("date")));
    case "lead": {
      const isOfStrike = text("kind").endsWith("-strike") && values["date"] !== undefined;
      return join(LEAD_STARTS[text("kind")] ?? "lead", isOfStrike ? toId(text("date")) : shorten(text("title")));
    }
  }
}

/** The file that has the id, relative to the content folder, or had it formerly; null when the id is free. */
function ownerOf(word: Word, id: string, existing: Existing): string | null {
  const { kind } = scaffoldOf(word);
  const isSame = (other: string) => other.toLowerCase() === id.toLowerCase(); // some file systems ignore case
  const owner = existing.idsOf(kind).find(isSame) ?? existing.formerIdsOf(kind).find(({ formerId }) => isSame(formerId))?.id;
  return owner === undefined ? null : fileOf(word, owner);
}

/**
 * The same for an id that follows from the values. Of several strikes of one day, the first is on file as strike-2025-11-09-a: then
 * the day by itself is not free either.
 */
export function ownerOfDerived(word: Word, id: string, existing: Existing): string | null {
  return ownerOf(word, id, existing) ?? (word === "strike" ? ownerOf(word, `${id}-a`, existing) : null);
}

/** The next id that is free: strikes of one day end in letters, all else in numbers. */
export function findFreeId(word: Word, id: string, existing: Existing): string {
  for (let next = 2; ; next++) {
    const end = word === "strike" && next <= 26 ? String.fromCharCode(96 + next) : String(next);
    if (ownerOf(word, `${id}-${end}`, existing) === null) return `${id}-${end}`;
  }
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join("-");
}

/** plainId("U.S. Navy") → "us-navy" */
function plainId(text: string): string {
  return toId(text.replace(/[.’'“”"]/g, ""));
}

/** shorten("A campaign against boats widens toward governments") → "campaign-against-boats-widens-toward" */
function shorten(text: string, longest = LONGEST): string {
  const words = plainId(text)
    .split("-")
    .filter((word) => word && !SMALL_WORDS.has(word));
  let id = "";
  for (const word of words) {
    const longer = join(id, word);
    if (longer.length > longest) break;
    id = longer;
  }
  return id || plainId(text).slice(0, longest).replace(/-$/, "");
}
