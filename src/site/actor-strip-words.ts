/** The strip of an actor in a sentence, for those who do not see it. */
import type { RecordRow } from "../graph/actor-record.ts";
import type { ActorNode } from "../graph/nodes.ts";
import { formatDay, formatMonth, type Day, type DossierDate } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { layOutActorStrip, type ActorStrip } from "../timeline/actor-strip.ts";
import { capitalize, plural } from "./words.ts";

/** Width of the strip in px. */
const WIDTH = 288;

/** The strip of an actor with what it shows and how it is read. */
export function describeStrip(
  { claimsMade }: ActorNode,
  record: readonly RecordRow[],
  { baseDate, recordEnds }: Pick<Site, "baseDate" | "recordEnds">,
): { strip: ActorStrip; width: number; says: string; reading: string } {
  const events = record.map(({ event }) => event);
  const entries = { claims: claimsMade, events: events.map(({ date, strike }) => ({ date, isStrike: strike !== null })) };
  const strip = layOutActorStrip(entries, baseDate, recordEnds, WIDTH);
  const { before, after, above, below } = strip;
  const says = stripSentence(claimsMade, events, { before, after, from: baseDate, to: recordEnds });
  return { strip, width: WIDTH, says, reading: stripKey(below, above) };
}

interface Outside {
  before: number;
  after: number;
  from: Day;
  to: Day;
}

/** stripSentence(…) → "15 claims made, 29 timeline entries; most in October 2025 (17). 4 lie before 1 September 2025 and are not drawn." */
export function stripSentence(
  claims: readonly { date: DossierDate }[],
  events: readonly { date: DossierDate }[],
  { before, after, from, to }: Outside,
): string {
  const parts = [
    `${claims.length === 0 ? "No claim" : plural(claims.length, "claim")} made, ${events.length === 0 ? "no timeline entry" : plural(events.length, "timeline entry", "timeline entries")}${busiestMonth([...claims, ...events])}.`,
    before > 0 && `${liesOrLie(before)} before ${formatDay(from)}, before this scale begins.`,
    after > 0 && `${liesOrLie(after)} after ${formatDay(to)}, after this scale ends.`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** How the strip is read. */
export function stripKey(below: readonly { isStrike: boolean; isOpen: boolean }[], above: readonly { isOpen: boolean }[]): string {
  const hasStrikes = below.some(({ isStrike }) => isStrike);
  const isThin = below.some(({ isStrike, isOpen }) => isStrike && isOpen);
  const isOpen = [...above, ...below.filter(({ isStrike }) => !isStrike)].some((mark) => mark.isOpen);
  const inexact = [isOpen ? "an open mark" : "", isThin ? "a thin bar" : ""].filter(Boolean).join(" or ");
  return [
    `Squares above the line: claims made. Below it: ${hasStrikes ? "strikes as bars, other timeline entries as diamonds" : "timeline entries"}.`,
    inexact && `${capitalize(inexact)} covers the days that its date may mean.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** "; most in October 2025 (17)" where one month has more than any other; else nothing. */
function busiestMonth(entries: readonly { date: DossierDate }[]): string {
  const inMonth = entries.flatMap(({ date }) => (date.earliest && date.precision !== "year" ? [date.earliest.slice(0, 7)] : []));
  const counts = [...Map.groupBy(inMonth, (month) => month)].map(([month, all]) => ({ month, count: all.length }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  if (!first || first.count < 3 || first.count === second?.count) return "";
  return `; most in ${formatMonth(first.month)} (${first.count})`;
}

function liesOrLie(count: number): string {
  return `${count} ${count === 1 ? "lies" : "lie"}`;
}
