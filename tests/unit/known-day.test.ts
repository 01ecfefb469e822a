import { describe, expect, test } from "vitest";
import { findKnownDay, findNamedDay, findPartDay, inexactBasis, isKnownBy } from "../../src/graph/known-day.ts";
import { getDate } from "../../src/model/parse-date.ts";
import { actor, claim, dossierOf, event, find, publishedSource, source, strike } from "./builders.ts";

describe("the day from which something was publicly known", () => {
  test.each([
    ["the earliest publication among its sources", ["2031-03-09", "2031-03-05", "2031-03-07"], null, undefined, "2031-03-05"],
    ["never before its own date", ["2031-03-05"], "2031-03-08", undefined, "2031-03-08"],
    ["its publication, when that is later than its own date", ["2031-03-05"], "2031-03-01", undefined, "2031-03-05"],
    ["the last day of a source dated by month", ["2031-03"], null, undefined, "2031-03-31"],
    ["the last day of a source dated by year", ["2031"], null, undefined, "2031-12-31"],
    ["the last day of a span of publication", ["2031-05/2031-06"], null, undefined, "2031-06-30"],
    ["the day of a source dated about", ["2031-03-05~"], null, undefined, "2031-03-05"],
    ["a dated source's day before that of a month", ["2031-03", "2031-03-20"], null, undefined, "2031-03-20"],
    ["nothing of an undated source beside a dated one", [undefined, "2031-03-05"], null, undefined, "2031-03-05"],
    ["the first day of its own month, when sources are older", ["2031-02-01"], "2031-03", undefined, "2031-03-01"],
    ["its publication, when its own date has an open start", ["2031-03-05"], "../2031-03-04", undefined, "2031-03-05"],
    ["what the entry states, when no source is dated", [undefined], null, "2031-04-01", "2031-04-01"],
    ["unknown, when no source is dated and nothing is stated", [undefined, undefined], "2031-03-04", undefined, null],
    ["unknown, when a source has an open end", ["2031-03-05/.."], null, undefined, null],
    ["unknown without sources", [], "2031-03-04", undefined, null],
  ] as const)("is %s", (_, published, own, stated, expected) => {
    expect(findKnownDay(published.map(publishedSource), own ? getDate(own) : null, stated)).toBe(expected);
  });
});

describe("the record as it stood on a day", () => {
  test.each([
    ["2031-03-05", "2031-03-05", true],
    ["2031-03-05", "2031-03-06", true],
    ["2031-03-05", "2031-03-04", false],
    [null, "2031-03-05", false],
    ["2031-03-05", null, true],
    [null, null, true],
  ])("known from %s, seen on %s: %s", (known, asOf, expected) => {
    expect(isKnownBy(known, asOf)).toBe(expected);
  });
});

describe("parts of an entry have a day of their own", () => {
  const sources = [
    source({ id: "first", published: "2031-03-05" }),
    source({ id: "later", published: "2031-05-01" }),
    source({ id: "undated", published: undefined }),
  ];

  test("developments and roles", () => {
    const dossier = dossierOf(
      ...sources,
      actor({ roles: [{ title: "Envoy", from: "2030", sources: ["later"] }] }),
      claim({ sources: ["first"], developments: [{ date: "2031-04-01", summary: "More.", sources: ["later"] }] }),
    );
    expect(find(dossier, "claim", "claim")).toMatchObject({ known: "2031-03-05", developments: [{ known: "2031-05-01" }] });
    expect(find(dossier, "actor", "speaker").roles).toMatchObject([{ known: "2031-05-01" }]);
  });

  test("casualty records, each from its own source or from the day that it states", () => {
    const dossier = dossierOf(
      ...sources,
      strike({
        sources: ["first"],
        casualties: [
          { source: "first", killed: 2 },
          { source: "later", killed: 3 },
          { source: "undated", killed: 4, knownSince: "2031-06-01", knownBasis: "The page is undated." },
          { source: "undated", killed: 5 },
        ],
      }),
    );
    expect(dossier.strikes[0]?.strike.casualties.map(({ known }) => known)).toEqual(["2031-03-05", "2031-05-01", "2031-06-01", null]);
  });

  test("a development is not known before it happens, whatever its sources", () => {
    const dossier = dossierOf(...sources, claim({ developments: [{ date: "2031-06-01", summary: "More.", sources: ["first"] }] }));
    expect(find(dossier, "claim", "claim").developments[0]?.known).toBe("2031-06-01");
  });

  test("a strike's own sources say when it was known, not those of its parts", () => {
    const dossier = dossierOf(
      ...sources,
      strike({ sources: ["later"], casualties: [{ source: "first", killed: 2 }] }),
      event({ sources: ["first"] }),
    );
    expect(find(dossier, "event", "strike").known).toBe("2031-05-01");
    expect(find(dossier, "event", "event").known).toBe("2031-03-05");
  });
});

