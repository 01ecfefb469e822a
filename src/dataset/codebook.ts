/** The codebook: every table and column in words, from the definitions that the files are made of. */
import type { Site } from "../model/site.ts";
import { capitalize } from "../site/words.ts";
import type { Column, Table } from "./table.ts";
import { DATASET_VERSION } from "./version.ts";

/** @returns Markdown. */
export function formatCodebook(site: Site, tables: readonly Table[]): string {
  const head = [
    `# Codebook: ${site.title}, ${site.dossier}`,
    `Version ${DATASET_VERSION} of the tables. The record ends on ${site.recordEnds}.`,
    "An empty cell means that no source says; it never means zero. Dates are in EDTF, with the first and last day that they may mean. A number that may be a range has a lowest and a highest value.",
  ];
  return `${[...head, ...tables.map(describe)].join("\n\n")}\n`;
}

function describe({ name, holds, key, columns, rows }: Table): string {
  const lines = Object.entries(columns).map(([column, definition]) => `| \`${column}\` | ${definition.type} | ${meaningOf(definition)} |`);
  return [
    `## ${name}`,
    `${capitalize(holds)}: ${rows.length} ${rows.length === 1 ? "row" : "rows"}. Named by ${key.map((column) => `\`${column}\``).join(", ")}.`,
    ["| column | type | what it says |", "| --- | --- | --- |", ...lines].join("\n"),
  ].join("\n\n");
}

/** meaningOf(column) → "Id of the claim; an id in `claims`; never empty" */
function meaningOf({ means, values, isRequired, of }: Column): string {
  const parts = [capitalize(means), values && `one of ${values.join(", ")}`, of && `an id in \`${of}\``, isRequired && "never empty"];
  return parts.filter(Boolean).join("; ").replaceAll("|", "\\|");
}
