/** What the schemas of the entries have, the tables have: a field that is left out is named here, with the reason. */
import { expect, test } from "vitest";
import { z } from "zod";
import { datasetTables } from "../../src/dataset/tables.ts";
import { KIND_NAMES, KINDS, type Kind } from "../../src/model/kinds.ts";
import { createUrls } from "../../src/site/urls.ts";
import { dossierOf } from "./builders.ts";

/** Tables of a kind: "" has its own fields, the others those of the list or part that it is named by. */
const TABLES: Record<Kind, Record<string, string[]>> = {
  actor: { "": ["actors"], aliases: ["actor_names"], roles: ["actor_roles"], relations: ["actor_relations"], sources: ["actor_sources"] },
  article: { "": ["articles"], sources: ["article_sources"] },
  claim: {
    "": ["claims"],
    about: ["claim_about"],
    on: ["claim_events"],
    relations: ["claim_relations"],
    developments: ["claim_developments"],
    figures: ["claim_figures"],
    sources: ["claim_sources"],
  },
  correction: { "": ["corrections"] },
  event: {
    "": ["events", "strikes"],
    actors: ["event_actors"],
    alsoNamed: ["event_names"],
    claims: ["claim_events"],
    related: ["event_related"],
    sources: ["event_sources"],
    casualties: ["casualty_records"],
    components: ["strike_components"],
    named: ["strike_people"],
    nationalities: ["strike_nationalities"],
    developments: ["strike_developments"],
    disputes: ["strike_disputes"],
    "disputes.versions": ["strike_disputes"],
    unknown: ["strike_unknowns"],
    announced: ["strikes"],
    allegedAffiliation: ["strikes"],
  },
  lead: { "": ["leads"], on: ["lead_events"], sources: ["lead_sources"] },
  place: { "": ["places"], aliases: ["place_names"] },
  series: { "": ["series"], points: ["series_points"], caveats: ["series_caveats"], sources: ["series_sources"] },
  source: { "": ["sources"], derivesFrom: ["source_origins"] },
  total: { "": ["totals"], gap: ["total_gaps"], unexplained: ["totals"], counting: ["totals"], "counting.except": ["total_exceptions"] },
};

/** Fields whose column is not called as they are. */
const COLUMNS: Record<string, string> = {
  "actor.aliases": "name",
  "actor.relations.from": "since",
  "actor.relations.to": "other",
  "actor.relations.type": "relation",
  "actor.roles.from": "since",
  "actor.roles.to": "until",
  "actor.sources": "source",
  "article.sources": "source",
  "claim.about": "actor",
  "claim.on": "event",
  "claim.relations.to": "other",
  "claim.relations.type": "relation",
  "claim.sources": "source",
  "event.allegedAffiliation.by": "alleged_by",
  "event.allegedAffiliation.group": "alleged_group",
  "event.allegedAffiliation.groupName": "alleged_group_name",
  "event.allegedAffiliation.statement": "alleged_statement",
  "event.alsoNamed": "name",
  "event.announced.by": "announced_by",
  "event.announced.byName": "announced_by_name",
  "event.announced.date": "announced",
  "event.announced.venue": "announced_venue",
  "event.casualties.killed": "killed_min",
  "event.casualties.killed.max": "killed_max",
  "event.casualties.killed.min": "killed_min",
  "event.claims": "claim",
  "event.components.strike": "which",
  "event.disputes.versions.by": "version_by",
  "event.disputes.versions.byName": "version_by_name",
  "event.named.by": "named_by",
  "event.named.byName": "named_by_name",
  "event.related": "other",
  "event.sources": "source",
  "event.strikesCounted": "strikes",
  "lead.on": "event",
  "lead.sources": "source",
  "place.aliases": "name",
  "series.caveats": "caveat",
  "series.points.x": "date",
  "series.points.y": "value",
  "series.sources": "source",
  "source.derivesFrom": "origin",
  "total.by": "published_by",
  "total.byName": "published_by_name",
  "total.counting.except": "strike",
  "total.counting.rule": "counting_rule",
  "total.unexplained.killed": "unexplained_killed",
  "total.unexplained.strikes": "unexplained_strikes",
  "total.unexplained.vessels": "unexplained_vessels",
};

