/** Dates in every form the record knows, made from one day, for the page that explains them. */
import { addDays, type Day, type DossierDate } from "../model/dates.ts";
import { getDate } from "../model/parse-date.ts";

export interface DateExample {
  date: DossierDate;
  meaning: string;
  drawn: string;
}

/** dateExamples("2025-09-01") → 2025-09-15, 2025-09-15~, 2025-09-13/2025-09-18, 2025-09, … */
export function dateExamples(base: Day): DateExample[] {
  const month = base.slice(0, 7);
  const day = `${month}-15`;
  return [
    { date: getDate(day), meaning: "That day.", drawn: "A mark on the day" },
    {
      date: getDate(`${day}~`),
      meaning: "That day or close to it: taken from an announcement, or worked out from the text.",
      drawn: "A dotted bracket, a day either side",
    },
    {
      date: getDate(`${day}?`),
      meaning: "That day, if the source is right; it is in doubt.",
      drawn: "A dotted bracket, a day either side",
    },
    {
      date: getDate(`${addDays(day, -2)}/${addDays(day, 3)}`),
      meaning: "Some day from the first to the last, both included.",
      drawn: "A bracket over the days",
    },
    { date: getDate(month), meaning: "Some day of that month. No day is on file.", drawn: "A bracket over the month" },
    { date: getDate(month.slice(0, 4)), meaning: "Some day of that year.", drawn: "A bracket over the year" },
    { date: getDate(`../${day}`), meaning: "No later than that day.", drawn: "Not drawn, listed" },
  ];
}
