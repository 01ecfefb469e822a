import { z } from "zod";
import { entryFields, textField } from "./fields.ts";

export const placeSchema = z.strictObject({
  name: textField,
  kind: textField,
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
  precision: z.enum(["exact", "approximate", "region"]),
  note: textField.optional(),
  ...entryFields,
});
export type PlaceData = z.infer<typeof placeSchema>;
