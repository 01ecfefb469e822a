/** Rules about the linked dossier: what no single entry can know by itself. */
import { getDate } from "../model/parse-date.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";
import type { ActorNode, ClaimNode, Dossier } from "../graph/nodes.ts";
import type { Terms } from "../model/terms.ts";
import { checkClaim } from "./claim-rules.ts";
import { checkDates } from "./date-rules.ts";
import { checkLanguage } from "./language-rules.ts";
import { checkNamed } from "./named-rules.ts";
import { checkParts } from "./part-rules.ts";
import { checkRegions } from "./region-rules.ts";
import { checkCounts, checkLinks } from "./text-rules.ts";
import { checkTotal } from "./total-rules.ts";

/** What some rules judge, as a reader is told of it, and the kinds of which each entry must be valid before they can. */
const PARTS = {
  "claims’ statuses against their answers": ["claim"],
  "counts and totals": ["event", "source"],
  "accusations in texts": ["claim", "actor"],
  "people named among the dead": ["actor"],
  "entries that nothing names": KIND_NAMES,
  "words of the faulty entries": KIND_NAMES,
} satisfies Record<string, readonly Kind[]>;
type Part = keyof typeof PARTS;

/** What cannot be judged before the invalid entries are corrected. @param invalid their keys, as "kind/id". */
export function findUnjudged(invalid: ReadonlySet<string>): Part[] {
  const kinds = new Set([...invalid].map((key) => key.slice(0, key.indexOf("/"))));
  return (Object.keys(PARTS) as Part[]).filter((part) => PARTS[part].some((kind) => kinds.has(kind))); // the keys just above
}

/**
 * @param invalid entries that exist but are invalid, as "kind/id": what rests on one of them cannot be judged before it is corrected,
 * and is no second problem.
 * @param terms words that belong to one side of the story; null where no list is on file.
 */
export function checkRules(dossier: Dossier, invalid: ReadonlySet<string> = new Set(), terms: Terms | null = null): FoundProblem[] {
  const unjudged = findUnjudged(invalid);
  const judges = (part: Part) => !unjudged.includes(part);
  return [
    ...sharedNames(dossier),
    ...sharedNumbers(dossier),
    ...sharedUrls(dossier),
    ...dossier.claims.flatMap((claim) => checkClaim(claim, judges("claims’ statuses against their answers"))),
    ...cycles(dossier),
    ...intervals(dossier),
    ...checkDates(dossier),
    ...checkRegions(dossier),
    ...(judges("people named among the dead") ? checkNamed(dossier) : []),
    ...afterRecordEnd(dossier),
    ...dossier.articles.flatMap(checkLinks),
    ...checkParts(dossier),
    ...(judges("counts and totals") ? checkCounts(dossier) : []),
    ...checkLanguage(dossier, terms, judges("accusations in texts")),
    ...(judges("entries that nothing names") ? loneEntries(dossier) : []),
    ...(judges("counts and totals") ? dossier.totals.flatMap((total) => (total.data.withdrawn ? [] : checkTotal(dossier, total))) : []),
  ];
}

function sharedNames(dossier: Dossier): FoundProblem[] {
  const owners = new Map<string, string>(); // e.g. "gustavo petro" → "gustavo-petro"
  const problems: FoundProblem[] = [];
  for (const actor of dossier.actors) {
    const names = [
      { name: actor.data.name, path: ["name"] },
      ...(actor.data.aliases ?? []).map((name, i) => ({ name, path: ["aliases", i] })),
    ];
    for (const { name, path } of names) {
      const key = name.normalize("NFC").toLowerCase();
      const owner = owners.get(key);
      if (owner && owner !== actor.id) {
        problems.push({
          code: "duplicate-name",
          file: actor.file,
          place: { path },
          message: `“${name}” is also a name of the actor \`${owner}\`.`,
          advice: "Give each name to one actor only, or merge the two entries.",
        });
      } else {
        owners.set(key, actor.id);
      }
    }
  }
  return problems;
}

/** Pages say "to" the last day of the record; an event after it would make them wrong. */
function afterRecordEnd(dossier: Dossier): FoundProblem[] {
  const { recordEnds } = dossier.site;
  return dossier.events
    .filter(({ date }) => date.earliest !== null && date.earliest > recordEnds)
    .map(({ file, data }) => ({
      code: "after-record-end" as const,
      file,
      place: { path: ["date"] },
      message: `The event is dated ${data.date}, and site.yaml ends the record on ${recordEnds}.`,
      advice: `Set \`recordEnds\` in site.yaml to the last day that the record covers, or correct the date.`,
    }));
}

function sharedNumbers(dossier: Dossier): FoundProblem[] {
  const owners = new Map<number, string>();
  const next = Math.max(0, ...dossier.claims.map((claim) => claim.data.number ?? 0)) + 1;
  return dossier.claims.flatMap((claim): FoundProblem[] => {
    const { number } = claim.data;
    if (number === undefined) return [];
    const owner = owners.get(number);
    owners.set(number, claim.id);
    if (!owner) return [];
    return [
      {
        code: "duplicate-number",
        file: claim.file,
        place: { path: ["number"] },
        message: `Number ${number} belongs to the claim \`${owner}\`.`,
        advice: `The next free number is ${next}; the claim that was published first keeps its own.`,
      },
    ];
  });
}

