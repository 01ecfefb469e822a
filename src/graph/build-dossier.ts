/** Entries in, linked dossier and problems out. Nothing is dropped without a problem that says so. */
import { RELATION_TYPES } from "../model/actor.ts";
import { CLAIM_RELATIONS } from "../model/claim.ts";
import { DEFAULT_RULE } from "../model/counting.ts";
import { compareDates, compareText, type DossierDate } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";
import type { Development } from "../model/fields.ts";
import { KINDS, KIND_NAMES, type Kind } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import type { FoundProblem } from "../model/problem.ts";
import type { Site } from "../model/site.ts";
import { entryPath } from "../markdown/links.ts";
import { findKnownDay } from "./known-day.ts";
import { killedByRule } from "./counting-rules.ts";
import {
  isStrike,
  type ActorNode,
  type ClaimNode,
  type Dossier,
  type DossierNode,
  type Entry,
  type EventNode,
  type LinkedDevelopment,
  type NodeByKind,
  type SourceNode,
  type Strike,
  type StrikeNode,
  type TotalNode,
} from "./nodes.ts";
import type { Observer } from "./reads.ts";
import { stands } from "./withdrawn.ts";
import { createUnknownReporter } from "./unknown-entry.ts";

type Path = readonly (string | number)[];

/** The nodes of each kind by id. */
type NodeIndex = { [K in Kind]: Map<string, NodeByKind[K]> };

export interface BuildInput {
  site: Site;
  entries: readonly Entry[];
  /** Entries that exist but are invalid, as "kind/id": naming one of them is no second problem. */
  invalid?: ReadonlySet<string>;
  /** Puts what hears the reads of an entry in its place; without it, nobody listens. */
  observe?: Observer["observe"];
}

