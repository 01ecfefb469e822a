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
  const tables = memo.get(dossier) ?? [
    ...eventTables(dossier, urls),
    ...claimTables(dossier, urls),
    ...actorTables(dossier, urls),
    ...sourceTables(dossier, urls),
    ...countTables(dossier, urls),
    ...otherTables(dossier, urls),
  ];
  memo.set(dossier, tables);
  return tables;
}
