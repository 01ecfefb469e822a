/** What the records of a strike come to under a counting rule. */
import type { CountingRule } from "../model/counting.ts";
import type { CasualtyData } from "../model/event.ts";
import type { Counting, Range, StrikeNode } from "./nodes.ts";
import { toRange } from "./ranges.ts";

type Figures = Pick<CasualtyData, "killed" | "presumedDead">;

/**
 * The dead of one strike over its records; null when none of them gives a number. A record may presume people dead on top of
 * its `killed`; records that differ on the others leave a range under every rule.
 *
 * killedByRule([{ killed: 14 }, { killed: 14, presumedDead: 1 }], rule) →
 * all-records 14–15, presumed-dead-counted 15, presumed-dead-not-counted 14.
 */
export function killedByRule(records: readonly Figures[], rule: CountingRule): Range | null {
  const given = records.flatMap(({ killed, presumedDead = 0 }) => {
    if (killed === undefined) return [];
    return [{ ...toRange(killed), presumedDead }];
  });
  if (given.length === 0) return null;
  const presumed = given.flatMap(({ presumedDead }) => (presumedDead > 0 ? presumedDead : []));
  // A record that presumes nobody dead leaves the question open; it is given the fewest that any other record presumes.
  const fewest = presumed.length > 0 ? Math.min(...presumed) : 0;
  const lows = given.map(({ min, presumedDead }) => min + (rule === "presumed-dead-counted" ? presumedDead || fewest : 0));
  const highs = given.map(({ max, presumedDead }) => max + (rule === "presumed-dead-not-counted" ? 0 : presumedDead));
  return { min: Math.min(...lows), max: Math.max(...highs) };
}

/** The rule at one strike: where it is an exception, its presumed dead are left out, or, where all are left out, counted. */
export function ruleAt({ rule, except }: Counting, strike: StrikeNode): CountingRule {
  if (!except.includes(strike)) return rule;
  return rule === "presumed-dead-not-counted" ? "presumed-dead-counted" : "presumed-dead-not-counted";
}

/** formatCounting({ rule: "presumed-dead-counted", except: [patrol] }) → "presumed-dead-counted except patrol": for messages. */
export function formatCounting({ rule, except }: Counting): string {
  return except.length === 0 ? rule : `${rule} except ${except.map(({ id }) => id).join(", ")}`;
}
