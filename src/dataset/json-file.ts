/** What the dataset has as JSON. Of tables and lists one row stands on a line, so that a change shows where it is. */
import type { Table } from "./table.ts";

export function formatJson({ rows }: Table): string {
  return formatList(rows);
}

export function formatList(items: readonly object[]): string {
  return items.length === 0 ? "[]\n" : `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]\n`;
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
