/** What the timeline shows under a state; shared by the build, the page's script and the tests. Days are ISO text and compare as text. */
import { formatDay, formatSpan, isCalendarDay, type Day } from "../model/dates.ts";
import { listWords, plural } from "../site/words.ts";

/** One entry of the timeline as the build hands it to the page's script. */
export interface TimelineEvent {
  id: string;
  kind: string;
  /** Day from which it was publicly known; "" when not known. */
  known: string;
  /** First and last day that it may mean; "" and "9999" where an end is open. */
  from: string;
  to: string;
  /** Slug of its sea, or id of its place. */
  region: string;
  /** Ids. */
  actors: string[];
  /** From which day an actor's part in it was known, where that is later than the event was. */
  later?: Record<string, string>;
  /** Of each of its claims: from which day it had which status; the last one is that of the whole record. */
  claims: (readonly [string, string])[][];
  /** Number of its lane; strikes have none. */
  lane?: number;
  /** Its short name in the drawing. */
  label: string;
  /** Its date in words, where it is not one certain day. */
  date?: string;
  isApproximate?: boolean;
  /** What the sources say of the date, where that is more than its notation does. */
  said?: string;
  /** Strikes only: how many it counts for, and its records as [lowest, highest, day known]. */
  strikes?: number;
  records?: (readonly [number, number, string])[];
  /** Its own words, folded, between spaces; the page's script takes them from the list. What came out later is not among them. */
  words?: string;
}

export interface TimelineState {
  asof: string;
  /** First and last day of the window. */
  from: string;
  to: string;
  /** Empty: every kind, every status. */
  kinds: string[];
  statuses: string[];
  actor: string;
  region: string;
  /** Words that have to be there, all of them. */
  text: string;
}

/** Everything on file, as known at the end of the record. */
export const WHOLE: TimelineState = { asof: "", from: "", to: "", kinds: [], statuses: [], actor: "", region: "", text: "" };

export interface TimelineSum {
  events: number;
  strikes: number;
  min: number;
  max: number;
}

const SINGLE = { asof: "asof", from: "from", to: "to", actor: "actor", region: "region", text: "q" } as const;
const LISTS = { kinds: "kind", statuses: "status" } as const;

/** Reads the state from a query string; what is absent is "". */
export function readState(parameters: URLSearchParams): TimelineState {
  const get = (name: string) => parameters.get(name)?.trim() ?? "";
  const list = (name: string) =>
    parameters
      .getAll(name)
      .flatMap((value) => value.split(","))
      .filter(Boolean);
  return {
    asof: get(SINGLE.asof),
    from: get(SINGLE.from),
    to: get(SINGLE.to),
    kinds: list(LISTS.kinds),
    statuses: list(LISTS.statuses),
    actor: get(SINGLE.actor),
    region: get(SINGLE.region),
    text: [...get(SINGLE.text)].slice(0, 100).join("").trim(), // whole letters, so that it is written and read back the same
  };
}

/** Writes it back: only what differs from showing everything. */
export function writeState(state: TimelineState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, key] of Object.entries(SINGLE)) {
    const value = state[name as keyof typeof SINGLE]; // the keys are those of SINGLE
    if (value) parameters.set(key, value);
  }
  for (const [name, key] of Object.entries(LISTS)) {
    const values = state[name as keyof typeof LISTS]; // the keys are those of LISTS
    if (values.length > 0) parameters.set(key, values.join(","));
  }
  return parameters;
}

/**
 * @param start first day that a window may show; @param first,last the first and the last day of the record
 *
 * Leaves out of an address what it cannot mean: days that are none, kinds, statuses, actors and places that no entry has. A day of
 * knowledge outside the record is moved to its end, and a window that ends before it starts is turned round.
 */
