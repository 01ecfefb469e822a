/** The ledger of the whole record up to a day, for the many days of published totals: each strike is summed once for each rule. */
import { COUNTING_RULE_NAMES, type CountingRule } from "../model/counting.ts";
import { compareText, type Day } from "../model/dates.ts";
import { ruleAt } from "./counting-rules.ts";
import { addStrike, NO_SUMS, strikesWithin, tollOf, type Ledger, type Sums } from "./ledger.ts";
import { addRanges } from "./ranges.ts";
import type { Counting, StrikeNode } from "./nodes.ts";
import { onceFor } from "./once-for.ts";

interface Running {
  /** Strikes that are counted, by their earliest day. */
  strikes: StrikeNode[];
  /** The sums after none, one, two … of them. */
  sums: Sums[];
  withoutFigure: StrikeNode[];
}

/** What computeLedger(strikes, { asOf: null, to, rule }) gives, the exceptions to the rule included. */
export function ledgerUpTo(strikes: readonly StrikeNode[], to: Day, counting: Counting): Ledger {
  const running = runningBy[counting.rule](strikes);
  const count = countUpTo(running.strikes, to);
  const isIn = (strike: StrikeNode) => firstDay(strike) <= to && !strike.data.withdrawn;
  const sums = running.sums[count] ?? NO_SUMS;
  const killed = counting.except.filter(isIn).reduce((sum, strike) => {
    const [as, instead] = [tollOf(strike, null, counting.rule).killed, tollOf(strike, null, ruleAt(counting, strike)).killed];
    return as && instead ? addRanges(sum, { min: instead.min - as.min, max: instead.max - as.max }) : sum;
  }, sums.killed);
  return { ...sums, killed, withoutFigure: running.withoutFigure.filter(isIn), counted: running.strikes.slice(0, count) };
}

function sumUp(strikes: readonly StrikeNode[], rule: CountingRule): Running {
  const counted = strikesWithin(strikes, { asOf: null }).sort((a, b) => compareText(firstDay(a), firstDay(b)));
  const running: Running = { strikes: counted, sums: [NO_SUMS], withoutFigure: [] };
  let sums = NO_SUMS;
  for (const strike of counted) {
    const toll = tollOf(strike, null, rule);
    if (!toll.killed) running.withoutFigure.push(strike);
    sums = addStrike(sums, strike, toll);
    running.sums.push(sums);
  }
  return running;
}

const runningBy = Object.fromEntries(
  COUNTING_RULE_NAMES.map((rule) => [rule, onceFor((strikes: readonly StrikeNode[]) => sumUp(strikes, rule))]),
) as Record<CountingRule, (strikes: readonly StrikeNode[]) => Running>; // the names of all rules

/** How many strikes of a list in order lie on or before a day. */
function countUpTo(strikes: readonly StrikeNode[], to: Day): number {
  let [low, high] = [0, strikes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const strike = strikes[middle];
    if (strike && firstDay(strike) <= to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A strike without a first day may lie before any day, as in the ledger. */
function firstDay({ date }: StrikeNode): Day {
  return date.earliest ?? "";
}
