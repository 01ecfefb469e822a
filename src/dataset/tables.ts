/** Every table of the dataset, in the order in which the codebook explains them. */
import type { Dossier } from "../graph/nodes.ts";
import type { Urls } from "../site/urls.ts";
import { actorTables } from "./actor-tables.ts";
import { claimTables } from "./claim-tables.ts";
import { countTables } from "./count-tables.ts";
import { eventTables } from "./event-tables.ts";
import { otherTables } from "./other-tables.ts";
import { sourceTables } from "./source-tables.ts";
import type { Table } from "./table.ts";

/** By dossier, which nobody changes once it is linked; the addresses of a build are the same throughout. */
const memo = new WeakMap<Dossier, readonly Table[]>();

/** @param dossier without what is withdrawn */
export function datasetTables(dossier: Dossier, urls: Urls): readonly Table[] {
  const tables =
    memo.get(dossier) ??
    dropDangling([
      ...eventTables(dossier, urls),
      ...claimTables(dossier, urls),
      ...actorTables(dossier, urls),
      ...sourceTables(dossier, urls),
      ...countTables(dossier, urls),
      ...otherTables(dossier, urls),
    ]);
  memo.set(dossier, tables);
  return tables;
}

/** What is withdrawn is in no table: a row that is named by it goes, and any other reference to it is empty. */
function dropDangling(tables: readonly Table[]): Table[] {
  const ids = new Map(tables.map(({ name, rows }) => [name, new Set(rows.map((row) => row["id"]))]));
  return tables.map((table) => {
    const references = Object.entries(table.columns).flatMap(([column, { of }]) =>
      of === undefined ? [] : [{ column, ids: ids.get(of) }],
    );
    const rows = table.rows.flatMap((row) => {
      const dangling = references.filter((one) => row[one.column] !== null && !one.ids?.has(row[one.column])).map(({ column }) => column);
      if (dangling.length === 0) return [row];
      if (dangling.some((column) => table.key.includes(column))) return [];
      return [{ ...row, ...Object.fromEntries(dangling.map((column) => [column, null])) }];
    });
    return { ...table, rows };
  });
}
