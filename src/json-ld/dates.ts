import { isInexact, type DossierDate } from "../model/dates.ts";

/**
 * A date as schema.org can say it: dated("startDate", date) → { startDate: "2031-03-04" } for one certain day. ISO dates have no “about” and
 * no “some day between”, so any other date stands under our own term only: { "snd:edtf": "2031-03-15~" }.
 */
export function dated<K extends string>(property: K, date: DossierDate | null): { [P in K]?: string } & { "snd:edtf"?: string } {
  if (!date) return {};
  const day = isInexact(date) ? null : date.earliest;
  return (day ? { [property]: day } : { "snd:edtf": date.edtf }) as { [P in K]?: string } & { "snd:edtf"?: string }; // a computed key loses its name
}
