/** The dossier as sources published by a day support it: of the same shape, so that whatever reads a dossier reads this one. */
import { parseBody } from "../markdown/parse-body.ts";
import type { Day } from "../model/dates.ts";
import { standingOn } from "./claim-standing.ts";
import { findPartDay, isKnownBy } from "./known-day.ts";
import { allNodes, isStrike, type Dossier, type DossierNode, type NodeByKind, type SourceNode, type Strike } from "./nodes.ts";

/**
 * What was publicly known on a day. An entry is there once one of its sources was out, and so is each part of it that has sources of its
 * own: casualty records, developments, roles, relations, names, nationalities, accounts that differ, figures. A claim has the status that
 * was supported then. Actors and places come with the first entry that names them. What nothing dates belongs to the whole record only,
 * which is what the last day of the record and every later one give.
 *
 * Texts describe the whole record: bodies are left out, but for those of articles, and summaries and notes stand as they are written.
 */
export function asOf(dossier: Dossier, day: Day): Dossier {
  if (day >= dossier.site.recordEnds) return dossier;
  const view = createView(dossier, day);
  const events = view.all(dossier.events);
  return {
    site: dossier.site,
    articles: view.all(dossier.articles),
    actors: view.all(dossier.actors),
    claims: view.all(dossier.claims),
    events,
    strikes: events.filter(isStrike),
    sources: view.all(dossier.sources),
    places: view.all(dossier.places),
    totals: view.all(dossier.totals),
    series: view.all(dossier.series),
    corrections: view.all(dossier.corrections),
    leads: view.all(dossier.leads),
    withdrawn: [],
  };
}

const NO_BODY = parseBody("");

interface View {
  day: Day;
  /** The copy of a node; null for one that was not known. */
  one<T extends DossierNode>(node: T | null): T | null;
  all<T extends DossierNode>(nodes: readonly T[]): T[];
}

function createView(dossier: Dossier, day: Day): View {
  const copies = new Map<DossierNode, DossierNode>([...findKept(dossier, day)].map((node) => [node, { ...node }]));
  const one = <T extends DossierNode>(node: T | null): T | null => (node && (copies.get(node) as T | undefined)) ?? null; // a copy is of its node's kind
  const all = <T extends DossierNode>(nodes: readonly T[]): T[] => nodes.flatMap((node) => one(node) ?? []);
  const view: View = { day, one, all };
  for (const [node, copy] of copies) {
    copy.sources = all(node.sources);
    copy.backlinks = tie(view, node.backlinks, "from").filter(({ from }) => from.kind === "article");
    if (copy.kind !== "article") copy.body = NO_BODY;
    Object.assign(copy, partsOf(node, view));
  }
  return view;
}

/** Entries that were known, with the actors, places and origins that they name. */
function findKept(dossier: Dossier, day: Day): Set<DossierNode> {
  const kept = new Set<DossierNode>();
  const add = (...nodes: (DossierNode | null)[]) => {
    for (const node of nodes) if (node) kept.add(node);
  };
  /** With what it repeats: that was out before, whether or not its day is on file. */
  const addSource = (source: SourceNode) => {
    if (kept.has(source)) return;
    add(source);
    source.derivesFrom.forEach(addSource);
  };
  /** The sources of what was known; where its day is stated, since none of them is dated, they were out by then too. */
  const addSources = ({ known, sources }: { known: Day | null; sources: readonly SourceNode[] }) => {
    if (isKnownBy(known, day) && sources.every((source) => source.known === null)) sources.forEach(addSource);
  };
  for (const source of dossier.sources) if (isKnownBy(source.known, day)) addSource(source);
  for (const node of allNodes(dossier)) {
    if (!isKnownBy(knownOf(node), day)) continue;
    add(node);
    addSources(node);
  }
  for (const claim of dossier.claims) {
    if (!kept.has(claim)) continue;
    add(claim.assertedBy, ...claim.about);
    claim.developments.forEach(addSources);
  }
  for (const event of dossier.events) {
    if (!kept.has(event)) continue;
    add(event.place);
    for (const { actor } of event.actors) if (isKnownBy(findPartDay(event, actor), day)) add(actor);
    if (!event.strike) continue;
    event.strike.developments.forEach(addSources);
    for (const { known, source } of event.strike.casualties) addSources({ known, sources: [source] });
    const { announcedBy, affiliationGroup, affiliationBy, named } = event.strike;
    add(announcedBy, affiliationGroup, affiliationBy);
    for (const { actor, by, source } of named) if (isKnownBy(source.known, day)) add(actor, by);
    for (const { versions } of disputesOn(event.strike, day)) add(...versions.map(({ by }) => by));
  }
  for (const total of dossier.totals) if (kept.has(total)) add(total.by);
  for (const actor of dossier.actors)
    if (kept.has(actor)) for (const relation of actor.relations) if (isKnownBy(relation.known, day)) add(relation.actor);
  for (const correction of dossier.corrections) if (!kept.has(correction.entry)) kept.delete(correction);
  return kept;
}

