/** The linked dossier: every reference is an object here, and every link is known from both ends. */
import type { ClaimRelation, Figure } from "../model/claim.ts";
import type { CountingRule } from "../model/counting.ts";
import type { CasualtyData, StrikeData } from "../model/event.ts";
import type { DossierDate, Day } from "../model/dates.ts";
import type { EntryDataByKind, Kind } from "../model/kinds.ts";
import type { Site } from "../model/site.ts";
import type { Body, BodyLink } from "../markdown/parse-body.ts";

/** One valid entry as it comes from the loader, references still ids. */
export type Entry = { [K in Kind]: { kind: K; id: string; file: string; data: EntryDataByKind[K]; body: Body } }[Kind];

interface BaseNode<K extends Kind> {
  kind: K;
  id: string;
  /** File relative to the content folder. */
  file: string;
  data: EntryDataByKind[K];
  body: Body;
  /** The entry's own sources, in the order of the file. */
  sources: SourceNode[];
  /** Day from which the entry was publicly known; null when its sources do not say. */
  known: Day | null;
  /** Links in other entries' texts that lead here. */
  backlinks: Backlink[];
}

export interface Backlink {
  from: DossierNode;
  link: BodyLink;
}

export interface LinkedDevelopment {
  date: DossierDate;
  summary: string;
  effect: "disputes" | "denies" | "confirms" | "supersedes" | undefined;
  sources: SourceNode[];
  known: Day | null;
}

export interface ArticleNode extends BaseNode<"article"> {
  kind: "article";
}

export interface ActorNode extends BaseNode<"actor"> {
  kind: "actor";
  roles: { title: string; from: DossierDate | null; to: DossierDate | null; sources: SourceNode[]; known: Day | null }[];
  /** Relations from both ends; `label` is worded from this actor's side. */
  relations: ActorRelation[];
  claimsMade: ClaimNode[];
  claimsAbout: ClaimNode[];
  events: { event: EventNode; part: string }[];
  /** Strikes that list this actor among the named people. */
  namedIn: EventNode[];
  totals: TotalNode[];
}

export interface ActorRelation {
  type: string;
  label: string;
  inverse: boolean;
  actor: ActorNode;
  from: DossierDate | null;
  until: DossierDate | null;
  note: string | undefined;
  sources: SourceNode[];
  known: Day | null;
}

export interface ClaimNode extends BaseNode<"claim"> {
  kind: "claim";
  date: DossierDate;
  assertedBy: ActorNode;
  about: ActorNode[];
  on: EventNode[];
  relations: ClaimLink[];
  developments: LinkedDevelopment[];
  figures: (Omit<Figure, "source"> & { source: SourceNode | null })[];
}

export interface ClaimLink {
  type: ClaimRelation;
  label: string;
  inverse: boolean;
  claim: ClaimNode;
}

export interface EventNode extends BaseNode<"event"> {
  kind: "event";
  date: DossierDate;
  place: PlaceNode | null;
  actors: { actor: ActorNode; part: string }[];
  claims: ClaimNode[];
  related: EventNode[];
  leads: LeadNode[];
  /** Published totals that count it otherwise: it is an exception to their rule, or explains their gap. */
  totals: TotalNode[];
  strike: Strike | null;
}

/** What a strike adds to an event. */
export interface Strike {
  data: StrikeData;
  casualties: CasualtyRecord[];
  announcedBy: ActorNode | null;
  announcedDate: DossierDate | null;
  affiliationGroup: ActorNode | null;
  affiliationBy: ActorNode | null;
  nationalities: { nationality: string; basis: string; source: SourceNode }[];
  named: {
    name: string;
    actor: ActorNode | null;
    nationality: string | undefined;
    by: ActorNode | null;
    byName: string | undefined;
    claim: string;
    source: SourceNode;
  }[];
  developments: LinkedDevelopment[];
  disputes: { about: string; versions: { by: ActorNode | null; byName: string | undefined; says: string; source: SourceNode }[] }[];
}

export interface CasualtyRecord {
  source: SourceNode;
  data: CasualtyData;
  /** Lowest and highest number of dead that the record supports; null when it gives no number. */
  killed: Range | null;
  known: Day | null;
}

export interface Range {
  min: number;
  max: number;
}

