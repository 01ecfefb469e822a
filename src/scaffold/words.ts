/** The words after `npm run new --`: what each starts, what it asks for, an example. Everything about fields follows from the schemas. */
import { KINDS, type Kind } from "../model/kinds.ts";

export interface Scaffold {
  kind: Kind;
  /** Fields whose value the word already says. */
  fixed: Readonly<Record<string, string>>;
  /** Optional fields that are asked for all the same: a good entry has them. */
  asked: readonly string[];
  /** A required list of records whose first item has flags of its own: `--killed 2` makes a casualty record by the first source. */
  record?: { field: string; parts: readonly string[] };
  /** Made-up values of a complete entry. */
  example: Readonly<Record<string, string>>;
}

const SCAFFOLDS = {
  strike: {
    kind: "event",
    fixed: { kind: "strike" },
    asked: ["summary", "place", "region", "vesselType"],
    record: { field: "casualties", parts: ["killed", "presumedDead", "missing", "survived"] },
    example: {
      title: "Strike of 2 July 2026, eastern Pacific",
      date: "2026-07-02",
      place: "eastern-pacific",
      region: "Eastern Pacific",
      vessels: "1",
      killed: "2",
      survived: "1",
      sources: "example-news-2026-07-03",
    },
  },
  event: {
    kind: "event",
    fixed: {},
    asked: ["summary", "place"],
    example: {
      title: "Talks on the strike of 2 July 2026",
      kind: "diplomatic",
      date: "2026-07-03",
      actors: "{ actor: us-southern-command, part: took part }",
      sources: "example-news-2026-07-03",
    },
  },
  claim: {
    kind: "claim",
    fixed: {},
    asked: ["about", "on", "venue"],
    example: {
      text: "Southern Command said that the vessel struck on 2 July 2026 was on a known trafficking route.",
      assertedBy: "us-southern-command",
      on: "strike-2026-07-02",
      date: "2026-07-02",
      venue: "X post",
      kind: "statement-of-fact",
      status: "asserted",
      statusNote: "One source reports the announcement; nothing on file confirms or disputes it.",
      sources: "example-news-2026-07-03",
    },
  },
  actor: {
    kind: "actor",
    fixed: {},
    asked: ["sortName", "country", "summary"],
    example: { name: "U.S. Southern Command", kind: "agency", country: "United States", sources: "example-news-2026-07-03" },
  },
  source: {
    kind: "source",
    fixed: {},
    asked: ["title", "titleBasis", "url", "published", "accessed"],
    example: {
      publisher: "Example News",
      title: "Two killed in strike on vessel in the Pacific",
      titleBasis: "page",
      url: "https://example.org/2026/07/03/strike",
      published: "2026-07-03",
      accessed: "2026-07-04",
      kind: "news-report",
      language: "en",
      grade: "original",
    },
  },
  place: {
    kind: "place",
    fixed: {},
    asked: ["lat", "lon", "note"],
    example: { name: "Eastern Pacific", kind: "sea", lat: "5", lon: "-90", precision: "region" },
  },
  total: {
    kind: "total",
    fixed: {},
    asked: ["byName", "strikes", "killed", "rule"],
    example: { asOf: "2026-07-03", byName: "Example News", strikes: "1", killed: "2", source: "example-news-2026-07-03" },
  },
  series: {
    kind: "series",
    fixed: {},
    asked: ["what", "sources"],
    record: { field: "points", parts: ["x", "y"] },
    example: { title: "Patrol boats in the area", unit: "boats", x: "2026-07", y: "3", sources: "example-news-2026-07-03" },
  },
  article: {
    kind: "article",
    fixed: {},
    asked: [],
    example: {
      title: "What is known of the strike of 2 July",
      standfirst: "Who said what about it, and who disputes it.",
      published: "2026-07-05",
      asOf: "2026-07-04",
      sources: "example-news-2026-07-03",
      body: "Two people were [reported killed](../timeline/strike-2026-07-02.md).",
    },
  },
  correction: {
    kind: "correction",
    fixed: {},
    asked: ["why"],
    example: { date: "2026-07-06", entry: "timeline/strike-2026-07-02", was: "It gave three dead.", now: "It gives two dead." },
  },
  lead: {
    kind: "lead",
    fixed: {},
    asked: ["date", "on", "sources"],
    example: {
      kind: "known-unknown",
      title: "What the vessel of 2 July 2026 carried",
      detail: "No source on file says it.",
      on: "strike-2026-07-02",
    },
  },
} as const satisfies Record<string, Scaffold>;

export type Word = keyof typeof SCAFFOLDS;

export const WORDS = Object.keys(SCAFFOLDS) as Word[]; // the keys of the literal above

export function scaffoldOf(word: Word): Scaffold {
  return SCAFFOLDS[word];
}

export function isWord(text: string): text is Word {
  return Object.hasOwn(SCAFFOLDS, text);
}

/** aWord("event") → "an event" */
export function aWord(word: Word): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** fileOf("strike", "strike-2026-07-02") → "timeline/strike-2026-07-02.md", relative to the content folder. */
export function fileOf(word: Word, id: string): string {
  return `${KINDS[scaffoldOf(word).kind].folder}/${id}.md`;
}
