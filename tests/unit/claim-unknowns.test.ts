import { describe, expect, test } from "vitest";
import type { Dossier } from "../../src/graph/nodes.ts";
import { groupClaimUnknowns } from "../../src/graph/unknowns.ts";
import { unknownClaimLists } from "../../src/site/unknown-words.ts";
import { actor, claim, dossierOf, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

const watch = source({ id: "watch", publisher: "Lake Watch" });
const digest = source({ id: "digest", publisher: "Lake Digest", grade: "aggregator" });
const two = { sources: ["wire", "watch"] };
const development = (effect: string, summary = "The log was read.") => ({ date: "2031-05-01", summary, effect, sources: ["wire"] });

const idsOf = (dossier: Dossier) => {
  const { unsettled, unanswered, thinlySourced } = groupClaimUnknowns(dossier.claims);
  return {
    unsettled: unsettled.map(({ status, claims }) => `${status}: ${claims.map(({ id }) => id).join(" ")}`),
    unanswered: unanswered.map(({ id }) => id),
    thinlySourced: thinlySourced.map(({ publisher, claims }) => `${publisher ?? "none"}: ${claims.map(({ id }) => id).join(" ")}`),
  };
};

describe("what is not settled of claims", () => {
  test("is nothing without claims, or for a claim of two origins that nobody disputes", () => {
    const nothing = { unsettled: [], unanswered: [], thinlySourced: [] };
    expect(idsOf(dossierOf())).toEqual(nothing);
    expect(idsOf(dossierOf(watch, claim(two)))).toEqual(nothing);
    expect(unknownClaimLists(groupClaimUnknowns([]), 0)).toEqual([]);
  });

  test("has those contested or denied, but for what a development confirms or replaces", () => {
    const dossier = dossierOf(
      watch,
      claim({ id: "a", status: "contested", ...two }),
      claim({ id: "b", status: "denied", ...two }),
      claim({ id: "c", status: "contested", developments: [development("disputes"), development("confirms")], ...two }),
      claim({ id: "d", status: "contested", developments: [development("supersedes")], ...two }),
      claim({ id: "e", status: "contested", ...two }),
      claim({ id: "f", relations: [{ to: "e", type: "supersedes" }], ...two }),
      claim({ id: "g", status: "superseded", ...two }),
    );
    expect(idsOf(dossier).unsettled).toEqual(["contested: a", "denied: b"]);
  });

  test("has accusations that nothing on file disputes, denies or answers, of somebody who could answer", () => {
    const accusation = (id: string, about: string, fields = {}) => claim({ id, kind: "accusation", about: [about], ...two, ...fields });
    const dossier = dossierOf(
      watch,
      actor({ id: "tarrow", name: "Bren Tarrow" }),
      actor({ id: "southmark", name: "Southmark", kind: "country" }),
      accusation("bare", "tarrow"),
      accusation("replied", "tarrow"),
      accusation("answering", "tarrow", { relations: [{ to: "replied", type: "responds-to" }] }),
      claim({ id: "reply", assertedBy: "tarrow", relations: [{ to: "replied", type: "responds-to" }], ...two }),
      accusation("later", "tarrow", { developments: [development("denies", "Bren Tarrow said no.")] }),
      accusation("disputed-by-others", "tarrow", { developments: [development("disputes", "A court said no.")] }),
      accusation("denied-for-them", "tarrow"),
      actor({ id: "spokesman", name: "Cole Marsh" }),
      claim({ id: "denial", kind: "denial", assertedBy: "spokesman", relations: [{ to: "denied-for-them", type: "disputes" }], ...two }),
      accusation("of-a-country", "southmark"),
      accusation("of-itself", "speaker"),
      claim({ id: "no-accusation", about: ["tarrow"], ...two }),
    );
    expect(idsOf(dossier).unanswered).toEqual(["answering", "bare"]);
  });

  test("has claims with one origin on file by that origin, the most first, then those with none", () => {
    const dossier = dossierOf(
      watch,
      digest,
      claim({ id: "a", sources: ["watch"] }),
      claim({ id: "b", sources: ["wire"] }),
      claim({ id: "c", sources: ["wire", "digest"] }),
      claim({ id: "d", sources: ["digest"] }),
      claim({ id: "e", ...two }),
    );
    expect(idsOf(dossier).thinlySourced).toEqual(["The Wire: b c", "none: d", "Lake Watch: a"]);
  });

  test("is said with how many claims of all, and no verdict", () => {
    const dossier = dossierOf(watch, claim({ id: "a", status: "contested" }), claim({ id: "b", ...two }));
    expect(
      unknownClaimLists(groupClaimUnknowns(dossier.claims), 2).map(({ heading, count, lists }) => [
        heading,
        count,
        ...lists.map(({ note }) => note),
      ]),
    ).toEqual([
      [
        "Contested, not settled",
        "1 of 2 claims",
        "No later development on file confirms or replaces them, and no later claim takes their place.",
      ],
      ["With a single origin, or none on file", "1 of 2 claims", "Only origin on file: The Wire."],
    ]);
  });

  test("of what we publish holds no claim twice in a list", () => {
    const { unsettled, thinlySourced } = groupClaimUnknowns(published.claims);
    for (const lists of [unsettled, thinlySourced]) {
      const claims = lists.flatMap((list) => list.claims);
      expect(claims.length).toBeGreaterThan(0);
      expect(new Set(claims).size).toBe(claims.length);
    }
  });
});
