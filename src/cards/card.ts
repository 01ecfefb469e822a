/** What the picture of a page says where a link to it is shared. A claim stands there with its speaker, its status and what is against it. */
import { recordOf } from "../graph/actor-record.ts";
import { computeLedger, tollOf } from "../graph/ledger.ts";
import {
  isStrike,
  type ActorNode,
  type ArticleNode,
  type ClaimNode,
  type Dossier,
  type DossierNode,
  type EventNode,
  type StrikeNode,
} from "../graph/nodes.ts";
import { onceFor } from "../graph/once-for.ts";
import { formatRange } from "../graph/ranges.ts";
import type { Status } from "../model/claim.ts";
import { formatDate, formatDay, type DossierDate } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import { getDate } from "../model/parse-date.ts";
import type { Site } from "../model/site.ts";
import { ACTOR_KIND_WORDS } from "../site/actor-words.ts";
import { claimLine, claimNumber, claimWords } from "../site/claim-words.ts";
import { kindWords } from "../site/event-words.ts";
import { replyWords } from "../site/reply-words.ts";
import { announcerOf, recordsWords, strikeHeading, survivedWords } from "../site/strike-words.ts";
import { capitalize, plural } from "../site/words.ts";

export interface Card {
  /** Path of the picture: "cards/claims/some-id.png". */
  path: string;
  /** What it is a card of, above the title: "Claim C4". */
  label: string;
  status: Status | null;
  /** Who says it, where the title does not. */
  says: string | null;
  title: string;
  /** A count of people, and of what. */
  figure: { count: string; words: string } | null;
  lines: string[];
  /** Where it stands on the scale of the record. */
  date: { date: DossierDate; label: string } | null;
  /** The same in words. */
  alt: string;
}

/** Entries with a card of their own; the pages of all others share that of the dossier. Nothing withdrawn is repeated in a picture. */
export function hasCard(node: DossierNode): node is ArticleNode | ActorNode | ClaimNode | EventNode {
  return !node.data.withdrawn && ["article", "actor", "claim", "event"].includes(node.kind);
}

/** cardPath(claim) → "cards/claims/some-id.png"; that of the dossier where a page has none of its own. */
export function cardPath(node?: DossierNode): string {
  return node && hasCard(node) ? `cards/${KINDS[node.kind].path}/${node.id}.png` : "cards/dossier.png";
}

/** The card of a page: that of its entry, or that of the dossier. */
export function cardOf(node: DossierNode | undefined, dossier: Dossier): Card {
  if (!node || !hasCard(node)) return dossierCard(dossier);
  const path = cardPath(node);
  switch (node.kind) {
    case "claim":
      return { path, ...claimCard(node) };
    case "event":
      return { path, ...(isStrike(node) ? strikeCard(node) : eventCard(node)) };
    case "actor":
      return { path, ...actorCard(node) };
    case "article":
      return { path, ...articleCard(node, dossier.site) };
  }
}

/** Every card of the site. */
export function allCards(dossier: Dossier): Card[] {
  const { articles, actors, claims, events } = dossier;
  return [undefined, ...articles, ...actors, ...claims, ...events].map((node) => cardOf(node, dossier));
}

type CardFacts = Omit<Card, "path">;

function claimCard(claim: ClaimNode): CardFacts {
  const { data, assertedBy } = claim;
  const { says, text } = claimWords(claim);
  const label = ["Claim", claimNumber(claim) ?? []].flat().join(" ");
  const reply = replyWords(claim);
  const when = formatDate(claim.date);
  return {
    says,
    title: text,
    label,
    status: data.status,
    figure: null,
    lines: [`${assertedBy.data.name}, ${when}`, ...(reply ? [capitalize(reply)] : [])],
    date: { date: claim.date, label: formatDate(claim.date, "short") },
    alt: `${label}, ${data.status}: ${claimLine(claim)}. ${[when, reply ?? []].flat().join("; ")}.`,
  };
}

function strikeCard(strike: StrikeNode): CardFacts {
  const { killed, survived } = tollOf(strike, null);
  const announcer = announcerOf(strike);
  const figure = killed ? { count: formatRange(killed), words: "reported killed" } : { count: "", words: "Number killed not given" };
  const lines = [
    capitalize([strike.strike.data.region ?? [], announcer ? `announced by ${announcer}` : []].flat().join(", ")),
    `Survivors: ${survivedWords(strike, survived).text}. ${recordsWords(strike)}`,
  ].filter(Boolean);
  const title = strikeHeading(strike);
  return {
    label: "Strike",
    status: null,
    says: null,
    title,
    figure,
    lines,
    date: { date: strike.date, label: strike.data.dateLabel ?? formatDate(strike.date, "short") },
    alt: `${title}: ${[figure.count, figure.words].filter(Boolean).join(" ")}. ${lines.join(". ")}.`,
  };
}

function eventCard(event: EventNode): CardFacts {
  const { title, kind, dateLabel } = event.data;
  const when = dateLabel ?? formatDate(event.date);
  return {
    label: kindWords(kind),
    status: null,
    says: null,
    title,
    figure: null,
    lines: [when],
    date: { date: event.date, label: dateLabel ?? formatDate(event.date, "short") },
    alt: `${title}. ${when}.`,
  };
}

function actorCard(actor: ActorNode): CardFacts {
  const { name, kind } = actor.data;
  const lines = [
    `${plural(actor.claimsMade.length, "claim")} made, ${plural(actor.claimsAbout.length, "claim")} about`,
    plural(recordOf(actor).length, "timeline entry", "timeline entries"),
  ];
  return {
    label: ACTOR_KIND_WORDS[kind].one,
    status: null,
    says: null,
    title: name,
    figure: null,
    lines,
    date: null,
    alt: `${name} in this record: ${lines.join(", ")}.`,
  };
}

function articleCard({ data }: ArticleNode, site: Site): CardFacts {
  const as = `As of ${formatDay(data.asOf)}`;
  return {
    label: "Analysis",
    status: null,
    says: null,
    title: data.title,
    figure: null,
    lines: [as],
    date: { date: getDate(data.asOf), label: formatDay(data.asOf, "short") },
    alt: `${site.title}, analysis: ${data.title}. ${as}.`,
  };
}

/** Most pages have this one. */
const dossierCard = onceFor((dossier: Dossier): Card => {
  const { site, strikes, claims } = dossier;
  const sums = computeLedger(strikes, { asOf: null });
  const figure =
    strikes.length > 0 ? { count: formatRange(sums.killed), words: `reported killed in ${plural(sums.strikes, "strike")}` } : null;
  const lines = [
    ...(site.countsRestOn ? [`Counts rest on ${site.countsRestOn}`] : []),
    `${plural(claims.length, "claim")}, each with its speaker, sources and disputes`,
  ];
  return {
    path: cardPath(),
    label: "The record",
    status: null,
    says: null,
    title: site.dossier,
    figure,
    lines,
    date: null,
    alt: `${site.title}: ${site.dossier}. ${figure ? `${figure.count} ${figure.words}. ` : ""}${lines.join(". ")}.`,
  };
});
