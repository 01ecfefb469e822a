/** Which lists and counts a change alters: what goes over all entries of a kind. */
import { hasCard } from "../cards/card.ts";
import { findLatestChanges } from "../graph/latest-changes.ts";
import { computeLedger } from "../graph/ledger.ts";
import { formatRange } from "../graph/ranges.ts";
import type { ArticleNode, Dossier } from "../graph/nodes.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import { plural } from "../site/words.ts";
import type { Urls } from "../site/urls.ts";
import type { ClaimChange } from "./claim-changes.ts";
import type { CountChange } from "./count-changes.ts";
import { nameIn, type EntryChange, type SiteChange } from "./entry-changes.ts";
import type { KnownChange } from "./known-changes.ts";
import type { LedgerChange } from "./ledger-changes.ts";
import type { Held } from "./pair-entries.ts";

export interface ListChange {
  pages: string[];
  because: string[];
}

export interface ListInput {
  before: Dossier;
  after: Dossier;
  entries: readonly EntryChange[];
  site: SiteChange;
  ledgers: readonly LedgerChange[];
  claims: readonly ClaimChange[];
  known: readonly KnownChange[];
  counts: readonly CountChange[];
}

export function compareLists(input: ListInput, urls: Urls): ListChange[] {
  const { before, after, site, ledgers, known, claims } = input;
  const entries = input.entries.filter(({ way }) => way !== "form");
  const reasons = new Map<string, Set<string>>(); // e.g. "/claims/" → "1 claim added"
  const add = (page: string, ...because: string[]) => {
    if (because.length > 0) reasons.set(page, new Set([...(reasons.get(page) ?? []), ...because]));
  };
  const touched = (kind: Kind) => entries.filter(({ pair }) => pair.kind === kind);
  const isStrike = (held: Held | null) => held?.node?.kind === "event" && held.node.strike !== null;
  const isStrikeTouched = touched("event").some(({ pair }) => isStrike(pair.before) || isStrike(pair.after));
  const ledger = ledgers.flatMap(({ isMoved, scope }) =>
    isMoved ? [scope.asOf ? "the ledger as of an article’s day" : "the ledger"] : [],
  );

  add(urls.page(""), ...homeReasons(input, entries));
  for (const kind of KIND_NAMES) add(urls.indexOf(kind), ...countWays(kind, touched(kind)));
  if (touched("claim").length > 0) add(urls.page("contested/"), ...countWays("claim", touched("claim")));
  if (touched("place").length > 0) add(urls.indexOf("series"), ...countWays("place", touched("place")));
  if (isStrikeTouched) for (const page of ["strikes/", "counts/", "unknowns/"]) add(urls.page(page), "the strikes on file");
  if (touched("article").length > 0 || touched("lead").length > 0) add(urls.page("counts/"), "articles and leads beside the counts");
  if (entries.some(({ way }) => way === "withdrawn" || way === "restored"))
    add(urls.indexOf("correction"), "the list of withdrawn entries");
  for (const page of ["strikes/", "counts/", "timeline/"]) add(urls.page(page), ...ledger);
  add(urls.page("about/"), ...aboutReasons(before, after), ...ledger.slice(0, 1));
  if (entries.some(({ way }) => ["added", "removed", "merged"].includes(way))) add(urls.page("search/"), "the number of entries");
  if (touched("article").length + touched("correction").length > 0) add(urls.page("feed.xml"), "articles and corrections");
  add(urls.page("feeds/…"), ...feedReasons(entries));
  if (touched("event").length > 0) add(urls.page("timeline/timeline.ics"), ...countWays("event", touched("event")));
  if (touched("claim").length + touched("event").length > 0) add(urls.page("actors/…/atom.xml"), "claims and timeline entries");
  const framed = [...countWays("claim", touched("claim")), ...(isStrikeTouched ? ["the strikes on file"] : [])];
  add(urls.page("embed/…"), ...framed);
  if (entries.some(({ pair }) => [pair.before, pair.after].some((held) => held?.node && hasCard(held.node))))
    add(urls.page("cards/…"), "the pictures by which links to the pages above are shared");
  if (claims.some(({ known: day }) => day) || known.length > 0) add(urls.indexOf("event"), "what was known on a day");

  const lists = [...reasons].map(([page, because]) => ({ pages: [page], because: [...because] }));
  return [
    ...(site.way === "changed" ? [{ pages: [urls.page("…")], because: ["site.yaml: every page may be another"] }] : []),
    ...lists,
    ...(isStrikeTouched ? strikePages(before, after, urls) : []), // over all records on file, a strike's part is in its own entry alone
  ];
}

