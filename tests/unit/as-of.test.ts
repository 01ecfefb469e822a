/** The record as of a day, over random small dossiers and over the one that we publish. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asOf } from "../../src/graph/as-of.ts";
import { buildDossier } from "../../src/graph/build-dossier.ts";
import { supportsStatus } from "../../src/graph/claim-standing.ts";
import { dayRecords } from "../../src/graph/day-record.ts";
import { learnedByDay } from "../../src/graph/history.ts";
import { computeLedger, tollOf } from "../../src/graph/ledger.ts";
import { allNodes, isStrike, type Dossier, type DossierNode, type Entry, type SourceNode } from "../../src/graph/nodes.ts";
import { formatRange } from "../../src/graph/ranges.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { addDays, type Day } from "../../src/model/dates.ts";
import { countFacets, isShown, killedOn, statusesOn, sumShown, WHOLE } from "../../src/timeline/filter.ts";
import { timelineData } from "../../src/timeline/timeline-data.ts";
import { actor, article, claim, correction, event, place, series, site, source, strike, total } from "./builders.ts";
import { published } from "./published-dossier.ts";

const FIRST = "2031-03-01";
const LENGTH = 40;
const DAYS = Array.from({ length: LENGTH }, (_, i) => addDays(FIRST, i));
const END = addDays(FIRST, LENGTH);

const day = fc.constantFrom(...DAYS);
const sourceIds = ["s0", "s1", "s2", "s3", "s4", "s5"] as const;
const cited = fc.uniqueArray(fc.constantFrom(...sourceIds), { minLength: 1, maxLength: 3 });
const oneSource = fc.constantFrom(...sourceIds);
const people = fc.constantFrom("a0", "a1", "a2");
/** The day from which something was known, stated where its sources give none; the schema asks for the basis. */
const stated = fc.option(
  day.map((knownSince) => ({ knownSince, knownBasis: "It says so." })),
  { nil: {}, freq: 3 },
);
const withStated = <T>(part: fc.Arbitrary<T>) => fc.tuple(part, stated).map(([fields, known]) => ({ ...fields, ...known }));
const development = withStated(
  fc.record({
    date: day,
    summary: fc.constant("Later."),
    effect: fc.constantFrom(undefined, "disputes", "denies", "confirms", "supersedes"),
    sources: cited,
  }),
);

/** Some were withdrawn, on a day that has nothing to do with what was known when. */
const withdrawn = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 3 },
  { arbitrary: day.map((date) => ({ date, reason: "Twice on file." })), weight: 1 },
);

