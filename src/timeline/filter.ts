/** What the timeline shows under a state; shared by the page's script and the tests. Days are ISO text and compare as text. */
import { formatDay, type Day } from "../model/dates.ts";
import { plural } from "../site/words.ts";

/** One event as the page hands it to the script. */
export interface FilterEvent {
  id: string;
  kind: string;
  /** Day from which it was publicly known; "" when not known. */
  known: string;
  from: string;
  to: string;
  region: string;
  actors: string[];
  /** Strikes only: how many it counts for, and its records as [lowest, highest, day known]. */
  strikes?: number;
  records?: [number, number, string][];
}

export interface TimelineState {
  asof: string;
  from: string;
  to: string;
  /** Empty: every kind. */
  kinds: string[];
  actor: string;
  region: string;
}

/** Everything on file, as known at the end of the record. */
export const WHOLE: TimelineState = { asof: "", from: "", to: "", kinds: [], actor: "", region: "" };

export interface TimelineSum {
  events: number;
  strikes: number;
  min: number;
  max: number;
}

/** Reads the state from a query string; what is absent is "". */
export function readState(parameters: URLSearchParams): TimelineState {
  const get = (name: string) => parameters.get(name) ?? "";
  return {
    asof: get("asof"),
    from: get("from"),
    to: get("to"),
    kinds: parameters
      .getAll("kind")
      .flatMap((value) => value.split(","))
      .filter(Boolean),
    actor: get("actor"),
    region: get("region"),
  };
}

/**
 * Leaves out of an address what it cannot mean: days that are none, kinds, actors and places that no event has. A day of
 * knowledge outside the record is moved to its end.
 */
export function cleanState(
  state: TimelineState,
  { first, last, events }: { first: string; last: string; events: readonly FilterEvent[] },
): TimelineState {
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  const day = (text: string) => (isDay(text) ? text : "");
  const has = (test: (event: FilterEvent) => boolean) => events.some(test);
  const asof = day(state.asof);
  return {
    asof: asof >= last ? "" : asof && asof < first ? first : asof,
    from: day(state.from),
    to: day(state.to),
    kinds: state.kinds.filter((kind) => has((event) => event.kind === kind)),
    actor: has((event) => event.actors.includes(state.actor)) ? state.actor : "",
    region: has((event) => event.region === state.region) ? state.region : "",
  };
}

/** Writes it back: only what differs from showing everything. */
export function writeState(state: TimelineState): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const name of ["asof", "from", "to", "actor", "region"] as const) if (state[name]) parameters.set(name, state[name]);
  if (state.kinds.length > 0) parameters.set("kind", state.kinds.join(","));
  return parameters;
}

export function isShown(event: FilterEvent, state: TimelineState): boolean {
  return (
    (!state.asof || (event.known !== "" && event.known <= state.asof)) &&
    (!state.from || event.to >= state.from) &&
    (!state.to || event.from <= state.to) &&
    (state.kinds.length === 0 || state.kinds.includes(event.kind)) &&
    (!state.actor || event.actors.includes(state.actor)) &&
    (!state.region || event.region === state.region)
  );
}

/** Sums what is shown, the dead by the records known on the day of the state. */
export function sumShown(events: readonly FilterEvent[], state: TimelineState): TimelineSum {
  const sum: TimelineSum = { events: 0, strikes: 0, min: 0, max: 0 };
  for (const event of events) {
    if (!isShown(event, state)) continue;
    sum.events++;
    sum.strikes += event.strikes ?? 0;
    const records = (event.records ?? []).filter(([, , known]) => !state.asof || (known !== "" && known <= state.asof));
    if (records.length === 0) continue;
    sum.min += Math.min(...records.map(([min]) => min));
    sum.max += Math.max(...records.map(([, max]) => max));
  }
  return sum;
}

/** sumWords(sum, state, "2026-06-30") → "As known on 30 June 2026: 186 entries, 61 strikes, 187 to 202 reported killed" */
export function sumWords({ events, strikes, min, max }: TimelineSum, { asof, from, to }: TimelineState, last: Day): string {
  const killed = min === max ? `${min}` : `${min} to ${max}`;
  const span = from || to ? `, ${from ? formatDay(from) : "start"} to ${formatDay(to || last)}` : "";
  const nothing = events === 0 ? ". Nothing on file matches: show everything, or choose other filters" : "";
  const shown = `${plural(events, "entry", "entries")}, ${plural(strikes, "strike")}`;
  return `As known on ${formatDay(asof || last)}: ${shown}, ${killed} reported killed${span}${nothing}`;
}
