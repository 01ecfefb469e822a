/** Rows as CSV, in the columns that the page about the data explains. */
import { csvFormatRow } from "d3-dsv";
import type { Range } from "../graph/nodes.ts";

export type Row = Record<string, string | number>;

export function toCsv(rows: readonly Row[], columns: Record<string, string>): string {
  const names = Object.keys(columns);
  return formatLines([names, ...rows.map((row) => names.map((name) => String(safeCell(row[name] ?? ""))))]);
}

/** Lines after RFC 4180, with CRLF. */
export function formatLines(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${csvFormatRow([...cells])}\r\n`).join("");
}

/** An empty cell means that no source gives a number; it never means zero. */
export function rangeCells(name: string, range: Range | null): Row {
  return { [`${name}_min`]: range?.min ?? "", [`${name}_max`]: range?.max ?? "" };
}

/** safeCell("=1+1") → "'=1+1": a spreadsheet runs words that begin like a formula; numbers stay as they are. */
export function safeCell(cell: string | number): string | number {
  return typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
