/** The timeline as compact data: what the build draws and what the page's script redraws. */
import { findPartDay } from "../graph/known-day.ts";
import { recordRows, regionSlug } from "../graph/ledger.ts";
import type { ClaimNode, Dossier, EventNode } from "../graph/nodes.ts";
import { statusHistory } from "../graph/status-history.ts";
import { addDays, formatDate, isInexact } from "../model/dates.ts";
import { typographic } from "../site/words.ts";
import type { TimelineEvent } from "./filter.ts";
import { weeksOnScale } from "./neatline.ts";
import { REST, type PageData, type TimelineFrame } from "./picture.ts";
import { limitsOf } from "./time-window.ts";
import { layoutWide, WIDTH } from "./wide-picture.ts";

export interface TimelineData {
  frame: TimelineFrame;
  /** In the order of the list. */
  events: TimelineEvent[];
}

/** With more entries the page leaves the data out, and its script fetches it. */
const MOST_INLINE = 500;
/** A lane that would need more rows is a crowded one: it is lower, and what has no room stands in bins. */
const MOST_ROWS = 36;
const CROWDED_ROWS = 8;

export function timelineData(dossier: Dossier): TimelineData {
  const { baseDate, recordEnds, lanes } = dossier.site;
  const laneOf = new Map(lanes.flatMap(({ places }, i) => places.map((place) => [place, i] as const)));
  const histories = new Map<ClaimNode, [string, string][]>();
  const historyOf = (claim: ClaimNode) => {
    const history = histories.get(claim) ?? statusHistory(claim);
    histories.set(claim, history);
    return history;
  };
  const all = dossier.events.map((event) => toEvent(event, laneOf.get(event.place?.id ?? "") ?? lanes.length, historyOf));
  // Lanes in which nothing stands are left out.
  const labels = [...lanes.map(({ label }) => label), REST];
  const used = labels.map((_, i) => i).filter((i) => all.some(({ lane }) => lane === i));
  const events = all.map((event) => (event.lane === undefined ? event : { ...event, lane: used.indexOf(event.lane) }));
  const most = recordRows(dossier.strikes).at(-1)?.running.max ?? 0;
  const earliest = events.flatMap(({ from }) => from || []).reduce((least, day) => (day < least ? day : least), baseDate);
  const frame: TimelineFrame = {
    first: earliest < baseDate ? `${earliest.slice(0, 4)}-01-01` : baseDate,
    base: baseDate,
    last: recordEnds,
    end: addDays(baseDate, weeksOnScale(baseDate, recordEnds) * 7),
    most,
    strikeLane: dossier.site.strikeLane,
    lanes: used.map((i) => ({ label: labels[i] ?? REST, rows: MOST_ROWS + 1 })),
  };
  const { heights } = layoutWide({ frame, events, steps: [], window: limitsOf(frame).usual, asof: "", width: WIDTH, most });
  const lanesNeeded = frame.lanes.map(({ label }, i) => ({ label, rows: heights[i] ?? 1 }));
  for (const lane of lanesNeeded) if (lane.rows > MOST_ROWS) lane.rows = CROWDED_ROWS;
  return { frame: { ...frame, lanes: lanesNeeded }, events };
}

/** What the page carries. @param url where the entries are published for a page that has too many */
export function pageData({ frame, events }: TimelineData, url: string): PageData {
  return { frame, events: events.length <= MOST_INLINE ? events : null, url };
}

function toEvent(event: EventNode, lane: number, historyOf: (claim: ClaimNode) => [string, string][]): TimelineEvent {
  const { date, strike, data } = event;
  return {
    id: event.id,
    kind: data.kind,
    known: event.known ?? "",
    from: date.earliest ?? "",
    to: date.latest ?? "9999",
    region: regionOf(event),
    ...actorsOf(event),
    claims: event.claims.map(historyOf),
    label: typographic(data.label ?? shorten(data.title)),
    ...(isInexact(date) && {
      date: formatDate(date, "short").replace(/ \d{4}(?=\??$)/, ""),
      isApproximate: date.approximate || date.uncertain,
    }),
    ...(data.dateLabel && { said: data.dateLabel }),
    ...(!strike && { lane }),
    // Withdrawn: listed, and no longer counted.
    ...(strike &&
      !data.withdrawn && {
        strikes: strike.data.strikesCounted ?? 1,
        records: strike.casualties.flatMap(({ killed, known }): [number, number, string][] =>
          killed ? [[killed.min, killed.max, known ?? ""]] : [],
        ),
      }),
  };
}

/** Those whose part came out after the event have a day of their own; "9999" where nothing dates it. */
function actorsOf(event: EventNode): Pick<TimelineEvent, "actors" | "later"> {
  const later = event.actors.flatMap(({ actor }): [string, string][] => {
    const day = findPartDay(event, actor);
    return day === event.known ? [] : [[actor.id, day ?? "9999"]];
  });
  return { actors: event.actors.map(({ actor }) => actor.id), ...(later.length > 0 && { later: Object.fromEntries(later) }) };
}

/** Strikes have a sea; other events are where their place is. */
export function regionOf(event: EventNode): string {
  return event.strike ? regionSlug(event.strike.data.region) : (event.place?.id ?? "");
}

/** shorten("A very long title of an event that …") cuts at a word, for events without a label of their own. */
function shorten(title: string): string {
  return title.length <= 34 ? title : `${title.slice(0, 33).replace(/\s+\S*$/, "")} …`;
}
