/** How published totals and their distance to the ledger are put into words. */
import type { TotalsComparison } from "../graph/compare-totals.ts";
import { formatRange } from "../graph/ranges.ts";
import { totalBy, type Counting, type GapPart, type Range, type StrikeNode, type TotalNode } from "../graph/nodes.ts";
import type { TotalsTally } from "../graph/tally-totals.ts";
import { LEAST_OF_LINE, linedSeries, type PublisherSeries } from "../graph/publisher-series.ts";
import { distanceToRange, gapTo, isBelowRange, type Comparison, type Reconciliation } from "../graph/reconcile.ts";
import { DEFAULT_CHOICE } from "../graph/rule-sums.ts";
import { COUNTING_RULES } from "../model/counting.ts";
import { formatDay } from "../model/dates.ts";
import { isLowerBound } from "../model/lower-bound.ts";
import { formatGap } from "../model/numbers.ts";
import { bandSentence, ruleWords } from "./rule-words.ts";
import { listWords, NOT_NUMBERED, plural } from "./words.ts";

/** totalFigure(total) → "at least 29 killed"; the first thing it counts where it gives no number of dead. */
export function totalFigure(total: TotalNode): string {
  const { killed, qualifier, strikes, operations, vessels } = total.data;
  const before = qualifier ? `${qualifier} ` : "";
  if (killed !== undefined) return `${before}${killed} killed`;
  if (strikes !== undefined) return `${before}${plural(strikes, "strike")}`;
  if (operations !== undefined) return `${before}${plural(operations, "operation")}`;
  if (vessels !== undefined) return `${before}${plural(vessels, "vessel")} struck`;
  return NOT_NUMBERED;
}

/** totalLine(total) → "AP: at least 29 killed as of 16 October 2025". */
export function totalLine(total: TotalNode): string {
  return `${totalBy(total)}: ${totalFigure(total)} as of ${formatDay(total.data.asOf)}`;
}

/**
 * Where a published number of dead lies: "inside our range", "3 above our range", "the same number", "27 below ours", "a lower bound that ours reaches".
 * `ours` is the ledger by what the publisher counts, unless another range is given.
 */
export function gapWords({ ledger, total }: Reconciliation, ours: Range = ledger.killed): string {
  const { killed, qualifier } = total.data;
  const { min, max } = ours;
  if (killed === undefined) return "number not given";
  if (isLowerBound(qualifier) && killed < min) return "a lower bound that ours reaches";
  const gap = gapTo(killed, ours);
  if (gap !== 0) return `${Math.abs(gap)} ${gap > 0 ? "above" : "below"} ${min === max ? "ours" : "our range"}`;
  if (min === max) return "the same number";
  if (killed === max) return "our upper figure";
  return killed === min ? "our lower figure" : "inside our range";
}

/** The counting rule that a total is compared by: "with people presumed dead, but without those of 9 Feb 2026". */
export function countingWords({ rule, except }: Counting, labels: ReadonlyMap<StrikeNode, string>): string {
  const { words } = COUNTING_RULES[rule];
  if (except.length === 0) return words;
  const strikes = listWords(except.map((strike) => labels.get(strike) ?? strike.data.title));
  return `${words}, but ${rule === "presumed-dead-not-counted" ? "with" : "without"} those of ${strikes}`;
}

/** partWords({ killed: 3, vessels: 1 }) → "+3 killed, +1 vessel": what a publisher counts otherwise at one strike, or in all. */
export function partWords({ killed, strikes, vessels }: Pick<GapPart, "killed" | "strikes" | "vessels">): string {
  const counted = (count: number, noun: string) => `${formatGap(count)} ${Math.abs(count) === 1 ? noun : `${noun}s`}`;
  return [killed ? `${formatGap(killed)} killed` : [], strikes ? counted(strikes, "strike") : [], vessels ? counted(vessels, "vessel") : []]
    .flat()
    .join(", ");
}

/** restWords(item) → "In part: what the rest comes from, −7 killed, is not known."; null where nothing is given as unexplained. */
export function restWords({ standing, total: { data, gap } }: Reconciliation): string | null {
  if (standing !== "unexplained" || !data.unexplained) return null;
  const rest = partWords(data.unexplained);
  return gap.length > 0
    ? `In part: what the rest comes from, ${rest}, is not known.`
    : `No: which strikes make the difference, ${rest}, is not known.`;
}

/**
 * What our own numbers would be with the strikes and leads that are named: "So counted, ours would be 181–194 killed and 59 vessels; the published
 * 193 killed lies inside that range." What is named moves the whole range, and the difference is told to its nearer end, so that the two need not
 * be one number. "" where nothing is named that the total counts.
 */