export function cleanState(
  state: TimelineState,
  { start, first, last, events }: { start: string; first: string; last: string; events: readonly TimelineEvent[] },
): TimelineState {
  const day = (text: string) => (isCalendarDay(text) ? text : "");
  const has = (test: (event: TimelineEvent) => boolean) => events.some(test);
  const asof = day(state.asof);
  const [one, two] = [day(state.from), day(state.to)];
  const isTurned = one !== "" && two !== "" && one > two;
  const { from, to } = insideOf(isTurned ? { from: two, to: one } : { from: one, to: two }, start, last);
  return {
    asof: asof >= last ? "" : asof && asof < first ? first : asof,
    from,
    to,
    kinds: state.kinds.filter((kind) => has((event) => event.kind === kind)),
    statuses: state.statuses.filter((status) => has(({ claims }) => claims.some((history) => history.some(([, name]) => name === status)))),
    actor: state.actor && has(({ actors }) => actors.includes(state.actor)) ? state.actor : "",
    region: state.region && has(({ region }) => region === state.region) ? state.region : "",
    text: foldWords(state.text).length > 0 ? state.text : "",
  };
}

/** A window is cut at the ends of what can be shown; one that lies outside of it is none. */
function insideOf({ from, to }: Pick<TimelineState, "from" | "to">, start: string, last: string): Pick<TimelineState, "from" | "to"> {
  if ((from !== "" && from > last) || (to !== "" && to < start)) return { from: "", to: "" };
  return { from: from !== "" && from < start ? start : from, to: to > last ? last : to };
}

const TESTS = {
  asof: ({ known }, { asof }) => asof === "" || (known !== "" && known <= asof),
  window: (event, { from, to }) => (from === "" || event.to >= from) && (to === "" || event.from <= to),
  kinds: ({ kind }, { kinds }) => kinds.length === 0 || kinds.includes(kind),
  statuses: (event, { statuses, asof }) => statuses.length === 0 || statusesOn(event, asof).some((status) => statuses.includes(status)),
  actor: (event, { actor, asof }) => actor === "" || actorsOn(event, asof).includes(actor),
  region: (event, { region }) => region === "" || event.region === region,
  text: (event, { text, asof }) => text === "" || hasWords(event, text, asof),
} satisfies Record<string, (event: TimelineEvent, state: TimelineState) => boolean>;
type Test = keyof typeof TESTS;
const ALL = Object.keys(TESTS) as Test[]; // the keys of an object that is written here

/** Whether an entry belongs to what a state shows; `except` leaves one part of the state out. */
export function isShown(event: TimelineEvent, state: TimelineState, except?: Test): boolean {
  for (const name of ALL) if (name !== except && !TESTS[name](event, state)) return false;
  return true;
}

/** The statuses of an event's claims as they stood on a day; "" means the whole record. */
export function statusesOn({ claims }: TimelineEvent, asof: string): string[] {
  return claims.flatMap((history) => {
    const status = history.findLast(([day]) => asof === "" || day <= asof)?.[1];
    return status ? [status] : [];
  });
}

/** The actors whose part in an event was known on a day; "" means the whole record. */
function actorsOn({ actors, later }: TimelineEvent, asof: string): readonly string[] {
  return asof === "" || !later ? actors : actors.filter((actor) => (later[actor] ?? "") <= asof);
}

/** Whether all words begin one of the event's own or of its actors' names; numbers have to be the same. */
function hasWords(event: TimelineEvent, text: string, asof: string): boolean {
  const words = `${event.words ?? ""} ${actorsOn(event, asof).join(" ").replaceAll("-", " ")} `;
  return foldWords(text).every((word) => words.includes(/^\d+$/.test(word) ? ` ${word} ` : ` ${word}`));
}

/** foldWords("Álvaro  García-Peña") → ["alvaro", "garcia", "pena"]: words without case and accents. */
export function foldWords(text: string): string[] {
  return fold(text).split(" ").filter(Boolean);
}

/** fold("García-Peña’s U.S. visa") → "garcia pena s us visa": letters and digits, in lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How many entries each choice would show, the rest of the state being as it is. */
export interface FacetCounts {
  kinds: Map<string, number>;
  statuses: Map<string, number>;
  actor: Map<string, number>;
  region: Map<string, number>;
}

