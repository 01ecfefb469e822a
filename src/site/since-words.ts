/** What has changed since the day that an article describes, in words: of its claims, of its numbers, and of the whole. */
import { computeCount } from "../graph/count-query.ts";
import { historyOf } from "../graph/history.ts";
import type { ArticleNode, ClaimNode, Dossier } from "../graph/nodes.ts";
import { regionSlug } from "../graph/ledger.ts";
import { formatDay, formatSpan, type Day } from "../model/dates.ts";
import { claimNumber } from "./claim-words.ts";
import type { CountLink, RenderedBlock } from "./render-body.ts";
import { capitalize, countOf, listWords, plural } from "./words.ts";

/** What has changed of a claim since a day. */
export interface ClaimSince {
  /** The most of it in a word or two, for the line that is always seen: "contested", "disputed", "two developments". */
  brief: string;
  /** All of it: "contested from 20 October 2025; two later developments". */
  full: string;
}

/** Null where nothing on file changed after the day. */
export function claimSince(claim: ClaimNode, asOf: Day, recordEnds: Day): ClaimSince | null {
  const later = historyOf(claim, recordEnds).filter(({ day }) => day > asOf);
  const statuses = later.flatMap(({ day, change }) => (change.what === "status" ? { day, to: change.to } : []));
  const developments = later.filter(({ change }) => change.what === "development").length;
  const figures = later.filter(({ change }) => change.what === "figure").length;
  const claims = later.flatMap(({ change }) => (change.what === "claim" ? change.link : []));
  const full = [
    ...statuses.map(({ day, to }) => `${to} from ${formatDay(day)}`),
    ...[...Map.groupBy(claims, ({ label }) => label)].map(
      ([label, links]) => `${label} ${listWords([...new Set(links.map(({ claim: other }) => namedClaim(other)))])}`,
    ),
    ...(figures > 0 ? [countOf(figures, "later figure")] : []),
    ...(developments > 0 ? [countOf(developments, "later development")] : []),
  ];
  if (full.length === 0) return null;
  const isOpposed = claims.some(({ type }) => type === "disputes");
  const [added] = [
    developments > 0 ? countOf(developments, "development") : [],
    claims.length > 0 ? countOf(claims.length, "later claim") : [],
    countOf(figures, "figure"),
  ].flat();
  return { brief: statuses.at(-1)?.to ?? (isOpposed ? "disputed" : (added ?? "")), full: full.join("; ") };
}

/** namedClaim(claim) → "Gustavo Petro (C70)" */
function namedClaim(claim: ClaimNode): string {
  const number = claimNumber(claim);
  return `${claim.assertedBy.data.name}${number ? ` (${number})` : ""}`;
}

/** A number of a text that the whole record gives otherwise than the article's day did. */
export interface ChangedNumber {
  /** "187–202" */
  now: string;
  /** "killed", "strikes in the region Caribbean" */
  noun: string;
  /** As the text has it: "32", "seven". */
  then: string;
  /** Whether it counts people. */
  people: boolean;
}

const NOUNS: Record<string, readonly [one: string, many: string]> = {
  killed: ["killed", "killed"],
  "killed-min": ["killed by the lowest records", "killed by the lowest records"],
  "killed-max": ["killed by the highest records", "killed by the highest records"],
  survivors: ["survivor", "survivors"],
  strikes: ["strike", "strikes"],
  operations: ["strike entry", "strike entries"],
  vessels: ["vessel", "vessels"],
};

/** The number of a `count:` link over the whole record; null where it is that of the article's day, or nothing can be computed. */
export function numberSince(dossier: Dossier, article: ArticleNode, { query, text, people }: CountLink): ChangedNumber | null {
  const { asOf, countingRule } = article.data;
  const [then, now] = [computeCount(dossier, query, asOf, countingRule), computeCount(dossier, query, null, countingRule)];
  if (!then.ok || !now.ok || then.value === now.value) return null;
  const [metric = "", search = ""] = query.split("?");
  const [one, many] = NOUNS[metric] ?? [metric, metric];
  const noun = [now.value === "1" ? one : many, ...scopeWords(dossier, new URLSearchParams(search))].join(" ");
  return { now: now.value, noun, then: text, people };
}

function scopeWords(dossier: Dossier, scope: URLSearchParams): string[] {
  const [from, to, slug] = [scope.get("from"), scope.get("to"), scope.get("region")];
  const region = slug && dossier.strikes.map(({ strike }) => strike.data.region).find((name) => regionSlug(name) === slug);
  const days = from && to ? `of ${formatSpan(from, to)}` : from ? `from ${formatDay(from)} on` : to ? `up to ${formatDay(to)}` : null;
  return [...(region ? [`in the region ${region}`] : []), ...(days ? [days] : [])];
}

/** How many of an article's claims and numbers have changed since its day. */
export interface SinceCounts {
  claims: number;
  changedClaims: number;
  numbers: number;
  changedNumbers: number;
}

export function countSince(dossier: Dossier, article: ArticleNode, blocks: readonly RenderedBlock[]): SinceCounts {
  const claims = [...new Set(blocks.flatMap((block) => block.claims))];
  const numbers = blocks.flatMap(({ counts }) => counts);
  return {
    claims: claims.length,
    changedClaims: claims.filter((claim) => claimSince(claim, article.data.asOf, dossier.site.recordEnds)).length,
    numbers: numbers.length,
    changedNumbers: numbers.filter((number) => numberSince(dossier, article, number)).length,
  };
}

/** What follows “This analysis describes what was known on …” in the head of an article; empty where it has neither claims nor numbers. */
export function pinnedWords({ claims, changedClaims, numbers, changedNumbers }: SinceCounts, recordEnds: Day): string {
  if (claims + numbers === 0) return "";
  if (changedClaims + changedNumbers === 0) {
    const parts = [...(claims > 0 ? [plural(claims, "claim")] : []), ...(numbers > 0 ? [plural(numbers, "number")] : [])];
    return `Nothing on file has changed its ${listWords(parts)} since.`;
  }
  const claimWords = `${ofIts(changedClaims, claims, "claim")} ${changedClaims === 1 ? "has" : "have"} a later status, figure, development or claim`;
  const numberWords = `${ofIts(changedNumbers, numbers, "number")} ${changedNumbers === 1 ? "is" : "are"} not the same`;
  const parts = [...(changedClaims > 0 ? [claimWords] : []), ...(changedNumbers > 0 ? [numberWords] : [])];
  return `${capitalize(listWords(parts))} by ${formatDay(recordEnds)}; “since” marks each.`;
}

/** ofIts(2, 88, "claim") → "2 of its 88 claims"; ofIts(1, 1, "claim") → "its one claim". */
function ofIts(changed: number, all: number, noun: string): string {
  return all === 1 ? `its one ${noun}` : `${changed} of its ${plural(all, noun)}`;
}