function knownOf(node: DossierNode): Day | null {
  if (node.kind === "correction") return node.data.date;
  if (node.kind !== "series") return node.known;
  const days = node.points.flatMap(({ source }) => source.known ?? []);
  return days.sort()[0] ?? null;
}

function partsOf(node: DossierNode, view: View): Partial<NodeByKind[DossierNode["kind"]]> {
  const { day, one, all } = view;
  switch (node.kind) {
    case "claim":
      return {
        data: { ...node.data, status: standingOn(node, day).status },
        assertedBy: one(node.assertedBy) ?? node.assertedBy, // findKept() has it
        about: all(node.about),
        on: all(node.on),
        relations: tie(view, node.relations, "claim"),
        developments: sourced(view, node.developments),
        figures: node.figures
          .filter(({ source }) => !source || isKnownBy(source.known, day))
          .map((figure) => ({ ...figure, source: one(figure.source) })),
      };
    case "event":
      return {
        place: one(node.place),
        actors: tie(
          view,
          node.actors.filter(({ actor }) => isKnownBy(findPartDay(node, actor), day)),
          "actor",
        ),
        claims: all(node.claims),
        related: all(node.related),
        leads: all(node.leads),
        totals: all(node.totals),
        strike: node.strike && strikeOn(node.strike, view),
      };
    case "actor":
      return {
        roles: sourced(view, node.roles),
        relations: tie(view, sourced(view, node.relations), "actor"),
        claimsMade: all(node.claimsMade),
        claimsAbout: all(node.claimsAbout),
        events: tie(
          view,
          node.events.filter(({ event }) => isKnownBy(findPartDay(event, node), day)),
          "event",
        ),
        namedIn: all(
          node.namedIn.filter(({ strike }) => strike?.named.some(({ actor, source }) => actor === node && isKnownBy(source.known, day))),
        ),
        totals: all(node.totals),
      };
    case "source":
      return { derivesFrom: all(node.derivesFrom), derivedBy: all(node.derivedBy), citedBy: tie(view, node.citedBy, "node") };
    case "place":
      return { events: all(node.events) };
    case "total":
      return {
        by: one(node.by),
        source: one(node.source) ?? node.source, // a total is known from its source
        counting: { ...node.counting, except: all(node.counting.except) },
        gap: tie(view, node.gap, "entry"),
      };
    case "series":
      return { points: resting(view, node.points) };
    case "correction":
      return { entry: one(node.entry) ?? node.entry }; // findKept() has both
    case "lead":
      return { on: all(node.on), totals: all(node.totals) };
    case "article":
      return {};
  }
}

function strikeOn(strike: Strike, view: View): Strike {
  const { day, one } = view;
  const casualties = strike.casualties.filter(({ known }) => isKnownBy(known, day));
  return {
    ...strike,
    casualties: tie(view, casualties, "source"),
    announcedBy: one(strike.announcedBy),
    affiliationGroup: one(strike.affiliationGroup),
    affiliationBy: one(strike.affiliationBy),
    nationalities: resting(view, strike.nationalities),
    named: resting(view, strike.named).map((person) => ({ ...person, actor: one(person.actor), by: one(person.by) })),
    developments: sourced(view, strike.developments),
    disputes: disputesOn(strike, day).map(({ about, versions }) => ({
      about,
      versions: resting(view, versions).map((version) => ({ ...version, by: one(version.by) })),
    })),
  };
}

/** Accounts that were known to differ: one alone differs from nothing. */
function disputesOn(strike: Strike, day: Day): Strike["disputes"] {
  return strike.disputes
    .map(({ about, versions }) => ({ about, versions: versions.filter(({ source }) => isKnownBy(source.known, day)) }))
    .filter(({ versions }) => versions.length > 1);
}

/** Ties to nodes that were known. */
function tie<T, K extends keyof T>(view: View, list: readonly T[], key: K): T[] {
  const tied: T[] = [];
  for (const item of list) {
    const node = view.one(item[key] as DossierNode); // `key` names a node in every call
    if (node) tied.push({ ...item, [key]: node });
  }
  return tied;
}

/** Parts with a day of their own, by their sources. */
function sourced<T extends { sources: SourceNode[]; known: Day | null }>({ day, all }: View, parts: readonly T[]): T[] {
  return parts.filter(({ known }) => isKnownBy(known, day)).map((part) => ({ ...part, sources: all(part.sources) }));
}

/** Parts that rest on one source. */
function resting<T extends { source: SourceNode }>(view: View, parts: readonly T[]): T[] {
  return tie(
    view,
    parts.filter(({ source }) => isKnownBy(source.known, view.day)),
    "source",
  );
}