export function namedWords({ comparisons }: Reconciliation): string {
  const moved = comparisons.flatMap(({ measure, published, isBound, ours, named }) =>
    named === null ? [] : { measure, published, isBound, ours: { min: ours.min + named, max: ours.max + named } },
  );
  if (moved.length === 0) return "";
  const results = moved.flatMap(({ measure, published, isBound, ours }) => {
    const rest = gapTo(published, ours);
    const words = `the published ${measureWords(measure, { min: published, max: published })}`;
    if (isBound && published < ours.min) return `${words} is a lower bound that this reaches`;
    if (rest !== 0) return `${words} is still ${Math.abs(rest)} ${rest > 0 ? "above" : "below"}`;
    return ours.min === ours.max ? [] : `${words} lies inside that range`;
  });
  return `So counted, ours would be ${[listWords(moved.map(({ measure, ours }) => measureWords(measure, ours))), ...results].join("; ")}.`;
}

/** measureWords("vessels", { min: 59, max: 59 }) → "59 vessels" */
function measureWords(measure: Comparison["measure"], range: Range): string {
  if (measure === "killed") return `${formatRange(range)} killed`;
  return plural(range.max, measure === "strikes" ? "strike" : "vessel"); // neither is ever a range
}

/** The result in a word or two. */
export function standingWords({ standing, total }: Reconciliation): string {
  switch (standing) {
    case "agrees":
      return "Agrees";
    case "within":
      return "Does not contradict ours";
    case "named":
      return "Differs, explained";
    case "unexplained":
      return total.gap.length > 0 ? "Differs, explained in part" : "Differs, not explained";
    case "open":
      return "Differs";
  }
}

/** countLines(10, 10, undefined) → ["10 strikes"]: what a total counts besides the dead. */
export function countLines(counts: {
  strikes?: number | undefined;
  operations?: number | undefined;
  vessels?: number | undefined;
}): string[] {
  return [
    counts.strikes === undefined ? [] : [plural(counts.strikes, "strike")],
    counts.operations === undefined ? [] : [plural(counts.operations, "operation")],
    counts.vessels === undefined ? [] : [plural(counts.vessels, "vessel")],
  ].flat();
}

/** What the ledger has for the things that a total counts besides the dead. */
export function ledgerLines({ total: { data }, ledger }: Reconciliation): string[] {
  return countLines({
    strikes: data.strikes === undefined ? undefined : ledger.strikes,
    operations: data.operations === undefined ? undefined : ledger.operations,
    vessels: data.vessels === undefined ? undefined : ledger.vessels,
  });
}

/** In place of a difference, where a lower bound that ours reaches has none. */
export const BOUND_WORDS = "lower bound";

/** gapLines(item) → ["strikes 0", "vessels −4"]. Operations have no agreed meaning and are not compared. */
export function gapLines({ comparisons }: Reconciliation): string[] {
  const others = comparisons.filter(({ measure }) => measure !== "killed");
  return others.map(({ measure, gap, isReached }) => `${measure} ${isReached ? BOUND_WORDS : formatGap(gap)}`);
}

/**
 * How published totals compare, in a sentence: "Of 89 published totals, 65 agree with our sum for the day, each by its publisher’s own rule, 9 are
 * lower bounds that ours reaches, and 15 differ: 7 are explained by strikes or leads that are named, 8 are not, or only in part."
 */
export function totalsSentence({ all, tally }: TotalsComparison): string {
  if (all.length === 0) return "No published total is on file.";
  const { agreeing, within, explained, unexplained } = tally;
  const differing = explained + unexplained;
  const agree = `${agreeing} ${agreeing === 1 ? "agrees" : "agree"} with our sum for the day, each by its publisher’s own rule`;
  const bounds = within === 0 ? "" : `, ${boundsWords(within)} that ours reaches`;
  const why =
    explained > 0 && unexplained > 0
      ? `: ${explained} ${areWord(explained)} explained by strikes or leads that are named, ${unexplained} ${areWord(unexplained)} not, or only in part`
      : explained > 0
        ? ", explained by strikes or leads that are named"
        : unexplained > 0
          ? ", not explained or only in part"
          : "";
  return `Of ${plural(all.length, "published total")}, ${agree}${bounds}, and ${differing} ${differing === 1 ? "differs" : "differ"}${why}.`;
}

function areWord(count: number): string {
  return count === 1 ? "is" : "are";
}

/** boundsWords(2) → "2 are lower bounds" */
function boundsWords(count: number): string {
  return count === 1 ? "1 is a lower bound" : `${count} are lower bounds`;
}

