import { describe, expect, test } from "vitest";
import { disputedOf, disputersOf } from "../../src/graph/claim-standing.ts";
import { claimLine, claimNumber, claimWords, entryName } from "../../src/site/claim-words.ts";
import { actor, claim, correction, dossierOf, find } from "./builders.ts";

const made = (speaker: Parameters<typeof actor>[0], text: string) => find(dossierOf(actor(speaker), claim({ text })), "claim", "claim");

describe("a claim never stands without who makes it", () => {
  test.each([
    [
      "a sentence that does not name its speaker",
      { name: "UNODC", kind: "organisation" },
      "Cultivation rose by 53 per cent.",
      "UNODC: Cultivation rose by 53 per cent",
    ],
    [
      "a name that starts with a small letter",
      { name: "the families", kind: "organisation" },
      "They were fishing.",
      "The families: They were fishing",
    ],
    ["a sentence with the whole name", { name: "Ada Quill" }, "Ada Quill denied it.", "Ada Quill denied it"],
    ["a sentence with the last name of a person", { name: "Ada Quill" }, "Quill denied it.", "Quill denied it"],
    [
      "a sentence with the first name of a person only",
      { name: "Ada Quill" },
      "Ada Lovelace denied it.",
      "Ada Quill: Ada Lovelace denied it",
    ],
    [
      "a sentence with another name of the speaker",
      { name: "Ada Quill", aliases: ["the harbour master"] },
      "The harbour master denied it.",
      "The harbour master denied it",
    ],
    [
      "a sentence with a telling word of an institution",
      { name: "Northmark Gazette", kind: "news-outlet" },
      "The Gazette reported it.",
      "The Gazette reported it",
    ],
    [
      "a word that many institutions share is not telling",
      { name: "United States Government", kind: "government" },
      "The United Nations objected.",
      "United States Government: The United Nations objected",
    ],
    [
      "a name that comes late in the sentence",
      { name: "Ada Quill" },
      `${"It was said and said again ".repeat(4)} by Quill.`,
      `Ada Quill: ${"It was said and said again ".repeat(4)} by Quill`,
    ],
  ])("%s", (_, speaker, text, line) => {
    expect(claimLine(made(speaker, text))).toBe(line);
  });

  test("speaker and text are apart where they have to be", () => {
    expect(claimWords(made({ name: "UNODC", kind: "organisation" }, "Cultivation rose."))).toEqual({
      says: "UNODC:",
      text: "Cultivation rose",
    });
    expect(claimWords(made({ name: "Ada Quill" }, "Quill denied it."))).toEqual({ says: null, text: "Quill denied it" });
  });
});

describe("the name of a correction", () => {
  const nameOn = (fields: Parameters<typeof claim>[0]) => {
    const entries = [actor({ name: "UNODC", kind: "organisation" }), claim({ text: "Cultivation rose.", ...fields }), correction()];
    return dossierOf(...entries).corrections.map(entryName);
  };

  test("of a claim names who makes it", () => {
    expect(nameOn({})).toEqual(["Correction of 1 April 2031: UNODC: Cultivation rose"]);
  });

  test("of a withdrawn claim does not repeat it", () => {
    expect(nameOn({ withdrawn: { date: "2031-05-01", reason: "A slip." } })).toEqual(["Correction of 1 April 2031: claim"]);
  });
});

test("a numbered claim is cited by its number", () => {
  const dossier = dossierOf(claim({ id: "a", number: 4 }), claim({ id: "b" }));
  expect(claimNumber(find(dossier, "claim", "a"))).toBe("C4");
  expect(claimNumber(find(dossier, "claim", "b"))).toBeNull();
});

test("a dispute is against the claim that is disputed, and the other is at odds with it; speakers do not dispute themselves", () => {
  const dossier = dossierOf(
    actor({ id: "other", name: "Bren Tarrow" }),
    claim({ id: "a", assertedBy: "other", relations: [{ to: "b", type: "disputes" }] }),
    claim({
      id: "b",
      relations: [
        { to: "c", type: "supports" },
        { to: "c", type: "disputes" },
      ],
    }),
    claim({ id: "c" }),
  );
  const of = (id: string, ends: typeof disputersOf) => ends(find(dossier, "claim", id), null).map((other) => other.id);
  expect(["a", "b", "c"].map((id) => of(id, disputersOf))).toEqual([[], ["a"], []]);
  expect(["a", "b", "c"].map((id) => of(id, disputedOf))).toEqual([["b"], [], []]);
});
