/** What a day of the record brought, in words. */
import type { DayRecord, RecordSums } from "../graph/day-record.ts";
import type { Change } from "../graph/history.ts";
import { inexactBasis } from "../graph/known-day.ts";
import type { CasualtyRecord, TotalNode } from "../graph/nodes.ts";
import { formatRange } from "../graph/ranges.ts";
import { COUNTING_RULE_NAMES, COUNTING_RULES, DEFAULT_RULE } from "../model/counting.ts";
import { formatDate, formatDay, type Day } from "../model/dates.ts";
import { claimLine } from "./claim-words.ts";
import { withoutFigureWords } from "./rule-words.ts";
import { byWords } from "./history-words.ts";
import { countLines, totalFigure } from "./total-words.ts";
import { capitalize, countOf, killedWords, listWords, plural, uncapitalize } from "./words.ts";

/** changeWords({ what: "status", from: "asserted", to: "contested" }, day) → "Contested from this day; asserted before." */
export function changeWords(change: Change, day: Day): string {
  switch (change.what) {
    case "entry":
      return "First known.";
    case "status":
      return `${capitalize(change.to)} from this day; ${change.from} before.`;
    case "toll": {
      const now = capitalize(killedWords(change.to));
      return `${now}, by ${byWords(change.records)}; before, ${killedWords(change.from)}.`;
    }
    case "records":
      return `${capitalize(countOf(change.records.length, "record"))} more, by ${byWords(change.records)}; the number killed stays as it was${otherCounts(change.records)}.`;
    case "development": {
      const { date, summary, sources } = change.development;
      const isOfDay = date.earliest === day && date.latest === day;
      const dated = isOfDay ? summary : `${capitalize(formatDate(date))}: ${summary}`;
      const basis = inexactBasis(sources, day);
      return basis ? `${dated} By a source dated ${formatDate(basis)}.` : dated;
    }
    case "nationality":
      return `Nationality reported: ${change.nationality}.`;
    case "figure":
      return `A further figure: ${change.figure.what}.`;
    case "claim":
      return `${capitalize(change.link.label)} ${claimLine(change.link.claim)}.`;
    case "name":
      return `Named: ${change.name}.`;
    case "dispute":
      return `Accounts differ: ${uncapitalize(change.about)}.`;
    case "role":
      return `Role on file: ${change.title}.`;
    case "relation":
      return `${capitalize(change.relation.label)} ${change.relation.actor.data.name}.`;
  }
}

/** otherCounts(records) → "; 2 survived", what records say besides of people */
function otherCounts(records: readonly CasualtyRecord[]): string {
  const given = (["survived", "missing", "presumedDead"] as const).flatMap((name) => {
    const counts = [...new Set(records.flatMap(({ data }) => data[name] ?? []))];
    return counts.length > 0 ? [`${counts.join(" or ")} ${name === "presumedDead" ? "presumed dead" : name}`] : [];
  });
  return given.length > 0 ? `; ${listWords(given)}` : "";
}

/** "5 timeline entries, one claim and one published total became known; of 3 entries more became known." */
export function daySentence({ events, claims, totals, disputed, changed, withdrawn }: DayRecord): string {
  const fresh = [
    events.length > 0 ? plural(events.length, "timeline entry", "timeline entries") : [],
    claims.length > 0 ? plural(claims.length, "claim") : [],
    totals.length > 0 ? plural(totals.length, "published total") : [],
  ].flat();
  const more = disputed.length + changed.length;
  const parts = [
    fresh.length > 0 ? `${listWords(fresh)} became known` : [],
    more > 0 ? `more became known of ${plural(more, "entry", "entries")} that ${more === 1 ? "was" : "were"} on file` : [],
    withdrawn.length > 0
      ? `${plural(withdrawn.length, "entry", "entries")} of this day ${withdrawn.length === 1 ? "is" : "are"} withdrawn`
      : [],
  ].flat();
  return `${capitalize(parts.join("; "))}.`;
}

/** totalWords(total) → "At least 4 killed, 1 strike."; "2 strikes; number killed not given.": all that a published total counts. */
export function totalWords(total: TotalNode): string {
  const { killed, strikes, operations, vessels } = total.data;
  const counts = countLines({ strikes, operations, vessels });
  const figure = capitalize(totalFigure(total));
  if (killed !== undefined) return `${[figure, ...counts].join(", ")}.`;
  return `${[figure, ...counts.slice(1)].join(", ")}${counts.length > 0 ? "; number killed not given" : ""}.`;
}

/** killedOf(sums) → "32", by every record as it stands */
export function killedOf({ killed }: RecordSums): string {
  return formatRange(killed[DEFAULT_RULE]);
}

/** sumsSentence(sums) → "7 strikes, 32 killed" */
export function sumsSentence({ strikes, killed, withoutFigure }: RecordSums): string {
  return `${plural(strikes, "strike")}, ${killedWords(killed[DEFAULT_RULE])}${withoutFigureWords(withoutFigure, "; ")}`;
}

export interface SumRow {
  label: string;
  /** Whether it counts people, whose numerals have a face of their own. */
  people: boolean;
  then: string;
  now: string;
}

/** The sums of a day beside those of the whole record, by each rule for the dead. */
export function sumRows(then: RecordSums, now: RecordSums): SumRow[] {
  const row = (label: string, of: (sums: RecordSums) => string | number, people = false): SumRow => ({
    label,
    people,
    then: String(of(then)),
    now: String(of(now)),
  });
  return [
    row("Strikes", ({ strikes }) => strikes),
    ...COUNTING_RULE_NAMES.map((rule) => row(`Killed, ${COUNTING_RULES[rule].words}`, ({ killed }) => formatRange(killed[rule]), true)),
    row("Strike entries without a number killed", ({ withoutFigure }) => withoutFigure),
    row("Survived", ({ survivors }) => formatRange(survivors), true),
    row("Timeline entries", ({ events }) => events),
    row("Claims", ({ claims }) => claims),
    row("Claims contested or denied", ({ opposed }) => opposed),
    row("Published totals", ({ totals }) => totals),
  ];
}

/** dayTitle("2025-10-20") → "Known on 20 October 2025" */
export function dayTitle(day: Day): string {
  return `Known on ${formatDay(day)}`;
}
