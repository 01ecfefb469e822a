/** A dossier of any size for the bench: invented, seeded, free of errors and warnings, in the proportions of a real one. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Range } from "../src/graph/nodes.ts";
import { addRanges, toRange } from "../src/graph/ranges.ts";
import { gapTo } from "../src/graph/reconcile.ts";
import { addDays } from "../src/model/dates.ts";

/** Entries of each folder in a thousand. */
const SHARES = {
  sources: 500,
  timeline: 145,
  claims: 130,
  actors: 115,
  totals: 65,
  places: 20,
  leads: 12,
  series: 8,
  articles: 3,
  corrections: 2,
};
type Folder = keyof typeof SHARES;

const FIRST_DAY = "2031-01-01";
const DAYS = 540;
const LAST_DAY = addDays(FIRST_DAY, DAYS);
const WORDS =
  "harbour patrol notice lake barge signal minister report witness letter council record buoy shore light channel number morning crew cargo account reply page".split(
    " ",
  );

/** Writes about `entries` entries below `folder` and returns how many; the same numbers give the same files. */
export async function writeDossier(folder: string, entries: number, seed = 1): Promise<number> {
  const random = createRandom(seed);
  const ids = listIds(entries);
  const strikes: InventedStrike[] = [];
  let cited = 0;
  const nextSource = () => ids.sources[cited++ % ids.sources.length] ?? "";
  const files: { file: string; text: string }[] = [{ file: "site.yaml", text: stringify(siteData(ids)) }];
  for (const [kind, list] of Object.entries(ids) as [Folder, string[]][]) {
    for (const [i, id] of list.entries()) {
      const { data, body } = writers[kind]({ i, ids, random, nextSource, strikes });
      files.push({ file: `${kind}/${id}.md`, text: `---\n${stringify(data)}---\n${body ? `\n${body}\n` : ""}` });
    }
  }
  for (const kind of Object.keys(ids)) await mkdir(join(folder, kind), { recursive: true });
  for (const { file, text } of files) await writeFile(join(folder, file), text);
  return files.length - 1;
}

interface Order {
  i: number;
  ids: Record<Folder, string[]>;
  random: Random;
  /** One source after the other, so that each is cited. */
  nextSource(): string;
  /** Those written so far; timeline entries come before totals. */
  strikes: InventedStrike[];
}
/** A strike as the ledger counts it. */
interface InventedStrike {
  date: string;
  killed: Range;
}
type Writer = (order: Order) => { data: Record<string, unknown>; body?: string };

const writers: Record<Folder, Writer> = {
  sources: ({ i, random }) => ({
    data: {
      publisher: `Paper ${i % 60}`,
      title: sentence(random, 7),
      titleBasis: "page",
      url: `https://example.org/page-${i}`,
      published: dayOf(i),
      accessed: LAST_DAY,
      kind: i % 9 === 0 ? "government-statement" : "news-report",
      language: "en",
      grade: "original",
    },
  }),
  timeline: (order) => {
    const { i, ids, random } = order;
    const shared = {
      date: dayOf(i * 3),
      place: random.pick(ids.places),
      summary: sentence(random, 18),
      sources: sourcesFrom(order, i * 3),
    };
    if (!isStrike(i))
      return {
        data: {
          title: `Event ${i}: ${sentence(random, 4)}`,
          kind: random.pick(["statement", "diplomatic", "legal", "military"]),
          ...shared,
          actors: [{ actor: random.pick(ids.actors), part: "speaker" }],
        },
        body: text(order, 2),
      };
    const [source = ""] = shared.sources;
    const data = { ...shared, ...strikeData(i, source, random) };
    for (const { killed } of data.casualties) order.strikes.push({ date: data.date, killed: toRange(killed) });
    return { data, body: text(order, 1) };
  },
  claims: (order) => {
    const { i, ids, random } = order;
    const disputed = i % 3 === 1;
    return {
      data: {
        number: i + 1,
        text: `Speaker ${i % ids.actors.length} says that ${sentence(random, 12)}`,
        assertedBy: ids.actors[i % ids.actors.length],
        about: [random.pick(ids.actors)],
        on: [random.pick(ids.timeline)],
        date: dayOf(i * 3),
        kind: random.pick(["statement-of-fact", "accusation", "assessment", "policy"]),
        status: disputed ? "contested" : "asserted",
        statusNote: sentence(random, 12),
        relations: i % 3 === 2 ? [{ to: ids.claims[i - 1], type: "disputes" }] : [],
        // The next claim disputes this one; the last one may have no next.
        ...(disputed && !ids.claims[i + 1] ? { status: "asserted" } : {}),
        sources: sourcesFrom(order, i * 3),
      },
      body: text(order, 2),
    };
  },
  actors: (order) => ({
    data: {
      name: `Speaker ${order.i}`,
      sortName: `${String.fromCharCode(65 + (order.i % 26))}, Speaker ${order.i}`,
      kind: order.i % 4 === 0 ? "agency" : "person",
      summary: sentence(order.random, 16),
      sources: sourcesFrom(order, order.i),
    },
    body: text(order, 2),
  }),
  totals: (order) => {
    const published = { asOf: dayOf(order.i * 7), strikes: order.i, killed: order.i * 3 };
    return {
      data: {
        ...published,
        byName: `Paper ${order.i % 60}`,
        rule: "People reported killed.",
        explanation: sentence(order.random, 10),
        ...unexplainedRest(published, order.strikes),
        source: order.ids.sources[(order.i * 7) % Math.min(DAYS, order.ids.sources.length)],
      },
    };
  },
  places: ({ i }) => ({ data: { name: `Place ${i}`, kind: "city", lat: (i % 60) - 30, lon: ((i * 7) % 120) - 60, precision: "exact" } }),
  leads: ({ i, ids, random }) => ({
    data: { kind: "reported-strike", title: `Lead ${i}`, detail: sentence(random, 14), sources: [ids.sources[i]] },
  }),
  series: ({ i, ids }) => ({
    data: {
      title: `Series ${i}`,
      unit: "barrels",
      points: Array.from({ length: 8 }, (_, year) => ({
        x: String(2020 + year),
        y: 100 + ((i * 37 + year * 11) % 90),
        source: ids.sources[i],
      })),
      sources: [ids.sources[i]],
    },
  }),
  articles: (order) => ({
    data: {
      title: `Analysis ${order.i}: ${sentence(order.random, 5)}`,
      standfirst: sentence(order.random, 20),
      published: addDays(LAST_DAY, order.i),
      asOf: LAST_DAY,
      sources: sourcesFrom(order, 5),
    },
    body: `## What is on file\n\nThere were [${order.ids.timeline.filter((_, i) => isStrike(i)).length}](count:strikes) strikes, beginning with [the first](../timeline/${order.ids.timeline[0]}.md).\n\n${text(order, 12)}`,
  }),
  corrections: ({ i, ids, random }) => ({
    data: { date: LAST_DAY, entry: `claims/${ids.claims[i]}`, was: sentence(random, 6), now: sentence(random, 6) },
  }),
};

