import { describe, expect, test } from "vitest";
import { relatedTo } from "../../src/graph/related.ts";
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

  test("say what they share", () => {
    const [close, drill, x] = near("claim", "here").map(sharedWords);
    expect([close, drill, x]).toEqual(["Shares 1 source and 1 event", "Shares 1 source and 1 actor", "Shares 1 event"]);
    expect(near("source", "rare").map(sharedWords)).toEqual([]);
  });

  test("are the same the other way round, but for what a page leads to", () => {
    const pairs = published.claims.slice(0, 40).flatMap((one) => relatedTo(published, one, 3).map((other) => ({ one, other })));
    expect(pairs.length).toBeGreaterThan(60);
    for (const { one, other } of pairs) {
      const back = relatedTo(published, other.node, 500).find(({ node }) => node === one);
      if (back) expect([back.actors, back.events, back.sources]).toEqual([other.actors, other.events, other.sources]);
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
