import { describe, expect, test } from "vitest";
import { relatedTo } from "../../src/graph/related.ts";
import { setAsideWithdrawn } from "../../src/graph/withdrawn.ts";
import { sharedWords } from "../../src/site/related-words.ts";
import { actor, claim, dossierOf, event, find, source, strike } from "./builders.ts";
import { published } from "./published-dossier.ts";

describe("entries near one", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill" }),
    actor({ id: "other", name: "Bren Tarrow" }),
    source({ id: "late" }),
    source({ id: "rare" }),
    event({ id: "talks", sources: ["late"] }),
    event({ id: "crowded" }),
    claim({
      id: "here",
      assertedBy: "quill",
      on: ["talks", "crowded"],
      sources: ["wire", "rare"],
      relations: [{ to: "tied", type: "disputes" }],
    }),
    claim({ id: "tied", on: ["talks"] }),
    claim({ id: "close", on: ["talks"], sources: ["rare"] }),
    ...["x", "y", "z"].map((id) => claim({ id, on: ["crowded"], sources: ["late"] })),
    claim({ id: "same-source", assertedBy: "other", sources: ["wire"] }),
    strike({
      id: "drill",
      actors: [{ actor: "quill", part: "announced" }],
      sources: ["rare"],
      casualties: [{ source: "rare", killed: 1 }],
    }),
  );
  const near = (kind: "claim" | "source", id: string, count = 10) =>
    relatedTo(dossier, kind === "claim" ? find(dossier, "claim", id) : find(dossier, "source", id), count);

  test("share the rarer things, and are not those that its page leads to anyway", () => {
    expect(near("claim", "here").map(({ node }) => node.id)).toEqual(["close", "drill", "x", "y", "z"]);
    expect(near("claim", "here", 2)).toHaveLength(2);
  });

  test("say what they share by name, the most telling first, and count sources", () => {
    const [close, drill, x] = near("claim", "here").map(sharedWords);
    expect([close, drill, x]).toEqual([
      "Shares the entry “Talks in Velm” and 1 source",
      "Shares Ada Quill and 1 source",
      "Shares the entry “Talks in Velm”",
    ]);
    expect(near("source", "rare").map(sharedWords)).toEqual([]);
  });

  test("of a withdrawn entry are those that stand", () => {
    const withdrawn = { date: "2031-04-02", reason: "It was of another lake." };
    const whole = dossierOf(
      event({ id: "talks" }),
      claim({ id: "gone", on: ["talks"], sources: ["rare"], withdrawn }),
      claim({ id: "left", on: ["talks"], assertedBy: "other", sources: ["sole"] }),
      actor({ id: "other" }),
      source({ id: "rare" }),
      source({ id: "sole" }),
    );
    const gone = find(whole, "claim", "gone");
    expect(relatedTo(setAsideWithdrawn(whole), gone, 3).map(({ node }) => node.id)).toEqual(["left"]);
  });

  test("are the same the other way round, but for what a page leads to", () => {
    const pairs = published.claims.slice(0, 40).flatMap((one) => relatedTo(published, one, 3).map((other) => ({ one, other })));
    expect(pairs.length).toBeGreaterThan(60);
    for (const { one, other } of pairs) {
      const back = relatedTo(published, other.node, 500).find(({ node }) => node === one);
      if (back) expect(back.shared).toEqual(other.shared);
    }
  });

  test("never include the entry itself, or what it is tied to", () => {
    for (const one of [...published.claims, ...published.events, ...published.actors, ...published.sources]) {
      for (const { node } of relatedTo(published, one, 5)) {
        expect(node).not.toBe(one);
        if (one.kind === "claim") expect(one.relations.map(({ claim: tied }) => tied)).not.toContain(node);
      }
    }
  });
});

