/** What the bench of the search prints. */
import { expect, test } from "vitest";
import { median, ranksOf, shareOf, type Measures } from "../../scripts/bench-search/measures.ts";
import { engineTable, formatTable, fullWords, missedWords } from "../../scripts/bench-search/report.ts";
import type { RetrievalQuery } from "../retrieval/read-queries.ts";

const query = (q: string, set: RetrievalQuery["set"], ...expected: string[]): RetrievalQuery => ({
  q,
  kind: "name",
  set,
  expect: expected,
});
const QUERIES = [
  query("quill", "tuned", "actors/quill"),
  query("barge", "tuned", "claims/oil", "claims/reeds"),
  query("zzyzx", "tuned", "places/cove"),
  query("lake", "held", "actors/lake-watch"),
];
const found = ranksOf(QUERIES, [["actors/quill"], ["a/1", "a/2", "a/3", "claims/reeds"], [], ["actors/quill"]]);
const MEASURES: Measures = { name: "ours", ...found, first: [2048, 1024, 4096], next: [0, 0, 512], make: 12, times: [1, 2, 3, 4] };

test("the middle and the 95th of a hundred", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([median(hundred), shareOf(hundred, 0.95), median([7]), median([])]).toEqual([50, 95, 7, NaN]);
});

test("an engine has one row: what it found of either set, bytes and times", () => {
  expect(engineTable([MEASURES], QUERIES)).toMatchInlineSnapshot(`
    "| engine | tuned @1 | tuned @3 | tuned @5 | tuned MRR | held @1 | held @3 | held @5 | held MRR | first KB | at most | next KB | make ms | query ms | p95 ms |
    | ------ | -------: | -------: | -------: | --------: | ------: | ------: | ------: | -------: | -------: | ------: | ------: | ------: | -------: | -----: |
    | ours   |    0.333 |    0.333 |    0.667 |     0.417 |   0.000 |   0.000 |   0.000 |    0.000 |      2.0 |     4.0 |     0.0 |      12 |      2.0 |    4.0 |"
  `);
});

test("missed queries are told with what came first when they are tuned, and only counted when they are held", () => {
  expect(missedWords(MEASURES, QUERIES)).toMatchInlineSnapshot(`
    "Of the tuned queries 2 are missed:
    - barge (at 4; first: a/1)
    - zzyzx (not among ten; first: nothing)
    Of the held queries 1 are missed."
  `);
  expect(missedWords({ ...MEASURES, ranks: [1, 1, 1, 1] }, QUERIES)).toMatchInlineSnapshot(`
    "Of the tuned queries 0 are missed.
    Of the held queries 0 are missed."
  `);
});

test("what loads more than the least reads the full texts", () => {
  expect(fullWords(MEASURES)).toBe("The full texts are read for 2 of the 3 queries.");
});

test("a table has the first column to the left and the others to the right", () => {
  const rows = [
    { engine: "ours", ms: "1" },
    { engine: "x", ms: "12.5" },
  ];
  expect(formatTable(rows)).toMatchInlineSnapshot(`
    "| engine |   ms |
    | ------ | ---: |
    | ours   |    1 |
    | x      | 12.5 |"
  `);
});
