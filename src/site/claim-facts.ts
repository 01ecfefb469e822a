/** What the page of a claim says about it besides the claim itself. */
import { findOrigins, groupByOrigin, originsOnFile, type OriginGroup } from "../graph/origins.ts";
import type { ClaimNode, SourceNode } from "../graph/nodes.ts";
import type { Figure } from "../model/claim.ts";
import { GRADES } from "../model/source.ts";
import { disputersOf } from "../graph/claim-standing.ts";
import { claimLine, claimNumber } from "./claim-words.ts";
import { capitalize, countOf, countWord, listWords, plural } from "./words.ts";

/** kindWords("statement-of-fact") → "Statement of fact" */
export function kindWords(kind: string): string {
  return capitalize(kind.replaceAll("-", " "));
}

/** "Trump called Petro a drug leader (C4, contested)": speaker, claim and status in the page's title. */
export function claimTitle(claim: ClaimNode): string {
  return `${claimLine(claim)} (${[claimNumber(claim), claim.data.status].filter(Boolean).join(", ")})`;
}

/** Whether the claim needs the smaller heading to stay within a screen of text. */
export function isLongClaim(claim: ClaimNode): boolean {
  return claimLine(claim).length > 90;
}

export function claimDescription(claim: ClaimNode): string {
  const against = [...new Set(disputersOf(claim, null).map((other) => other.assertedBy.data.name))];
  const about = claim.about.map((actor) => actor.data.name);
  return [
    `${kindWords(claim.data.kind)} by ${claim.assertedBy.data.name}${about.length > 0 ? ` about ${listWords(about)}` : ""}.`,
    `Status: ${claim.data.status}.`,
    against.length > 0 ? `On the other side: ${listWords(against)}.` : "",
    "Positions, evidence and sources on file.",
  ]
    .filter(Boolean)
    .join(" ");
}

/** The sentence under the heading of the list of claims. */
export function claimsStandfirst(claims: readonly ClaimNode[]): string {
  const standings = ["contested", "denied"].flatMap((status) => {
    const count = claims.filter((claim) => claim.data.status === status).length;
    return count > 0 ? [isAre(count, status)] : [];
  });
  const standing = standings.length > 0 ? ` ${capitalize(standings.join(", "))}.` : "";
  return `${capitalize(countOf(claims.length, "statement"))}, put in neutral words, each with the name of whoever makes it.${standing}`;
}

/** Where the evidence of a claim comes from, in a sentence. */
export function evidenceWords(claim: ClaimNode): string {
  return originWords(claim.sources);
}

/**
 * "Four sources, from three independent origins: A, B and C." Ten pages that carry one text are one origin. A digest that does not say
 * whose text it is counts as none.
 */
export function originWords(all: readonly SourceNode[]): string {
  const groups = groupByOrigin(sourcesByGrade(all));
  const publishersOf = (list: readonly OriginGroup[]) => [...new Set(list.flatMap(({ publishers }) => publishers))];
  const origins = publishersOf(groups.filter((group) => !isUnknown(group)));
  const digests = publishersOf(groups.filter(isUnknown)).filter((publisher) => !origins.includes(publisher));
  const count = all.length;
  const sources = capitalize(countOf(count, "source"));
  const unknown =
    digests.length > 0 ? `; whose text ${listWords(digests)} ${digests.length === 1 ? "carries" : "carry"} is not on file.` : ".";
  if (origins.length === 0) return `${sources}${unknown}`;
  if (origins.length > 1) return `${sources}, from ${countOf(origins.length, "independent origin")}: ${listWords(origins)}${unknown}`;
  if (digests.length > 0) return `${sources}, with one origin on file: ${origins[0]}${unknown}`;
  return `${sources}, ${count === 1 ? "and so a single origin" : "all with a single origin"}: ${origins[0]}.`;
}

/** What marks sources without two independent origins on file, a digest that does not say whose text it carries being none; else null. */
export function originMark(sources: readonly SourceNode[]): string | null {
  const onFile = originsOnFile(sources).length;
  if (onFile === 0) return "Origin not on file";
  if (onFile > 1) return null;
  return findOrigins(sources).length === 1 ? "Single origin" : "Single origin on file";
}

/** sourceCount([digest, page]) → "2 sources, 1 independent origin on file": of how many origins the sources are, for a list of facts. */
export function sourceCount(sources: readonly SourceNode[]): string {
  if (sources.length === 0) return "0 sources";
  const onFile = originsOnFile(sources).length;
  const origins = onFile === 0 ? "origin not on file" : `${plural(onFile, "independent origin")}${onFileWords(sources)}`;
  return `${plural(sources.length, "source")}, ${origins}`;
}

/** noteOrigins(sources) → "of two independent origins": what follows the sources in the note of a claim; null for one page with an origin. */
export function noteOrigins(sources: readonly SourceNode[]): string | null {
  const onFile = originsOnFile(sources).length;
  if (sources.length === 0) return null;
  if (onFile === 0) return "origin not on file";
  if (sources.length === 1) return null;
  return `of ${onFile === 1 ? "one origin" : countOf(onFile, "independent origin")}${onFileWords(sources)}`;
}

/** " on file" where a digest among the sources may carry yet another text. */
function onFileWords(sources: readonly SourceNode[]): string {
  return findOrigins(sources).length > originsOnFile(sources).length ? " on file" : "";
}

/** The one page that carries somebody else's text, which may be credited to two publishers and is one origin all the same; null for any other sources. */
export function onlyCarrier(sources: readonly SourceNode[]): SourceNode | null {
  const [only, ...others] = sources;
  return only && others.length === 0 && only.data.originalPublisher !== undefined ? only : null;
}

/** Whether it is not on file where the text of a group comes from. */
export function isUnknown({ sources }: OriginGroup): boolean {
  return originsOnFile(sources).length === 0;
}

/** The publisher's own pages first, digests last; in the order of the file within a grade. */
export function sourcesByGrade(sources: readonly SourceNode[]): SourceNode[] {
  return GRADES.flatMap((grade) => sources.filter((source) => source.data.grade === grade));
}

/** The evidence by independent origin, the best grades first, each group with the number of its first source on the page. */
export function evidenceByOrigin(claim: ClaimNode): (OriginGroup & { first: number })[] {
  let first = 1;
  return groupByOrigin(sourcesByGrade(claim.sources)).map((group) => {
    const numbered = { ...group, first };
    first += group.sources.length;
    return numbered;
  });
}

/** formatFigure({ value: 14_000_000_000, … }) → "14 billion"; { min: 8, max: 10 } → "8–10". */
export function formatFigure({ value, min, max }: Pick<Figure, "value" | "min" | "max">): string {
  if (value !== undefined) return formatAmount(value);
  if (min === undefined) return `up to ${formatAmount(max ?? 0)}`;
  return max === undefined ? `${formatAmount(min)} or more` : `${formatAmount(min)}–${formatAmount(max)}`;
}

/** Whether a unit counts people, whose numerals are set apart. */
export function countsPeople(unit: string): boolean {
  return /^(people|persons|troops|deaths|survivors|fatalities)$/i.test(unit);
}

function isAre(count: number, what: string): string {
  return `${countWord(count)} ${count === 1 ? "is" : "are"} ${what}`;
}

function formatAmount(amount: number): string {
  if (amount >= 1e9) return `${formatNumber(amount / 1e9)} billion`;
  if (amount >= 1e6) return `${formatNumber(amount / 1e6)} million`;
  return formatNumber(amount);
}

function formatNumber(amount: number): string {
  return amount.toLocaleString("en", { maximumFractionDigits: 10 });
}
