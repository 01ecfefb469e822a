/** How it is said what our sums come to without strikes that are contested or weakly sourced. */
import type { SourceNode } from "../graph/nodes.ts";
import { publisherOf } from "../graph/origins.ts";
import { formatRange } from "../graph/ranges.ts";
import type { Doubts, FewOrigins, Sensitivity, SumWithout } from "../graph/sensitivity.ts";
import { capitalize, plural } from "./words.ts";

/** By what a strike is taken for the one or the other; each is said once, here. */
export const DOUBTS = {
  contested:
    "Contested: two or more versions of something about it are on file, or a claim on it is contested or denied. That need not be the number of dead.",
  weak: "Weakly sourced: fewer than two independent origins are on file for it, or no record that numbers its dead is on a page graded “original”.",
} as const;

/** A reason in words; one that names a single origin has its source, which has a page here. */
export interface Reason {
  before: string;
  page: SourceNode | null;
  after: string;
}

/** The reasons in order: versions that differ, claims, fewer than two origins, no number from an original page. */
export function reasonsOf({ disputes, claims, fewOrigins, isWithoutOriginal }: Doubts): Reason[] {
  const plain = (before: string): Reason => ({ before, page: null, after: "" });
  return [
    disputes.length > 0 ? plain(`versions differ: ${disputes.join("; ")}`) : [],
    claims.length > 0 ? plain(plural(claims.length, "contested or denied claim")) : [],
    fewOrigins ? originReason(fewOrigins) : [],
    isWithoutOriginal ? plain("no number from an original page") : [],
  ].flat();
}

/** A text that two publishers are credited with is one origin as long as one page carries it: the words say on which page it stands. */
function originReason({ only: page, hasUnknown }: FewOrigins): Reason {
  if (!page) return { before: "origin not on file", page, after: "" };
  const one = hasUnknown ? "one origin on file" : "one origin";
  if (page.data.originalPublisher === undefined) return { before: `${one}: `, page, after: "" };
  return { before: `${one}: ${publisherOf(page)}, by the text that `, page, after: " carries" };
}

/** reasonWords(doubts) → ["versions differ: date; whose waters", "one contested or denied claim", "one origin: AP", "no number from an original page"] */
export function reasonWords(doubts: Doubts): string[] {
  return reasonsOf(doubts).map(({ before, page, after }) => before + (page?.data.publisher ?? "") + after);
}

/** What is left out in a row about several strikes: "All 17 contested entries". */
export function groupWords({ name, count }: Sensitivity["groups"][number]): string {
  const what = { contested: "contested", weak: "weakly sourced", either: "contested or weakly sourced" }[name];
  return capitalize(count === 1 ? `the one ${what} entry` : count === 0 ? `no ${what} entry` : `all ${count} ${what} entries`);
}

/** killedCell({ killed: null, … }) → "no figure" */
export function killedCell({ killed, operations }: SumWithout): string {
  if (operations === 0) return "none counted";
  return killed ? formatRange(killed) : "no figure";
}

/** The table in a sentence: "Of 59 entries, 32 are contested or weakly sourced. With all of them left out, the 27 strikes that remain come to 73–80 killed, instead of 187–202 in 61." */
export function sensitivitySentence({ all, strikes, groups }: Sensitivity): string {
  if (all.operations === 0) return "No strike is on file, so nothing can be left out.";
  const either = groups.at(-1);
  if (strikes.length === 0 || !either)
    return `Of ${plural(all.operations, "entry", "entries")}, none is contested or weakly sourced by the tests below.`;
  const said = `Of ${plural(all.operations, "entry", "entries")}, ${strikes.length} ${strikes.length === 1 ? "is" : "are"} contested or weakly sourced.`;
  const whole = `${all.killed ? `${formatRange(all.killed)} killed` : "no number of dead"} in ${plural(all.strikes, "strike")}`;
  if (either.without.operations === 0)
    return `${said} Without ${strikes.length === 1 ? "it" : "them"} no strike is left: the whole sum, ${whole}, comes from ${strikes.length === 1 ? "it" : "them"}.`;
  const { killed, strikes: left } = either.without;
  const remains = `the ${plural(left, "strike")} that ${left === 1 ? "remains comes" : "remain come"} to ${killed ? `${formatRange(killed)} killed` : "no number of dead"}`;
  return `${said} With ${strikes.length === 1 ? "it" : "all of them"} left out, ${remains}, instead of ${whole}.`;
}
