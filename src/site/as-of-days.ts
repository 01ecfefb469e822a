/** Links to the pages of the days on which something became known. */
import { dayRecords } from "../graph/day-record.ts";
import type { Dossier } from "../graph/nodes.ts";
import { answerFor, onceFor } from "../graph/once-for.ts";
import type { Day } from "../model/dates.ts";
import type { Urls } from "./urls.ts";

/** asOfHref("2025-10-19") → "/as-of/2025-10-19/"; null for a day on which nothing became known: it has no page. */
export type AsOfHref = (day: Day) => string | null;

export function createAsOfHref(dossier: Dossier, urls: Urls): AsOfHref {
  return (day) => (isOnFile(dossier, day) ? urls.page(`as-of/${day}/`) : null);
}

const daysOnFile = onceFor((dossier: Dossier) => new Set(dayRecords(dossier).map(({ day }) => day)));
const isOnFile = answerFor("day on file", (dossier: Dossier, day: Day) => daysOnFile(dossier).has(day));
