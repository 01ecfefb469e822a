/** All tables as one SQLite file, with keys, and a full-text index over what they say. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SearchDocument } from "../search/index-file.ts";
import { PARAGRAPH } from "../search/index-file.ts";
import type { Cell, Column, ColumnType, Table } from "./table.ts";

const SQL_TYPES: Record<ColumnType, string> = { string: "TEXT", date: "TEXT", integer: "INTEGER", boolean: "INTEGER", number: "REAL" };

/**
 * @param documents what the search of the site reads; the table `search` has it, without accents and case.
 * @returns the bytes of the file, the same for the same tables.
 */
export function formatSqlite(tables: readonly Table[], documents: readonly SearchDocument[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "dataset-"));
  const file = join(folder, "dataset.sqlite");
  try {
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: false }); // tables refer to later ones; checked at the end
    try {
      database.exec("BEGIN");
      for (const table of tables) addTable(database, table);
      addSearch(database, documents);
      database.exec("COMMIT");
      const faults = database.prepare("PRAGMA foreign_key_check").all();
      if (faults.length > 0) throw new Error(`the dataset has rows that refer to nothing: ${JSON.stringify(faults.slice(0, 3))}`);
    } finally {
      database.close();
    }
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function addTable(database: DatabaseSync, { name, key, columns, rows }: Table): void {
  const names = Object.keys(columns);
  const lines = Object.entries(columns).map(([column, definition]) => columnSql(column, definition));
  database.exec(`CREATE TABLE ${name} (\n  ${[...lines, `PRIMARY KEY (${key.join(", ")})`].join(",\n  ")}\n) STRICT, WITHOUT ROWID`);
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${names.map(() => "?").join(", ")})`);
  for (const row of rows) insert.run(...names.map((column) => valueOf(row[column] ?? null)));
}

/** columnSql("status", …) → "status TEXT NOT NULL CHECK (status IN ('asserted', …))" */
function columnSql(name: string, { type, values, isRequired, of }: Column): string {
  const allowed = values?.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return [
    `"${name}" ${SQL_TYPES[type]}`,
    isRequired && "NOT NULL",
    allowed && `CHECK ("${name}" IN (${allowed}))`,
    of && `REFERENCES ${of} (id)`,
  ]
    .filter(Boolean)
    .join(" ");
}

function valueOf(cell: Cell): string | number | null {
  return typeof cell === "boolean" ? Number(cell) : cell;
}

function addSearch(database: DatabaseSync, documents: readonly SearchDocument[]): void {
  database.exec(
    "CREATE VIRTUAL TABLE search USING fts5(kind UNINDEXED, id UNINDEXED, title, names, text, tokenize = 'unicode61 remove_diacritics 2')",
  );
  const insert = database.prepare("INSERT INTO search VALUES (?, ?, ?, ?, ?)");
  for (const { kind, id, title, names, quote, facts, summary, text } of documents) {
    const texts = [quote, ...facts, ...summary.split(PARAGRAPH), ...text.split(PARAGRAPH)].filter(Boolean);
    insert.run(kind, id, title, names.join("\n"), texts.join("\n"));
  }
}
