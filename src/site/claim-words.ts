/** How a claim is put into words. The speaker comes first: a claim never appears without who makes it. */
import { nameOf, type ClaimNode, type DossierNode } from "../graph/nodes.ts";
import { formatDay } from "../model/dates.ts";
import { capitalize } from "./words.ts";

export interface ClaimWords {
  /** Who says it, when the claim's own sentence does not: "The Wall Street Journal:"; else null. */
  says: string | null;
  text: string;
}

/** claimWords(claim) → { says: "The Wall Street Journal:", text: "…" }, or { says: null, text: "Trump called …" } where the sentence names its speaker. */
export function claimWords(claim: ClaimNode): ClaimWords {
  const text = claim.data.text.replace(/\.$/, "");
  return { says: namesSpeaker(claim) ? null : `${capitalize(claim.assertedBy.data.name)}:`, text };
}

/** The claim as one line of plain text, for titles, descriptions and labels. */
export function claimLine(claim: ClaimNode): string {
  const { says, text } = claimWords(claim);
  return says ? `${says} ${text}` : text;
}

/** The name of any entry; a claim keeps its speaker in the same line, and what was withdrawn is not repeated by its correction. */
export function entryName(node: DossierNode): string {
  if (node.kind === "claim") return claimLine(node);
  if (node.kind !== "correction") return nameOf(node);
  const { entry, data } = node;
  return `Correction of ${formatDay(data.date)}: ${entry.data.withdrawn ? entry.id : entryName(entry)}`;
}

/** claimNumber(claim) → "C4"; null for a claim without a number. */
export function claimNumber(claim: ClaimNode): string | null {
  return claim.data.number === undefined ? null : `C${claim.data.number}`;
}

/** Words of a body's name that do not name it by themselves; an administration is not named by its head. */
const GENERIC = /^(?:United|States|Government|Department|Ministry|Office|House|Foreign)$/;

function namesSpeaker(claim: ClaimNode): boolean {
  const { name, aliases = [], kind } = claim.assertedBy.data;
  const words = name.split(/[\s,()]+/);
  const isTelling = (word: string) => /^(?:\p{Lu}{3,}|\p{Lu}\S{4,})$/u.test(word) && !GENERIC.test(word);
  const ofBody = /administration$/i.test(name) ? [] : words.filter(isTelling);
  const short = kind === "person" ? [words.at(-1) ?? name] : ofBody;
  const opening = wordsOf(claim.data.text.slice(0, 110));
  return [name, ...aliases, ...short].some((candidate) => opening.includes(wordsOf(candidate)));
}

/** wordsOf("Trump’s post") → " trump s post ", so that whole words are compared. */
function wordsOf(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
