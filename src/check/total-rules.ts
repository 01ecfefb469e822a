/** Rules about published totals: each gap to the ledger is explained by strikes that add up to it, or given as unexplained. */
import { formatCounting, ruleAt } from "../graph/counting-rules.ts";
import { tollOf } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import type { Dossier, GapPart, TotalNode } from "../graph/nodes.ts";
import { MEASURES, reconcileTotal, type Comparison, type Measure, type Reconciliation } from "../graph/reconcile.ts";
import { formatDate, formatDay } from "../model/dates.ts";
import { formatGap } from "../model/numbers.ts";
import { countsPastSource } from "./date-rules.ts";
import type { Code, FoundProblem } from "../model/problem.ts";

type Explain = (code: Code, path: (string | number)[], message: string, advice: string) => FoundProblem;

export function checkTotal(dossier: Dossier, total: TotalNode): FoundProblem[] {
  const { counting, gap } = total.data;
  if (countsPastSource(total)) return []; // what it is compared with goes by that day
  // One of the entries that it names is missing or invalid, and reported as such: what they come to cannot be judged.
  if (total.gap.length < (gap?.length ?? 0) || total.counting.except.length < (counting?.except?.length ?? 0)) return [];
  // Prose is not judged: whoever changes what is computed is told to read it again.
  const reread = total.data.explanation ? " Then read its `explanation` again." : "";
  const explain: Explain = (code, path, message, advice) => ({ code, file: total.file, place: { path }, message, advice: advice + reread });
  const result = reconcileTotal(dossier, total);
  return [
    ...idleExceptions(total, explain),
    ...total.gap.flatMap((part, i) => partFaults(total, part, i, explain)),
    ...mismatches(result, explain),
    ...staleExplanations(result, explain),
    ...wrongRests(result, explain),
    ...unreconciled(result, explain),
  ];
}

function idleExceptions({ counting, data }: TotalNode, explain: Explain): FoundProblem[] {
  return counting.except.flatMap((strike, i) => {
    const isLater = (strike.date.earliest ?? "") > data.asOf;
    if (!isLater && strike.strike.casualties.some((record) => (record.data.presumedDead ?? 0) > 0)) return [];
    const why = isLater ? `which is after ${formatDay(data.asOf)}` : "whose records presume nobody dead";
    return explain(
      "bad-value",
      ["counting", "except", i],
      `\`counting.except[${i}]\` is "${strike.id}", ${why}: it changes nothing.`,
      "Take it out, or name the strike whose missing people the publisher counts otherwise.",
    );
  });
}

/** A strike after the day cannot explain a gap, nor can one that has fewer people, strikes or vessels than are taken away. */
function partFaults(total: TotalNode, part: GapPart, i: number, explain: Explain): FoundProblem[] {
  const { entry } = part;
  const { asOf } = total.data;
  const isLater = (entry.date?.earliest ?? "") > asOf;
  const later =
    isLater && entry.date
      ? explain(
          "gap-mismatch",
          ["gap", i, entry.kind === "lead" ? "lead" : "strike"],
          `\`${entry.id}\` is of ${formatDate(entry.date)}, and the total counts up to ${formatDay(asOf)}.`,
          "Name a strike or a lead of that day or before.",
        )
      : [];
  const excessive = MEASURES.flatMap((measure) => {
    const count = part[measure] ?? 0;
    const has = amountOf(total, part, measure);
    if (has === null || Math.abs(count) <= has || count > 0 !== (entry.kind === "lead")) return [];
    const [does, gives] = entry.kind === "lead" ? ["adds", "for"] : ["takes", "from"];
    return explain(
      "gap-mismatch",
      ["gap", i, measure],
      `\`gap[${i}]\` ${does} ${amount(measure, Math.abs(count))} ${gives} \`${entry.id}\`, which has ${has}.`,
      "Correct the number, or the entry.",
    );
  });
  return [later, excessive].flat();
}

/** How many the ledger has at a strike, or a lead is about; null where nothing says so. */
function amountOf(total: TotalNode, { entry }: GapPart, measure: Measure): number | null {
  if (entry.kind === "lead") return measure === "killed" ? (entry.data.killed ?? null) : null;
  if (measure === "killed") return tollOf(entry, null, ruleAt(total.counting, entry)).killed?.max ?? 0;
  return measure === "vessels" ? entry.strike.data.vessels : (entry.strike.data.strikesCounted ?? 1);
}

function mismatches({ total, comparisons }: Reconciliation, explain: Explain): FoundProblem[] {
  const wrong = comparisons.filter(({ named, rest, unexplained }) => named !== null && rest !== 0 && unexplained === null);
  return wrong.map((one) =>
    explain(
      "gap-mismatch",
      firstPart(total, one.measure),
      `\`gap\` comes to ${amount(one.measure, one.named ?? 0, formatGap)}; ${sides(one)} (${ruleWords(total)}), a gap of ${formatGap(one.gap)}, so ${formatGap(one.rest)} is left.`,
      `Correct the numbers, or name what is missing. ${ifNobodyKnows(comparisons)}`,
    ),
  );
}

