/** A table as CSV after RFC 4180: UTF-8, one header, CRLF; an empty cell is no value. */
import { formatLines, safeCell } from "../site/csv.ts";
import type { Cell, Table } from "./table.ts";

export function formatCsv({ columns, rows }: Table): string {
  const names = Object.keys(columns);
  return formatLines([names, ...rows.map((row) => names.map((name) => cellText(row[name] ?? null)))]);
}

/** Text that begins like a formula has an apostrophe before it, so that no spreadsheet computes it. */
function cellText(cell: Cell): string {
  return cell === null ? "" : String(typeof cell === "string" ? safeCell(cell) : cell);
}
