import { z } from "zod";
import { dateField, entryFields, idOf, sourcesField, textField } from "./fields.ts";

/** A data series behind a context chart. */
export const seriesSchema = z.strictObject({
  title: textField,
  unit: textField,
  what: textField.optional(),
  points: z
    .array(
      z.strictObject({
        x: dateField,
        y: z.number(),
        newBasis: z
          .boolean()
          .optional()
          .meta({ description: "True where the value is on another basis than the one before: the chart does not join the two." }),
        qualifier: textField.optional(),
        source: idOf("source"),
      }),
    )
    .min(1),
  caveats: z.array(textField).optional(),
  sources: sourcesField.optional(),
  ...entryFields,
});
export type SeriesData = z.infer<typeof seriesSchema>;
