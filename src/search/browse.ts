/** The whole record as lists that need no script: by letter, and under the commonest facets of the search. */
import type { Dossier } from "../graph/nodes.ts";
import { compareText, formatMonth } from "../model/dates.ts";
import { GRADES } from "../model/source.ts";
import { indexName } from "../site/actor-words.ts";
import { capitalize, listWords, plural } from "../site/words.ts";
import { searchDocuments } from "./documents.ts";
import { idsOf, toId, type MonthBounds } from "./facets.ts";
import type { SearchDocument } from "./index-file.ts";
import { monthsOf } from "./record-months.ts";
import { fold } from "./terms.ts";

export const WAYS = ["letter", "month", "region", "grade"] as const;
export type Way = (typeof WAYS)[number];

export interface BrowseItem {
  /** As the list names it: "Petro, Gustavo", or another name of the entry. */
  name: string;
  document: SearchDocument;
  /** Whether it is another name than that of the entry's page. */
  isOther: boolean;
}

/** One page of the index. */
export interface BrowseList {
  way: Way;
  /** Last part of its address: "a", "2025-09", "undated", "eastern-pacific". */
  id: string;
  label: string;
  items: BrowseItem[];
}

/** Every list that has something in it, in the order of the index. */
export function browseLists(dossier: Dossier): BrowseList[] {
  const documents = searchDocuments(dossier);
  return [...byLetter(dossier, documents), ...byMonth(dossier, documents), ...byRegion(documents), ...byGrade(documents)];
}

/** The first and last month of the record. */
export function monthBounds({ site }: Pick<Dossier, "site">): MonthBounds {
  return [site.baseDate.slice(0, 7), site.recordEnds.slice(0, 7)];
}

/** monthLabel("before", bounds) → "Before September 2025" */
export function monthLabel(id: string, [first, last]: MonthBounds): string {
  if (id === "before") return `Before ${formatMonth(first)}`;
  if (id === "after") return `After ${formatMonth(last)}`;
  return id === "undated" ? "Undated" : formatMonth(id);
}

/**
 * sizeWords(list) → "142 names", "20 entries"; of a region "17 strike entries and 3 open questions": what no citable page supports yet,
 * or no strike is found for, is no strike.
 */
export function sizeWords({ way, items }: Pick<BrowseList, "way" | "items">): string {
  if (way === "letter") return plural(items.length, "name");
  if (way !== "region") return plural(items.length, "entry", "entries");
  const strikes = items.filter(({ document }) => document.kind === "strike").length;
  const others = items.length - strikes;
  return listWords([
    ...(strikes > 0 ? [plural(strikes, "strike entry", "strike entries")] : []),
    ...(others > 0 ? [plural(others, "open question")] : []),
  ]);
}

function byLetter(dossier: Dossier, documents: readonly SearchDocument[]): BrowseList[] {
  const sortNames = new Map(dossier.actors.map((actor) => [actor.id, indexName(actor)]));
  const items = documents.flatMap((document): BrowseItem[] => {
    const name = document.kind === "actor" ? (sortNames.get(document.id) ?? document.title) : document.title;
    const others = document.kind === "claim" ? [] : document.names; // those of claims are numbers
    return [{ name, document, isOther: false }, ...others.map((other) => ({ name: other, document, isOther: true }))];
  });
  const sorted = items.map((item) => ({ item, key: sortKey(item.name) })).sort((a, b) => compareText(a.key, b.key));
  const groups = Map.groupBy(sorted, ({ key }) => letterOf(key));
  return [...groups].map(([id, list]) => ({
    way: "letter",
    id,
    label: id === "0-9" ? "0–9" : id.toUpperCase(),
    items: list.map(({ item }) => item),
  }));
}

function byMonth(dossier: Dossier, documents: readonly SearchDocument[]): BrowseList[] {
  const bounds = monthBounds(dossier);
  const ids = ["before", ...monthsOf(dossier.site.baseDate, dossier.site.recordEnds), "after", "undated"];
  return listsOf(
    "month",
    ids,
    (id) => monthLabel(id, bounds),
    byDate(documents),
    (document) => idsOf(document, "month", bounds),
  );
}

function byRegion(documents: readonly SearchDocument[]): BrowseList[] {
  const regions = new Map(documents.flatMap(({ region }) => (region ? [[toId(region), region]] : [])));
  return listsOf(
    "region",
    [...regions.keys()].sort(),
    (id) => regions.get(id) ?? id,
    byDate(documents),
    ({ region }) => [toId(region)],
  );
}

function byGrade(documents: readonly SearchDocument[]): BrowseList[] {
  return listsOf(
    "grade",
    GRADES,
    (id) => `${capitalize(id)} sources`,
    documents,
    ({ grade }) => [grade],
  );
}

function listsOf(
  way: Way,
  ids: readonly string[],
  labelOf: (id: string) => string,
  documents: readonly SearchDocument[],
  idsIn: (document: SearchDocument) => string[],
): BrowseList[] {
  return ids.flatMap((id) => {
    const items = documents
      .filter((document) => idsIn(document).includes(id))
      .map((document) => ({ name: document.title, document, isOther: false }));
    return items.length > 0 ? [{ way, id, label: labelOf(id), items }] : [];
  });
}

function byDate(documents: readonly SearchDocument[]): SearchDocument[] {
  return documents.toSorted((a, b) => compareText(a.dates, b.dates)); // stable: equals stay in order
}

/** sortKey("The “Che” of Güiria") → "che of guiria" */
function sortKey(name: string): string {
  return fold(name)
    .replace(/^(?:the|el|la|los|las) /, "")
    .replace(/^[^\p{L}\p{N}]+/u, "");
}

function letterOf(key: string): string {
  const letter = key.charAt(0);
  return /[a-z]/.test(letter) ? letter : /\p{L}/u.test(letter) ? "other" : "0-9";
}
