import { parseDate } from "../model/parse-date.ts";

const MONTH_STARTS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * What an editor most likely meant by a date in another notation: suggestDate("1.3.2024") → "2024-03-01" (day first, as most who
 * slip write it), suggestDate("October 19, 2025") → "2025-10-19"; null where nothing can be guessed.
 */
export function suggestDate(written: string): string | null {
  const text = written.trim();
  const numbers = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text);
  if (numbers) return iso(numbers[3], numbers[2], numbers[1]) ?? iso(numbers[3], numbers[1], numbers[2]);
  const yearFirst = /^(\d{4})[./ -]?(\d{1,2})[./ -]?(\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst) return iso(yearFirst[1], yearFirst[2], yearFirst[3]);
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? +)?([A-Za-z]{3,9})\.?(?: +(\d{1,2})(?:st|nd|rd|th)?)?,? +(\d{4})$/.exec(text);
  const month = MONTH_STARTS.indexOf(words?.[2]?.slice(0, 3).toLowerCase() ?? "") + 1;
  if (words && month > 0) return iso(words[4], String(month), words[1] ?? words[3]);
  return null;
}

/** iso("2024", "3", "1") → "2024-03-01"; null for a day that does not exist. */
function iso(year = "", month = "", day?: string): string | null {
  const text = [year, month.padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
  return parseDate(text) ? text : null;
}
