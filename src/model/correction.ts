import { z } from "zod";
import { dayField, entryFields, textField } from "./fields.ts";

export const correctionSchema = z.strictObject({
  date: dayField,
  entry: z
    .string()
    .regex(/^(?:[a-z]+\/)?[a-z0-9-]+$/, "Name the entry by its id, or by folder and id: claims/trump-petro-drug-leader.")
    .meta({ description: "The corrected entry, by its id, or by folder and id where two kinds share the id." }),
  was: textField.meta({ description: "What was wrong." }),
  now: textField.meta({ description: "What it says now." }),
  why: textField.optional(),
  ...entryFields,
});
export type CorrectionData = z.infer<typeof correctionSchema>;
