/** Why entries are given as related, in words. */
import type { Related, Tie } from "../graph/related.ts";
import { isStrike, type EventNode } from "../graph/nodes.ts";
import { nameInText } from "./actor-words.ts";
import { strikeHeading } from "./strike-words.ts";
import { capitalize, listWords, plural, uncapitalize } from "./words.ts";

/** The reason is one line under a link; with names it gets no longer than this. */
const LINE = 90;
/** More than these are counted. */
const NAMED = 2;
/** Names that begin with no name, of strikes and of the unnamed: inside a sentence they are written small. */
const COMMON_OPENING = /^(?:Strikes?|First|Second|Third|Fourth|Two|Three|Four|Unnamed|People|Alleged)\b/;

/**
 * sharedWords({ node, shared }) → "Shares the strike of 15 September 2025, Alejandro Carranza, 1 more event and 3 sources"; the most
 * telling events and actors are named, as many as the line has room for. Sources are cited together: "Also cited for Nicolás Maduro".
 */
export function sharedWords({ node, shared }: Related): string {
  const verb = node.kind === "source" ? "also cited for" : "shares";
  const reasons = [NAMED, 1].map((count) => `${verb} ${listShared(shared, count)}`);
  return capitalize(reasons.find(({ length }) => length <= LINE) ?? `${verb} ${listShared(shared, 0)}`);
}

function listShared(shared: readonly Tie[], count: number): string {
  const named = shared.flatMap((tie) => (tie.kind === "source" ? [] : [tie])).slice(0, count);
  const left = (kind: Tie["kind"]) => {
    const rest = shared.filter((tie) => tie.kind === kind && !named.some((one) => one === tie)).length;
    const isMore = named.some((one) => one.kind === kind);
    return rest > 0 ? [plural(rest, isMore ? `more ${kind}` : kind)] : [];
  };
  return listWords([...named.map(nameShared), ...left("event"), ...left("actor"), ...left("source")]);
}

function nameShared(tie: Exclude<Tie, { kind: "source" }>): string {
  if (tie.kind === "event") return eventInText(tie);
  const { kind, name } = tie.data;
  if (kind === "unnamed-person") return COMMON_OPENING.test(name) ? uncapitalize(name) : name;
  return kind === "person" || nameInText(tie) === "them" ? name : nameInText(tie);
}

/** eventInText(event) → "the strike of 15 September 2025", "the first of two strikes of 11 April 2026"; others by their short name: "the entry “Carrier Ford enters area”". */
function eventInText(event: EventNode): string {
  const heading = isStrike(event) ? strikeHeading(event) : "";
  if (COMMON_OPENING.test(heading)) return `the ${uncapitalize(heading).replace(/, (.+)$/, " ($1)")}`;
  return `the entry “${(event.data.label ?? event.data.title).replaceAll("“", "‘").replaceAll("”", "’")}”`;
}