export interface SourceNode extends BaseNode<"source"> {
  kind: "source";
  published: DossierDate | null;
  derivesFrom: SourceNode[];
  derivedBy: SourceNode[];
  /** Everything that names this source, with the part of the entry that rests on it. */
  citedBy: { node: DossierNode; part: string }[];
}

export interface PlaceNode extends BaseNode<"place"> {
  kind: "place";
  events: EventNode[];
}

export interface TotalNode extends BaseNode<"total"> {
  kind: "total";
  by: ActorNode | null;
  source: SourceNode;
  counting: Counting;
  gap: GapPart[];
}

/** What a publisher counts, as a rule that the ledger can be computed under. */
export interface Counting {
  rule: CountingRule;
  /** Strikes at which the rule does not hold. */
  except: StrikeNode[];
}

/** A strike or lead that a publisher counts otherwise than the ledger: how many more, below zero fewer. */
export interface GapPart {
  entry: StrikeNode | LeadNode;
  killed?: number | undefined;
  strikes?: number | undefined;
  vessels?: number | undefined;
  why: string;
}

export interface SeriesNode extends BaseNode<"series"> {
  kind: "series";
  points: { x: DossierDate; y: number; newBasis: boolean; qualifier: string | undefined; source: SourceNode }[];
}

export interface CorrectionNode extends BaseNode<"correction"> {
  kind: "correction";
  entry: DossierNode;
}

export interface LeadNode extends BaseNode<"lead"> {
  kind: "lead";
  date: DossierDate | null;
  on: EventNode[];
  /** Published totals that count it. */
  totals: TotalNode[];
}

export interface NodeByKind {
  article: ArticleNode;
  actor: ActorNode;
  claim: ClaimNode;
  event: EventNode;
  source: SourceNode;
  place: PlaceNode;
  total: TotalNode;
  series: SeriesNode;
  correction: CorrectionNode;
  lead: LeadNode;
}
export type DossierNode = NodeByKind[Kind];

export interface Dossier {
  site: Site;
  /** Newest first. */
  articles: ArticleNode[];
  /** By sort name. */
  actors: ActorNode[];
  /** By number, then date, then id. */
  claims: ClaimNode[];
  /** All timeline entries by date, then id. */
  events: EventNode[];
  /** The strikes among them. */
  strikes: StrikeNode[];
  /** By publisher, then date, then id. */
  sources: SourceNode[];
  places: PlaceNode[];
  /** By day, then id. */
  totals: TotalNode[];
  series: SeriesNode[];
  /** Newest first. */
  corrections: CorrectionNode[];
  leads: LeadNode[];
  /** Set aside from all of these: entries that were published and then withdrawn, newest first. */
  withdrawn: DossierNode[];
}

export type StrikeNode = EventNode & { strike: Strike };

/** Every entry of the dossier, kind by kind. */
export function allNodes(dossier: Dossier): DossierNode[] {
  const { articles, actors, claims, events, sources, places, totals, series, corrections, leads } = dossier;
  return [articles, actors, claims, events, sources, places, totals, series, corrections, leads].flat();
}

/** The entry's name as links and headings show it. A claim is named with its speaker, and with it its correction: entryName() does that. */
export function nameOf(node: Exclude<DossierNode, ClaimNode | CorrectionNode>): string {
  switch (node.kind) {
    case "article":
    case "event":
    case "series":
    case "lead":
      return node.data.title;
    case "actor":
    case "place":
      return node.data.name;
    case "source":
      return sourceName(node);
    case "total":
      return `${totalBy(node)}, as of ${node.data.asOf}`;
  }
}

/** sourceName() → "Anadolu Agency: US decertifies Colombia as ally in drug fight", or the publisher with the day when the title is not the page's own. */
export function sourceName(source: SourceNode): string {
  const { publisher, title, titleBasis } = source.data;
  if (title && titleBasis === "page") return `${publisher}: ${title}`;
  return source.published ? `${publisher}, ${source.published.edtf.replace(/[~?]/g, "")}` : `${publisher}, undated page`;
}

export function totalBy(total: TotalNode): string {
  return total.data.byName ?? total.by?.data.name ?? total.source.data.publisher;
}

export function isStrike(event: EventNode): event is StrikeNode {
  return event.strike !== null;
}
