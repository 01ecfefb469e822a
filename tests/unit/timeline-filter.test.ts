import { describe, expect, test } from "vitest";
import { computeLedger, regionSlug, tollOf } from "../../src/graph/ledger.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { addDays } from "../../src/model/dates.ts";
import {
  countFacets,
  foldWords,
  isShown,
  killedOn,
  readState,
  statusesOn,
  sumShown,
  sumWords,
  type TimelineEvent,
  type TimelineState,
} from "../../src/timeline/filter.ts";
import { runToll } from "../../src/timeline/running-toll.ts";
import { timelineData } from "../../src/timeline/timeline-data.ts";
import { actor, claim, dossierOf, event, place, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";
import { real } from "./timeline-scenes.ts";

const state = (query: string) => readState(new URLSearchParams(query));
const eventsOf = (dossier: Dossier): TimelineEvent[] => timelineData(dossier).events;

const { baseDate, recordEnds } = published.site;
const days: string[] = [];
for (let day = addDays(baseDate, -1); day <= addDays(recordEnds, 1); day = addDays(day, 1)) days.push(day);

describe("the sum under the drawing is that of the ledger", () => {
  const ledgerOf = (dossier: Dossier, { asof, from, to, region }: TimelineState) => {
    const { strikes, killed } = computeLedger(dossier.strikes, { asOf: asof || null, from, to, region });
    return { strikes, ...killed };
  };
  const expectSame = (dossier: Dossier, query: string, events = eventsOf(dossier)) => {
    const { strikes, min, max } = sumShown(events, state(query));
    expect({ strikes, min, max }, query).toEqual(ledgerOf(dossier, state(query)));
  };
  const expectReal = (query: string) => expectSame(published, query, real.events);
  const regions = [...new Set(published.strikes.map(({ strike: { data } }) => regionSlug(data.region)))].filter(Boolean);

  test("as of every day of the record", () => {
    expect(days.length).toBeGreaterThan(300);
    for (const day of days) expectReal(`asof=${day}`);
  });

  test("32 killed in 7 strikes as of 19 October 2025", () => {
    expect(sumShown(real.events, state("asof=2025-10-19&kind=strike"))).toEqual({ events: 7, strikes: 7, min: 32, max: 32 });
  });

  test("from and to every day of the record", () => {
    for (const day of days) {
      expectReal(`from=${day}`);
      expectReal(`to=${day}`);
      expectReal(`from=${day}&to=${addDays(day, 9)}&asof=${addDays(day, 5)}`);
    }
  });

  test("in every sea, as of the first of every month", () => {
    expect(regions.length).toBeGreaterThan(1);
    for (const region of regions) {
      expectReal(`region=${region}`);
      for (const day of days.filter((one) => one.endsWith("-01"))) expectReal(`region=${region}&asof=${day}`);
    }
  });

  test("over everything", () => {
    expectReal("");
  });

  test("step by step, too: the ledger that is drawn ends where the sum does", () => {
    for (const day of ["", ...days]) {
      const shown = real.events.filter((one) => isShown(one, state(`asof=${day}`)));
      const { min, max } = sumShown(real.events, state(`asof=${day}`));
      expect(runToll(shown, day).at(-1)?.running ?? { min: 0, max: 0 }, day).toEqual({ min, max });
    }
  });

  test("strike by strike, as of every day", () => {
    const byId = new Map(real.events.map((one) => [one.id, one]));
    for (const node of published.strikes.filter(({ data }) => !data.withdrawn)) {
      const one = byId.get(node.id);
      if (!one) return expect.unreachable(node.id);
      expect(killedOn(one, "")).toEqual(tollOf(node, null).killed);
      for (const day of days) expect(killedOn(one, day), `${node.id} ${day}`).toEqual(tollOf(node, day).killed);
    }
  });

  test("also where a strike is withdrawn, which is not counted", () => {
    const dossier = dossierOf(
      strike({ id: "a", casualties: [{ source: "wire", killed: 2 }] }),
      strike({ id: "b", casualties: [{ source: "wire", killed: 3 }], withdrawn: { date: "2031-04-01", reason: "It was a drill." } }),
    );
    expect(sumShown(eventsOf(dossier), state(""))).toMatchObject({ strikes: 1, min: 2, max: 2 });
    expectSame(dossier, "");
  });

  test("also where a strike's date has no start or no end, and where one source comes later", () => {
    const dossier = dossierOf(
      source({ id: "later", published: "2031-05-01" }),
      strike({ id: "a", date: "../2031-03-04" }),
      strike({ id: "b", date: "2031-03-04/.." }),
      strike({
        id: "c",
        strikesCounted: 2,
        vessels: 2,
        casualties: [
          { source: "wire", killed: 2 },
          { source: "later", killed: { min: 0, max: 4 } },
          { source: "wire", survived: 1 },
        ],
      }),
    );
    for (const query of ["", "asof=2031-03-05", "asof=2031-05-01", "to=2031-03-03", "from=2031-03-05", "from=2031-06-01&asof=2031-06-01"])
      expectSame(dossier, query);
  });
});

describe("an entry of the timeline is shown", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill the Younger" }),
    place({ id: "velm", name: "Velm" }),
    source({ id: "undated", published: undefined }),
    source({ id: "later", published: "2031-05-01" }),
    event({ id: "talks", date: "2031-03-10/2031-03-14", place: "velm", actors: [{ actor: "quill", part: "host" }] }),
    event({ id: "rumour", date: "2031-03-01", sources: ["undated"] }),
    actor({ id: "finn", name: "Finn Marr", sources: ["wire"] }),
    strike({
      id: "hit",
      date: "2031-03-04",
      region: "North Shore",
      actors: [{ actor: "finn", part: "witness" }],
      named: [{ name: "Finn Marr", actor: "finn", claim: "Saw it.", source: "later" }],
    }),
    event({ id: "open", kind: "legal", date: "2031-04/.." }),
    claim({ id: "oil", number: 1, on: ["hit"], status: "contested", statusNote: "Disputed.", sources: ["wire", "later"] }),
    claim({
      id: "reeds",
      number: 2,
      assertedBy: "quill",
      date: "2031-05-01",
      sources: ["later"],
      relations: [{ to: "oil", type: "disputes" }],
    }),
  );
  const words: Record<string, string> = {
    talks: "talks in velm leyva",
    hit: "a strike on the lake 4 march 2031",
    open: "the court the lake",
  };
  const events = eventsOf(dossier).map((one) => ({ ...one, words: ` ${words[one.id] ?? ""} ` }));
  const shown = (query: string) =>
    events
      .filter((entry) => isShown(entry, state(query)))
      .map(({ id }) => id)
      .sort()
      .join(" ");

  test.each([
    ["without a filter: everything", "", "hit open rumour talks"],
    ["as of a day: only what was publicly known, so nothing undated", "asof=2031-03-31", "hit talks"],
    ["from a day on, when it may reach that day", "from=2031-03-14", "open talks"],
    ["up to a day, when it may have begun by then", "to=2031-03-10", "hit rumour talks"],
    ["in a span it lies across", "from=2031-03-11&to=2031-03-12", "talks"],
    ["by kind", "kind=legal", "open"],
    ["by several kinds in one word", "kind=legal,strike", "hit open"],
    ["by several kinds, one by one", "kind=legal&kind=strike", "hit open"],
    ["by actor", "actor=quill", "talks"],
    ["by sea, for strikes", "region=north-shore", "hit"],
    ["by place, for everything else", "region=velm", "talks"],
    ["by the status of its claims over the whole record", "status=contested", "hit"],
    ["by a status that its claims no longer have: not", "status=asserted", ""],
    ["by a status as of a day: as it stood then", "status=asserted&asof=2031-04-01", "hit"],
    ["by several statuses, one of which its claims have", "status=contested,denied", "hit"],
    ["by words", "q=lake", "hit open"],
    ["by all of several words, in any order", "q=lake+strike", "hit"],
    ["by words in capitals and with accents", "q=LÉYVA", "talks"],
    ["by the beginnings of words", "q=str", "hit"],
    ["by what stands inside a word: not", "q=ake", ""],
    ["by whole numbers", "q=4+march", "hit"],
    ["by a part of a number: not", "q=203", ""],
    ["by the name of an actor whose part came out by then", "q=finn&asof=2031-05-01", "hit"],
    ["by the name of an actor whose part came out later: not", "q=finn&asof=2031-04-30", ""],
    ["by that actor as of the day", "actor=finn&asof=2031-05-01", "hit"],
    ["by that actor before: not", "actor=finn&asof=2031-04-30", ""],
    ["by that actor over the whole record", "actor=finn", "hit"],
    ["by words that nothing has: nothing", "q=lake+banana", ""],
    ["by all of them at once", "kind=strike&region=north-shore&from=2031-03-04&to=2031-03-04&asof=2031-03-05&q=lake", "hit"],
    ["by an actor nobody knows: nothing", "actor=nobody", ""],
  ])("%s", (_, query, expected) => {
    expect(shown(query)).toBe(expected);
  });

  test("with the window left out, also outside it", () => {
    const outside = events.filter((entry) => isShown(entry, state("from=2031-03-11&to=2031-03-12&kind=strike"), "window"));
    expect(outside.map(({ id }) => id)).toEqual(["hit"]);
  });

  test("the statuses of its claims are those of the day", () => {
    const hit = events.find(({ id }) => id === "hit");
    if (!hit) return expect.unreachable();
    expect(hit.claims).toEqual([
      [
        ["2031-03-05", "asserted"],
        ["2031-05-01", "contested"],
      ],
    ]);
    expect(["2031-03-04", "2031-03-05", "2031-04-30", "2031-05-01", ""].map((day) => statusesOn(hit, day).join())).toEqual([
      "",
      "asserted",
      "asserted",
      "contested",
      "contested",
    ]);
  });
});

