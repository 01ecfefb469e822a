/** What the worked examples print, found in the same tables at build: SQL is run, pandas and d3 are followed in what they mean. */
import { group, rollup } from "d3-array";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SEARCH_EXAMPLE, SQL_EXAMPLE, type Example } from "./examples.ts";
import type { Cell, Table } from "./table.ts";

export interface Printed {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** A line after the rows. */
  after?: string;
}

/** @param sqlite bytes of the SQLite file made of the tables */
export function printedBy(id: Example["id"], tables: readonly Table[], sqlite: Uint8Array): Printed {
  switch (id) {
    case "sql":
      return queried(sqlite, SQL_EXAMPLE);
    case "search":
      return queried(sqlite, SEARCH_EXAMPLE);
    case "pandas":
      return differingRecords(tables);
    case "d3":
      return claimsByMonth(tables);
  }
}

function queried(sqlite: Uint8Array, sql: string): Printed {
  const folder = mkdtempSync(join(tmpdir(), "example-"));
  const file = join(folder, "dataset.sqlite");
  try {
    writeFileSync(file, sqlite);
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const statement = database.prepare(sql);
      const columns = statement.columns().map(({ name }) => name);
      const rows = statement.all() as Record<string, Cell>[]; // tables have no blobs
      return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The records with a number of dead of each strike whose records give more than one. */
function differingRecords(tables: readonly Table[]): Printed {
  const columns = ["strike", "publisher", "grade", "killed_min", "killed_max"];
  const publishers = new Map(rowsOf(tables, "sources").map((row) => [row["id"], row["publisher"] ?? null]));
  const records = rowsOf(tables, "casualty_records").filter((row) => row["killed_min"] !== null);
  const rows = [...group(records, (row) => row["strike"]).values()]
    .filter((ofOne) => new Set(ofOne.map((row) => `${row["killed_min"]} ${row["killed_max"]}`)).size > 1)
    .flat()
    .map((row): Record<string, Cell> => ({ ...row, publisher: publishers.get(row["source"] ?? null) ?? null }));
  const order = ["strike", "killed_min", "killed_max", "publisher"];
  return { columns, rows: sortRows(rows, order).map((row) => columns.map((column) => row[column] ?? null)) };
}

function claimsByMonth(tables: readonly Table[]): Printed {
  const claims = rowsOf(tables, "claims");
  const exact = claims.filter((claim) => claim["date_precision"] === "day");
  const statuses = [...new Set(exact.map((claim) => String(claim["status"])))].sort();
  const counts = rollup(
    exact,
    (list) => list.length,
    (claim) => String(claim["date"]).slice(0, 7),
    (claim) => String(claim["status"]),
  );
  const months = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)); // each month is there once
  return {
    columns: ["month", ...statuses],
    rows: months.map(([month, byStatus]) => [month, ...statuses.map((status) => byStatus.get(status) ?? 0)]),
    after: `left out: ${claims.length - exact.length}`,
  };
}

function rowsOf(tables: readonly Table[], name: string): Table["rows"] {
  const table = tables.find((one) => one.name === name);
  if (!table) throw new Error(`the dataset has no table ${name}`);
  return table.rows;
}

function sortRows(rows: readonly Record<string, Cell>[], columns: readonly string[]): Record<string, Cell>[] {
  return [...rows].sort((a, b) => columns.reduce((order, column) => order || compare(a[column] ?? null, b[column] ?? null), 0));
}

/** By code point, as pandas and SQLite do. */
function compare(a: Cell, b: Cell): number {
  return a === b || a === null || b === null ? 0 : a < b ? -1 : 1;
}