describe("actors near one", () => {
  const taking = (...ids: string[]) => ids.map((id) => ({ actor: id, part: "gives an account" }));
  const crowd = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const dossier = dossierOf(
    ...["quill", "friend", "hub", ...crowd].map((id) => actor({ id, name: `Name of ${id}`, sources: [`own-${id}`] })),
    ...["quill", "friend", "hub", ...crowd].map((id) => source({ id: `own-${id}` })),
    actor({ id: "gazette", kind: "news-outlet" }),
    actor({ id: "courier", kind: "news-outlet" }),
    event({ id: "lawsuit", actors: taking("quill", "friend", "hub", "gazette", "courier") }),
    event({ id: "assembly", actors: taking("quill", "hub", ...crowd) }),
    ...crowd.flatMap((id) => [1, 2, 3].map((n) => event({ id: `visit-${id}-${n}`, actors: taking("hub", id) }))),
  );
  const near = (id: string) => relatedTo(dossier, find(dossier, "actor", id), 10).map(({ node }) => node.id);

  test("share what few share: who is tied to everything is not nearest to everybody", () => {
    expect(near("quill")).toEqual(["friend", "hub"]);
    expect(near("friend")[0]).toBe("quill");
  });

  test("are news outlets only of a news outlet", () => {
    expect(near("gazette")).toEqual(["courier"]);
  });

  test("of what we publish are the parties to a lawsuit, not the president whom a strike ties to many", () => {
    const samaroo = relatedTo(published, find(published, "actor", "rishi-samaroo"), 4).map(({ node }) => node.id);
    expect(samaroo).toContain("american-civil-liberties-union");
    expect(samaroo).not.toContain("donald-trump");
  });
});

describe("the reason why entries are related", () => {
  const dossier = dossierOf(
    actor({ id: "quill", name: "Ada Quill", sortName: "Quill, Ada" }),
    actor({ id: "office", name: "White House", kind: "agency" }),
    actor({ id: "crews", name: "People on board", kind: "unnamed-person" }),
    actor({ id: "long", name: `Council ${"of the ports ".repeat(9).trim()}`, kind: "organisation" }),
    source({ id: "one" }),
    source({ id: "two" }),
    event({ id: "talks", title: "Talks in Velm open and are ended on the same day", label: "Quill: “no talks”" }),
    strike({ id: "drill", title: "Strike of 4 March 2031, North Shore", region: "North Shore" }),
    strike({ id: "first", title: "First announced strike, 2 March 2031" }),
    claim({ id: "here" }),
  );
  const ties = new Map([...dossier.actors, ...dossier.events, ...dossier.sources].map((node) => [node.id, node]));
  const words = (kind: "claim" | "source", ...ids: string[]) =>
    sharedWords({
      node: kind === "claim" ? find(dossier, "claim", "here") : find(dossier, "source", "wire"),
      shared: ids.flatMap((id) => ties.get(id) ?? []),
    });

  test.each([
    ["an event and an actor", ["drill", "quill", "one", "two"], "Shares the strike of 4 March 2031, Ada Quill and 2 sources"],
    [
      "two names, the rest in numbers",
      ["drill", "quill", "talks", "office", "one"],
      "Shares the strike of 4 March 2031, Ada Quill, 1 more event, 1 more actor and 1 source",
    ],
    ["an event by its short name", ["talks", "office"], "Shares the entry “Quill: ‘no talks’” and the White House"],
    ["a strike with a comma in its heading", ["first", "crews"], "Shares the first announced strike (2 March 2031) and people on board"],
    ["the first name alone when the line is full", ["drill", "long", "one"], "Shares the strike of 4 March 2031, 1 actor and 1 source"],
    ["numbers alone when there is no room for a name", ["long", "drill"], "Shares 1 event and 1 actor"],
    ["sources alone", ["one", "two"], "Shares 2 sources"],
  ])("names %s", (_, ids, expected) => {
    expect(words("claim", ...ids)).toBe(expected);
  });

  test("says of sources that they are cited together", () => {
    expect(words("source", "quill")).toBe("Also cited for Ada Quill");
  });

  test("of what we publish is a short line", () => {
    const reasons = [...published.claims, ...published.events, ...published.actors, ...published.sources].flatMap((one) =>
      relatedTo(published, one, 4).map(sharedWords),
    );
    expect(reasons.length).toBeGreaterThan(1000);
    expect(reasons.filter(({ length }) => length > 90)).toEqual([]);
  });
});
