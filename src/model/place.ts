import { z } from "zod";
import { entryFields, onceEach, textField } from "./fields.ts";

export const placeSchema = z
  .strictObject({
    name: textField,
    aliases: z
      .array(textField)
      .superRefine(onceEach((name) => name))
      .optional()
      .meta({ description: "Other names and spellings, also in the language of the place." }),
    kind: textField,
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    precision: z.enum(["exact", "approximate", "region"]),
    note: textField.optional(),
    ...entryFields,
  })
  .refine(({ lat, lon }) => lat === undefined || lon !== undefined, {
    path: ["lat"],
    message: "Add `lon`, or delete `lat`: one alone is no place.",
  })
  .refine(({ lat, lon }) => lon === undefined || lat !== undefined, {
    path: ["lon"],
    message: "Add `lat`, or delete `lon`: one alone is no place.",
  });
export type PlaceData = z.infer<typeof placeSchema>;