test("words are compared without case, accents and what is no letter or digit", () => {
  expect(foldWords("The U.S. visa")).toEqual(["the", "us", "visa"]);
  expect(foldWords("  Álvaro  GARCÍA-Peña “boat” 51–50")).toEqual(["alvaro", "garcia", "pena", "boat", "51", "50"]);
  expect(foldWords("")).toEqual([]);
});

describe("beside each choice stands how many entries it would show", () => {
  const QUERIES = ["", "asof=2025-10-19", "kind=strike", "kind=legal,statement&asof=2025-12-01", "status=contested", "region=bogota"];
  const counted = QUERIES.map((query) => [query, countFacets(real.events, state(query))] as const);
  const shownWith = (query: string, key: string, value: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set(key, value);
    return sumShown(real.events, readState(parameters)).events;
  };

  test.each(counted)("the rest being as it is: “%s”", (query, counts) => {
    for (const [key, map] of [
      ["kind", counts.kinds],
      ["status", counts.statuses],
      ["actor", counts.actor],
      ["region", counts.region],
    ] as const) {
      for (const [value, count] of map) if (value) expect(count, `${key}=${value}`).toBe(shownWith(query, key, value));
    }
  });

  test("a choice does not take away from its own neighbours, but from the others", () => {
    const [all, strikes] = [countFacets(real.events, state("")), countFacets(real.events, state("kind=strike"))];
    expect(strikes.kinds).toEqual(all.kinds);
    expect(strikes.region.get("caribbean")).toBe(all.region.get("caribbean"));
    expect([...strikes.region.keys()].length).toBeLessThan([...all.region.keys()].length);
  });

  test("what nothing shows is not counted", () => {
    expect(countFacets(real.events, state("kind=strike")).region.get("washington-dc")).toBeUndefined();
    expect(countFacets([], state(""))).toEqual({ kinds: new Map(), statuses: new Map(), actor: new Map(), region: new Map() });
  });
});