/** Entries that are linked in every way: a later source repeats only earlier ones, so that nothing goes round in a circle. */
const entries = fc.record({
  sources: fc.tuple(
    ...sourceIds.map((_, i) =>
      fc.tuple(fc.option(day, { freq: 4 }), i === 0 ? fc.constant([]) : fc.subarray(sourceIds.slice(0, i), { maxLength: Math.min(i, 2) })),
    ),
  ),
  actors: fc.tuple(...["a0", "a1", "a2"].map(() => fc.tuple(cited, fc.array(fc.tuple(day, cited), { maxLength: 2 }), people, cited))),
  claims: fc.array(
    fc.tuple(
      fc.record({
        assertedBy: people,
        about: fc.subarray(["a0", "a1", "a2"]),
        date: day,
        kind: fc.constantFrom("statement-of-fact", "denial"),
        status: fc.constantFrom("asserted", "contested", "denied", "documented", "corroborated", "superseded"),
        sources: cited,
        withdrawn,
        developments: fc.array(development, { maxLength: 2 }),
        figures: fc.array(fc.record({ value: fc.nat(9), unit: fc.constant("boats"), what: fc.constant("Boats"), source: oneSource }), {
          maxLength: 1,
        }),
      }),
      fc.option(fc.constantFrom("disputes", "supersedes", "responds-to")),
    ),
    { minLength: 2, maxLength: 5 },
  ),
  strikes: fc.array(
    fc.record({
      date: day,
      sources: cited,
      withdrawn,
      casualties: fc.array(withStated(fc.record({ source: oneSource, killed: fc.nat(5) })), { minLength: 1, maxLength: 3 }),
      developments: fc.array(development, { maxLength: 2 }),
      named: fc.array(fc.record({ name: fc.constant("Bo"), actor: people, by: people, claim: fc.constant("Aboard."), source: oneSource }), {
        maxLength: 1,
      }),
      disputes: fc.array(
        fc.record({
          about: fc.constant("The cargo"),
          versions: fc.array(fc.record({ by: people, says: fc.constant("Oil."), source: oneSource }), { minLength: 2, maxLength: 3 }),
        }),
        { maxLength: 1 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  events: fc.array(fc.tuple(day, cited, people, withdrawn), { maxLength: 3 }),
  totals: fc.array(fc.tuple(day, oneSource, fc.nat(20), withdrawn), { maxLength: 2 }),
  published: day,
});

type Drawn = typeof entries extends fc.Arbitrary<infer T> ? T : never;

function listEntries({ sources, actors, claims, strikes, events, totals, published: out }: Drawn): Entry[] {
  const isDated = (id: string) => sources[Number(id.slice(1))]?.[0] !== null;
  /** A day is stated only where no source has one. */
  const statedWhereUndated = <T extends { source?: string; sources?: string[] }>(parts: readonly T[]) =>
    parts.map((part) =>
      (part.sources ?? [part.source ?? ""]).some(isDated) ? { ...part, knownSince: undefined, knownBasis: undefined } : part,
    );
  return [
    ...sources.map(([on, derivesFrom], i) => source({ id: `s${i}`, publisher: `Paper ${i}`, published: on ?? undefined, derivesFrom })),
    ...actors.map(([own, roles, to, tie], i) =>
      actor({
        id: `a${i}`,
        name: `Person ${i}`,
        sources: own,
        roles: roles.map(([from, by]) => ({ title: "Envoy", from, sources: by })),
        relations: to === `a${i}` ? [] : [{ to, type: "accuses", sources: tie }],
      }),
    ),
    ...claims.map(([fields, type], i) =>
      claim({
        ...fields,
        developments: statedWhereUndated(fields.developments),
        id: `c${i}`,
        number: i + 1,
        on: ["k0"],
        relations: type && i > 0 ? [{ to: `c${i - 1}`, type }] : [],
      }),
    ),
    ...strikes.map((fields, i) =>
      strike({
        ...fields,
        casualties: statedWhereUndated(fields.casualties),
        developments: statedWhereUndated(fields.developments),
        id: `k${i}`,
        place: "place",
      }),
    ),
    ...events.map(([date, by, who, gone], i) =>
      event({ id: `e${i}`, date, sources: by, related: ["k0"], actors: [{ actor: who, part: "host" }], withdrawn: gone }),
    ),
    ...totals.map(([on, by, killed, gone], i) => total({ id: `t${i}`, asOf: on, source: by, killed, by: "a0", withdrawn: gone })),
    place(),
    article({ published: out, asOf: out, sources: ["s0"], body: "The [first](../timeline/k0.md) of them." }),
    series({ points: [{ x: "2031", y: 4, source: "s1" }] }),
    correction({ date: out, entry: "k0" }),
  ];
}

function dossierOf(list: readonly Entry[]): Dossier {
  const { dossier, problems } = buildDossier({ site: site({ baseDate: FIRST, recordEnds: END }), entries: list });
  expect(problems).toEqual([]);
  return setAsideWithdrawn(dossier);
}

const nameOf = ({ kind, id }: DossierNode): string => `${kind}/${id}`;

/** What a dossier says, line by line and in order: entries, their parts and what they are tied to. Statuses and origins stand apart. */
function outline(dossier: Dossier): { facts: string[]; derived: string[] } {
  const facts: string[] = [];
  const derived: string[] = [];
  for (const node of allNodes(dossier)) {
    const say = (...parts: (string | number | null | undefined)[]) => void facts.push([nameOf(node), ...parts].join(" "));
    say();
    for (const one of node.sources) say("rests on", one.id);
    switch (node.kind) {
      case "claim":
        say("by", node.assertedBy.id);
        for (const other of [...node.about, ...node.on]) say("ties", nameOf(other));
        for (const { type, inverse, claim: other } of node.relations) say(type, String(inverse), other.id);
        for (const part of node.developments) say("development", part.date.edtf, part.effect);
        for (const { what, source: from } of node.figures) say("figure", what, from?.id);
        derived.push(`${nameOf(node)} ${node.data.status}`);
        break;
      case "event":
        for (const other of [...node.claims, ...node.related, ...node.totals, ...node.actors.map((tie) => tie.actor)])
          say("ties", nameOf(other));
        say("at", node.place?.id);
        for (const { source: from, data } of node.strike?.casualties ?? []) say("record", from.id, JSON.stringify(data.killed));
        for (const part of node.strike?.developments ?? []) say("development", part.date.edtf, part.effect);
        for (const { name, actor: who, by } of node.strike?.named ?? []) say("named", name, who?.id, by?.id);
        for (const { about, versions } of node.strike?.disputes ?? [])
          for (const { by, source: from } of versions) say("version", about, by?.id, from.id);
        break;
      case "actor":
        for (const { title, from } of node.roles) say("role", title, from?.edtf);
        for (const { type, inverse, actor: other } of node.relations) say(type, String(inverse), other.id);
        for (const other of [
          ...node.claimsMade,
          ...node.claimsAbout,
          ...node.namedIn,
          ...node.totals,
          ...node.events.map((tie) => tie.event),
        ])
          say("ties", nameOf(other));
        break;
      case "source":
        for (const other of [...node.derivesFrom, ...node.derivedBy]) say("repeats", other.id);
        break;
      case "place":
        for (const other of node.events) say("ties", nameOf(other));
        break;
      case "series":
        for (const { x, source: from } of node.points) say("point", x.edtf, from.id);
        break;
      default:
        break;
    }
    for (const { from } of node.backlinks) say("linked from", nameOf(from));
  }
  return { facts: facts.sort(), derived: derived.sort() };
}

/** Everything that a node leads to in one step. */
function neighbours(value: unknown, self: DossierNode, found = new Set<DossierNode>()): Set<DossierNode> {
  if (Array.isArray(value)) for (const item of value) neighbours(item, self, found);
  else if (typeof value === "object" && value !== null) {
    if (value !== self && "kind" in value && "backlinks" in value)
      found.add(value as DossierNode); // only nodes have both
    else for (const [key, item] of Object.entries(value)) if (key !== "data" && key !== "body") neighbours(item, self, found);
  }
  return found;
}

function expectClosed(view: Dossier, label: string): void {
  const inside = new Set(allNodes(view));
  for (const node of inside)
    for (const near of neighbours(Object.values(node), node))
      if (!inside.has(near)) expect.fail(`${label}: ${nameOf(node)} leads to ${nameOf(near)}, which is not in the view`);
}

describe("the dossier as of a day", () => {
  const check = (name: string, property: (dossier: Dossier, list: Entry[]) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(entries, (drawn) => {
          const list = listEntries(drawn);
          property(dossierOf(list), list);
        }),
      );
    });

  check("has nothing before its earliest source", (dossier) => {
    const originals = new Map(allNodes(dossier).map((node) => [nameOf(node), node]));
    const isOut = (sources: readonly SourceNode[], on: Day) =>
      sources.some(({ published: out }) => out !== null && (out.latest ?? "9999") <= on);
    for (const on of DAYS) {
      const view = asOf(dossier, on);
      for (const node of [...view.claims, ...view.events, ...view.totals]) {
        expect(isOut(originals.get(nameOf(node))?.sources ?? [], on), `${nameOf(node)} on ${on}`).toBe(true);
        if ("date" in node) expect((node.date.earliest ?? "") <= on).toBe(true);
      }
      const parts = [
        ...view.claims.flatMap(({ developments, figures }) => [
          developments.map(({ sources }) => sources),
          figures.map((figure) => (figure.source ? [figure.source] : [])),
        ]),
        ...view.strikes.flatMap(({ strike: { casualties, developments, named, disputes } }) => [
          [...casualties, ...named, ...disputes.flatMap(({ versions }) => versions)].map((part) => [part.source]),
          developments.map(({ sources }) => sources),
        ]),
        ...view.actors.flatMap(({ roles, relations }) => [[...roles, ...relations].map(({ sources }) => sources)]),
        ...view.series.map(({ points }) => points.map((point) => [point.source])),
      ].flat();
      // Where none is dated the day is stated.
      for (const sources of parts) expect(isOut(sources, on) || sources.every(({ published: out }) => out === null)).toBe(true);
      for (const node of view.actors) {
        const isNamed = [...view.claims, ...view.events, ...view.totals, ...view.actors].some(
          (other) => other !== node && neighbours(Object.values(other), other).has(node),
        );
        expect(isNamed || isOut(node.sources, on), `${node.id} on ${on}`).toBe(true);
      }
    }
  });

  check("knows on each day all that it knew the day before", (dossier) => {
    let before = new Set<string>();
    for (const on of DAYS) {
      const now = new Set(outline(asOf(dossier, on)).facts);
      expect([...before].filter((fact) => !now.has(fact))).toEqual([]);
      before = now;
    }
  });

  check("is the plain dossier on the last day and after it", (dossier) => {
    expect(asOf(dossier, END)).toBe(dossier);
    expect(asOf(dossier, addDays(END, 90))).toBe(dossier);
  });

  check("is the plain dossier a day earlier too, but for what nothing dates", (dossier) => {
    const { facts } = outline(asOf(dossier, addDays(END, -1)));
    const whole = outline(dossier);
    const isDated = (node: DossierNode) => node.known !== null;
    const undated = allNodes(dossier)
      .filter((node) => !isDated(node))
      .map(nameOf);
    // When what they belong to is withdrawn, a correction and a place stay listed; a view does not have them.
    const { corrections, places } = dossier;
    const stranded = [...corrections.filter(({ entry }) => entry.data.withdrawn), ...places.filter(({ events }) => events.length === 0)];
    const names = new Set(stranded.map(nameOf));
    const missing = whole.facts.filter((fact) => !facts.includes(fact) && !names.has(fact.split(" ")[0] ?? ""));
    if (undated.every((name) => !name.startsWith("source/"))) expect(missing).toEqual([]);
    for (const fact of facts) expect(whole.facts).toContain(fact);
  });

  check("leads to nothing outside itself", (dossier) => {
    for (const on of DAYS) expectClosed(asOf(dossier, on), on);
  });

  check("has what was withdrawn on no day, before or after that, and a page for each day that had it", (dossier) => {
    for (const on of [...DAYS, END]) expect(allNodes(asOf(dossier, on)).filter(({ data }) => data.withdrawn)).toEqual([]);
    const records = dayRecords(dossier);
    for (const node of dossier.withdrawn) {
      if (node.known === null) continue;
      expect(records.find(({ day: on }) => on === node.known)?.withdrawn).toContain(node);
    }
    for (const { events, claims, totals, disputed, changed } of records)
      for (const node of [
        ...events.map((one) => one.event),
        ...claims.map((one) => one.claim),
        ...totals,
        ...[...disputed, ...changed].map((one) => one.node),
      ])
        expect(node.data.withdrawn).toBeUndefined();
  });

  check("supports the status that each claim has", (dossier) => {
    for (const on of DAYS)
      for (const one of asOf(dossier, on).claims) expect(supportsStatus(one, one.data.status, null), `${one.id} on ${on}`).toBe(true);
  });

  check("comes to the sums of the ledger of that day", (dossier) => {
    for (const on of DAYS) {
      const { counted: _, withoutFigure: __, ...view } = computeLedger(asOf(dossier, on).strikes, { asOf: null });
      const { counted: ___, withoutFigure: ____, ...then } = computeLedger(dossier.strikes, { asOf: on });
      expect(view, on).toEqual(then);
    }
  });

  test("does not depend on the order of the input", () => {
    const shuffled = entries.chain((drawn) => {
      const list = listEntries(drawn);
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), day);
    });
    fc.assert(
      fc.property(shuffled, ([list, other, on]) => {
        expect(outline(asOf(dossierOf(other), on))).toEqual(outline(asOf(dossierOf(list), on)));
      }),
    );
  });
});

describe("the dossier that we publish, as of every day on which something became known", () => {
  const days = [...learnedByDay(published).keys()].filter((on) => on < published.site.recordEnds);
  const views = new Map(days.map((on) => [on, asOf(published, on)]));
  const { events } = timelineData(published);
  const rangeOf = (range: { min: number; max: number } | null) => range && formatRange(range);

  test("are many days", () => expect(days.length).toBeGreaterThan(150));

  test("leads to nothing outside itself", () => {
    for (const [on, view] of views) expectClosed(view, on);
  });

  test("is what the timeline shows in the browser: entries, the dead, statuses, sums", () => {
    const state = (asof: string) => ({ ...WHOLE, asof });
    for (const [on, view] of views) {
      const shown = events.filter((one) => isShown(one, state(on)));
      const nodes = new Map(view.events.map((node) => [node.id, node]));
      expect(shown.map(({ id }) => id).sort(), on).toEqual([...nodes.keys()].sort());
      for (const one of shown) {
        const node = nodes.get(one.id);
        expect(statusesOn(one, on).sort(), `${one.id} on ${on}`).toEqual(node?.claims.map(({ data }) => data.status).sort());
        if (node && isStrike(node)) expect(rangeOf(killedOn(one, on)), `${one.id} on ${on}`).toBe(rangeOf(tollOf(node, null).killed));
      }
      const actors = view.events.flatMap((node) => [...new Set(node.actors.map((tie) => tie.actor.id))]);
      const counts = new Map([...Map.groupBy(actors, (id) => id)].map(([id, list]) => [id, list.length]));
      expect(countFacets(events, state(on)).actor, on).toEqual(counts);
      const { strikes, killed } = computeLedger(view.strikes, { asOf: null });
      expect(sumShown(events, state(on)), on).toEqual({ events: view.events.length, strikes, ...killed });
    }
  });

  test("supports the status that each claim has", () => {
    for (const [on, view] of views)
      for (const one of view.claims) expect(supportsStatus(one, one.data.status, null), `${one.id} on ${on}`).toBe(true);
  });

  test("knows on each day all that it knew the day before", () => {
    let before: string[] = [];
    for (const [on, view] of views) {
      const now = new Set(outline(view).facts);
      expect(
        before.filter((fact) => !now.has(fact)),
        on,
      ).toEqual([]);
      before = [...now];
    }
  });
});

describe("what is known today and was not on 19 October 2025", () => {
  const then = asOf(published, "2025-10-19");
  const strikeIn = (dossier: Dossier, id: string) => dossier.strikes.find((one) => one.id === id)?.strike;
  const claimIn = (dossier: Dossier, id: string) => dossier.claims.find((one) => one.id === id);
  const killedIn = (dossier: Dossier) => formatRange(computeLedger(dossier.strikes, { asOf: null }).killed);
  const developmentsOf = (dossier: Dossier, id: string) =>
    strikeIn(dossier, id)
      ?.developments.map(({ summary }) => summary)
      .join(" ") ?? "";
  const namesIn = (dossier: Dossier, id: string) => strikeIn(dossier, id)?.named.map(({ name }) => name) ?? [];
  const aboutIn = (dossier: Dossier, id: string) => strikeIn(dossier, id)?.disputes.map(({ about }) => about) ?? [];

  test.each<[fact: string, of: (dossier: Dossier) => unknown, before: unknown, now: unknown]>([
    ["the number killed in all", killedIn, "32", killedIn(published)],
    [
      "the second strike on the boat of 2 September",
      (dossier) => /second strike/.test(developmentsOf(dossier, "strike-2025-09-02")),
      false,
      true,
    ],
    [
      "who ordered it, and on which accounts differ",
      (dossier) => aboutIn(dossier, "strike-2025-09-02").includes("Who ordered the second strike"),
      false,
      true,
    ],
    ["the name of the Ecuadorian survivor of 16 October", (dossier) => namesIn(dossier, "strike-2025-10-16").length > 0, false, true],
    ["the petition of the Carranza family", (dossier) => /petitioned/.test(developmentsOf(dossier, "strike-2025-09-15")), false, true],
    [
      "the strike of 27 October and its fifteenth dead",
      (dossier) => strikeIn(dossier, "strike-2025-10-27")?.casualties.length ?? 0,
      0,
      strikeIn(published, "strike-2025-10-27")?.casualties.length,
    ],
    [
      "that the submarine’s cargo is contested",
      (dossier) => claimIn(dossier, "trump-submarine-fentanyl")?.data.status,
      "asserted",
      "contested",
    ],
    [
      "the capture of Maduro",
      (dossier) => claimIn(dossier, "maduro-captured")?.data.text,
      undefined,
      claimIn(published, "maduro-captured")?.data.text,
    ],
    [
      "the sanctions on Petro",
      (dossier) => claimIn(dossier, "treasury-sanctions-petro")?.data.status,
      undefined,
      claimIn(published, "treasury-sanctions-petro")?.data.status,
    ],
    [
      "the part of Frank Bradley in the strike of 2 September",
      (dossier) => dossier.actors.find(({ id }) => id === "frank-bradley")?.events.length ?? 0,
      0,
      published.actors.find(({ id }) => id === "frank-bradley")?.events.length,
    ],
    [
      "that survivors to be repatriated went home",
      (dossier) => claimIn(dossier, "survivors-to-be-repatriated")?.data.status,
      "asserted",
      "superseded",
    ],
  ])("%s", (_, of, before, now) => {
    expect(now).toBeDefined();
    expect(now).not.toEqual(before);
    expect(of(then)).toEqual(before);
    expect(of(published)).toEqual(now);
  });
});