export function buildDossier({ site, entries, invalid = new Set(), observe = (_name, node) => node }: BuildInput): {
  dossier: Dossier;
  problems: FoundProblem[];
} {
  const problems: FoundProblem[] = [];
  const unknownEntry = createUnknownReporter(entries);
  const nodes = Object.fromEntries(KIND_NAMES.map((kind) => [kind, new Map()])) as NodeIndex; // one map for each kind
  const all = entries.map((entry) => observe(`${entry.kind}/${entry.id}`, emptyNode(entry)));
  for (const node of all) (nodes[node.kind] as Map<string, DossierNode>).set(node.id, node); // the map is of this kind

  /** The node that an id names, or a problem at the place that names it. */
  function resolve<K extends Kind>(from: DossierNode, kind: K, id: string, path: Path): NodeByKind[K] | null {
    const node = nodes[kind].get(id);
    if (node) return node;
    if (!invalid.has(`${kind}/${id}`)) problems.push(unknownEntry(from.file, kind, id, { path }));
    return null;
  }
  const resolveAll = <K extends Kind>(from: DossierNode, kind: K, ids: readonly string[] | undefined, path: Path): NodeByKind[K][] =>
    (ids ?? []).flatMap((id, i) => resolve(from, kind, id, [...path, i]) ?? []);

  function cite(node: DossierNode, ids: readonly string[] | undefined, path: Path, part: string): SourceNode[] {
    const found = resolveAll(node, "source", ids, path);
    for (const source of found) source.citedBy.push({ node, part });
    return found;
  }
  function citeOne(node: DossierNode, id: string, path: Path, part: string): SourceNode | null {
    const source = resolve(node, "source", id, path);
    source?.citedBy.push({ node, part });
    return source;
  }
  function linkDevelopments(node: DossierNode, list: readonly Development[] | undefined): LinkedDevelopment[] {
    return (list ?? []).map((item, i) => {
      const date = getDate(item.date);
      const sources = cite(node, item.sources, ["developments", i, "sources"], "a later development");
      return { date, summary: item.summary, effect: item.effect, sources, known: findKnownDay(sources, date, item.knownSince) };
    });
  }

  // Sources first: known days and origins rest on them.
  for (const node of all) {
    if (node.kind !== "source") continue;
    node.published = optionalDate(node.data.published);
    node.derivesFrom = resolveAll(node, "source", node.data.derivesFrom, ["derivesFrom"]);
    for (const origin of node.derivesFrom) origin.derivedBy.push(node);
    node.known = node.published?.latest ?? null;
  }
  for (const node of all) {
    if ("sources" in node.data && node.data.sources) node.sources = cite(node, node.data.sources, ["sources"], KINDS[node.kind].one);
    switch (node.kind) {
      case "claim":
        linkClaim(node);
        break;
      case "event":
        linkEvent(node);
        break;
      case "actor":
        linkActor(node);
        break;
      case "total": {
        const source = citeOne(node, node.data.source, ["source"], "published total");
        if (source) {
          node.source = source;
          node.sources = [source];
        }
        node.by = node.data.by ? resolve(node, "actor", node.data.by, ["by"]) : null;
        node.by?.totals.push(node);
        node.known = findKnownDay(node.sources, getDate(node.data.asOf));
        linkCounting(node);
        break;
      }
      case "series":
        node.points = node.data.points.flatMap((point, i) => {
          const source = citeOne(node, point.source, ["points", i, "source"], `value for ${point.x}`);
          return source ? [{ x: getDate(point.x), y: point.y, newBasis: point.newBasis ?? false, qualifier: point.qualifier, source }] : [];
        });
        break;
      case "lead":
        node.date = optionalDate(node.data.date);
        node.on = resolveAll(node, "event", node.data.on, ["on"]);
        for (const event of node.on) event.leads.push(node);
        break;
      case "correction": {
        const entry = resolveCorrected(node);
        if (entry) node.entry = entry;
        break;
      }
      case "article":
        node.known = node.data.published;
        break;
      case "source":
      case "place":
        break;
    }
  }
  linkBodies();

  function linkClaim(claim: ClaimNode): void {
    const { data } = claim;
    claim.date = getDate(data.date);
    const by = resolve(claim, "actor", data.assertedBy, ["assertedBy"]);
    if (by) {
      claim.assertedBy = by;
      by.claimsMade.push(claim);
    }
    claim.about = resolveAll(claim, "actor", data.about, ["about"]);
    for (const actor of claim.about) actor.claimsAbout.push(claim);
    for (const event of resolveAll(claim, "event", data.on, ["on"])) joinClaimAndEvent(claim, event);
    for (const [i, relation] of (data.relations ?? []).entries()) {
      const other = resolve(claim, "claim", relation.to, ["relations", i, "to"]);
      if (!other) continue;
      const { here, there } = CLAIM_RELATIONS[relation.type];
      claim.relations.push({ type: relation.type, label: here, inverse: false, claim: other });
      other.relations.push({ type: relation.type, label: there, inverse: true, claim });
    }
    claim.developments = linkDevelopments(claim, data.developments);
    claim.figures = (data.figures ?? []).map((figure, i) => ({
      ...figure,
      source: figure.source ? citeOne(claim, figure.source, ["figures", i, "source"], `figure: ${figure.what}`) : null,
    }));
    claim.known = findKnownDay(claim.sources, claim.date, data.knownSince);
  }

  function linkEvent(event: EventNode): void {
    const { data } = event;
    event.date = getDate(data.date);
    event.place = data.place ? resolve(event, "place", data.place, ["place"]) : null;
    event.place?.events.push(event);
    event.actors = (data.actors ?? []).flatMap(({ actor: id, part }, i) => {
      const actor = resolve(event, "actor", id, ["actors", i, "actor"]);
      actor?.events.push({ event, part });
      return actor ? [{ actor, part }] : [];
    });
    for (const claim of resolveAll(event, "claim", data.claims, ["claims"])) joinClaimAndEvent(claim, event);
    for (const other of resolveAll(event, "event", data.related, ["related"])) {
      if (!event.related.includes(other)) event.related.push(other);
      if (!other.related.includes(event)) other.related.push(event);
    }
    event.known = findKnownDay(event.sources, event.date, data.knownSince);
    if (data.kind === "strike") event.strike = linkStrike(event, data);
  }

  function linkStrike(event: EventNode, data: Strike["data"]): Strike {
    const actorAt = (id: string | undefined, path: Path) => (id ? resolve(event, "actor", id, path) : null);
    return {
      data,
      casualties: data.casualties.flatMap((record, i) => {
        const source = citeOne(event, record.source, ["casualties", i, "source"], "casualty record");
        if (!source || !stands(source)) return []; // a number without its source counts nowhere
        return [
          {
            source,
            data: record,
            killed: killedByRule([record], DEFAULT_RULE),
            known: findKnownDay([source], event.date, record.knownSince),
          },
        ];
      }),
      announcedBy: actorAt(data.announced?.by, ["announced", "by"]),
      announcedDate: optionalDate(data.announced?.date),
      affiliationGroup: actorAt(data.allegedAffiliation?.group, ["allegedAffiliation", "group"]),
      affiliationBy: actorAt(data.allegedAffiliation?.by, ["allegedAffiliation", "by"]),
      nationalities: (data.nationalities ?? []).flatMap((item, i) => {
        const source = citeOne(event, item.source, ["nationalities", i, "source"], "nationality");
        return source ? [{ ...item, source }] : [];
      }),
      named: (data.named ?? []).flatMap((person, i) => {
        const source = citeOne(event, person.source, ["named", i, "source"], `naming of ${person.name}`);
        const actor = actorAt(person.actor, ["named", i, "actor"]);
        if (actor && !actor.namedIn.includes(event)) actor.namedIn.push(event);
        const by = actorAt(person.by, ["named", i, "by"]);
        return source
          ? [{ name: person.name, actor, nationality: person.nationality, by, byName: person.byName, claim: person.claim, source }]
          : [];
      }),
      developments: linkDevelopments(event, data.developments),
      disputes: (data.disputes ?? []).map((dispute, i) => ({
        about: dispute.about,
        versions: dispute.versions.flatMap((version, j) => {
          const path = ["disputes", i, "versions", j];
          const source = citeOne(event, version.source, [...path, "source"], `dispute: ${dispute.about}`);
          const by = actorAt(version.by, [...path, "by"]);
          return source ? [{ by, byName: version.byName, says: version.says, source }] : [];
        }),
      })),
    };
  }

  /** The strikes and leads that a total names, as exceptions to its rule and as what explains its gap. */
  function linkCounting(total: TotalNode): void {
    const { counting, gap } = total.data;
    total.counting = {
      rule: counting?.rule ?? DEFAULT_RULE,
      except: (counting?.except ?? []).flatMap((id, i) => resolveStrike(total, id, ["counting", "except", i]) ?? []),
    };
    total.gap = (gap ?? []).flatMap(({ strike, lead, ...part }, i) => {
      const path = ["gap", i];
      const entry = strike ? resolveStrike(total, strike, [...path, "strike"]) : resolve(total, "lead", lead ?? "", [...path, "lead"]);
      return entry ? [{ ...part, entry }] : [];
    });
    for (const entry of new Set([...total.counting.except, ...total.gap.map((part) => part.entry)])) entry.totals.push(total);
  }

  function resolveStrike(from: DossierNode, id: string, path: Path): StrikeNode | null {
    const event = resolve(from, "event", id, path);
    if (!event || event.data.kind === "strike") return event as StrikeNode | null; // its strike is there once all events are linked
    const message = `\`${id}\` is named here, and it is no strike.`;
    problems.push({
      code: "unknown-entry",
      file: from.file,
      place: { path },
      message,
      advice: "Name a timeline entry with `kind: strike`.",
    });
    return null;
  }

  function linkActor(actor: ActorNode): void {
    actor.roles = (actor.data.roles ?? []).map((role, i) => {
      const sources = cite(actor, role.sources, ["roles", i, "sources"], `role: ${role.title}`);
      const from = optionalDate(role.from);
      return { title: role.title, from, to: optionalDate(role.to), sources, known: findKnownDay(sources, from) };
    });
    for (const [i, relation] of (actor.data.relations ?? []).entries()) {
      const other = resolve(actor, "actor", relation.to, ["relations", i, "to"]);
      const sources = cite(actor, relation.sources, ["relations", i, "sources"], "relation");
      if (!other) continue;
      const from = optionalDate(relation.from);
      const shared = {
        type: relation.type,
        from,
        until: optionalDate(relation.until),
        note: relation.note,
        sources,
        known: findKnownDay(sources, from),
      };
      const { here, there } = RELATION_TYPES[relation.type];
      actor.relations.push({ ...shared, label: here, inverse: false, actor: other });
      other.relations.push({ ...shared, label: there, inverse: true, actor });
    }
    actor.known = findKnownDay(actor.sources, null);
  }

  /** The entry that a correction names by its id, or by folder and id where two kinds share the id. */
  function resolveCorrected(correction: NodeByKind["correction"]): DossierNode | null {
    const name = correction.data.entry;
    const [id = "", folder] = name.split("/").reverse();
    const kinds = KIND_NAMES.filter((kind) => folder === undefined || KINDS[kind].folder === folder);
    const [kind, ...others] = kinds.filter((candidate) => nodes[candidate].has(id) || invalid.has(`${candidate}/${id}`));
    if (kind && others.length === 0) return nodes[kind].get(id) ?? null;
    const choices = [kind ?? [], others].flat().map((choice) => `\`${KINDS[choice].folder}/${id}\``);
    const ids = kinds.flatMap((candidate) => [...nodes[candidate].keys()].map((known) => (folder ? `${folder}/${known}` : known)));
    problems.push({
      code: "unknown-entry",
      file: correction.file,
      place: { path: ["entry"] },
      message: kind ? `\`${name}\` is the id of more than one entry.` : `\`${name}\` is named here, but no entry is called that.`,
      advice: kind
        ? `Write the folder too: ${choices.join(" or ")}.`
        : [didYouMean(name, ids), "Write the id of the corrected entry, or its folder and id."].join(" ").trim(),
    });
    return null;
  }

  function linkBodies(): void {
    for (const node of all) {
      for (const link of node.body.links) {
        const { target } = link;
        const place = { line: link.line, column: link.column };
        if (target.type === "unknown") {
          const near = findPaths(link.url, nodes);
          problems.push({
            code: "unknown-entry",
            file: node.file,
            place,
            message: `The text links to \`${link.url}\`, which is no entry and no web address.`,
            advice: `${near} Link to an entry by its file, ../claims/some-id.md, or to a page by its https address.`.trim(),
          });
        }
        if (target.type !== "entry") continue;
        const other = nodes[target.kind].get(target.id);
        if (other) {
          other.backlinks.push({ from: node, link });
          if (other.kind === "source") other.citedBy.push({ node, part: "text" });
        } else if (!invalid.has(`${target.kind}/${target.id}`)) {
          problems.push(unknownEntry(node.file, target.kind, target.id, place));
        }
      }
    }
  }

  return { dossier: sortDossier(site, nodes), problems };
}

