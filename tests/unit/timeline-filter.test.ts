import { describe, expect, test } from "vitest";
import { computeLedger, regionSlug } from "../../src/graph/ledger.ts";
import type { Dossier } from "../../src/graph/nodes.ts";
import { addDays } from "../../src/model/dates.ts";
import { filterData } from "../../src/timeline/filter-data.ts";
import { isShown, readState, sumShown, writeState, type TimelineState } from "../../src/timeline/filter.ts";
import { actor, dossierOf, event, place, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

const state = (query: string) => readState(new URLSearchParams(query));

describe("the sum under the drawing is that of the ledger", () => {
  const ledgerOf = (dossier: Dossier, { asof, from, to, region }: TimelineState) => {
    const { strikes, killed } = computeLedger(dossier.strikes, { asOf: asof || null, from, to, region });
    return { strikes, ...killed };
  };
  const expectSame = (dossier: Dossier, query: string) => {
    const { strikes, min, max } = sumShown(filterData(dossier), state(query));
    expect({ strikes, min, max }, query).toEqual(ledgerOf(dossier, state(query)));
  };
  const { baseDate, recordEnds } = published.site;
  const days: string[] = [];
  for (let day = addDays(baseDate, -1); day <= addDays(recordEnds, 1); day = addDays(day, 1)) days.push(day);
  const regions = [...new Set(published.strikes.map(({ strike: { data } }) => regionSlug(data.region)))].filter(Boolean);

  test("as of every day of the record", () => {
    expect(days.length).toBeGreaterThan(300);
    for (const day of days) expectSame(published, `asof=${day}`);
  });

  test("from and to every day of the record", () => {
    for (const day of days) {
      expectSame(published, `from=${day}`);
      expectSame(published, `to=${day}`);
      expectSame(published, `from=${day}&to=${addDays(day, 9)}&asof=${addDays(day, 5)}`);
    }
  });

  test("in every sea, as of the first of every month", () => {
    expect(regions.length).toBeGreaterThan(1);
    for (const region of regions) {
      expectSame(published, `region=${region}`);
      for (const day of days.filter((one) => one.endsWith("-01"))) expectSame(published, `region=${region}&asof=${day}`);
    }
  });

  test("over everything", () => {
    expectSame(published, "");
  });

  test("also where a strike is withdrawn, which is not counted", () => {
    const dossier = dossierOf(
      strike({ id: "a", casualties: [{ source: "wire", killed: 2 }] }),
      strike({ id: "b", casualties: [{ source: "wire", killed: 3 }], withdrawn: { date: "2031-04-01", reason: "It was a drill." } }),
    );
    expect(sumShown(filterData(dossier), state(""))).toMatchObject({ strikes: 1, min: 2, max: 2 });
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
    event({ id: "talks", date: "2031-03-10/2031-03-14", place: "velm", actors: [{ actor: "quill", part: "host" }] }),
    event({ id: "rumour", date: "2031-03-01", sources: ["undated"] }),
    strike({ id: "hit", date: "2031-03-04", region: "North Shore" }),
    event({ id: "open", kind: "legal", date: "2031-04/.." }),
  );
  const shown = (query: string) =>
    filterData(dossier)
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
    ["by all of them at once", "kind=strike&region=north-shore&from=2031-03-04&to=2031-03-04&asof=2031-03-05", "hit"],
    ["by an actor nobody knows: nothing", "actor=nobody", ""],
  ])("%s", (_, query, expected) => {
    expect(shown(query)).toBe(expected);
  });
});

describe("a filtered timeline can be sent as an address", () => {
  test.each([
    ["", ""],
    ["asof=2031-03-31", "asof=2031-03-31"],
    ["kind=strike&kind=legal", "kind=strike%2Clegal"],
    ["from=2031-03-01&to=2031-03-31&actor=quill&region=velm", "from=2031-03-01&to=2031-03-31&actor=quill&region=velm"],
    ["utm=mail&asof=", ""],
    ["kind=,strike,", "kind=strike"],
  ])("%j is written as %j and read back the same", (query, written) => {
    expect(writeState(state(query)).toString()).toBe(written);
    expect(state(written)).toEqual(state(query));
  });
});

test("the page's script gets every entry of the timeline once, in the order of the list", () => {
  expect(filterData(published).map(({ id }) => id)).toEqual(published.events.map(({ id }) => id));
});
