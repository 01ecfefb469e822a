/** The part of the `edtf` package that dates.ts uses; it ships no types of its own. */
declare module "edtf" {
  interface EdtfValue {
    type: "Date" | "Interval" | "Season" | "Year" | "Decade" | "Century" | "List" | "Set";
    /** Milliseconds of the earliest and latest moment it may mean. */
    min: number;
    max: number;
    lower?: EdtfValue | null;
    upper?: EdtfValue | null;
  }
  export default function edtf(text: string, options?: { level?: number }): EdtfValue;
}
