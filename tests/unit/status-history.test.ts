import { describe, expect, test } from "vitest";
import { standingOn } from "../../src/graph/claim-standing.ts";
import { statusHistory } from "../../src/graph/status-history.ts";
import { addDays } from "../../src/model/dates.ts";
import { actor, claim, dossierOf, find, source } from "./builders.ts";
import { published } from "./published-dossier.ts";

const statusOn = (history: readonly (readonly [string, string])[], day: string) => history.findLast(([from]) => from <= day)?.[1];

describe("how the status of a claim changed", () => {
  test("is what the claim's standing says, on every day on which any of the claims that we publish changes, and the day before", () => {
    const days = new Set(published.claims.flatMap((one) => statusHistory(one).flatMap(([day]) => [day, addDays(day, -1)])));
    expect(days.size).toBeGreaterThan(30);
    for (const one of published.claims) {
      const history = statusHistory(one);
      for (const day of days) {
        const expected = one.known !== null && day >= one.known && day < "9999" ? standingOn(one, day).status : undefined;
        if (day < "9999") expect(statusOn(history, day), `${one.id} ${day}`).toBe(expected);
      }
    }
  });

  test("ends with the status of the whole record", () => {
    for (const one of published.claims) expect(statusHistory(one).at(-1)?.[1], one.id).toBe(standingOn(one, null).status);
  });

  test("has a day for each change and no other, in order", () => {
    const histories = published.claims.map((one) => statusHistory(one));
    for (const history of histories) {
      for (const [i, [day, status]] of history.entries()) {
        if (i === 0) continue;
        expect(day > (history[i - 1]?.[0] ?? "")).toBe(true);
        expect(status).not.toBe(history[i - 1]?.[1]);
      }
    }
    expect(histories.some((history) => history.length > 1)).toBe(true);
  });

  test("waits for the claim that disputes it", () => {
    const dossier = dossierOf(
      actor({ id: "quill" }),
      source({ id: "later", published: "2031-05-01" }),
      claim({ id: "oil", number: 1, status: "contested", statusNote: "Disputed." }),
      claim({ id: "reeds", number: 2, assertedBy: "quill", sources: ["later"], relations: [{ to: "oil", type: "disputes" }] }),
    );
    expect(statusHistory(find(dossier, "claim", "oil"))).toEqual([
      ["2031-03-05", "asserted"],
      ["2031-05-01", "contested"],
    ]);
    expect(statusHistory(find(dossier, "claim", "reeds"))).toEqual([["2031-05-01", "asserted"]]);
  });

  test("of a claim whose sources have no day is known for the whole record only", () => {
    const dossier = dossierOf(source({ id: "undated", published: undefined }), claim({ id: "oil", number: 1, sources: ["undated"] }));
    expect(statusHistory(find(dossier, "claim", "oil"))).toEqual([["9999-12-31", "asserted"]]);
  });
});