describe("the part of an actor in a strike is known", () => {
  const dossier = dossierOf(
    source({ id: "later", published: "2031-05-01" }),
    source({ id: "gazette", publisher: "The Gazette", published: "2031-04-01" }),
    ...["herald", "rower", "teller", "crew"].map((id) => actor({ id, name: id })),
    actor({ id: "gazette-paper", name: "The Gazette" }),
    strike({
      announced: { by: "herald" },
      actors: ["herald", "rower", "teller", "crew", "gazette-paper"].map((id) => ({ actor: id, part: "has a part" })),
      named: [{ name: "Bo", actor: "rower", claim: "Aboard.", source: "later" }],
      disputes: [
        {
          about: "The cargo",
          versions: [
            { by: "teller", says: "Oil.", source: "later" },
            { by: "herald", says: "Reeds.", source: "later" },
          ],
        },
      ],
      casualties: [
        { source: "wire", killed: 2 },
        { source: "gazette", killed: 3 },
      ],
    }),
  );
  const hit = find(dossier, "event", "strike");
  test.each([
    ["with the strike, for who announced it, whatever was said later", "herald", "2031-03-05"],
    ["with the strike, for who took part and gives no account", "crew", "2031-03-05"],
    ["from the source that names somebody, however long the actor was known for other things", "rower", "2031-05-01"],
    ["from the source of an account", "teller", "2031-05-01"],
    ["from the record of a publisher's own page", "gazette-paper", "2031-04-01"],
  ])("%s", (_, id, day) => {
    expect(findPartDay(hit, find(dossier, "actor", id))).toBe(day);
  });
});

describe("whoever is named in a strike or gives an account of it", () => {
  const dossier = dossierOf(
    actor({ id: "finn", name: "Bo Finn" }),
    actor({ id: "watch", name: "Lake Watch", kind: "organisation" }),
    source({ id: "later", published: "2031-05-01" }),
    source({ id: "undated", publisher: "Lake Watch", published: undefined }),
    strike({
      id: "hit",
      actors: [
        { actor: "finn", part: "reported killed" },
        { actor: "watch", part: "gives an account" },
      ],
      casualties: [
        { source: "wire", killed: 1 },
        { source: "undated", killed: 1, knownSince: "2031-04-20", knownBasis: "The page says so." },
      ],
      named: [{ name: "Bo Finn", actor: "finn", claim: "Aboard.", source: "later" }],
    }),
    claim({ id: "letter", about: ["finn"], on: ["hit"] }),
  );
  const hit = find(dossier, "event", "hit");

  test("is known from a claim on it that came out before the source of the name", () => {
    expect(findPartDay(hit, find(dossier, "actor", "finn"))).toBe("2031-03-05");
    const [person] = hit.strike?.named ?? [];
    expect(person && findNamedDay(hit, person)).toBe("2031-03-05");
  });

  test("is known from the day stated of a record whose source has none", () => {
    expect(findPartDay(hit, find(dossier, "actor", "watch"))).toBe("2031-04-20");
  });
});

test.each([
  ["a month, of which the day is the last", ["2031-04"], "2031-04-30", "2031-04"],
  ["a span", ["2031-03-05/2031-03-09"], "2031-03-09", "2031-03-05/2031-03-09"],
  ["nothing where another source is of that very day", ["2031-04", "2031-04-30"], "2031-04-30", null],
  ["nothing where the day is a source's own", ["2031-04-30", "2031-05"], "2031-04-30", null],
  ["nothing where the day is stated or the thing's own", ["2031-04"], "2031-06-01", null],
  ["nothing without a day", ["2031-04"], null, null],
])("what an inexact day of knowledge is read from: %s", (_, published, known, basis) => {
  expect(inexactBasis(published.map(publishedSource), known)?.edtf ?? null).toBe(basis);
});
