/** What a table of the dataset is: CSV, SQLite, the descriptor and the codebook are all made of the same definition. */

export type ColumnType = "string" | "integer" | "number" | "boolean" | "date";
export type Cell = string | number | boolean | null;

export interface Column {
  type: ColumnType;
  /** What a cell says, as the middle of a sentence, without a full stop. */
  means: string;
  /** The only values it can have. */
  values?: readonly string[];
  /** Whether every row has it. */
  isRequired?: boolean;
  /** Table to whose `id` it refers. */
  of?: string;
  isAddress?: boolean;
}

export interface Table {
  /** In snake case, which is also the name of its file: "event_sources". */
  name: string;
  /** "one row for each …" */
  holds: string;
  /** Columns that together name a row. */
  key: readonly string[];
  columns: Readonly<Record<string, Column>>;
  /** Sorted; an empty cell is null: no source says, never zero. */
  rows: readonly Readonly<Record<string, Cell>>[];
}

interface Definition<Columns extends Record<string, Column>> {
  name: string;
  holds: string;
  key: readonly (keyof Columns & string)[];
  columns: Columns;
}

/** A table whose rows have just the columns that it defines. */
export function defineTable<Columns extends Record<string, Column>>(
  definition: Definition<Columns>,
  rows: readonly Record<keyof Columns, Cell>[],
): Table {
  return { ...definition, rows };
}
