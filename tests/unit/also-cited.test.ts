import { describe, expect, test } from "vitest";
import { alsoCited, namedInNotes, namedOnActor, namedOnClaim, namedOnEvent } from "../../src/graph/also-cited.ts";
import { addressesOf } from "../../src/site/source-words.ts";
import { actor, article, claim, dossierOf, event, find, lead, source } from "./builders.ts";

const pages = ["own", "figure", "later", "against", "question", "row", "third"].map((id) => source({ id, publisher: id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("what a page names beside its own list of sources", () => {
  const dossier = dossierOf(
    ...pages,
    claim({
      id: "claim",
      sources: ["own"],
      figures: [{ what: "patrols", value: 2, unit: "patrols", source: "figure" }],
      developments: [{ date: "2031-03-09", summary: "A second notice came out.", sources: ["later"] }],
    }),
    claim({ id: "reply", sources: ["against"], relations: [{ type: "disputes", to: "claim" }] }),
    event({ id: "talks", sources: ["own", "row", "third"], actors: [{ actor: "speaker", part: "Spoke." }] }),
    lead({ id: "lead", on: ["talks"], sources: ["question"] }),
    article({ id: "article", sources: ["own"] }),
  );
  const [anArticle] = dossier.articles;
  const aClaim = find(dossier, "claim", "claim");

  test("are sources of claims against a claim, of later developments and of figures", () => {
    expect(ids(namedOnClaim(aClaim))).toEqual(["against", "later", "figure"]);
  });

  test("are sources of open questions that touch an event", () => {
    expect(ids(namedOnEvent(find(dossier, "event", "talks")))).toEqual(["question"]);
  });

  test("are the two sources in each row of an actor, and in each note of an article", () => {
    expect(ids(namedOnActor(find(dossier, "actor", "speaker")))).toEqual(["own", "row"]);
    expect(anArticle && ids(namedInNotes([aClaim], anArticle))).toEqual(["own"]);
  });

  test("leave out what is in the list, and stand once", () => {
    const named = [...namedOnClaim(aClaim), ...namedOnClaim(aClaim), ...aClaim.sources];
    expect(ids(alsoCited(aClaim, { named, listed: aClaim.sources, published: dossier }))).toEqual(["against", "later", "figure"]);
  });

  test("are the sources that its text links, too", () => {
    const linking = dossierOf(
      ...pages,
      actor({ id: "linking", sources: ["own"], body: "[It](../sources/third.md) and [that](../sources/own.md)." }),
    );
    const node = find(linking, "actor", "linking");
    expect(ids(alsoCited(node, { named: [], listed: node.sources, published: linking }))).toEqual(["third"]);
  });
});

test.each([
  ["an address", { url: "https://example.org/a" }, "https://example.org/a"],
  [
    "an archived copy as well",
    { url: "https://example.org/a", archiveUrl: "https://example.net/b" },
    "https://example.org/a. Archived copy: https://example.net/b",
  ],
  ["neither", { url: undefined }, "No address is on file"],
])("says on paper where a source with %s is found", (_, fields, words) => {
  const [page] = dossierOf(source({ id: "page", ...fields })).sources.filter(({ id }) => id === "page");
  expect(page && addressesOf(page)).toBe(words);
});
