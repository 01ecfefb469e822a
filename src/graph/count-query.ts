/** `count:` links: numbers in a text that the dossier computes, so that no total can drift from its parts. */
import { COUNTING_RULE_NAMES, DEFAULT_RULE, isCountingRule, type CountingRule } from "../model/counting.ts";
import { formatDay, type Day } from "../model/dates.ts";
import { isDay } from "../model/parse-date.ts";
import { didYouMean } from "../model/nearest.ts";
import { computeLedger, regionSlug, type Ledger } from "./ledger.ts";
import { formatRange } from "./ranges.ts";
import type { Dossier, DossierNode } from "./nodes.ts";

/** What can be counted, in words for docs and messages. */
export const COUNTS: Record<string, { what: string; from: (ledger: Ledger) => string }> = {
  killed: { what: "people killed; a range where the records differ", from: ({ killed }) => formatRange(killed) },
  "killed-min": { what: "people killed, by the lowest record of each strike", from: ({ killed }) => String(killed.min) },
  "killed-max": { what: "people killed or presumed dead, by the highest record of each strike", from: ({ killed }) => String(killed.max) },
  survivors: {
    what: "people reported to have survived; a range where the records differ",
    from: ({ survivors }) => formatRange(survivors),
  },
  strikes: { what: "strikes, as the entries count them", from: ({ strikes }) => String(strikes) },
  operations: { what: "strike entries", from: ({ operations }) => String(operations) },
  vessels: { what: "vessels struck", from: ({ vessels }) => String(vessels) },
};
const PARAMETERS = ["from", "to", "region", "asof", "rule"];

/** `under` says by what the value was computed: the day of knowledge and the rule. */
export type CountResult =
  { ok: true; value: string; under: string } | { ok: false; code: "count-mismatch" | "bad-count"; message: string; advice: string };

/**
 * Computes a query such as "killed?from=2025-10-16" as of a day (null: over the whole record) and by a counting rule, where the
 * query names no others, and compares it with the number in the text:
 * evaluateCount(dossier, "killed", "2025-10-19", "32") → { ok: true, value: "32" }.
 */
export function evaluateCount(
  dossier: Dossier,
  query: string,
  asOf: Day | null,
  text: string,
  rule: CountingRule = DEFAULT_RULE,
): CountResult {
  return compareCount(computeCount(dossier, query, asOf, rule), query, text);
}

/** What was computed for a query, or the problem when the text gives another number. */
export function compareCount(result: CountResult, query: string, text: string): CountResult {
  if (!result.ok || toDigits(text) === result.value) return result;
  const { value, under } = result;
  return {
    ok: false,
    code: "count-mismatch",
    message: `The text says “${text}”; the entries give ${value} (${under}).`,
    advice: `Write [${value}](count:${query}), or correct the entries.`,
  };
}

/** An article's counts are those of its day, by its rule; every other text describes the whole record. */
export function countingOf(node: DossierNode): { asOf: Day | null; rule: CountingRule } {
  if (node.kind !== "article") return { asOf: null, rule: DEFAULT_RULE };
  return { asOf: node.data.asOf, rule: node.data.countingRule ?? DEFAULT_RULE };
}

/** The number that a query asks for, whatever the text says. */
export function computeCount(dossier: Dossier, query: string, asOf: Day | null, rule: CountingRule = DEFAULT_RULE): CountResult {
  const [metric = "", search = ""] = query.split("?");
  const count = Object.hasOwn(COUNTS, metric) ? COUNTS[metric] : undefined;
  const bad = (message: string, advice: string): CountResult => ({ ok: false, code: "bad-count", message, advice });
  if (!count)
    return bad(
      `\`count:${metric}\` is nothing that can be counted.`,
      `${didYouMean(metric, Object.keys(COUNTS))} Use one of: ${Object.keys(COUNTS).join(", ")}.`.trim(),
    );
  const parameters = new URLSearchParams(search);
  for (const [name, value] of parameters) {
    if (!PARAMETERS.includes(name))
      return bad(`\`${name}\` is no parameter of a count link.`, `${didYouMean(name, PARAMETERS)} Use ${PARAMETERS.join(", ")}.`.trim());
    if (name === "rule" && !isCountingRule(value))
      return bad(
        `\`rule=${value}\` is no counting rule.`,
        `${didYouMean(value, COUNTING_RULE_NAMES)} Use one of: ${COUNTING_RULE_NAMES.join(", ")}.`.trim(),
      );
    if (!["region", "rule"].includes(name) && !isDay(value)) return bad(`\`${name}=${value}\` is no day.`, "Write it as 2025-10-19.");
    const regions = [...new Set(dossier.strikes.map((strike) => regionSlug(strike.strike.data.region)))].filter(Boolean).sort();
    if (name === "region" && !regions.includes(value))
      return bad(`No strike is in the region \`${value}\`.`, `Use one of: ${regions.join(", ")}.`);
  }
  const day = parameters.get("asof") ?? asOf;
  const named = parameters.get("rule") ?? rule;
  const ledger = computeLedger(dossier.strikes, {
    asOf: day,
    rule: isCountingRule(named) ? named : rule,
    from: parameters.get("from") ?? undefined,
    to: parameters.get("to") ?? undefined,
    region: parameters.get("region") ?? undefined,
  });
  return { ok: true, value: count.from(ledger), under: `${day ? `as of ${formatDay(day)}` : "over the whole record"}, rule ${named}` };
}

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** toDigits("Thirty-two") → "32"; "1,200" → "1200"; "14 to 15" → "14–15"; null for no number. */
export function toDigits(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, "$1");
  const range = /^(.+?)(?:–| to )(.+)$/.exec(plain);
  if (range) {
    const [low, high] = [toDigits(range[1] ?? ""), toDigits(range[2] ?? "")];
    return low && high ? `${low}–${high}` : null;
  }
  if (/^\d+$/.test(plain)) return String(Number(plain));
  const [tens = "", ones] = plain.split(/[- ]/);
  if (ONES.includes(plain)) return String(ONES.indexOf(plain));
  const ten = TENS.indexOf(tens);
  if (ten < 2) return null;
  if (ones === undefined) return String(ten * 10);
  const one = ONES.indexOf(ones);
  return one > 0 && one < 10 ? String(ten * 10 + one) : null;
}
