import { describe, expect, test } from "vitest";
import { chooseMatrix, claimPairs, disputedAmong, type ClaimMatrix } from "../../src/graph/claim-matrix.ts";
import { cellAnchor, cellWords, lineName, matrixRule, matrixSentence } from "../../src/site/claim-matrix-words.ts";
import { layoutMatrix } from "../../src/timeline/claim-matrix-chart.ts";
import { actor, claim, dossierOf } from "./builders.ts";
import { published } from "./published-dossier.ts";

/** Claims in short: [speaker, whom they are about, status]. */
type Said = [by: string, about: string[], status?: string];

const NAMES: Record<string, string> = { ada: "Ada Quill", bren: "Bren Tarrow", lake: "Lake Watch", tidings: "The Tidings" };
const dossierWith = (...said: Said[]) =>
  dossierOf(
    ...Object.entries(NAMES).map(([id, name]) => actor({ id, name })),
    ...said.map(([assertedBy, about, status = "asserted"], i) => claim({ id: `c${i}`, number: i + 1, assertedBy, about, status })),
  );
const pairsOf = (...said: Said[]) => claimPairs(dossierWith(...said).claims);
const some = pairsOf(
  ["ada", ["bren"], "contested"],
  ["ada", ["bren", "lake"], "denied"],
  ["ada", []],
  ["bren", ["ada"]],
  ["bren", ["bren"]],
  ["lake", ["bren"]],
  ["tidings", ["lake", "tidings"]],
);
const all = { rows: 10, columns: 10 };
const names = (lines: ClaimMatrix["rows"]) => lines.map((line) => `${lineName(line)} ${line.claims.length}`);
const counts = ({ cells }: ClaimMatrix) => cells.map((row) => row.map(({ length }) => length));

describe("the pairs of speaker and subject", () => {
  test("have a claim about several actors in each, most claims first, then by name, nobody last", () => {
    expect(some.pairs.map(({ asserter, subject, claims }) => [asserter.id, subject?.id ?? null, claims.map(({ id }) => id)])).toEqual([
      ["ada", "bren", ["c0", "c1"]],
      ["ada", "lake", ["c1"]],
      ["ada", null, ["c2"]],
      ["bren", "ada", ["c3"]],
      ["bren", "bren", ["c4"]],
      ["lake", "bren", ["c5"]],
      ["tidings", "lake", ["c6"]],
      ["tidings", "tidings", ["c6"]],
    ]);
  });

  test("have each speaker and each subject with its claims, each once", () => {
    const listed = (parties: readonly { actor: { id: string } | null; claims: unknown[] }[]) =>
      parties.map(({ actor: one, claims }) => [one?.id ?? null, claims.length]);
    expect(listed(some.asserters)).toEqual([
      ["ada", 3],
      ["bren", 2],
      ["lake", 1],
      ["tidings", 1],
    ]);
    expect(listed(some.subjects)).toEqual([
      ["bren", 4],
      ["lake", 2],
      ["ada", 1],
      ["tidings", 1],
      [null, 1],
    ]);
  });

  test("count the contested and the denied", () => {
    expect(disputedAmong(some.asserters[0]?.claims ?? [])).toEqual({ contested: 1, denied: 1 });
  });
});

describe("the matrix", () => {
  test("has everybody in lines of their own where there is room", () => {
    const matrix = chooseMatrix(some, all);
    expect(names(matrix.rows)).toEqual(["Ada Quill 3", "Bren Tarrow 2", "Lake Watch 1", "The Tidings 1"]);
    expect(names(matrix.columns)).toEqual(["Bren Tarrow 4", "Lake Watch 2", "Ada Quill 1", "The Tidings 1", "No one named 1"]);
    expect(counts(matrix)).toEqual([
      [2, 1, 0, 0, 1],
      [1, 0, 1, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 1, 0, 1, 0],
    ]);
  });

  test("gathers the rest, and counts there no claim twice", () => {
    const matrix = chooseMatrix(some, { rows: 1, columns: 1 });
    expect(names(matrix.rows)).toEqual(["Ada Quill 3", "3 others 4"]);
    expect(names(matrix.columns)).toEqual(["Bren Tarrow 4", "3 others 3", "No one named 1"]);
    expect(counts(matrix)).toEqual([
      [2, 1, 1],
      [2, 2, 0],
    ]);
  });

  test("gathers nobody alone", () => {
    expect(names(chooseMatrix(some, { rows: 3, columns: 3 }).rows)).toContain("The Tidings 1");
  });

  test("leads from each cell to the nearest list of its claims", () => {
    const { rows, columns } = chooseMatrix(some, { rows: 1, columns: 1 });
    expect(rows.map((row) => columns.map((column) => cellAnchor(row, column)))).toEqual([
      ["ada_bren", "by__ada", "ada_"],
      ["by__", "by__", "by__"],
    ]);
  });

  test("says each cell by itself", () => {
    const { rows, columns, cells } = chooseMatrix(some, { rows: 1, columns: 1 });
    expect(rows.map((row, i) => columns.map((column, j) => cellWords(row, column, cells[i]?.[j] ?? [])))).toEqual([
      [
        "2 claims by Ada Quill about Bren Tarrow, 1 contested, 1 denied",
        "1 claim by Ada Quill about 3 others, 1 denied",
        "1 claim by Ada Quill naming nobody",
      ],
      ["2 claims by 3 others about Bren Tarrow", "2 claims by 3 others about 3 others", "0 claims by 3 others naming nobody"],
    ]);
  });

  test("of what we publish leaves no claim out", () => {
    const matrix = chooseMatrix(claimPairs(published.claims), { rows: 10, columns: 12 });
    expect(new Set(matrix.cells.flat(2))).toEqual(new Set(published.claims));
    for (const [i, row] of matrix.rows.entries()) expect(new Set(matrix.cells[i]?.flat())).toEqual(new Set(row.claims));
  });
});

