/** A dossier with a timeline of any length for the bench: invented, seeded, free of errors, in the proportions of a real one. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { addDays, daysBetween, type Day } from "../../src/model/dates.ts";
import { createRandom, sentence, strikeData, type Random } from "../bench-dossier.ts";

export interface TimelineSize {
  events: number;
  /** First day of the record: the drawing begins with the window from here to the end. */
  base: Day;
  /** Share of the events that stand in the record, the others before it; null where all years have as many. */
  recent: number | null;
}

const FIRST = "2000-01-01";
export const LAST_DAY = "2026-06-30";
const LANES = ["Harbour office", "Capital", "Lake town", "Boats at large", "Courts"];
const PLACES_EACH = 2;
const ELSEWHERE = "elsewhere";
const KINDS = ["statement", "diplomatic", "legal", "legislative", "military", "economic"];
const WHO = ["Senate", "Minister", "Harbour master", "Court", "Patrol", "Council", "Lake union", "Treasury", "Envoy"];
const WHAT = [
  "vote fails",
  "names a date",
  "asks for records",
  "suit filed",
  "letter",
  "notice renewed",
  "ordered to area",
  "hears witnesses",
];
/** Events that share a source, and events for each claim. */
const TO_A_SOURCE = 10;
const TO_A_CLAIM = 10;
const ACTORS = 20;

/** Writes `events` entries of the timeline below `folder`, with what they rest on; the same numbers give the same files. */
export async function writeTimelineDossier(folder: string, size: TimelineSize, seed = 1): Promise<void> {
  const random = createRandom(seed);
  const days = listDays(size, random);
  const sources = Math.ceil(days.length / TO_A_SOURCE);
  const files = new Map<string, string>([["site.yaml", stringify(siteData(size.base))]]);
  const add = (file: string, data: Record<string, unknown>) => files.set(`${file}.md`, `---\n${stringify(data)}---\n`);
  for (const id of placeIds()) add(`places/${id}`, { name: `Place ${id}`, kind: "city", lat: 10, lon: -60, precision: "exact" });
  for (let i = 0; i < ACTORS; i++) add(`actors/actor-${i}`, actorData(i, sources, random));
  for (let i = 0; i < sources; i++) add(`sources/source-${i}`, sourceData(i, days.at((i + 1) * TO_A_SOURCE - 1) ?? LAST_DAY, random));
  for (const [i, day] of days.entries()) add(`timeline/event-${i}`, eventData(i, day, random));
  for (let i = 0; i < Math.floor(days.length / TO_A_CLAIM); i++)
    add(`claims/claim-${i}`, claimData(i, days[i * TO_A_CLAIM] ?? LAST_DAY, sources, random));
  for (const kind of ["places", "actors", "sources", "timeline", "claims"]) await mkdir(join(folder, kind), { recursive: true });
  for (const [file, text] of files) await writeFile(join(folder, file), text);
}

/** In order of time; the last few weeks are left free, so that inexact dates end in the record. */
function listDays({ events, base, recent }: TimelineSize, random: Random): Day[] {
  const between = (from: Day, to: Day) => addDays(from, random.below(daysBetween(from, to)));
  const end = addDays(LAST_DAY, -30);
  return Array.from({ length: events }, () => {
    if (recent === null) return between(FIRST, end);
    return random.below(100) < recent * 100 ? between(base, end) : between(FIRST, base);
  }).sort();
}

function eventData(i: number, day: Day, random: Random): Record<string, unknown> {
  const source = `source-${Math.floor(i / TO_A_SOURCE)}`;
  const shared = { date: dateText(day, random), summary: sentence(random, 18), sources: [source] };
  if (random.below(10) < 3) return { ...shared, ...strikeData(i, source, random) };
  const label = `${random.pick(WHO)} ${random.pick(WHAT)}`;
  return {
    title: `${label}: ${sentence(random, 4)}`,
    label,
    kind: random.pick(KINDS),
    ...shared,
    place: random.pick(placeIds()),
    actors: [{ actor: `actor-${random.below(ACTORS)}`, part: "speaker" }],
  };
}

/** One in ten is inexact: approximate, uncertain within days, or of a month. */
function dateText(day: Day, random: Random): string {
  if (random.below(10) > 0) return day;
  return random.pick([`${day}~`, `${day}/${addDays(day, 5)}`, day.slice(0, 7)]);
}

function claimData(i: number, date: Day, all: number, random: Random): Record<string, unknown> {
  return {
    number: i + 1,
    text: `Speaker ${i % ACTORS} says that ${sentence(random, 10)}`,
    assertedBy: `actor-${i % ACTORS}`,
    on: [`event-${i * TO_A_CLAIM}`],
    date,
    kind: "statement-of-fact",
    status: "asserted",
    statusNote: sentence(random, 8),
    sources: [`source-${i}`, `source-${(i + 1) % all}`],
  };
}

function actorData(i: number, sources: number, random: Random): Record<string, unknown> {
  return {
    name: `Speaker ${i}`,
    sortName: `${String.fromCharCode(65 + i)}, Speaker ${i}`,
    kind: "person",
    summary: sentence(random, 10),
    sources: [`source-${i % sources}`],
  };
}

function sourceData(i: number, day: Day, random: Random): Record<string, unknown> {
  return {
    publisher: `Paper ${i % 60}`,
    title: sentence(random, 7),
    titleBasis: "page",
    url: `https://example.org/page-${i}`,
    published: day,
    accessed: LAST_DAY,
    kind: "news-report",
    language: "en",
    grade: "original",
  };
}

function placeIds(): string[] {
  return [...LANES.flatMap((_, lane) => Array.from({ length: PLACES_EACH }, (_, i) => `lane-${lane}-${i}`)), ELSEWHERE];
}

function siteData(baseDate: Day): Record<string, unknown> {
  return {
    dossier: "A timeline for the bench",
    description: "Invented entries, written to measure what the timeline costs in a browser.",
    baseDate,
    recordEnds: LAST_DAY,
    lanes: LANES.map((label, lane) => ({ label, places: placeIds().filter((id) => id.startsWith(`lane-${lane}-`)) })),
  };
}
