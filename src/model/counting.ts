/** Rules by which the dead are counted: what becomes of missing people whom a record presumes dead. Named once, used by every count. */
import { z } from "zod";
import { idsOf } from "./fields.ts";

/** `words` say what the rule counts, as the middle of a sentence; `meaning` is the rule in full, for readers and editors. */
export const COUNTING_RULES = {
  "all-records": {
    words: "by every record as it stands",
    meaning: "From the lowest to the highest record of each strike: the lower end leaves out those presumed dead, the upper end has them.",
  },
  "presumed-dead-counted": {
    words: "with people presumed dead",
    meaning: "Missing people whom a record counts as dead are counted. What is left of a range is where records differ on the others.",
  },
  "presumed-dead-not-counted": {
    words: "without people presumed dead",
    meaning: "Only those reported killed are counted: missing people are left out, even where a record counts them as dead.",
  },
} as const satisfies Record<string, { words: string; meaning: string }>;
export type CountingRule = keyof typeof COUNTING_RULES;

export const COUNTING_RULE_NAMES = Object.keys(COUNTING_RULES) as [CountingRule, ...CountingRule[]]; // the keys of the literal above

/** The rule where none is named. */
export const DEFAULT_RULE: CountingRule = "all-records";

export const countingRuleField = z.enum(COUNTING_RULE_NAMES);

/** The machine-readable form of what a publisher counts. */
export const countingField = z.strictObject({
  rule: countingRuleField,
  except: idsOf("event").min(1, "List at least one strike, or delete the field.").optional().meta({
    description: "Strikes whose presumed dead are left out all the same; under `presumed-dead-not-counted`, counted all the same.",
  }),
});

export function isCountingRule(name: string): name is CountingRule {
  return Object.hasOwn(COUNTING_RULES, name);
}