describe("the marks of the matrix", () => {
  test("are squares whose area is the number, filled as far as their claims are disputed", () => {
    const matrix = chooseMatrix(some, { rows: 1, columns: 1 });
    expect(layoutMatrix(matrix, 30)).toMatchInlineSnapshot(`
      [
        [
          {
            "count": 2,
            "part": "M8.2 8.2h13.7v13.7h-13.7z",
            "square": "M8.2 8.2h13.7v13.7h-13.7z",
          },
          {
            "count": 1,
            "part": "M10.2 10.2h9.7v9.7h-9.7z",
            "square": "M10.2 10.2h9.7v9.7h-9.7z",
          },
          {
            "count": 1,
            "part": "",
            "square": "M10.2 10.2h9.7v9.7h-9.7z",
          },
        ],
        [
          {
            "count": 2,
            "part": "",
            "square": "M8.2 8.2h13.7v13.7h-13.7z",
          },
          {
            "count": 2,
            "part": "",
            "square": "M8.2 8.2h13.7v13.7h-13.7z",
          },
          null,
        ],
      ]
    `);
  });

  test("grow in area with the number", () => {
    const said = (count: number, about: string) => Array.from({ length: count }, (): Said => ["ada", [about]]);
    const pairs = pairsOf(...said(16, "bren"), ...said(4, "lake"), ...said(1, "tidings"));
    const sides = layoutMatrix(chooseMatrix(pairs, all), 30)[0]?.map((mark) => Number(/h([\d.]+)/.exec(mark?.square ?? "")?.[1]));
    expect(sides).toEqual([29, 14.5, 7.3]);
  });

  test("are none where there is no claim", () => {
    expect(layoutMatrix(chooseMatrix(pairsOf(), all), 30)).toEqual([]);
  });

  test("of what we publish stay in their boxes, the filled part in its square", () => {
    const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);
    for (const mark of layoutMatrix(chooseMatrix(claimPairs(published.claims), { rows: 10, columns: 12 }), 30).flat()) {
      const [x = NaN, , side = NaN] = numbers(mark?.square ?? "M0 0h1");
      expect(x >= 0 && x + side <= 30).toBe(true);
      if (mark?.part) expect(numbers(mark.part)[2]).toBeLessThanOrEqual(side);
    }
  });
});

describe("the matrix in a sentence", () => {
  test.each<[string, Said[], string]>([
    ["no claim", [], "No claim is on file."],
    ["one claim", [["ada", ["bren"]]], "One speaker makes one claim about one actor: Ada Quill about Bren Tarrow."],
    ["one claim about nobody", [["ada", []]], "One speaker makes one claim, with nobody named as the one whom it is about."],
    [
      "no pair that comes twice",
      [
        ["ada", ["bren"]],
        ["bren", ["ada"]],
      ],
      "Two speakers make two claims about two actors.",
    ],
    [
      "a pair that comes most often",
      [
        ["ada", ["bren"]],
        ["ada", ["bren", "lake"]],
        ["bren", []],
      ],
      "Two speakers make three claims about two actors; most often Ada Quill about Bren Tarrow, two claims. One claim names nobody.",
    ],
    [
      "two pairs alike",
      [
        ["ada", ["bren"]],
        ["ada", ["bren"]],
        ["bren", ["ada"]],
        ["bren", ["ada"]],
      ],
      "Two speakers make four claims about two actors; most often Ada Quill about Bren Tarrow and Bren Tarrow about Ada Quill, two claims each.",
    ],
  ])("of %s", (_, said, words) => {
    expect(matrixSentence(pairsOf(...said))).toBe(words);
  });
});

test("the rule of its lines is told as they are", () => {
  expect(matrixRule(chooseMatrix(some, all))).toBe("In rows, everybody who makes a claim; in columns, everybody whom a claim is about.");
  expect(matrixRule(chooseMatrix(some, { rows: 2, columns: 1 }))).toBe(
    "In rows, the two who make most claims; in columns, the one about whom most are made. Among equals the name decides; all who are left stand together as others.",
  );
});
