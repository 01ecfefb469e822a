import { z } from "zod";
import { countField, dayField, entryFields, idOf, textField } from "./fields.ts";

/** A running total that somebody published, to reconcile with the ledger. */
export const totalSchema = z.strictObject({
  asOf: dayField,
  by: idOf("actor").optional(),
  byName: textField.optional(),
  strikes: countField.optional(),
  operations: countField.optional(),
  vessels: countField.optional(),
  killed: countField.optional(),
  presumedDead: countField.optional().meta({ description: "The part of `killed` that is described as presumed dead." }),
  qualifier: textField.optional(),
  survivors: countField.optional(),
  rule: textField.optional().meta({ description: "What the publisher counts, in words." }),
  explanation: textField.optional().meta({ description: "Accounts for a gap to the ledger." }),
  source: idOf("source"),
  ...entryFields,
});
export type TotalData = z.infer<typeof totalSchema>;
