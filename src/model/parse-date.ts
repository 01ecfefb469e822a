/** EDTF text to dates: the only user of the `edtf` package. */
import edtf from "edtf";
import { bare, isCalendarDay, toDay, type DossierDate } from "./dates.ts";

/** Dates already parsed, by their text: a dossier names the same few hundred days thousands of times. */
const parsed = new Map<string, DossierDate | null>(); // eslint-disable-line no-restricted-syntax -- by the text alone
const MAX_KEPT = 20_000;

/** Parses EDTF text; returns null for anything that is no date of levels 0 or 1 (seasons and times of day included). */
export function parseDate(text: string): DossierDate | null {
  let date = parsed.get(text);
  if (date === undefined) {
    date = parse(text);
    if (parsed.size < MAX_KEPT) parsed.set(text, date && Object.freeze(date));
  }
  return date;
}

function parse(text: string): DossierDate | null {
  // The commonest notation needs no grammar.
  if (DAY.test(text) && text >= "0001") {
    if (!isCalendarDay(text)) return null;
    return { edtf: text, earliest: text, latest: text, approximate: false, uncertain: false, precision: "day" };
  }
  const openStart = text.startsWith("../") || text.startsWith("/");
  const openEnd = text.endsWith("/..") || text.endsWith("/");
  // Years before 1 are no business of a dossier, and a thousand of them or more are no date.
  if (!/^[\d.X~?%/-]+$/.test(text) || /(?:^|\/)(?:-|0000|\d?XXX)/.test(text)) return null;
  try {
    if (openStart || openEnd) {
      if (openStart && openEnd) return null;
      const known = parseDate(openStart ? text.replace(/^(\.\.)?\//, "") : text.replace(/\/(\.\.)?$/, ""));
      if (!known || known.precision === "interval") return null;
      return {
        ...known,
        edtf: text,
        earliest: openStart ? null : known.earliest,
        latest: openEnd ? null : known.latest,
        precision: "interval",
      };
    }
    const found = edtf(text, { level: 1 });
    const sides = found.type === "Interval" ? [found.lower, found.upper] : [found];
    if (sides.some((side) => side?.type !== "Date") || text.split("/").some(isNoDay)) return null;
    return {
      edtf: text,
      earliest: toDay(found.min),
      latest: toDay(found.max),
      approximate: /[~%]/.test(text),
      uncertain: /[?%]/.test(text),
      precision: found.type === "Interval" ? "interval" : precisionOf(text),
    };
  } catch {
    // edtf throws for text that is no date: that is the answer, not a fault.
    return null;
  }
}

/** Parses text that has passed the schema; throws for anything else. */
export function getDate(text: string): DossierDate {
  const date = parseDate(text);
  if (!date) throw new Error(`getDate() was called with "${text}", which the schema does not admit`);
  return date;
}

/** Whether the text is one calendar day and nothing else, e.g. "2025-10-19". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && parseDate(text) !== null;
}

function precisionOf(text: string): "day" | "month" | "year" {
  const parts = bare(text).split("-").length;
  return parts >= 3 ? "day" : parts === 2 ? "month" : "year";
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether the text has the form of a day that no calendar has: `edtf` takes 29 February of any year for 1 March. */
function isNoDay(text: string): boolean {
  const day = bare(text);
  return DAY.test(day) && !isCalendarDay(day);
}
