/** What a feed says of one entry. An item's id is the address of its page, so that the same entry has the same one in every feed. */
import { revisedOn } from "../graph/correction-days.ts";
import { recordOf } from "../graph/actor-record.ts";
import {
  isStrike,
  type ActorNode,
  type ArticleNode,
  type ClaimNode,
  type CorrectionNode,
  type Dossier,
  type DossierNode,
  type EventNode,
  type LinkedDevelopment,
} from "../graph/nodes.ts";
import { compareText, formatDate, formatDay, maxDay, type Day } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import { claimLine, entryName } from "../site/claim-words.ts";
import { eventDescription } from "../site/event-words.ts";
import { basisWords, developmentId } from "../site/history-words.ts";
import { standingWords } from "../site/reply-words.ts";
import { sentence } from "../site/strike-words.ts";
import type { Urls } from "../site/urls.ts";
import { changedDay } from "./changed-day.ts";

/** Plain text throughout; what a format wants escaped is escaped where it is written. */
export interface FeedItem {
  id: string;
  link: string;
  title: string;
  summary: string;
  published: Day;
  /** The day of the last change of substance. */
  updated: Day;
  category: string;
}

/** Newest change first; of one day by id. */
export function sortItems(items: readonly FeedItem[]): FeedItem[] {
  return items.toSorted((a, b) => compareText(b.updated, a.updated) || compareText(a.id, b.id));
}

export function articleItem(article: ArticleNode, dossier: Dossier, urls: Urls): FeedItem {
  const { title, standfirst, published } = article.data;
  return {
    ...addressOf(article, urls),
    title,
    summary: standfirst,
    published,
    updated: revisedOn(article, dossier) ?? published,
    category: "Analysis",
  };
}

/** What it said, what it says and why. Of an entry withdrawn since, only that it is: nothing repeats what that said. */
export function correctionItem(correction: CorrectionNode, urls: Urls): FeedItem {
  const { date, was, now, why } = correction.data;
  const entry = correctedEntry(correction);
  const { withdrawn } = entry.data;
  const standing = entry.kind === "claim" ? `The claim is ${standingWords(entry)}.` : undefined;
  const parts = withdrawn
    ? [withdrawnWords(withdrawn)]
    : [`It said: ${was}`, `It says: ${now}`, why && `Why: ${why}`, standing].filter((part) => part !== undefined);
  return {
    ...addressOf(correction, urls),
    title: `Correction: ${withdrawn ? `${KINDS[entry.kind].one}, withdrawn since` : entryName(entry)}`,
    summary: parts.join(" "),
    published: date,
    updated: date,
    category: "Correction",
  };
}

/** That an entry was withdrawn, when and why; its name would repeat what it said. */
export function withdrawnItem(node: DossierNode, urls: Urls): FeedItem[] {
  const { withdrawn } = node.data;
  if (!withdrawn) return [];
  const { id, link } = addressOf(node, urls);
  return [
    {
      id: `${id}#withdrawn`,
      link,
      title: `Withdrawn: ${KINDS[node.kind].one}`,
      summary: withdrawnWords(withdrawn),
      published: withdrawn.date,
      updated: withdrawn.date,
      category: "Withdrawn",
    },
  ];
}

/** A timeline entry on the day from which it was known; none where nothing within the record dates that. */
export function eventItem(event: EventNode, dossier: Dossier, urls: Urls): FeedItem[] {
  const updated = changedDay(event, dossier);
  const { known } = event;
  if (known === null || updated === null) return [];
  return [
    {
      ...addressOf(event, urls),
      title: event.data.title,
      summary: `Date: ${event.data.dateLabel ?? formatDate(event.date)}. ${knownWords(event, known)} ${eventDescription(event)}`,
      published: known,
      updated,
      category: "Timeline entry",
    },
  ];
}

/**
 * What came out later about a strike, each on its day. The id is made of the development's date and first source, not of its place in the
 * file: one that is added before it does not change it. `…/timeline/strike/#development-2031-04-01-wire`
 */
export function developmentItems(event: EventNode, dossier: Dossier, urls: Urls): FeedItem[] {
  if (!isStrike(event) || event.known === null) return [];
  const { id, link } = addressOf(event, urls);
  const { developments } = event.strike;
  const fragments = developmentFragments(developments);
  const { known: eventKnown, data } = event;
  return developments.flatMap((development, i) => {
    const known = development.known && maxDay(development.known, eventKnown);
    if (known === null || known > dossier.site.recordEnds) return [];
    return {
      id: `${id}#${fragments[i]}`,
      link: `${link}#${developmentId(developments, development)}`,
      title: `Later: ${data.title}`,
      summary: `Date: ${formatDate(development.date)}. ${knownWords(development, known)} ${sentence(development.summary)}`,
      published: known,
      updated: known,
      category: "Later development",
    };
  });
}

/**
 * A claim on the day from which it was known, changed when its status did or an answer came. Readers of feeds may see the title alone: so
 * the speaker, the status and what stands against it are in it.
 */
function claimItem(claim: ClaimNode, dossier: Dossier, urls: Urls): FeedItem[] {
  const updated = changedDay(claim, dossier);
  const { known } = claim;
  if (known === null || updated === null) return [];
  return [
    {
      ...addressOf(claim, urls),
      title: `${claimLine(claim)} (${standingWords(claim)})`,
      summary: `${sentence(claimLine(claim))} Said: ${formatDate(claim.date)}. ${knownWords(claim, known)} Status: ${standingWords(claim)}. ${claim.data.statusNote}`,
      published: known,
      updated,
      category: "Claim",
    },
  ];
}

/** Claims that an actor makes and claims about it, and timeline entries that name it. */
export function actorItems(actor: ActorNode, dossier: Dossier, urls: Urls): FeedItem[] {
  const claims = new Set([...actor.claimsMade, ...actor.claimsAbout]);
  return [
    ...[...claims].flatMap((claim) => claimItem(claim, dossier, urls)),
    ...recordOf(actor).flatMap(({ event }) => eventItem(event, dossier, urls)),
  ];
}

function addressOf(node: DossierNode, urls: Urls): { id: string; link: string } {
  const link = urls.absolute(urls.hrefFor(node));
  return { id: link, link };
}

/** What was corrected, also where the correction itself was. */
function correctedEntry({ entry }: CorrectionNode): Exclude<DossierNode, CorrectionNode> {
  return entry.kind === "correction" ? correctedEntry(entry) : entry;
}

/** "Publicly known from 30 June 2026 (source dated June 2026)." */
function knownWords({ sources }: Pick<DossierNode, "sources">, known: Day): string {
  return `Publicly known from ${formatDay(known)}${basisWords(sources, known)}.`;
}

function withdrawnWords({ date, reason }: { date: Day; reason: string }): string {
  return `Withdrawn on ${formatDay(date)}. ${reason}`;
}

/** ["development-2031-04-01-wire", "development-2031-04-01-wire-2"]: those of one date and source are counted. */
function developmentFragments(developments: readonly LinkedDevelopment[]): string[] {
  const times = new Map<string, number>();
  return developments.map(({ date, sources }) => {
    const fragment = ["development", encodeURIComponent(date.edtf), sources[0]?.id].filter(Boolean).join("-");
    const count = (times.get(fragment) ?? 0) + 1;
    times.set(fragment, count);
    return count > 1 ? `${fragment}-${count}` : fragment;
  });
}
