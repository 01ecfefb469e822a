/** The first paragraph of the report: what a reviewer has to know. */
import { formatDay } from "../model/dates.ts";
import { listWords, plural } from "../site/words.ts";
import type { Impact } from "./assess-impact.ts";
import type { EntryWay } from "./entry-changes.ts";
import { MEASURES } from "./ledger-changes.ts";
import { arrow } from "./markdown.ts";

/** The order in which a sentence tells them, with their words. */
const WAYS: Record<EntryWay, string> = {
  added: "added",
  changed: "changed",
  renamed: "renamed",
  merged: "merged into another",
  removed: "removed",
  withdrawn: "withdrawn",
  restored: "no longer withdrawn",
  form: "other in form only",
  unread: "other, with faults",
};

/** “2 entries added, 1 changed; over the whole record killed 187–202 → 189–204; 1 count in prose is now wrong; 3 other pages show what changed; 0 new errors.” */
export function summarize(impact: Impact): string {
  const { claims, counts, known, totals, pages, problems } = impact;
  const wrong = counts.filter(({ isRight }) => !isRight).length;
  const lost = totals.filter(({ before, after }) => before && !before.differs && after?.differs).length;
  const won = totals.filter(({ before, after }) => before?.differs && after && !after.differs).length;
  const statuses = claims.filter(({ status }) => status).length;
  const standings = claims.filter((claim) => claim.standings.length > 0).length;
  const days = known.length + claims.filter((claim) => claim.known).length;
  const fresh = (severity: "error" | "warning") => problems.appeared.filter((problem) => problem.severity === severity).length;
  const does = (count: number, one: string, many: string) => (count === 1 ? one : many);
  const clauses = [
    entryWords(impact),
    ...ledgerWords(impact),
    won > 0 && `${plural(won, "published total")} no longer ${does(won, "differs", "differ")} from the ledger`,
    lost > 0 && `${plural(lost, "published total")} now ${does(lost, "differs", "differ")} from the ledger`,
    statuses > 0 && `${plural(statuses, "claim")} ${does(statuses, "has", "have")} another status`,
    standings > 0 && `${plural(standings, "claim")} ${does(standings, "stands", "stand")} elsewhere on an article’s day`,
    days > 0 && `${plural(days, "known day")} moved`,
    counts.length - wrong > 0 &&
      `${plural(counts.length - wrong, "count")} in prose moved and ${does(counts.length - wrong, "is", "are")} right`,
    wrong > 0 && `${plural(wrong, "count")} in prose ${does(wrong, "is", "are")} now wrong`,
    pages.gone.length > 0 && `${plural(pages.gone.length, "address", "addresses")} gone without a redirect`,
    pages.showing.length > 0 && `${plural(pages.showing.length, "other page")} ${does(pages.showing.length, "shows", "show")} what changed`,
    `${plural(fresh("error"), "new error")}${fresh("warning") > 0 ? `, ${plural(fresh("warning"), "new warning")}` : ""}`,
  ];
  return `${clauses.filter(Boolean).join("; ")}.`;
}

function entryWords({ entries, site }: Impact): string {
  const groups = (Object.keys(WAYS) as EntryWay[]).flatMap((way) => {
    const count = entries.filter((entry) => entry.way === way).length;
    return count > 0 ? [{ way, count }] : [];
  });
  const words = groups.map(({ way, count }, i) => `${i === 0 ? plural(count, "entry", "entries") : count} ${WAYS[way]}`);
  if (site.way !== "same") words.push(`site.yaml ${WAYS[site.way]}`);
  return words.length > 0 ? words.join(", ") : "no entry changed";
}

/** The count where it moved: strikes and killed, or whatever else did; days on which it moved alike stand together. */
function ledgerWords({ ledgers }: Impact): string[] {
  const scopes = new Map<string, string[]>(); // e.g. "killed 187–202 → 189–204" → ["over the whole record"]
  for (const { scope, isMoved, measures } of ledgers) {
    if (!isMoved) continue;
    const moved = MEASURES.filter((name) => measures[name].before !== measures[name].after);
    const first = moved.filter((name) => name === "killed" || name === "strikes");
    const words = (first.length > 0 ? first : moved).map((name) => `${name} ${arrow(measures[name])}`).join(", ");
    scopes.set(words, [...(scopes.get(words) ?? []), scope.asOf ? `as of ${formatDay(scope.asOf)}` : "over the whole record"]);
  }
  return [...scopes].map(([words, where]) => `${listWords(where)} ${words}`);
}
