/** Counting rules as fields of entries. */
import { z } from "zod";
import { COUNTING_RULE_NAMES } from "./counting.ts";
import { idsOf } from "./fields.ts";

export const countingRuleField = z.enum(COUNTING_RULE_NAMES);

/** The machine-readable form of what a publisher counts. */
export const countingField = z.strictObject({
  rule: countingRuleField,
  except: idsOf("event").min(1, "List at least one strike, or delete the field.").optional().meta({
    description: "Strikes whose presumed dead are left out all the same; under `presumed-dead-not-counted`, counted all the same.",
  }),
});
