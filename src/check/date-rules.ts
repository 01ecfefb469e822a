/** Rules about days that cannot be: a source before what it reports, an announcement or a development before what it follows. */
import {
  type ClaimNode,
  type Dossier,
  type EventNode,
  type LinkedDevelopment,
  type SourceNode,
  type StrikeNode,
  type TotalNode,
} from "../graph/nodes.ts";
import { stands } from "../graph/withdrawn.ts";
import { addDays, formatDay, maxDay, type Day } from "../model/dates.ts";
import type { FoundProblem } from "../model/problem.ts";

/** Days by which a source may bear an earlier date than what it reports: it is the day before west of where it happened. */
const ZONES = 1;

export function checkDates({ claims, events, sources, strikes, totals }: Dossier): FoundProblem[] {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const afterSources = events.filter((event) => stands(event) && isAfterSources(event));
  return [
    ...afterSources.map(eventAfterSources),
    ...strikes
      .filter((strike) => stands(strike) && !afterSources.includes(strike))
      .flatMap((strike) => partsBeforeStrike(strike, sourcesById)),
    ...strikes.filter(stands).flatMap(announcedBefore),
    ...[...claims, ...strikes].filter(stands).flatMap(developedBefore),
    ...totals.filter((total) => stands(total) && countsPastSource(total)).map(totalAfterSource),
  ];
}

/** Whether a total counts up to a day that its source cannot know of. */
export function countsPastSource({ data, sources }: TotalNode): boolean {
  return sources.some((source) => isPublishedBefore(source, data.asOf)); // it has one, or one that is not on file
}

/** Whether all of a source's possible days of publication lie before a day, by more than time zones make. */
function isPublishedBefore({ published }: SourceNode, day: Day): boolean {
  return Boolean(published?.latest && addDays(published.latest, ZONES) < day);
}

/** An undated source may be of any day, and an invalid one is reported as such: with one of them the event is not judged. */
function isAfterSources({ data, date, sources }: EventNode): boolean {
  const start = date.earliest;
  return start !== null && sources.length === data.sources.length && sources.every((source) => isPublishedBefore(source, start));
}

function eventAfterSources({ file, data, date, sources }: EventNode): FoundProblem {
  const last = sources.reduce<Day>((day, { published }) => maxDay(day, published?.latest ?? day), "");
  return {
    code: "event-after-sources",
    file,
    place: { path: ["date"] },
    message: `The event is dated ${data.date}, but its newest source was published on ${formatDay(last)}.`,
    advice: `Correct the date, or add a source that reports it${date.earliest ? ` (published ${formatDay(date.earliest)} or later)` : ""}.`,
  };
}

/** What one source says of those aboard, which it can say only once the strike has happened. */
function partsBeforeStrike({ file, date, strike: { data } }: StrikeNode, sources: ReadonlyMap<string, SourceNode>): FoundProblem[] {
  const start = date.earliest;
  if (!start) return [];
  return (["casualties", "nationalities", "named"] as const).flatMap((field) =>
    (data[field] ?? []).flatMap((part, i): FoundProblem[] => {
      const source = sources.get(part.source);
      if (!source || !isPublishedBefore(source, start)) return [];
      return [
        {
          code: "event-after-sources",
          file,
          place: { path: [field, i, "source"] },
          message: `The strike is dated ${data.date}, but \`${source.id}\` was published on ${formatDay(source.published?.latest ?? start)}.`,
          advice: "Correct the date of the strike or of the source, or name the source that says it.",
        },
      ];
    }),
  );
}

function announcedBefore({ file, data, date, strike }: StrikeNode): FoundProblem[] {
  const announced = strike.announcedDate;
  if (!date.earliest || !announced?.latest || announced.latest >= date.earliest) return [];
  return [
    {
      code: "out-of-order",
      file,
      place: { path: ["announced", "date"] },
      message: `The strike is dated ${data.date}, but its announcement ${announced.edtf}.`,
      advice: "A strike is announced on its day or later. Correct one of the two dates.",
    },
  ];
}

function developedBefore(node: ClaimNode | StrikeNode): FoundProblem[] {
  const { file, data, date, kind } = node;
  const developments: readonly LinkedDevelopment[] = node.kind === "claim" ? node.developments : node.strike.developments;
  const start = date.earliest;
  if (!start) return [];
  return developments.flatMap((development, i): FoundProblem[] => {
    const { latest, edtf } = development.date;
    if (!latest || latest >= start) return [];
    return [
      {
        code: "out-of-order",
        file,
        place: { path: ["developments", i, "date"] },
        message: `The ${kind === "claim" ? "claim" : "strike"} is dated ${data.date}, but \`developments[${i}]\` is dated ${edtf}.`,
        advice: "A development is of the same day or later. Correct one of the two dates, or say it elsewhere.",
      },
    ];
  });
}

function totalAfterSource({ file, data, source }: TotalNode): FoundProblem {
  return {
    code: "total-after-source",
    file,
    place: { path: ["asOf"] },
    message: `The total counts up to ${formatDay(data.asOf)}, but its source was published on ${formatDay(source.published?.latest ?? data.asOf)}.`,
    advice: `Write the day up to which \`${source.id}\` counts, or name the source that gives the total.`,
  };
}
