/** One day of the record: what became known on it, what changed, and what the record came to by then. */
import { COUNTING_RULE_NAMES, type CountingRule } from "../model/counting.ts";
import type { Day } from "../model/dates.ts";
import { asOf } from "./as-of.ts";
import { learnedByDay, type Change, type Learned } from "./history.ts";
import { computeLedger } from "./ledger.ts";
import type { ClaimNode, Dossier, DossierNode, EventNode, Range, TotalNode } from "./nodes.ts";

export interface DayRecord {
  day: Day;
  /** Entries that became known that day, as they stood then. */
  events: EventNode[];
  claims: ClaimNode[];
  totals: TotalNode[];
  /** Entries known before that somebody disputed that day, and what changed of others. */
  disputed: ChangedEntry[];
  changed: ChangedEntry[];
  sums: RecordSums;
}

export interface ChangedEntry {
  node: DossierNode;
  changes: Change[];
}

/** What a record comes to. */
export interface RecordSums {
  strikes: number;
  killed: { rule: CountingRule; range: Range }[];
  survivors: Range;
  events: number;
  claims: number;
  /** Of the claims: contested or denied. */
  opposed: number;
  totals: number;
}

/** A record for each day on which a claim, a timeline entry or a published total became known or changed, in order of time. */
export function dayRecords(dossier: Dossier): DayRecord[] {
  return [...learnedByDay(dossier)].map(([day, learned]) => recordOf(asOf(dossier, day), day, learned));
}

/** @param view the dossier as of the day; @param learned what became known on it */
function recordOf(view: Dossier, day: Day, learned: readonly Learned[]): DayRecord {
  const first = new Set(learned.filter(({ change }) => change.what === "entry").map(({ node }) => keyOf(node)));
  const isNew = (node: DossierNode) => first.has(keyOf(node));
  const later = learned.filter(({ node }) => !isNew(node));
  const entries = [...Map.groupBy(later, ({ node }) => node)].map(([node, list]) => ({ node, changes: list.map(({ change }) => change) }));
  const isDisputed = ({ changes }: ChangedEntry) => changes.some(disputes);
  return {
    day,
    events: view.events.filter(isNew),
    claims: view.claims.filter(isNew),
    totals: view.totals.filter(isNew),
    disputed: entries.filter(isDisputed),
    changed: entries.filter((entry) => !isDisputed(entry)),
    sums: sumUp(view),
  };
}

export function sumUp({ strikes, events, claims, totals }: Dossier): RecordSums {
  const ledger = computeLedger(strikes, { asOf: null });
  return {
    strikes: ledger.strikes,
    killed: COUNTING_RULE_NAMES.map((rule) => ({ rule, range: computeLedger(strikes, { asOf: null, rule }).killed })),
    survivors: ledger.survivors,
    events: events.length,
    claims: claims.length,
    opposed: claims.filter(({ data }) => data.status === "contested" || data.status === "denied").length,
    totals: totals.length,
  };
}

/** Whether a change says that somebody disputes the entry. */
function disputes(change: Change): boolean {
  switch (change.what) {
    case "status":
      return change.to === "contested" || change.to === "denied";
    case "development":
      return change.development.effect === "disputes" || change.development.effect === "denies";
    case "dispute":
      return true;
    default:
      return false;
  }
}

function keyOf({ kind, id }: DossierNode): string {
  return `${kind}/${id}`;
}
