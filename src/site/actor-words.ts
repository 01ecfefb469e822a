/** How actors are put into words: their kinds, their short names, and headings that need no gender and no number. */
import type { ActorRole } from "../graph/actor-record.ts";
import type { ActorNode, ClaimNode } from "../graph/nodes.ts";
import type { ActorKind } from "../model/actor.ts";
import { splitSentences } from "../markdown/sentences.ts";
import { formatDate } from "../model/dates.ts";
import { claimNumber } from "./claim-words.ts";
import { plural } from "./words.ts";

export const ACTOR_KIND_WORDS: Record<ActorKind, { one: string; many: string; short: string }> = {
  person: { one: "Person", many: "People", short: "People" },
  government: { one: "Government", many: "Governments", short: "Governments" },
  agency: { one: "Agency", many: "Agencies", short: "Agencies" },
  legislature: { one: "Legislature", many: "Legislatures", short: "Legislatures" },
  "armed-group": { one: "Armed group", many: "Armed groups", short: "Armed groups" },
  organisation: { one: "Organisation", many: "Organisations", short: "Organisations" },
  "news-outlet": { one: "News outlet", many: "News outlets", short: "News outlets" },
  country: { one: "Country", many: "Countries", short: "Countries" },
  "unnamed-person": { one: "Unnamed person or group", many: "Unnamed people and groups", short: "Unnamed" },
};

/** Names that English says with an article in a sentence, wherever they come from. */
const TAKES_ARTICLE =
  /^United |\b(?:Agency|Army|Association|Center|Centre|Commission|Committee|Council|Federation|Foundation|Front|Institute|Office|Organi[sz]ation|Party|Union)\b/;
const OFFICIAL: readonly ActorKind[] = ["government", "agency", "legislature"];
/** Beyond this a name fills a heading of its own. */
const LONG_NAME = 48;

/** The name after the first mention: shortName("Petro, Gustavo") → "Petro"; only persons have one. */
export function shortName(actor: ActorNode): string {
  const { kind, name, sortName } = actor.data;
  const [surname, given] = (sortName ?? "").split(", ");
  return kind === "person" && surname && given ? surname : name;
}

/** The name as the object of a sentence: "Petro", "the White House", "Airwars"; "them" for the unnamed and for long names. */
export function nameInText(actor: ActorNode): string {
  const { kind, name } = actor.data;
  if (isThey(actor)) return "them";
  if (kind === "person") return shortName(actor);
  const isOfficialBody = OFFICIAL.includes(kind) && name.includes(" ");
  return !name.startsWith("The ") && (isOfficialBody || TAKES_ARTICLE.test(name)) ? `the ${name}` : name;
}

/** Headings of the two facing columns. */
export function facingHeadings(actor: ActorNode): { says: string; isSaidOf: string } {
  if (isThey(actor)) return { says: "What they say", isSaidOf: "What is said of them" };
  const named = nameInText(actor);
  if (actor.data.kind === "person") return { says: `What ${named} says`, isSaidOf: `What is said of ${named}` };
  return { says: `Said by ${named}`, isSaidOf: `Said of ${named}` };
}

/** The name as an index sorts it: "Petro, Gustavo". */
export function indexName(actor: ActorNode): string {
  return actor.data.sortName ?? actor.data.name;
}

/**
 * Who this is, in a line of the index: a dated role, else the first sentence of the summary. A role without dates does not
 * say when it was held, so it stands only where there is no summary.
 */
export function whoIs(actor: ActorNode, role: ActorRole | null): string {
  const sentence = splitSentences(actor.data.summary ?? "")[0]?.text;
  if (role && (role.from || role.to || !sentence)) return roleLine(role);
  return sentence ?? "Not described.";
}

function roleLine({ title, to, isPast }: ActorRole): string {
  return `${isPast && to ? `${title}, until ${formatDate(to)}` : title}.`;
}

function isThey(actor: ActorNode): boolean {
  const { kind, name } = actor.data;
  return kind === "unnamed-person" || (kind !== "person" && name.length > LONG_NAME);
}

/** All the names under which texts may speak of the actor. */
export function namesOf(actor: ActorNode): string[] {
  return [...new Set([shortName(actor), actor.data.name, ...(actor.data.aliases ?? [])])];
}

/** partsLine(["host", "named by A"]) → "Host; named by A". */
export function partsLine(parts: readonly string[]): string {
  const line = parts.join("; ");
  return line ? line.charAt(0).toUpperCase() + line.slice(1) : "Not stated";
}

/** The page in a sentence for link previews. It counts and tells nothing, so that no claim stands there without its speaker. */
export function actorDescription(actor: ActorNode, entries: number): string {
  const made = plural(actor.claimsMade.length, "claim");
  const about = plural(actor.claimsAbout.length, "claim");
  return `${actor.data.name} in this record: ${made} made, ${about} about, ${plural(entries, "timeline entry", "timeline entries")}, each with its sources.`;
}

/** Anchor of a letter of the index: letterId("A") → "letter-a"; letterId("#") → "letter-other". */
export function letterId(letter: string): string {
  return `letter-${letter === "#" ? "other" : letter.toLowerCase()}`;
}

/** A claim where there is no room for its status and its answer: "claim C4, by Donald Trump". */
export function claimLabel(claim: ClaimNode): string {
  return [`claim ${claimNumber(claim) ?? ""}`.trim(), `by ${claim.assertedBy.data.name}`].join(", ");
}