/** One page filed twice would count as two sources apart from each other. */
function sharedUrls(dossier: Dossier): FoundProblem[] {
  const owners = new Map<string, string>(); // e.g. "https://example.org/a" → "gazette"
  return dossier.sources.flatMap(({ id, file, data }): FoundProblem[] => {
    if (!data.url || data.withdrawn) return [];
    const address = data.url.replace(/^https?:\/\/(?:www\.)?|\/?(?:#.*)?$/g, "");
    const owner = owners.get(address);
    owners.set(address, owner ?? id);
    if (!owner) return [];
    return [
      {
        code: "duplicate-url",
        file,
        place: { path: ["url"] },
        message: `The page is on file already, as the source \`${owner}\`.`,
        advice: `Name \`${owner}\` where this one is named, and keep one file: one page is one source.`,
      },
    ];
  });
}

function cycles(dossier: Dossier): FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const source of dossier.sources) {
    if (reaches(source, source, (node) => node.derivesFrom)) {
      problems.push({
        code: "cycle",
        file: source.file,
        place: { path: ["derivesFrom"] },
        message: "Following `derivesFrom` from here comes back here.",
        advice: "A source derives from an earlier one; remove the link that points the other way.",
      });
    }
  }
  for (const claim of dossier.claims) {
    const supersedes = (node: ClaimNode) =>
      node.relations.filter(({ type, inverse }) => type === "supersedes" && !inverse).map((relation) => relation.claim);
    if (reaches(claim, claim, supersedes)) {
      const index = (claim.data.relations ?? []).findIndex(({ type }) => type === "supersedes");
      problems.push({
        code: "cycle",
        file: claim.file,
        place: { path: ["relations", index] },
        message: "Following `supersedes` from here comes back here.",
        advice: "The later claim supersedes the earlier one; remove the link that points the other way.",
      });
    }
  }
  return problems;
}

function reaches<T>(from: T, goal: T, next: (node: T) => readonly T[]): boolean {
  const seen = new Set<T>();
  const queue = [...next(from)];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    queue.push(...next(node));
  }
  return false;
}

function intervals(dossier: Dossier): FoundProblem[] {
  return dossier.actors.flatMap(({ file, data }) => {
    const spans = [
      ...(data.roles ?? []).map(({ from, to }, i) => ({ what: "role", from, to, path: ["roles", i, "to"] })),
      ...(data.relations ?? []).map(({ from, until }, i) => ({ what: "relation", from, to: until, path: ["relations", i, "until"] })),
    ];
    return spans.flatMap(({ what, from, to, path }): FoundProblem[] => {
      if (from === undefined || to === undefined) return [];
      const [start, end] = [getDate(from).earliest, getDate(to).latest];
      if (!start || !end || start <= end) return [];
      return [
        {
          code: "ends-before-start",
          file,
          place: { path },
          message: `The ${what} starts ${from} and ends ${to}.`,
          advice: "Swap the two dates, or correct one of them.",
        },
      ];
    });
  });
}

function loneEntries(dossier: Dossier): FoundProblem[] {
  const uncited = dossier.sources
    .filter((source) => !source.data.withdrawn && source.citedBy.length === 0 && source.derivedBy.length === 0)
    .map((source) => ({
      code: "uncited-source" as const,
      file: source.file,
      message: "Nothing cites this source.",
      advice: "Cite it where it carries something, or withdraw it; one that was never published may be deleted.",
    }));
  const named = actorsNamedByStrikes(dossier);
  const unnamed = dossier.actors
    .filter(
      (actor) =>
        !actor.data.withdrawn &&
        !named.has(actor) &&
        [actor.claimsMade, actor.claimsAbout, actor.events, actor.relations, actor.namedIn, actor.totals, actor.backlinks].every(
          (list) => list.length === 0,
        ),
    )
    .map((actor) => ({
      code: "unnamed-actor" as const,
      file: actor.file,
      message: `No entry names ${actor.data.name}.`,
      advice: `Name the actor in a claim or event, or withdraw content/${KINDS.actor.folder}/${actor.id}.md; one that was never published may be deleted.`,
    }));
  return [...uncited, ...unnamed];
}

/** Actors in parts of a strike that list no events at the actor's own end. */
function actorsNamedByStrikes(dossier: Dossier): Set<ActorNode | null> {
  return new Set(
    dossier.strikes.flatMap(({ strike }) => [
      strike.announcedBy,
      strike.affiliationGroup,
      strike.affiliationBy,
      ...strike.named.map(({ by }) => by),
      ...strike.disputes.flatMap(({ versions }) => versions.map(({ by }) => by)),
    ]),
  );
}
