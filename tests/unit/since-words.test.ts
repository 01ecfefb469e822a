import { describe, expect, test } from "vitest";
import type { ArticleNode, Dossier } from "../../src/graph/nodes.ts";
import { createRenderer } from "../../src/site/render-body.ts";
import { claimSince, countSince, numberSince, pinnedWords } from "../../src/site/since-words.ts";
import { createUrls } from "../../src/site/urls.ts";
import { actor, article, claim, dossierOf, find, source, strike } from "./builders.ts";

const END = "2031-06-30";
const later = source({ id: "later", publisher: "Lake Watch", published: "2031-05-01" });
const development = (effect?: string) => ({
  date: "2031-05-01",
  summary: "The mate spoke.",
  sources: ["later"],
  ...(effect && { effect }),
});
const sinceOf = (fields: Parameters<typeof claim>[0], asOf = "2031-03-10", end = END) =>
  claimSince(find(dossierOf(later, claim(fields)), "claim", "claim"), asOf, end);

describe("what has changed of a claim since an article’s day", () => {
  test("is nothing where nothing was published later", () => {
    expect(sinceOf({})).toBeNull();
    expect(sinceOf({ developments: [development()] }, "2031-05-01")).toBeNull();
  });

  test("is nothing that only a page read after the end of the record has", () => {
    const figures = [{ value: 4, unit: "barrels", what: "oil aboard", source: "later" }];
    expect(sinceOf({ developments: [development()], figures }, "2031-03-10", "2031-04-30")).toBeNull();
  });

  test("is its status first, with the day, then later figures and developments", () => {
    const figures = [{ value: 4, unit: "barrels", what: "oil aboard", source: "later" }];
    expect(sinceOf({ status: "contested", developments: [development("disputes"), development()], figures })).toEqual({
      brief: "contested",
      full: "contested from 1 May 2031; one later figure; two later developments",
    });
  });

  test("is in brief the number of developments, or of figures, where the status stays", () => {
    const figures = [{ value: 4, unit: "barrels", what: "oil aboard", source: "later" }];
    expect(sinceOf({ developments: [development(), development()] })?.brief).toBe("two developments");
    expect(sinceOf({ figures })).toEqual({ brief: "one figure", full: "one later figure" });
  });
});

test("a claim that somebody disputed or answered later says by whom, also where its status stays", () => {
  const dossier = dossierOf(
    later,
    actor({ id: "quill", name: "Bren Tarrow" }),
    claim({ number: 1, status: "documented" }),
    claim({ id: "denial", number: 2, assertedBy: "quill", sources: ["later"], relations: [{ to: "claim", type: "disputes" }] }),
    claim({ id: "answer", number: 3, assertedBy: "quill", sources: ["later"], relations: [{ to: "claim", type: "responds-to" }] }),
    claim({ id: "early", number: 4, assertedBy: "quill", relations: [{ to: "claim", type: "disputes" }] }),
  );
  const since = claimSince(find(dossier, "claim", "claim"), "2031-03-10", END);
  expect(since?.brief).toBe("disputed");
  expect(since?.full).toMatch(/Bren Tarrow \(C2\); .*Bren Tarrow \(C3\)$/);
  expect(since?.full).not.toContain("C4");
});

const TEXT = `[one](count:strikes) patrol killed [2](count:killed), [2](count:killed?to=2031-03-04) of them by 4 March.

[Nobody](../claims/claim.md) says more: [one](count:vessels?region=north-shore&from=2031-03-01&to=2031-04-30), [2](count:killed?asof=2031-03-10).
`;

/** A dossier with an article of 10 March, after which a second strike, and a second figure of the first, became known. */
function twoStrikes(body = TEXT): { dossier: Dossier; node: ArticleNode } {
  const dossier = dossierOf(
    later,
    actor(),
    claim({ developments: [development()] }),
    strike({ region: "North Shore" }),
    strike({
      id: "second",
      date: "2031-04-20",
      region: "North Shore",
      casualties: [{ source: "later", killed: { min: 3, max: 4 } }],
      sources: ["later"],
    }),
    article({ body }),
  );
  return { dossier, node: dossier.articles[0] as ArticleNode }; // built above
}
const blocksOf = ({ dossier, node }: { dossier: Dossier; node: ArticleNode }) =>
  createRenderer(dossier, createUrls({ base: "/", site: "https://example.org" })).blocks(node.body, node.data.asOf);

