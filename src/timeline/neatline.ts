import { daysBetween, type Day, type DossierDate } from "../model/dates.ts";

export interface ScaleMark {
  /** Per cent of the scale's length. */
  at: number;
  outside: "before" | "after" | null;
}

/** Whole weeks from the first day to the last, the last one counted even when it is not full. */
export function weeksOnScale(from: Day, to: Day): number {
  return Math.max(1, Math.ceil(daysBetween(from, to) / 7));
}

/** Where a date stands on the scale; one outside it is marked at its end and says so. */
export function markOnScale(date: DossierDate, from: Day, to: Day): ScaleMark | null {
  const day = date.earliest ?? date.latest;
  if (!day) return null;
  const at = (daysBetween(from, day) / (weeksOnScale(from, to) * 7)) * 100;
  if (at < 0) return { at: 0, outside: "before" };
  if (at > 100) return { at: 100, outside: "after" };
  return { at, outside: null };
}
