/** What the drawings show and how they are read, for the pages and for the drawings as files. */
import type { Ledger } from "../graph/ledger.ts";
import { formatDay } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import { killedWords, plural } from "./words.ts";

export function profileSentence({ strikes, vessels, killed }: Ledger): string {
  return `Strikes by date with the number killed in each and the running total: ${plural(strikes, "strike")} on ${plural(vessels, "vessel")}, ${killedWords(killed)}.`;
}

export function timelineSentence({ baseDate, recordEnds }: Pick<Site, "baseDate" | "recordEnds">): string {
  return `Strikes with the number killed, and what was said and done, from ${formatDay(baseDate)} to ${formatDay(recordEnds)}`;
}

export const PROFILE_READING =
  "Each hairline is one person killed, drawn from the day of the strike to the end of the record; the open band above them is the range of the sources. Italic numerals count the dead in a strike, where there is room; a dotted upright is a strike whose day is not certain.";

export const TOTALS_READING =
  "People killed in all, day by day. Each mark is a total that somebody published, on the day it was counted to, filled where it lies inside the band and open where it lies outside; open with an arrow, it is a lower bound below the band. Marks of one shape that a line joins are those of the publisher named at its end. The band is our ledger of all regions,";

export const LAGS_READING =
  "Days from the strike to its announcement, one mark for each entry, the earliest first. “About” a day is read as that day or a day either side.";

export const LATER_READING =
  "Days after the strike, on a scale that gives the first days more room than the months. A change stands on the day when the earliest source on file for it was published; we cannot say that nobody published it before. Bars are inexact days.";

export const MAP_READING = "Mercator outlines from Natural Earth, thinned for this size.";
