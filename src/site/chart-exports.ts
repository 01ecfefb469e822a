/** What the drawings show, as CSV: published totals, announcements, series and places. */
import { DEFAULT_RULE } from "../model/counting.ts";
import { daysMeant } from "../model/dates.ts";
import { sumsOn, type RecordSums } from "../graph/day-record.ts";
import { compareTotals } from "../graph/compare-totals.ts";
import { disclosuresOf, type Disclosure } from "../graph/disclosure.ts";
import { recordRows } from "../graph/ledger.ts";
import { isStrike, totalBy, type Dossier } from "../graph/nodes.ts";
import { distanceToRange, type Reconciliation } from "../graph/reconcile.ts";
import { rangeCells, toCsv, type Row } from "./csv.ts";
import type { Urls } from "./urls.ts";

/** charts/totals.csv: one row for each published total, by the day it counts to. */
export function totalsCsv(dossier: Dossier, urls: Urls): string {
  return toCsv(
    compareTotals(dossier).all.map((item) => totalRow(item, sumsOn(dossier, item.total.data.asOf), urls)),
    TOTAL_COLUMNS,
  );
}

/** charts/timeline.csv: one row for each timeline entry, in order of time. */
export function timelineCsv(dossier: Dossier, urls: Urls): string {
  const rows = new Map(recordRows(dossier.strikes).map((row) => [row.strike.id, row]));
  return toCsv(
    dossier.events.map((event): Row => {
      const row = rows.get(event.id);
      const days = daysMeant(event.date);
      return {
        id: event.id,
        page: urls.absolute(urls.hrefFor(event)),
        date: event.date.edtf,
        date_earliest: days.earliest ?? "",
        date_latest: days.latest ?? "",
        known: event.known ?? "",
        kind: event.data.kind,
        title: event.data.title,
        where: event.strike?.data.region ?? event.place?.data.name ?? "",
        actors: event.actors.map(({ actor }) => actor.id).join(" "),
        ...rangeCells("killed", row?.toll.killed ?? null),
        ...rangeCells("in_all", row?.running ?? null),
      };
    }),
    TIMELINE_COLUMNS,
  );
}

/** charts/disclosure.csv: for each strike its announcement, then what later records and developments added. */
export function disclosureCsv(dossier: Dossier): string {
  return toCsv(disclosuresOf(dossier.strikes).flatMap(disclosureRows), DISCLOSURE_COLUMNS);
}

/** charts/series.csv: one row for each value, series by series. */
export function seriesCsv({ series }: Pick<Dossier, "series">): string {
  return toCsv(
    series.flatMap(({ id, data, points }) =>
      points.map(({ x, y, newBasis, qualifier, source }): Row => ({
        series: id,
        title: data.title,
        unit: data.unit,
        date: x.edtf,
        value: y,
        qualifier: qualifier ?? "",
        new_basis: String(newBasis),
        source: source.id,
      })),
    ),
    SERIES_COLUMNS,
  );
}

/** charts/places.csv: one row for each named place. */
export function placesCsv(dossier: Dossier): string {
  return toCsv(
    dossier.places.map(({ id, data, events }): Row => ({
      id,
      name: data.name,
      kind: data.kind,
      lat: data.lat ?? "",
      lon: data.lon ?? "",
      precision: data.precision,
      strike_entries: events.filter(isStrike).length,
      other_entries: events.filter((event) => !isStrike(event)).length,
    })),
    PLACE_COLUMNS,
  );
}

/** The columns with their meaning; the page about the data prints them. */
export const TOTAL_COLUMNS = {
  id: "the entry’s id, the last part of its address",
  page: "address of its page",
  as_of: "day that it counts to",
  published_by: "id of the actor who published it",
  published_by_name: "name of who published it, also where that is no entry",
  source: "id of the source",
  qualifier: "the publisher’s own word: at least, about",
  killed: "people killed, as published",
  strikes: "strikes, as published",
  vessels: "vessels, as published",
  counting_rule: "how we count to compare: the publisher’s rule, where it is known",
  counting_except:
    "ids of the strikes at which that rule does not hold, separated by spaces: people presumed dead there are left out, or counted under presumed-dead-not-counted; empty for none",
  ours_killed_min: "people killed by our record up to that day, by that rule: lowest number; empty where none is given",
  ours_killed_max: "people killed by our record up to that day, by that rule: highest number",
  killed_difference: "published minus ours, to the nearer end of our range; 0 inside it, empty for a lower bound that ours reaches",
  band_killed_min: "our lowest number by every record as it stands, which the drawing shows",
  band_killed_max: "our highest, as drawn",
  band_difference: "published minus that range; 0 inside it, empty for a lower bound that it reaches",
  known_killed_min: "our lowest number by every record, from what sources had published up to that day",
  known_killed_max: "our highest, from the same",
  known_strikes: "our strikes, from the same",
  strikes_difference: "published strikes minus ours",
  vessels_difference: "published vessels minus ours",
  unexplained_killed: "the part of killed_difference that is given as unexplained; empty where none is",
  unexplained_strikes: "the part of strikes_difference that is given as unexplained; empty where none is",
  unexplained_vessels: "the part of vessels_difference that is given as unexplained; empty where none is",
  standing:
    "where published and ours stand: agrees; within: a lower bound that ours reaches; named: strikes that are named explain it; unexplained: in whole or in part; open",
} as const;