function listIds(entries: number): Record<Folder, string[]> {
  const list = (folder: Folder) =>
    Array.from({ length: Math.max(2, Math.round((entries * SHARES[folder]) / 1000)) }, (_, i) => `${folder}-${i}`);
  return Object.fromEntries((Object.keys(SHARES) as Folder[]).map((folder) => [folder, list(folder)])) as Record<Folder, string[]>; // one list for each key
}

function siteData(ids: Record<Folder, string[]>): Record<string, unknown> {
  return {
    dossier: "A dossier for the bench",
    description: "Invented entries, written to measure what a build costs.",
    baseDate: FIRST_DAY,
    recordEnds: LAST_DAY,
    lanes: [{ label: "First", places: ids.places.slice(0, 1) }],
  };
}

/** The field of a total that gives all of its gap as unexplained, or none where it has no gap. */
function unexplainedRest(
  published: { asOf: string; strikes: number; killed: number },
  all: readonly InventedStrike[],
): { unexplained?: Record<string, number> } {
  const strikes = all.filter(({ date }) => date <= published.asOf);
  const killed = strikes.reduce((sum, strike) => addRanges(sum, strike.killed), { min: 0, max: 0 });
  const gaps = { killed: gapTo(published.killed, killed), strikes: published.strikes - strikes.length };
  const left = Object.entries(gaps).filter(([, gap]) => gap !== 0);
  return left.length > 0 ? { unexplained: Object.fromEntries(left) } : {};
}

function isStrike(i: number): boolean {
  return i % 2 === 0;
}

function dayOf(i: number): string {
  return addDays(FIRST_DAY, i % DAYS);
}

/** Two or three sources, the first of them published on the entry's own day or later. */
function sourcesFrom({ ids, random, nextSource }: Order, i: number): string[] {
  const own = ids.sources.length > DAYS ? i % DAYS : ids.sources.length - 1 - random.below(3);
  return [...new Set([ids.sources[own] ?? "", nextSource(), nextSource()])];
}

/** What makes a timeline entry a strike, with one record of the dead. */
export function strikeData(i: number, source: string, random: Random) {
  const killed = random.below(6);
  return {
    title: `Strike ${i}`,
    kind: "strike",
    region: random.pick(["North", "South"]),
    vessels: 1,
    casualties: [{ source, killed: random.below(5) ? killed : { min: killed, max: killed + 2 } }],
    sourcing: "good",
  };
}

/** Paragraphs of linked sentences. */
function text({ ids, random }: Order, paragraphs: number): string {
  const link = () => {
    const folder = random.pick(["claims", "timeline", "actors", "sources"] as const);
    return `[${sentence(random, 4).replace(".", "")}](../${folder}/${random.pick(ids[folder])}.md)`;
  };
  const line = (to = link()) => `${sentence(random, 8).replace(".", "")}, ${to}.`;
  // The first link of a paragraph carries a statement, as the check asks of an article, and the paragraph says how it stands.
  const claim = () => `[${sentence(random, 4).replace(".", "")}](../claims/${random.pick(ids.claims)}.md), which is disputed`;
  return Array.from({ length: paragraphs }, () => [line(claim()), line(), line()].join(" ")).join("\n\n");
}

export function sentence(random: Random, words: number): string {
  const list = Array.from({ length: words }, () => random.pick(WORDS)).join(" ");
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
}

export interface Random {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, and the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number] }; // below() stays inside the list
}