describe("what a number of an article has become", () => {
  test("is said where the whole record gives another one, with what it counts", () => {
    const { dossier, node } = twoStrikes();
    const numbers = blocksOf({ dossier, node }).map(({ counts }) => counts.map((count) => numberSince(dossier, node, count)));
    expect(numbers).toEqual([
      [
        { now: "2", noun: "strikes", then: "one", people: false },
        { now: "5–6", noun: "killed", then: "2", people: true },
        null, // bounded to days before the article’s
      ],
      [
        { now: "2", noun: "vessels in the region North Shore of 1 March – 30 April 2031", then: "one", people: false },
        null, // asked for as of a day
      ],
    ]);
  });

  test("is nothing for a query that cannot be computed", () => {
    const { dossier, node } = twoStrikes();
    expect(numberSince(dossier, node, { query: "boats", text: "2", people: false })).toBeNull();
  });
});

describe("the head of an article", () => {
  test("counts its claims once, its numbers as they stand, and what of them has changed", () => {
    const two = twoStrikes();
    expect(countSince(two.dossier, two.node, blocksOf(two))).toEqual({ claims: 1, changedClaims: 1, numbers: 5, changedNumbers: 3 });
  });

  test("names each kind of thing that makes a claim count as changed, and a claim that only another bears on is one", () => {
    const dossier = dossierOf(
      later,
      claim({ id: "status", number: 1, status: "contested", developments: [development("disputes")] }),
      claim({ id: "figure", number: 2, figures: [{ value: 4, unit: "barrels", what: "oil aboard", source: "later" }] }),
      claim({ id: "development", number: 3, developments: [development()] }),
      claim({ id: "answered", number: 4 }),
      claim({ id: "same", number: 5 }),
      claim({ id: "answer", number: 6, sources: ["later"], relations: [{ to: "answered", type: "responds-to" }] }),
      article({
        body: ["status", "figure", "development", "answered", "same"].map((id) => `[It is so](../claims/${id}.md).`).join("\n\n"),
      }),
    );
    const node = dossier.articles[0] as ArticleNode; // built above
    const counts = countSince(dossier, node, blocksOf({ dossier, node }));
    expect(pinnedWords(counts, END)).toBe(
      "4 of its 5 claims have a later status, figure, development or claim by 30 June 2031; “since” marks each.",
    );
    const kinds = ["status", "figure", "development", "answered"].map(
      (id) => claimSince(find(dossier, "claim", id), node.data.asOf, END)?.full,
    );
    expect(kinds).toEqual([
      "contested from 1 May 2031; one later development",
      "one later figure",
      "one later development",
      expect.stringContaining("(C6)"),
    ]);
  });

  test.each([
    ["neither claims nor numbers", [0, 0, 0, 0], ""],
    ["nothing changed", [1, 0, 2, 0], "Nothing on file has changed its 1 claim and 2 numbers since."],
    ["no numbers, nothing changed", [3, 0, 0, 0], "Nothing on file has changed its 3 claims since."],
    [
      "one claim, changed",
      [1, 1, 0, 0],
      "Its one claim has a later status, figure, development or claim by 30 June 2031; “since” marks each.",
    ],
    [
      "several of each",
      [88, 29, 6, 1],
      "29 of its 88 claims have a later status, figure, development or claim and 1 of its 6 numbers is not the same by 30 June 2031; “since” marks each.",
    ],
    ["numbers alone", [4, 0, 2, 2], "2 of its 2 numbers are not the same by 30 June 2031; “since” marks each."],
  ] as const)("says of %s", (_, [claims, changedClaims, numbers, changedNumbers], words) => {
    expect(pinnedWords({ claims, changedClaims, numbers, changedNumbers }, END)).toBe(words);
  });
});