/** Paths that a wrong one may mean: the entry of that id in its own folder, e.g. "../source/gazette.md" → "../sources/gazette.md". */
function findPaths(url: string, nodes: NodeIndex): string {
  const id = /([^/#]+?)(?:\.md)?(?:#.*)?$/.exec(url)?.[1] ?? "";
  const kinds = KIND_NAMES.filter((kind) => nodes[kind].has(id));
  const paths = kinds.map((kind) => `\`${entryPath(kind, id)}\``);
  return paths.length > 0 ? `Did you mean ${paths.join(" or ")}?` : "";
}

function joinClaimAndEvent(claim: ClaimNode, event: EventNode): void {
  if (!claim.on.includes(event)) claim.on.push(event);
  if (!event.claims.includes(claim)) event.claims.push(claim);
}

function optionalDate(text: string | undefined): DossierDate | null {
  return text === undefined ? null : getDate(text);
}

/** A node with nothing linked yet. References that must exist are filled by the linking pass, or the check fails. */
function emptyNode(entry: Entry): DossierNode {
  const base = { id: entry.id, file: entry.file, body: entry.body, sources: [], known: null, backlinks: [] };
  switch (entry.kind) {
    case "article":
      return { ...base, kind: entry.kind, data: entry.data };
    case "actor":
      return {
        ...base,
        kind: entry.kind,
        data: entry.data,
        roles: [],
        relations: [],
        claimsMade: [],
        claimsAbout: [],
        events: [],
        namedIn: [],
        totals: [],
      };
    case "claim":
      return {
        ...base,
        kind: entry.kind,
        data: entry.data,
        date: getDate(entry.data.date),
        assertedBy: missing("assertedBy"),
        about: [],
        on: [],
        relations: [],
        developments: [],
        figures: [],
      };
    case "event":
      return {
        ...base,
        kind: entry.kind,
        data: entry.data,
        date: getDate(entry.data.date),
        place: null,
        actors: [],
        claims: [],
        related: [],
        leads: [],
        totals: [],
        strike: null,
      };
    case "source":
      return { ...base, kind: entry.kind, data: entry.data, published: null, derivesFrom: [], derivedBy: [], citedBy: [] };
    case "place":
      return { ...base, kind: entry.kind, data: entry.data, events: [] };
    case "total":
      return {
        ...base,
        kind: entry.kind,
        data: entry.data,
        by: null,
        source: missing("source"),
        counting: { rule: DEFAULT_RULE, except: [] },
        gap: [],
      };
    case "series":
      return { ...base, kind: entry.kind, data: entry.data, points: [] };
    case "correction":
      return { ...base, kind: entry.kind, data: entry.data, entry: missing("entry") };
    case "lead":
      return { ...base, kind: entry.kind, data: entry.data, date: null, on: [], totals: [] };
  }
}

/** Stands for a required reference until it is linked. A dossier with problems is never rendered, so nobody reads it. */
function missing<T>(_field: string): T {
  return null as T; // see above: replaced while linking, or reported as unknown-entry
}

function sortDossier(site: Site, nodes: NodeIndex): Dossier {
  const pick = <K extends Kind>(kind: K): NodeByKind[K][] => [...nodes[kind].values()].sort((a, b) => compareText(a.id, b.id));
  const byDate = (a: { date: DossierDate; id: string }, b: { date: DossierDate; id: string }) =>
    compareDates(a.date, b.date) || compareText(a.id, b.id);
  const events = pick("event").sort(byDate);
  const actors = pick("actor").sort((a, b) => compareNames(sortKey(a), sortKey(b)) || compareText(a.id, b.id));
  const claims = pick("claim").sort((a, b) => (a.data.number ?? Infinity) - (b.data.number ?? Infinity) || byDate(a, b));
  for (const event of events) event.related.sort(byDate);
  for (const place of pick("place")) place.events.sort(byDate);
  for (const actor of actors) {
    actor.claimsMade.sort(byDate);
    actor.claimsAbout.sort(byDate);
    actor.events.sort((a, b) => byDate(a.event, b.event));
  }
  return {
    site,
    articles: pick("article").sort(
      (a, b) => compareText(b.data.published, a.data.published) || compareText(b.data.asOf, a.data.asOf) || compareText(a.id, b.id),
    ),
    actors,
    claims,
    events,
    strikes: events.filter(isStrike),
    sources: pick("source").sort(
      (a, b) =>
        compareNames(a.data.publisher, b.data.publisher) ||
        compareText(a.data.published ?? "", b.data.published ?? "") ||
        compareText(a.id, b.id),
    ),
    places: pick("place"),
    totals: pick("total").sort((a, b) => compareText(a.data.asOf, b.data.asOf) || compareText(a.id, b.id)),
    series: pick("series"),
    corrections: pick("correction").sort((a, b) => compareText(b.data.date, a.data.date) || compareText(a.id, b.id)),
    leads: pick("lead"),
    withdrawn: [],
  };
}

const { compare: compareNames } = new Intl.Collator("en");

function sortKey(actor: ActorNode): string {
  return actor.data.sortName ?? actor.data.name;
}
