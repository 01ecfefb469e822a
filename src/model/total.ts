import { z } from "zod";
import { countingField } from "./counting-field.ts";
import { countField, dayField, entryFields, idOf, textField } from "./fields.ts";

const changeField = z.int().optional();

/** One thing that the publisher counts otherwise than the ledger, signed from the publisher's side. */
const gapField = z
  .strictObject({
    strike: idOf("event").optional().meta({ description: "Id of the strike that is counted otherwise." }),
    lead: idOf("lead").optional().meta({ description: "Id of the lead that is counted, where the ledger has no strike." }),
    killed: changeField.meta({ description: "People killed that the publisher counts more; below zero, fewer." }),
    strikes: changeField,
    vessels: changeField,
    why: textField.meta({ description: "What the publisher does with it." }),
  })
  .refine(({ strike, lead }) => (strike === undefined) !== (lead === undefined), "Name one strike or one lead.")
  .refine(
    ({ killed, strikes, vessels }) => Boolean(killed || strikes || vessels),
    "Say by how much: `killed`, `strikes` or `vessels`, such as `killed: -3`.",
  );

/** What nobody can explain of a gap, signed from the publisher's side: for each number that differs, what `gap` leaves of it. */
const unexplainedField = z
  .strictObject({ killed: changeField, strikes: changeField, vessels: changeField }, { error: "Write how many are left: `{ killed: 1 }`." })
  .refine(
    ({ killed, strikes, vessels }) => Boolean(killed || strikes || vessels),
    "Say how many are left: `killed`, `strikes` or `vessels`, such as `killed: -3`.",
  );
export type UnexplainedRest = z.infer<typeof unexplainedField>;

/** A running total that somebody published, to reconcile with the ledger. */
export const totalSchema = z
  .strictObject({
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
    counting: countingField.optional().meta({ description: "The same as a rule that the ledger can be computed under." }),
    explanation: textField.optional().meta({ description: "What accounts for a gap to the ledger, or what is known of it." }),
    gap: z
      .array(gapField)
      .min(1, "Name at least one strike or lead, or delete the field.")
      .optional()
      .meta({ description: "What the publisher counts otherwise, strike by strike; it has to add up to the gap." }),
    unexplained: unexplainedField
      .optional()
      .meta({ description: "What is left of the gap and not known why, as `{ killed: 1 }`; `explanation` says what is known." }),
    source: idOf("source"),
    ...entryFields,
  })
  .refine(({ unexplained, explanation }) => !unexplained || explanation !== undefined, {
    path: ["explanation"],
    message: "Say what is known of the gap.",
  })
  .refine(({ killed, presumedDead }) => killed === undefined || presumedDead === undefined || presumedDead <= killed, {
    path: ["presumedDead"],
    message: "They are a part of `killed`, which has fewer. Correct one of the two.",
  })
  .refine(
    ({ strikes, operations, vessels, killed, presumedDead, survivors }) =>
      [strikes, operations, vessels, killed, presumedDead, survivors].some((count) => count !== undefined),
    {
      path: ["asOf"],
      message:
        "The total gives no number up to that day. Give at least one of `strikes`, `operations`, `vessels`, `killed`, `presumedDead`, `survivors`.",
    },
  );
export type TotalData = z.infer<typeof totalSchema>;