/** Who published totals, in a sentence: "45 publishers have totals on file, 8 of them three or more, which the drawing joins by lines: AP (12), CNN (7) and CBS News (6)." */
export function publishersSentence(series: readonly PublisherSeries[]): string {
  if (series.length === 0) return "No published total is on file.";
  const lined = linedSeries(series);
  const on = `${plural(series.length, "publisher")} ${series.length === 1 ? "has" : "have"} totals on file`;
  if (lined.length === 0) return `${on}; none gives ${LEAST_OF_LINE} or more numbers of dead, so no line is drawn.`;
  const names = listWords(lined.map(({ publisher, items }) => `${publisher} (${items.length})`));
  return `${on}, ${lined.length} of them ${LEAST_OF_LINE} or more numbers of dead, which the drawing joins by ${lined.length === 1 ? "a line" : "lines"}: ${names}.`;
}

/** "19 totals: 13 agree, 2 are lower bounds that ours reaches, 4 differ"; "6 totals: all agree"; "1 total, which differs". */
export function tallyWords({ agreeing, within, explained, unexplained }: TotalsTally): string {
  const differing = explained + unexplained;
  const count = agreeing + within + differing;
  if (count === 1) return `1 total, which ${agreeing === 1 ? "agrees" : within === 1 ? "is a lower bound that ours reaches" : "differs"}`;
  const all =
    agreeing === count
      ? "all agree"
      : differing === count
        ? "all differ"
        : within === count
          ? "all are lower bounds that ours reaches"
          : null;
  const parts = [
    `${agreeing} ${agreeing === 1 ? "agrees" : "agree"}`,
    within > 0 ? [`${boundsWords(within)} that ours reaches`] : [],
    `${differing} ${differing === 1 ? "differs" : "differ"}`,
  ].flat();
  return `${plural(count, "total")}: ${all ?? parts.join(", ")}`;
}

/** The number farthest from our range, as the chart names it: "El Diario: 110, 27 below our range"; "" when none lies outside it. */
export function farthestNote({ farthest }: TotalsComparison): string {
  return farthest ? `${totalBy(farthest.total)}: ${farthest.total.data.killed}, ${gapWords(farthest, farthest.range)}` : "";
}

/** The chart of totals in a sentence. */
export function totalsChartLabel({ all, farthest }: TotalsComparison): string {
  const given = all.filter(({ total }) => total.data.killed !== undefined);
  if (given.length === 0) return "No published total of the dead is on file.";
  const inside = given.filter((item) => distanceToRange(item) === 0).length;
  const outlier = farthest ? ` Farthest off is ${totalLine(farthest.total)}, ${gapWords(farthest, farthest.range)}.` : "";
  const below = given.filter(isBelowRange).length;
  return `${bandSentence({ given: given.length, inside, below }, ruleWords(DEFAULT_CHOICE))}${outlier}`;
}

export interface Measure {
  label: string;
  /** Whether it counts people. */
  people: boolean;
  published: string | null;
  /** What the ledger has; null where it keeps no such number apart. */
  ours: string | null;
  /** The difference in figures; null where the two are not compared, or a lower bound that ours reaches has none. */
  gap: string | null;
  /** Whether it is such a lower bound. */
  isReached: boolean;
}

/** What a total may count, beside the ledger of its day. Killed, strikes and vessels always; the rest only where it is given. */
export function measures({ total: { data }, ledger, comparisons }: Reconciliation): Measure[] {
  const given = (count: number | undefined) => (count === undefined ? null : String(count));
  const compared = (measure: Comparison["measure"]) => {
    const one = comparisons.find((comparison) => comparison.measure === measure);
    return { gap: one && !one.isReached ? formatGap(one.gap) : null, isReached: one?.isReached ?? false };
  };
  const apart = { gap: null, isReached: false };
  const always: Measure[] = [
    { label: "Killed", people: true, published: given(data.killed), ours: formatRange(ledger.killed), ...compared("killed") },
    { label: "Presumed dead, among them", people: true, published: given(data.presumedDead), ours: null, ...apart },
    { label: "Strikes", people: false, published: given(data.strikes), ours: String(ledger.strikes), ...compared("strikes") },
    {
      label: "Operations, which we count as entries",
      people: false,
      published: given(data.operations),
      ours: String(ledger.operations),
      ...apart,
    },
    { label: "Vessels", people: false, published: given(data.vessels), ours: String(ledger.vessels), ...compared("vessels") },
    { label: "Survivors", people: true, published: given(data.survivors), ours: formatRange(ledger.survivors), ...apart },
  ];
  return always.filter(({ label, published }) => published !== null || ["Killed", "Strikes", "Vessels"].includes(label));
}
