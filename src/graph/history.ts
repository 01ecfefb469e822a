/** What became publicly known of an entry, and when: the entry itself, then what later sources added to it or changed about it. */
import type { Status } from "../model/claim.ts";
import { addDays, compareText, maxDay, type Day } from "../model/dates.ts";
import { findNamedDay } from "./known-day.ts";
import { tollOf } from "./ledger.ts";
import {
  type ActorNode,
  type ActorRelation,
  type CasualtyRecord,
  type ClaimLink,
  type ClaimNode,
  type Dossier,
  type DossierNode,
  type LinkedDevelopment,
  type Range,
  isStrike,
  type StrikeNode,
} from "./nodes.ts";
import { statusHistory } from "./status-history.ts";
import { stands } from "./withdrawn.ts";

/** One thing that became known of an entry on a day. */
export interface Learned {
  day: Day;
  node: DossierNode;
  change: Change;
}

export type Change =
  | { what: "entry" }
  | { what: "status"; from: Status; to: Status }
  /** Records that changed the range of the dead; null where no record gave a number. */
  | { what: "toll"; from: Range | null; to: Range | null; records: CasualtyRecord[] }
  /** Records that left the range as it was. */
  | { what: "records"; records: CasualtyRecord[] }
  | { what: "development"; development: LinkedDevelopment }
  | { what: "name"; name: string }
  | { what: "nationality"; nationality: string }
  | { what: "figure"; figure: ClaimNode["figures"][number] }
  /** A claim made known later that disputes, answers, supports, qualifies or replaces this one; `label` is worded from this one's side. */
  | { what: "claim"; link: ClaimLink }
  /** Accounts that differ on something, once there were two of them. */
  | { what: "dispute"; about: string }
  | { what: "role"; title: string }
  | { what: "relation"; relation: ActorRelation };

/** Oldest first; what nothing dates is left out, as is what only a page read after the end of the record has. */
export function historyOf(node: DossierNode, recordEnds: Day): Learned[] {
  const { known } = node;
  if (known === null) return [];
  const since = (day: Day | null): Day | null => day && maxDay(day, known); // a part is not known before its entry
  const parts: Part[] = [{ day: known, change: { what: "entry" } }, ...partsOf(node, since)];
  return parts
    .flatMap(({ day, change }): Learned[] => (day !== null && day <= recordEnds ? [{ day, node, change }] : []))
    .sort((a, b) => compareText(a.day, b.day));
}

/** Claims, timeline entries and published totals of each day on which anything of them became known, by day. */
export function learnedByDay({
  claims,
  events,
  totals,
  site,
}: Pick<Dossier, "claims" | "events" | "totals" | "site">): Map<Day, Learned[]> {
  const all = [...events, ...claims, ...totals].filter(stands).flatMap((node) => historyOf(node, site.recordEnds));
  return new Map([...Map.groupBy(all, ({ day }) => day)].sort(([a], [b]) => compareText(a, b)));
}

interface Part {
  /** Null when nothing dates it. */
  day: Day | null;
  change: Change;
}
type Since = (day: Day | null) => Day | null;

function partsOf(node: DossierNode, since: Since): Part[] {
  switch (node.kind) {
    case "claim":
      return [
        ...statusParts(node),
        ...claimParts(node),
        ...developmentParts(node.developments, since),
        ...node.figures.flatMap((figure) =>
          figure.source ? [{ day: laterThan(node, figure.source.known), change: { what: "figure", figure } as const }] : [],
        ),
      ];
    case "event":
      return isStrike(node) ? strikeParts(node, since) : [];
    case "actor":
      return actorParts(node, since);
    default:
      return [];
  }
}

function statusParts(claim: ClaimNode): Part[] {
  const history = statusHistory(claim);
  return history.slice(1).map(([day, to], i) => ({ day, change: { what: "status", from: history[i]?.[1] ?? to, to } }));
}

/** Claims that came out after this one and bear on it; opposition has two ends. */
function claimParts({ known, relations }: ClaimNode): Part[] {
  return relations
    .filter(({ type, inverse, claim }) => (inverse || type === "disputes") && known !== null && (claim.known ?? "") > known)
    .map((link) => ({ day: link.claim.known, change: { what: "claim", link } }));
}

/** The day of a part that came out after its entry; null for one that came with it. */
function laterThan({ known }: Pick<DossierNode, "known">, day: Day | null): Day | null {
  return known !== null && day !== null && day > known ? day : null;
}

function developmentParts(developments: readonly LinkedDevelopment[], since: Since): Part[] {
  return developments.map((development) => ({ day: since(development.known), change: { what: "development", development } }));
}

function strikeParts(strike: StrikeNode, since: Since): Part[] {
  const { developments, named, nationalities, disputes } = strike.strike;
  return [
    ...recordParts(strike, since),
    ...developmentParts(developments, since),
    ...nationalities.map(({ nationality, source }) => ({
      day: laterThan(strike, source.known),
      change: { what: "nationality", nationality } as const,
    })),
    ...named.map((person) => ({ day: since(findNamedDay(strike, person)), change: { what: "name", name: person.name } as const })),
    ...disputes.map(({ about, versions }) => ({
      day: since(versions.map(({ source }) => source.known ?? LATER).sort()[1] ?? null),
      change: { what: "dispute", about } as const,
    })),
  ];
}

/** After every day: an account that nothing dates. */
const LATER = "9999-12-31";

/** The records by day, those of the entry's first day apart: they came with it. */
function recordParts(strike: StrikeNode, since: Since): Part[] {
  const byDay = Map.groupBy(strike.strike.casualties, ({ known }) => since(known));
  return [...byDay].flatMap(([day, records]) => {
    if (day === null || day === strike.known) return [];
    const [from, to] = [tollOf(strike, addDays(day, -1)).killed, tollOf(strike, day).killed];
    const isSame = from?.min === to?.min && from?.max === to?.max;
    return [{ day, change: isSame ? { what: "records", records } : { what: "toll", from, to, records } }];
  });
}

function actorParts({ roles, relations }: ActorNode, since: Since): Part[] {
  return [
    ...roles.map(({ title, known }) => ({ day: since(known), change: { what: "role", title } as const })),
    ...relations.map((relation) => ({ day: since(relation.known), change: { what: "relation", relation } as const })),
  ];
}
