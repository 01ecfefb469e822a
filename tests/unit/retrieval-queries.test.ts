/** The queries of the retrieval benchmark: what they expect is there, and a third of them was set aside by rule. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../src/model/sha256.ts";
import { HELD_SHARE, HELD_TOLERANCE, heldShare, parseQueries, QUERY_KINDS, readQueries } from "../retrieval/read-queries.ts";

const queries = readQueries();

test("there are at least 120, each written once", () => {
  expect(queries.length).toBeGreaterThanOrEqual(120);
  expect(new Set(queries.map(({ q }) => q.toLowerCase())).size).toBe(queries.length);
});

test("each expected entry exists", () => {
  const missing = queries.flatMap(({ q, expect: entries }) =>
    entries.filter((entry) => !existsSync(`content/${entry}.md`)).map((entry) => `${q}: ${entry}`),
  );
  expect(missing).toEqual([]);
});

test("a third is held", () => {
  expect(Math.abs(heldShare(queries) - HELD_SHARE)).toBeLessThanOrEqual(HELD_TOLERANCE);
});

test.each(QUERY_KINDS)("of the kind %s, the third that comes first by its hash is held", (kind) => {
  const ofKind = queries.filter((query) => query.kind === kind).toSorted((a, b) => (sha256(a.q) < sha256(b.q) ? -1 : 1));
  expect(ofKind.length).toBeGreaterThanOrEqual(10);
  const third = Math.round(ofKind.length / 3);
  expect(ofKind.filter(({ set }) => set === "held").map(({ q }) => q)).toEqual(ofKind.slice(0, third).map(({ q }) => q));
});

describe("refused is", () => {
  const QUERY = { q: "who counts the boats", kind: "question", expect: ["actors/lake-watch"], set: "tuned" };
  const THREE = [QUERY, { ...QUERY, q: "lake watch" }, { ...QUERY, q: "lake wach", set: "held" }];
  const read = (...list: unknown[]) => parseQueries(JSON.stringify(list));

  test("nothing in three sound queries", () => expect(read(...THREE)).toHaveLength(3));

  test.each([
    ["a query twice", [...THREE.slice(1), { ...QUERY, q: "Lake Watch" }], "Write each query once."],
    ["too few held", THREE.slice(0, 2), "Set a third of the queries aside."],
    ["all held", THREE.map((query) => ({ ...query, set: "held" })), "Set a third of the queries aside."],
    ["no entry", [{ ...QUERY, expect: [] }], "Too small"],
    ["an entry twice", [{ ...QUERY, expect: ["actors/lake-watch", "actors/lake-watch"] }], "Name each entry once."],
    ["an entry without a kind", [{ ...QUERY, expect: ["lake-watch"] }], "Write KIND/ID"],
    ["an entry of no kind", [{ ...QUERY, expect: ["counts/lake-watch"] }], "Write KIND/ID"],
    ["an address", [{ ...QUERY, expect: ["actors/lake-watch/more"] }], "Write KIND/ID"],
    ["spaces around it", [{ ...QUERY, q: " lake watch" }], "Leave out the spaces"],
    ["a kind that is not one", [{ ...QUERY, kind: "riddle" }], "Invalid option"],
    ["another field", [{ ...QUERY, note: "x" }], "Unrecognized key"],
  ])("%s", (_what, list, message) => {
    expect(() => read(...list)).toThrow(message);
  });
});
