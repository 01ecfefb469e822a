/** The two files that a search loads: what each entry is, with every first query, and the full texts, when those have to be read. */

/** In the order of the boxes; a document names its kind by its place here. */
export const SEARCH_KINDS = [
  "claim",
  "strike",
  "event",
  "actor",
  "source",
  "analysis",
  "place",
  "total",
  "series",
  "lead",
  "correction",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where the pages of a kind are, below the base path. */
const FOLDERS: Record<SearchKind, string> = {
  claim: "claims",
  strike: "timeline",
  event: "timeline",
  actor: "actors",
  source: "sources",
  analysis: "analysis",
  place: "places",
  total: "counts",
  series: "context",
  lead: "unknowns",
  correction: "corrections",
};

export interface SearchDocument {
  kind: SearchKind;
  id: string;
  title: string;
  /** Other names and spellings; of a claim its number. */
  names: string[];
  quote: string;
  /** What is shown with a result, in this order: who, when, how many. */
  facts: string[];
  /** The day, month or year it is dated, or both ends of a span: "2025-09-15". */
  dates: string;
  /** Months it may lie in; none for what is undated. */
  months: string[];
  /** Ids of the actors that it has to do with. */
  actors: string[];
  /** Of a claim. */
  status: string;
  /** Of a strike. */
  region: string;
  /** Of a source. */
  grade: string;
  /** Language of the title, where it is not that of the site. */
  lang: string;
  /** Short texts: a summary, whom it is about. */
  summary: string;
  /** Notes, developments and the body: the full text, from a file of its own. */
  text: string;
}

/** pathOf({ kind: "strike", id: "strike-2025-09-02" }) → "timeline/strike-2025-09-02/" */
export function pathOf({ kind, id }: Pick<SearchDocument, "kind" | "id">): string {
  return `${FOLDERS[kind]}/${id}/`;
}

/** Between the parts of a summary or of a full text. */
export const PARAGRAPH = " ¶ ";

/** Column by column: alike beside alike takes the fewest bytes. Lists stand in one text; actors by their place among the ids of actors. */
interface EntriesFile {
  kinds: number[];
  ids: string[];
  titles: string[];
  names: string[];
  quotes: string[];
  facts: string[];
  dates: string[];
  months: string[];
  actors: number[][];
  statuses: string[];
  regions: string[];
  grades: string[];
  langs: string[];
  summaries: string[];
}

/** Between the parts of a list in one text; no entry has it. */
const SEPARATOR = "\n";

/** The file of what entries are, as JSON. */
export function formatEntries(documents: readonly SearchDocument[]): string {
  const column = <T>(of: (one: SearchDocument) => T) => documents.map(of);
  const list = (of: (one: SearchDocument) => string[]) => documents.map((one) => of(one).join(SEPARATOR));
  const ids = column(({ id }) => id);
  const atActor = new Map(documents.flatMap(({ kind, id }, at) => (kind === "actor" ? [[id, at] as const] : [])));
  const file: EntriesFile = {
    kinds: column(({ kind }) => SEARCH_KINDS.indexOf(kind)),
    ids,
    titles: column(({ title }) => title),
    names: list(({ names }) => names),
    quotes: column(({ quote }) => quote),
    facts: list(({ facts }) => facts),
    dates: column(({ dates }) => dates),
    months: list(({ months }) => months),
    actors: column(({ actors }) => actors.flatMap((id) => atActor.get(id) ?? [])),
    statuses: column(({ status }) => status),
    regions: column(({ region }) => region),
    grades: column(({ grade }) => grade),
    langs: column(({ lang }) => lang),
    summaries: column(({ summary }) => summary),
  };
  return JSON.stringify(file);
}

/** The full texts, in the same order, as JSON. */
export function formatTexts(documents: readonly SearchDocument[]): string {
  return JSON.stringify(documents.map(({ text }) => text));
}

/** @param entries what `formatEntries` wrote, parsed; @param texts what `formatTexts` wrote, or none for documents without full text. */
export function readDocuments(entries: unknown, texts: unknown = []): SearchDocument[] {
  const file = entries as EntriesFile; // written by formatEntries in the same build
  const full = texts as string[]; // written by formatTexts in the same build
  const split = (text: string | undefined) => (text ? text.split(SEPARATOR) : []);
  return file.ids.map((id, at) => ({
    kind: SEARCH_KINDS[file.kinds[at] ?? 0] ?? "claim",
    id,
    title: file.titles[at] ?? "",
    names: split(file.names[at]),
    quote: file.quotes[at] ?? "",
    facts: split(file.facts[at]),
    dates: file.dates[at] ?? "",
    months: split(file.months[at]),
    actors: (file.actors[at] ?? []).flatMap((actor) => file.ids[actor] ?? []),
    status: file.statuses[at] ?? "",
    region: file.regions[at] ?? "",
    grade: file.grades[at] ?? "",
    lang: file.langs[at] ?? "",
    summary: file.summaries[at] ?? "",
    text: full[at] ?? "",
  }));
}