export const TIMELINE_COLUMNS = {
  id: "the entry’s id, the last part of its address",
  page: "address of its page",
  date: "when it happened, in EDTF",
  date_earliest: "first day that it may mean, for about a day the one before it; empty where that is open",
  date_latest: "last day that it may mean, for about a day the one after it; empty where that is open",
  known: "day from which it was publicly known, by the sources on file; empty where they do not say",
  kind: "what kind of event it is; of a strike, `strikes` says more",
  title: "its title",
  where: "sea of a strike, “Not stated” where its announcement names none; place of any other entry, empty where none is on file",
  actors: "ids of the actors, apart by spaces",
  killed_min: "people killed, over all records; the highest has those presumed dead: lowest number; empty where none is given",
  killed_max: "people killed, over all records; the highest has those presumed dead: highest number",
  in_all_min: "strikes: lowest running total, this one included",
  in_all_max: "strikes: highest running total",
} as const;

export const DISCLOSURE_COLUMNS = {
  strike: "id of the strike entry",
  happened: "date of the strike in EDTF",
  what: "announced, number-first-given, number-changed or development",
  date: "its date in EDTF; for a number, the day from which its record was publicly known; empty where none is on file",
  days_min: "days after the strike, at least",
  days_max: "days after the strike, at most; other than days_min where a date is inexact",
  killed_before_min: "lowest number of dead by the records known before",
  killed_before_max: "highest number before",
  killed_after_min: "lowest number of dead with the record",
  killed_after_max: "highest number with it",
} as const;

export const SERIES_COLUMNS = {
  series: "id of the series",
  title: "its title",
  unit: "what its values count",
  date: "the year, month or day of the value, in EDTF",
  value: "the value",
  qualifier: "what its source says of it",
  new_basis: "whether the value is on another basis than the one before and not joined to it",
  source: "id of the source that gives the value",
} as const;

export const PLACE_COLUMNS = {
  id: "the entry’s id, the last part of its address",
  name: "its name",
  kind: "what it is",
  lat: "latitude in degrees, WGS 84; of the named place, empty where none is on file",
  lon: "longitude in degrees, WGS 84; neither is the position of an event",
  precision: "how exact the position is; region: an area, for which it only carries the name",
  strike_entries: "strike entries that name the place",
  other_entries: "other timeline entries that name it",
} as const;

/** @param known what was known on the day of the total */
function totalRow(item: Reconciliation, known: RecordSums, urls: Urls): Row {
  const { total, ledger, range, killedGap, strikesGap, vesselsGap, standing } = item;
  const { data } = total;
  return {
    id: total.id,
    page: urls.absolute(urls.hrefFor(total)),
    as_of: data.asOf,
    published_by: total.by?.id ?? "",
    published_by_name: totalBy(total),
    source: total.source.id,
    qualifier: data.qualifier ?? "",
    killed: data.killed ?? "",
    strikes: data.strikes ?? "",
    vessels: data.vessels ?? "",
    counting_rule: total.counting.rule,
    counting_except: total.counting.except.map(({ id }) => id).join(" "),
    ...rangeCells("ours_killed", ledger.killed),
    killed_difference: killedGap ?? "",
    ...rangeCells("band_killed", range),
    band_difference: distanceToRange(item) ?? "",
    ...rangeCells("known_killed", known.killed[DEFAULT_RULE]),
    known_strikes: known.strikes,
    strikes_difference: strikesGap ?? "",
    vessels_difference: vesselsGap ?? "",
    unexplained_killed: data.unexplained?.killed ?? "",
    unexplained_strikes: data.unexplained?.strikes ?? "",
    unexplained_vessels: data.unexplained?.vessels ?? "",
    standing,
  };
}

function disclosureRows({ strike, happened, announced, lagDays, revisions, developments }: Disclosure): Row[] {
  const about = { strike: strike.id, happened: happened.edtf };
  const noNumbers = { ...rangeCells("killed_before", null), ...rangeCells("killed_after", null) };
  return [
    { ...about, what: "announced", date: announced?.edtf ?? "", ...rangeCells("days", lagDays), ...noNumbers },
    ...revisions.map(({ day, afterDays, from, to }) => ({
      ...about,
      what: from ? "number-changed" : "number-first-given",
      date: day ?? "",
      ...rangeCells("days", afterDays),
      ...rangeCells("killed_before", from),
      ...rangeCells("killed_after", to),
    })),
    ...developments.map(({ development, afterDays }) => ({
      ...about,
      what: "development",
      date: development.date.edtf,
      ...rangeCells("days", afterDays),
      ...noNumbers,
    })),
  ];
}