/** Which feeds of the site have another item, or the same with other words. */
function feedReasons(entries: readonly EntryChange[]): string[] {
  const has = (kind: Kind) => entries.some(({ pair }) => pair.kind === kind);
  const isListed = has("correction") || entries.some(({ way }) => way === "withdrawn" || way === "restored");
  return [
    ...(has("article") ? ["the feed of analyses"] : []),
    ...(has("event") ? ["the feed of the timeline"] : []),
    ...(isListed ? ["the feed of corrections"] : []),
  ];
}

function homeReasons({ before, after, ledgers, claims, counts }: ListInput, entries: readonly EntryChange[]): string[] {
  const [was, is] = [leadOf(before), leadOf(after)];
  const isLeadTouched = entries.some(({ pair }) => pair.after?.node && pair.after.node === is);
  const tally = (dossier: Dossier) =>
    Object.entries(Object.groupBy(dossier.claims, ({ data }) => data.status)).map(([status, list]) => `${status} ${list.length}`);
  const latest = (dossier: Dossier) =>
    findLatestChanges(dossier, 8).map(({ day, node, development }) => [day, node.file, development ?? nameIn(node)]);
  const onFile = ({ claims: all, sources, strikes }: Dossier) => [all.length, sources.length, strikes.length];
  return [
    was?.id !== is?.id && "another lead article",
    isLeadTouched && "the lead article",
    claims.some(({ standings }) => standings.some(({ asOf }) => asOf === is?.data.asOf)) && "where its claims stand",
    entries.some(({ pair }) => pair.kind === "article" && pair.after?.node !== is) && "other articles",
    ledgers.some(({ isMoved, scope }) => isMoved && (scope.asOf === null || scope.asOf === is?.data.asOf)) && "the strikes and their count",
    counts.some(({ node }) => node === is) && "a number in the lead article",
    isOther(latest(before), latest(after)) && "what became known last",
    isOther(tally(before).sort(), tally(after).sort()) && "how the claims stand",
    isOther(onFile(before), onFile(after)) && "how much is on file",
  ].filter((reason) => reason !== false);
}

function aboutReasons(before: Dossier, after: Dossier): string[] {
  const statuses = ({ claims }: Dossier) => claims.map(({ data }) => data.status).sort();
  const grades = ({ sources }: Dossier) => sources.map(({ data }) => data.grade).sort();
  return [
    isOther(statuses(before), statuses(after)) && "claims of each status",
    isOther(grades(before), grades(after)) && "sources of each grade",
    before.totals.length !== after.totals.length && "the number of published totals",
  ].filter((reason) => reason !== false);
}

/** What every strike and every total says about the whole list. */
function strikePages(before: Dossier, after: Dossier, urls: Urls): ListChange[] {
  const strikesIn = ({ strikes }: Dossier) => computeLedger(strikes, { asOf: null }).strikes;
  const oursOn = (dossier: Dossier, to: string) => {
    const { killed, strikes, vessels } = computeLedger(dossier.strikes, { asOf: null, to });
    return `${formatRange(killed)} ${strikes} ${vessels}`;
  };
  const days = [...new Set(after.totals.map(({ data }) => data.asOf))].filter((day) => oursOn(before, day) !== oursOn(after, day));
  const beside = after.totals.filter(({ data }) => days.includes(data.asOf)).length;
  const [from, to] = [strikesIn(before), strikesIn(after)];
  const changes: ListChange[] = [];
  if (from !== to) {
    const because = [`each page of a strike gives its number among ${plural(to, "strike")}, before among ${from}`];
    changes.push({ pages: [urls.hrefFor({ kind: "event", id: "…" })], because });
  }
  if (beside > 0) {
    const because = [`${plural(beside, "published total")} ${beside === 1 ? "stands" : "stand"} beside another count of ours`];
    changes.push({ pages: [urls.hrefFor({ kind: "total", id: "…" })], because });
  }
  return changes;
}

/** countWays("claim", …) → ["2 claims added", "1 claim changed"] */
function countWays(kind: Kind, entries: readonly EntryChange[]): string[] {
  const { one, many } = KINDS[kind];
  const groups = Map.groupBy(entries, ({ way }) => (way === "merged" ? "removed" : way === "added" || way === "removed" ? way : "changed"));
  return (["added", "changed", "removed"] as const).flatMap((way) => {
    const count = groups.get(way)?.length ?? 0;
    return count > 0 ? [`${plural(count, one, many)} ${way}`] : [];
  });
}

function leadOf({ site, articles }: Dossier): ArticleNode | undefined {
  return articles.find(({ id }) => id === site.lead) ?? articles[0];
}

function isOther(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
