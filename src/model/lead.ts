import { z } from "zod";
import { countField, dateField, entryFields, idsOf, sourcesField, textField } from "./fields.ts";

/** Something that no citable page supports yet: kept apart, never counted. */
export const leadSchema = z.strictObject({
  kind: textField,
  title: textField,
  date: dateField.optional(),
  region: textField.optional().meta({ description: "The sea, as it is said; “Not stated” where nobody says." }),
  killed: countField.optional(),
  nationality: textField.optional(),
  byName: textField.optional(),
  detail: textField,
  on: idsOf("event").optional().meta({ description: "Timeline entries it bears on." }),
  sources: sourcesField.optional(),
  ...entryFields,
});
export type LeadData = z.infer<typeof leadSchema>;
