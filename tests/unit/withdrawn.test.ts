/** A withdrawn entry keeps its page and what it links to; no list, count or page of another entry has it. */
import { describe, expect, test } from "vitest";
import { computeLedger } from "../../src/graph/ledger.ts";
import { allNodes } from "../../src/graph/nodes.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { actor, article, claim, correction, dossierOf, event, find, lead, place, series, source, strike, total } from "./builders.ts";

const withdrawn = { date: "2031-05-01", reason: "Twice on file." };

describe("setting aside what is withdrawn", () => {
  const published = dossierOf(
    actor({ relations: [{ to: "other", type: "accuses", sources: ["wire"] }] }),
    actor({ id: "other", name: "Bren Tarrow", withdrawn, relations: [{ to: "speaker", type: "sues", sources: ["wire"] }] }),
    source({ id: "copy", derivesFrom: ["wire"], withdrawn }),
    place(),
    place({ id: "velm", name: "Velm", withdrawn }),
    event({ id: "talks", place: "place", actors: [{ actor: "speaker", part: "host" }], related: ["drill"] }),
    strike({ id: "kept", casualties: [{ source: "wire", killed: 2 }] }),
    strike({
      id: "drill",
      place: "place",
      casualties: [{ source: "wire", killed: 40 }],
      actors: [{ actor: "speaker", part: "witness" }],
      named: [{ name: "Ada Quill", actor: "speaker", claim: "Survivor.", source: "wire" }],
      withdrawn,
    }),
    claim({ id: "oil", on: ["talks", "drill"] }),
    claim({
      id: "reeds",
      about: ["speaker"],
      on: ["talks"],
      relations: [{ to: "oil", type: "disputes" }],
      body: "Against [oil](../claims/oil.md).",
      withdrawn,
    }),
    article({ withdrawn }),
    total({ by: "speaker", withdrawn }),
    series({ withdrawn }),
    correction({ entry: "oil", withdrawn }),
    lead({ on: ["talks"], withdrawn }),
  );
  const dossier = setAsideWithdrawn(published);

  test("leaves no list of the dossier with it", () => {
    expect(allNodes(dossier).map(({ id }) => id)).toEqual(["speaker", "oil", "kept", "talks", "wire", "place"]);
    expect(allNodes(dossier).some(({ data }) => data.withdrawn)).toBe(false);
  });

  test("lists it apart, newest first, then by id", () => {
    const aside = setAsideWithdrawn(
      dossierOf(
        claim({ id: "old", withdrawn }),
        strike({ id: "new", withdrawn: { ...withdrawn, date: "2031-06-01" } }),
        lead({ id: "also", withdrawn }),
        claim({ id: "kept" }),
      ),
    );
    expect(aside.withdrawn.map(({ id }) => id)).toEqual(["new", "also", "old"]);
  });

  test("leaves every entry in what is published", () => {
    expect(allNodes(published).filter(({ data }) => data.withdrawn)).toHaveLength(10);
  });

  test("takes it from what an actor's page lists", () => {
    const speaker = find(dossier, "actor", "speaker");
    expect(speaker.claimsMade.map(({ id }) => id)).toEqual(["oil"]);
    expect(speaker.claimsAbout).toEqual([]);
    expect(speaker.events.map((part) => part.event.id)).toEqual(["talks"]);
    expect(speaker.namedIn).toEqual([]);
    expect(speaker.totals).toEqual([]);
    expect(speaker.relations.map(({ type, inverse }) => `${type} ${inverse}`)).toEqual(["accuses false"]);
  });

  test("takes it from what the pages of claims, events, places and sources list", () => {
    const oil = find(dossier, "claim", "oil");
    const talks = find(dossier, "event", "talks");
    const wire = find(dossier, "source", "wire");
    expect(oil.relations).toEqual([]);
    expect(oil.backlinks).toEqual([]);
    expect(oil.on.map(({ id }) => id)).toEqual(["talks"]);
    expect(talks.claims.map(({ id }) => id)).toEqual(["oil"]);
    expect([talks.related, talks.leads]).toEqual([[], []]);
    expect(dossier.places.map(({ events }) => events.map(({ id }) => id))).toEqual([["talks"]]);
    expect(wire.derivedBy).toEqual([]);
    expect(wire.citedBy.some(({ node }) => node.data.withdrawn)).toBe(false);
    expect(wire.citedBy.map(({ node }) => node.id)).toContain("oil");
  });

  test("leaves it what it links to itself", () => {
    const reeds = find(published, "claim", "reeds");
    expect(reeds.assertedBy.id).toBe("speaker");
    expect(reeds.relations.map(({ claim: other }) => other.id)).toEqual(["oil"]);
  });

  test("changes no sum, because it was not counted before", () => {
    expect(computeLedger(dossier.strikes, { asOf: null }).killed).toEqual({ min: 2, max: 2 });
    expect(computeLedger(published.strikes, { asOf: null }).killed).toEqual({ min: 2, max: 2 });
  });
});