export function countFacets(events: readonly TimelineEvent[], state: TimelineState): FacetCounts {
  const counts: FacetCounts = { kinds: new Map(), statuses: new Map(), actor: new Map(), region: new Map() };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const addAll = (map: Map<string, number>, keys: readonly string[]) => {
    for (const key of new Set(keys)) add(map, key);
  };
  for (const event of events) {
    const failed = ALL.filter((name) => !TESTS[name](event, state));
    if (failed.length > 1) continue;
    const [only] = failed; // the one part of the state that hides it: only there it is counted
    if (!only || only === "kinds") add(counts.kinds, event.kind);
    if ((!only || only === "statuses") && event.claims.length > 0) addAll(counts.statuses, statusesOn(event, state.asof));
    if (!only || only === "actor") addAll(counts.actor, actorsOn(event, state.asof));
    if (!only || only === "region") add(counts.region, event.region);
  }
  return counts;
}

/** Sums what is shown, the dead by the records known on the day of the state. */
export function sumShown(events: readonly TimelineEvent[], state: TimelineState): TimelineSum {
  const sum: TimelineSum = { events: 0, strikes: 0, min: 0, max: 0 };
  for (const event of events) {
    if (!isShown(event, state)) continue;
    sum.events++;
    sum.strikes += event.strikes ?? 0;
    const killed = killedOn(event, state.asof);
    sum.min += killed?.min ?? 0;
    sum.max += killed?.max ?? 0;
  }
  return sum;
}

/** The dead of a strike by the records known on a day, "" for the whole record; null when none of them gives a number. */
export function killedOn({ records = [] }: TimelineEvent, asof: string): { min: number; max: number } | null {
  let killed: { min: number; max: number } | null = null;
  for (const [min, max, day] of records) {
    if (asof !== "" && (day === "" || day > asof)) continue;
    killed = killed ? { min: Math.min(killed.min, min), max: Math.max(killed.max, max) } : { min, max };
  }
  return killed;
}

/**
 * sumWords(sum, state, "2026-06-30") → "12 entries, 3 strikes, 10 reported killed, 1–15 September 2025. As known on 19 October 2025";
 * without a window the span is left out.
 */
export function sumWords(
  { events, strikes, min, max }: TimelineSum,
  { asof, from, to, kinds, statuses, actor, region, text }: TimelineState,
  last: Day,
): string {
  const killed = min === max ? `${min}` : `${min} to ${max}`;
  const shown = `${plural(events, "entry", "entries")}, ${plural(strikes, "strike")}, ${killed} reported killed`;
  const nothing = events === 0 ? " Nothing on file matches: show everything, or choose other filters." : "";
  const filtered = kinds.length + statuses.length > 0 || actor || region || text ? " Filters are in force." : "";
  return `${shown}${spanWords(from, to)}. As known on ${formatDay(asof || last)}.${filtered}${nothing}`;
}

/** The sentence in three parts, the number of people in the middle: numerals of people are set in their own face. */
export function splitKilled(words: string): [before: string, killed: string, after: string] {
  const [, before = words, killed = "", after = ""] = /^(.*?)(\d+(?: to \d+)?)( reported killed.*)$/s.exec(words) ?? [];
  return [before, killed, after];
}

/** unreadWords(readState("?asof=soon")) → " “asof” in the address names no day that can be read and is left out."; "" where every day can be read. */
export function unreadWords(given: TimelineState): string {
  const names = (["asof", "from", "to"] as const).filter((name) => given[name] !== "" && !isCalendarDay(given[name]));
  if (names.length === 0) return "";
  const [name, is] = names.length === 1 ? ["names", "is"] : ["name", "are"];
  return ` ${listWords(names.map((key) => `“${key}”`))} in the address ${name} no day that can be read and ${is} left out.`;
}

function spanWords(from: string, to: string): string {
  if (from && to) return `, ${formatSpan(from, to)}`;
  if (from) return `, from ${formatDay(from)}`;
  return to ? `, to ${formatDay(to)}` : "";
}