function staleExplanations(result: Reconciliation, explain: Explain): FoundProblem[] {
  const { total, comparisons } = result;
  if (!result.differs) {
    if (!total.data.gap) return [];
    return [explain("stale-explanation", ["gap"], `${agreementWords(result)}, and \`gap\` says that it differs.`, "Delete `gap`.")];
  }
  const idle = MEASURES.filter((measure) => total.gap.some((part) => part[measure] !== undefined)).filter(
    (measure) => !comparisons.some((one) => one.measure === measure && one.gap !== 0),
  );
  return idle.map((measure) => {
    const one = comparisons.find((comparison) => comparison.measure === measure);
    const given = !one
      ? `The total gives no number of ${NOUNS[measure]}`
      : one.isReached
        ? `The total gives ${boundWords(one)} (${ruleWords(total)})`
        : `The total agrees with the ledger (${ruleWords(total)}) in ${NOUNS[measure]}`;
    const message = `${given}, and \`gap\` says that it differs in ${one?.isReached ? NOUNS[measure] : "them"}.`;
    return explain("stale-explanation", firstPart(total, measure), message, `Delete \`${measure}\` here.`);
  });
}

/** A rest that is given goes with the one number that it was computed as: another one is another question. */
function wrongRests(result: Reconciliation, explain: Explain): FoundProblem[] {
  const { total, comparisons } = result;
  const { unexplained } = total.data;
  if (!unexplained) return [];
  const report = (path: string[], message: string, advice: string) =>
    explain("unexplained-mismatch", ["unexplained", ...path], message, advice);
  if (!result.differs) return [report([], `${agreementWords(result)}, and \`unexplained\` says that it differs.`, "Delete `unexplained`.")];
  if (comparisons.every(({ rest }) => rest === 0))
    return [report([], "`gap` explains all of it, and `unexplained` says that nobody knows.", "Delete `unexplained`.")];
  return MEASURES.flatMap((measure) => {
    const given = unexplained[measure];
    const one = comparisons.find((comparison) => comparison.measure === measure);
    if (given === undefined || given === one?.rest) return [];
    const gives = `\`unexplained\` gives ${amount(measure, given, formatGap)}`;
    if (one && one.rest !== 0) {
      const named = one.named === null ? "" : ` and \`gap\` comes to ${formatGap(one.named)}`;
      const message = `${gives}; ${sides(one)} (${ruleWords(total)})${named}, so ${formatGap(one.rest)} is left.`;
      return report([measure], message, `See what has changed since. ${ifNobodyKnows(comparisons)}`);
    }
    const why = !one
      ? `the total gives no number of ${NOUNS[measure]}`
      : one.isReached
        ? `the total gives ${boundWords(one)}`
        : one.gap === 0
          ? `the total agrees with the ledger in ${NOUNS[measure]}`
          : `\`gap\` explains all of it`;
    return report([measure], `${gives}, and ${why}.`, `Delete \`${measure}\` here: \`${restLine(comparisons)}\`.`);
  });
}

function unreconciled({ total, comparisons }: Reconciliation, explain: Explain): FoundProblem[] {
  const open = comparisons.filter(({ gap, named, unexplained }) => gap !== 0 && named === null && unexplained === null);
  const [first] = open;
  if (!first) return [];
  return [
    explain(
      "unreconciled-total",
      [first.measure],
      `On ${formatDay(total.data.asOf)}, ${open.map(sides).join("; ")} (${ruleWords(total)}).`,
      `Say in \`counting\` what the publisher counts, or name what makes the difference: \`gap: [{ strike: some-id, ${first.measure}: ${first.gap}, why: … }]\`. ${ifNobodyKnows(comparisons)}`,
    ),
  ];
}

function ifNobodyKnows(comparisons: readonly Comparison[]): string {
  return `If nobody knows, write \`${restLine(comparisons)}\` and say in \`explanation\` what is known.`;
}

/** restLine(comparisons) → "unexplained: { killed: 1, strikes: -2 }": every rest that is left, as the file has to have it. */
function restLine(comparisons: readonly Comparison[]): string {
  const rests = comparisons.flatMap(({ measure, rest }) => (rest === 0 ? [] : `${measure}: ${rest}`));
  return `unexplained: { ${rests.join(", ")} }`;
}

const NOUNS: Record<Measure, string> = { killed: "people killed", strikes: "strikes", vessels: "vessels" };

/** amount("strikes", 1) → "1 strike"; amount("vessels", -4, formatGap) → "−4 vessels". */
function amount(measure: Measure, count: number, format: (count: number) => string = String): string {
  return `${format(count)} ${measure !== "killed" && Math.abs(count) === 1 ? measure.slice(0, -1) : measure}`;
}

function sides({ measure, published, ours }: Comparison): string {
  return `the total gives ${amount(measure, published)} and the ledger ${formatRange(ours)}`;
}

function agreementWords({ total, comparisons }: Reconciliation): string {
  const bound = comparisons.find(({ isReached }) => isReached);
  return `The total ${bound ? `gives ${boundWords(bound)}` : "agrees with the ledger"} (${ruleWords(total)})`;
}

/** boundWords(comparison) → "a lower bound of 14 killed, which the ledger of 15 reaches" */
function boundWords({ measure, published, ours }: Comparison): string {
  return `a lower bound of ${amount(measure, published)}, which the ledger of ${formatRange(ours)} reaches`;
}

function ruleWords({ counting }: TotalNode): string {
  return `rule ${formatCounting(counting)}`;
}

/** The first number of `gap` that is of a measure. */
function firstPart({ gap }: TotalNode, measure: Measure): (string | number)[] {
  return ["gap", gap.findIndex((part) => part[measure] !== undefined), measure];
}