describe("the sum in words", () => {
  const sum = { events: 12, strikes: 3, min: 10, max: 12 };
  test.each([
    [sum, "", "12 entries, 3 strikes, 10 to 12 reported killed. As known on 30 June 2026."],
    [sum, "asof=2025-10-19", "12 entries, 3 strikes, 10 to 12 reported killed. As known on 19 October 2025."],
    [
      sum,
      "from=2025-09-01&to=2025-09-15",
      "12 entries, 3 strikes, 10 to 12 reported killed, 1–15 September 2025. As known on 30 June 2026.",
    ],
    [sum, "from=2025-09-01", "12 entries, 3 strikes, 10 to 12 reported killed, from 1 September 2025. As known on 30 June 2026."],
    [sum, "to=2025-09-15", "12 entries, 3 strikes, 10 to 12 reported killed, to 15 September 2025. As known on 30 June 2026."],
    [{ events: 1, strikes: 1, min: 2, max: 2 }, "", "1 entry, 1 strike, 2 reported killed. As known on 30 June 2026."],
    [
      { events: 0, strikes: 0, min: 0, max: 0 },
      "",
      "0 entries, 0 strikes, 0 reported killed. As known on 30 June 2026. Nothing on file matches: show everything, or choose other filters.",
    ],
  ])("%j, “%s”", (of, query, expected) => {
    expect(sumWords(of, state(query), "2026-06-30")).toBe(expected);
  });
});

test("a strike none of whose known records numbers the dead is a step of no height", () => {
  const events = eventsOf(
    dossierOf(
      source({ id: "later", published: "2031-05-01" }),
      strike({ id: "a", casualties: [{ source: "wire", killed: 2 }] }),
      strike({ id: "b", date: "2031-03-05", sources: ["wire"], casualties: [{ source: "later", killed: 3 }] }),
    ),
  );
  expect(runToll(events, "2031-04-01").map(({ killed, before, running }) => [killed?.max, before.max, running.max])).toEqual([
    [2, 0, 2],
    [undefined, 2, 2],
  ]);
  expect(runToll(events, "").map(({ running }) => running.max)).toEqual([2, 5]);
  expect(runToll([], "")).toEqual([]);
});
