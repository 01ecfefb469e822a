/** What a change to the content alters: two sides in, everything that is other out. */
import type { Urls } from "../site/urls.ts";
import { compareClaims, type ClaimChange } from "./claim-changes.ts";
import { compareCounts, type CountChange } from "./count-changes.ts";
import { findEntryChanges, findSiteChange, type EntryChange, type SiteChange } from "./entry-changes.ts";
import { compareKnownDays, type KnownChange } from "./known-changes.ts";
import { compareLedgers, compareStrikes, scopesOf, type LedgerChange, type StrikeChange } from "./ledger-changes.ts";
import { compareData } from "./data-changes.ts";
import { compareLists, type ListChange } from "./list-changes.ts";
import { comparePages, type PageChanges } from "./page-changes.ts";
import { pairEntries, type Side } from "./pair-entries.ts";
import { compareProblems, type ProblemChanges } from "./problem-changes.ts";
import { findUncorrected, type Uncorrected } from "./uncorrected.ts";
import { compareAgreements, type TotalChange } from "./total-changes.ts";

export interface Impact {
  /** Errors of the check on each side: where there are some, its dossier is not whole. */
  errors: { before: number; after: number };
  entries: EntryChange[];
  uncorrected: Uncorrected[];
  site: SiteChange;
  ledgers: LedgerChange[];
  strikes: StrikeChange[];
  totals: TotalChange[];
  claims: ClaimChange[];
  counts: CountChange[];
  known: KnownChange[];
  pages: PageChanges;
  lists: ListChange[];
  problems: ProblemChanges;
}

export function assessImpact(before: Side, after: Side, urls: Urls): Impact {
  const [was, is] = [before.check.dossier, after.check.dossier];
  const pairs = pairEntries(before, after);
  const scopes = scopesOf(was, is);
  const entries = findEntryChanges(pairs);
  const site = findSiteChange(before, after);
  const ledgers = compareLedgers(was, is, scopes);
  const claims = compareClaims(pairs, scopes);
  const known = compareKnownDays(pairs);
  const counts = compareCounts(pairs, was, is);
  return {
    errors: { before: before.check.errors, after: after.check.errors },
    entries,
    uncorrected: findUncorrected(entries, is),
    site,
    ledgers,
    strikes: compareStrikes(pairs, scopes),
    totals: compareAgreements(pairs, was, is),
    claims,
    counts,
    known,
    pages: comparePages(before, after, entries, { claims, known }, urls),
    lists: [
      ...compareLists({ before: was, after: is, entries, site, ledgers, claims, known, counts }, urls),
      ...compareData(before, after, urls),
    ],
    problems: compareProblems(pairs, before.check, after.check),
  };
}