const OF_EVERY_KIND: Record<string, string> = {
  formerIds: "addresses of the site, and in no table an id",
  "waive.about": "for the check of the editors",
  "waive.code": "for the check of the editors",
  "waive.reason": "for the check of the editors",
  "withdrawn.date": "in withdrawn.json: what is withdrawn is in no table",
  "withdrawn.reason": "in withdrawn.json: what is withdrawn is in no table",
};
const LEFT_OUT: Record<string, string> = {
  "actor.inFoundingArticle": "how this record was begun, and nothing about the actor",
  "claim.inFoundingArticle": "how this record was begun, and nothing about the claim",
  "claim.seedParagraph": "how this record was begun, and nothing about the claim",
  "event.seedParagraph": "how this record was begun, and nothing about the event",
  "claim.knownSince": "in `known`, which is derived from it",
  "event.knownSince": "in `known`, which is derived from it",
  "event.casualties.knownSince": "in `known`, which is derived from it",
  "claim.developments.knownSince": "in `known`, which is derived from it",
  "event.developments.knownSince": "in `known`, which is derived from it",
  "claim.developments.knownBasis": "the day is in `known`; the reason is in entries/claims.json",
  "event.developments.knownBasis": "the day is in `known`; the reason is in entries/timeline.json",
};

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

/** fieldsOf(schema) → ["title", "roles.title", "casualties.killed", "casualties.killed.min", …] */
function fieldsOf(schema: Schema, path: string): string[] {
  if (schema.items) return fieldsOf(schema.items, path);
  const variants = schema.oneOf ?? schema.anyOf ?? [];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, path ? `${path}.${name}` : name));
  const isLeaf = !schema.properties && (variants.length === 0 || variants.some((one) => !one.properties && !one.items));
  return [...(isLeaf ? [path] : []), ...inner, ...variants.flatMap((one) => fieldsOf(one, path))].filter(
    (one, i, all) => all.indexOf(one) === i,
  );
}

const fieldsByKind = KIND_NAMES.map((kind) => {
  const schema = z.toJSONSchema(KINDS[kind].schema, { io: "input", unrepresentable: "any" }) as Schema; // of which it is a part
  return { kind, fields: fieldsOf(schema, "").filter(Boolean) };
});
const tables = new Map(
  datasetTables(dossierOf(), createUrls({ base: "/", site: "https://example.org" })).map((table) => [table.name, table]),
);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Whether a table has a column for the field. */
function isGiven(kind: Kind, field: string): boolean {
  const owner = Object.keys(TABLES[kind]).findLast((part) => part !== "" && `${field}.`.startsWith(`${part}.`)) ?? "";
  const column = COLUMNS[`${kind}.${field}`] ?? snake(field.split(".").at(-1) ?? field);
  return (TABLES[kind][owner] ?? []).some((name) => column in (tables.get(name)?.columns ?? {}));
}

test.each(fieldsByKind)("the tables have every field of $kind, or it is said here why not", ({ kind, fields }) => {
  expect(fields.length).toBeGreaterThan(3);
  const missing = fields.filter((field) => !isGiven(kind, field) && !LEFT_OUT[`${kind}.${field}`] && !OF_EVERY_KIND[field]);
  expect(missing).toEqual([]);
});

test("nothing is said here of a field that no schema has, or that a table has after all", () => {
  const all = new Map(fieldsByKind.flatMap(({ kind, fields }) => fields.map((field) => [`${kind}.${field}`, { kind, field }])));
  expect([...Object.keys(COLUMNS), ...Object.keys(LEFT_OUT)].filter((name) => !all.has(name))).toEqual([]);
  const given = Object.keys(LEFT_OUT).filter((name) => {
    const { kind, field } = all.get(name) ?? expect.unreachable(name);
    return isGiven(kind, field);
  });
  expect(given).toEqual([]);
});

test("a field that a schema gets is missed", () => {
  expect(isGiven("event", "unknown.what")).toBe(true);
  expect(isGiven("event", "unknown.colour")).toBe(false);
  expect(isGiven("claim", "mood")).toBe(false);
});
