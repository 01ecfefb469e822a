/** What became known of an entry when, in words: one line for each day, with links to the places on its page that say more. */
import { historyOf, type Change, type Learned } from "../graph/history.ts";
import { inexactBasis } from "../graph/known-day.ts";
import type { ActorNode, CasualtyRecord, ClaimNode, LinkedDevelopment, Range, SourceNode, StrikeNode } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { formatDate, type Day } from "../model/dates.ts";
import { capitalize, countOf, countWord, listWords } from "./words.ts";

export interface HistoryLine {
  day: Day;
  /** What is read one after the other; `href` leads to a place on the page: "#d2". */
  runs: Run[];
}

interface Run {
  text: string;
  href: string | null;
}

/** How many names, roles or relations a line spells out. */
const SPELLED_OUT = 3;

/** The history for the page of an entry; null where all of it was known from its first day, or no day is known. */
export function entryHistory(node: ActorNode | ClaimNode | StrikeNode, recordEnds: Day): HistoryLine[] | null {
  const lines = historyLines(historyOf(node, recordEnds), developmentsOf(node));
  if (lines.length < 2) return null;
  const [first] = lines[0]?.runs ?? [];
  if (first) first.text += basisWords(node.sources, node.known);
  return lines;
}

function developmentsOf(node: ActorNode | ClaimNode | StrikeNode): readonly LinkedDevelopment[] {
  if (node.kind === "actor") return [];
  return node.kind === "claim" ? node.developments : node.strike.developments;
}

/** The id of a development on the page of its entry: "d2" for the second in the file. */
export function developmentId(all: readonly LinkedDevelopment[], development: LinkedDevelopment): string {
  return `d${all.indexOf(development) + 1}`;
}

/**
 * The days of an entry, oldest first, the first being the one from which it was known; what came with it on that day is not listed.
 * @param history of one entry; @param developments all of the entry, in the order of the file.
 */
function historyLines(history: readonly Learned[], developments: readonly LinkedDevelopment[] = []): HistoryLine[] {
  // Claims that bear on it stand in the exchange on its page, with their days.
  const own = history.filter(({ change }) => change.what !== "claim");
  return [...Map.groupBy(own, ({ day }) => day)].map(([day, learned], i) => {
    const changes = i === 0 ? [{ what: "entry" } as const] : learned.map(({ change }) => change);
    const parts = [...Map.groupBy(changes, ({ what }) => what).values()].map((group) => runsOf(group, day, developments));
    const [first, ...rest] = parts.flatMap((runs, j) => (j > 0 ? [plain("; "), ...runs] : runs));
    return { day, runs: first ? [{ ...first, text: capitalize(first.text) }, ...rest] : [] };
  });
}

/** The changes of one kind on one day. */
function runsOf(changes: readonly Change[], day: Day, all: readonly LinkedDevelopment[]): Run[] {
  const pick = <W extends Change["what"]>(what: W) =>
    changes.filter((change): change is Extract<Change, { what: W }> => change.what === what);
  const [{ what } = { what: "entry" as const }] = changes;
  switch (what) {
    case "entry":
      return [plain("First known")];
    case "status":
      return pick(what).map(({ from, to }) => plain(`${to}; ${from} before`));
    case "toll":
      return pick(what).map(({ from, to, records }) => plain(`${tollWords(from, to)}, by ${byWords(records)}`));
    case "records":
      return pick(what).flatMap(({ records }) => [
        linked("#killed", records.length === 1 ? "a record" : countOf(records.length, "record")),
        plain(` by ${byWords(records)}${records.some(({ killed }) => killed) ? ", the range unchanged" : ", without a number of dead"}`),
      ]);
    case "development":
      return developmentRuns(
        pick(what).map(({ development }) => development),
        day,
        all,
      );
    case "name":
      return listed(
        "#named",
        ["a name given", "names given"],
        pick(what).map(({ name }) => name),
      );
    case "nationality":
      return [plain(`nationality reported: ${listWords(pick(what).map(({ nationality }) => nationality))}`)];
    case "figure":
      return [plain(countOf(changes.length, "further figure"))];
    case "claim":
      return [];
    case "dispute":
      return [
        linked("#disputes", "accounts differ"),
        plain(
          `: ${pick(what)
            .map(({ about }) => about)
            .join("; ")}`,
        ),
      ];
    case "role":
      return listed(
        "#roles",
        ["a role", "roles"],
        pick(what).map(({ title }) => title),
      );
    case "relation":
      return listed(
        "#relations",
        ["a relation", "relations"],
        pick(what).map(({ relation }) => `${relation.label} ${relation.actor.data.name}`),
      );
  }
}

/** tollWords({ min: 2, max: 2 }, { min: 2, max: 3 }) → "2 killed became 2–3" */
function tollWords(from: Range | null, to: Range | null): string {
  const now = to ? formatRange(to) : "no number";
  return from ? `${formatRange(from)} killed became ${now}` : `${now} killed, no number before`;
}

/** One development with its date where it became known later; several by their dates, each with its link. */
function developmentRuns(developments: readonly LinkedDevelopment[], day: Day, all: readonly LinkedDevelopment[]): Run[] {
  const [only, ...others] = developments;
  const to = (development: LinkedDevelopment, text: string) => linked(`#${developmentId(all, development)}`, text);
  const date = (development: LinkedDevelopment) => formatDate(development.date, "short");
  if (!only || others.length > 0) {
    const dated = developments.flatMap((development, i) => [plain(i > 0 ? ", " : ""), to(development, date(development))]);
    return [plain(`${countOf(developments.length, "later development")}: `), ...dated.filter(({ text }) => text)];
  }
  const isOfDay = only.date.earliest === day && only.date.latest === day;
  return [to(only, "a later development"), ...(isOfDay ? [] : [plain(`, ${date(only)}`)])];
}

/** listed("#roles", ["a role", "roles"], ["Harbour master"]) → "[a role](#roles): Harbour master"; of a long list the first, and how many more. */
export function listed(href: string, [one, many]: readonly [string, string], items: readonly string[]): Run[] {
  const more = items.length - SPELLED_OUT;
  const words = more > 0 ? `${items.slice(0, SPELLED_OUT).join("; ")} and ${countWord(more)} more` : items.join("; ");
  return [linked(href, items.length === 1 ? one : many), plain(`: ${words}`)];
}

/** basisWords([source], "2025-11-30") → " (source dated Nov 2025)", to follow the day; "" where a source gives it. */
export function basisWords(sources: readonly SourceNode[], known: Day | null): string {
  const basis = sourceDated(sources, known);
  return basis ? ` (${basis})` : "";
}

/** sourceDated([source], "2025-11-30") → "source dated Nov 2025" where the day is only the last that the source's date may mean; else null. */
export function sourceDated(sources: readonly SourceNode[], known: Day | null): string | null {
  const basis = inexactBasis(sources, known);
  return basis && `source dated ${formatDate(basis, "short")}`;
}

/** The publishers of records: "Reuters and AP (source dated Nov 2025)". */
export function byWords(records: readonly CasualtyRecord[]): string {
  return listWords([...new Set(records.map(({ source, known }) => `${source.data.publisher}${basisWords([source], known)}`))]);
}

export function plain(text: string): Run {
  return { text, href: null };
}

function linked(href: string, text: string): Run {
  return { text, href };
}
