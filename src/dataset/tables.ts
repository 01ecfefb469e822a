/** Every table of the dataset, in the order in which the codebook explains them. */
import type { Dossier } from "../graph/nodes.ts";
import { onceFor } from "../graph/once-for.ts";
import type { Urls } from "../site/urls.ts";
import { actorTables } from "./actor-tables.ts";
import { claimTables } from "./claim-tables.ts";
import { countTables } from "./count-tables.ts";
import { eventTables } from "./event-tables.ts";
import { otherTables } from "./other-tables.ts";
import { sourceTables } from "./source-tables.ts";
import { strikeTables } from "./strike-tables.ts";
import type { Table } from "./table.ts";

/** Those of a dossier without what is withdrawn. */
export const datasetTables = onceFor((dossier: Dossier, urls: Urls): readonly Table[] =>
  dropDangling([
    ...eventTables(dossier, urls),
    ...strikeTables(dossier),
    ...claimTables(dossier, urls),
    ...actorTables(dossier, urls),
    ...sourceTables(dossier, urls),
    ...countTables(dossier, urls),
    ...otherTables(dossier, urls),
  ]),
);

/**
 * What is withdrawn is in no table: a row that is named by it or cannot be without it goes, as a number without its source, and any other
 * reference to it is empty.
 */
function dropDangling(tables: readonly Table[]): readonly Table[] {
  const ids = new Map(tables.map(({ name, rows }) => [name, new Set(rows.map((row) => row["id"]))]));
  let hasDangling = false;
  const kept = tables.map((table) => {
    const references = Object.entries(table.columns).flatMap(([column, { of, isRequired = false }]) =>
      of === undefined ? [] : [{ column, ids: ids.get(of), isNeeded: isRequired || table.key.includes(column) }],
    );
    const rows = table.rows.flatMap((row) => {
      const dangling = references.filter((one) => row[one.column] !== null && !one.ids?.has(row[one.column]));
      if (dangling.length === 0) return [row];
      hasDangling = true;
      if (dangling.some(({ isNeeded }) => isNeeded)) return [];
      return [{ ...row, ...Object.fromEntries(dangling.map(({ column }) => [column, null])) }];
    });
    return { ...table, rows };
  });
  return hasDangling ? dropDangling(kept) : kept; // a row that went may have been referred to
}
