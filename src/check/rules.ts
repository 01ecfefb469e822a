/** Rules about the linked dossier: what no single entry can know by itself. */
import { parseLink } from "../markdown/links.ts";
import { formatDay, getDate } from "../model/dates.ts";
import { KINDS, type Kind } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";
import { evaluateCount } from "../graph/count-query.ts";
import type { ActorNode, ClaimNode, Dossier, DossierNode, SourceNode } from "../graph/nodes.ts";
import { publisherOf } from "../graph/origins.ts";
import { formatRange } from "../graph/ledger.ts";
import { reconcileTotal } from "../graph/reconcile.ts";

/**
 * @param invalid entries that exist but are invalid, as "kind/id": what rests on one of them cannot be judged before it is corrected,
 * and is no second problem.
 */
export function checkRules(dossier: Dossier, invalid: ReadonlySet<string> = new Set()): FoundProblem[] {
  const hasInvalid = (...kinds: Kind[]) => [...invalid].some((key) => kinds.some((kind) => key.startsWith(`${kind}/`)));
  const areStrikesWhole = !hasInvalid("event", "source");
  return [
    ...sharedNames(dossier),
    ...sharedNumbers(dossier),
    ...dossier.claims.flatMap((claim) => checkClaim(claim, !hasInvalid("claim"))),
    ...cycles(dossier),
    ...intervals(dossier),
    ...articles(dossier),
    ...(areStrikesWhole ? counts(dossier) : []),
    ...(invalid.size === 0 ? loneEntries(dossier) : []),
    ...(areStrikesWhole ? totals(dossier) : []),
  ];
}

function sharedNames(dossier: Dossier): FoundProblem[] {
  const owners = new Map<string, string>(); // e.g. "gustavo petro" → "gustavo-petro"
  const problems: FoundProblem[] = [];
  for (const actor of dossier.actors) {
    const names = [{ name: actor.data.name, path: ["name"] }, ...(actor.data.aliases ?? []).map((name, i) => ({ name, path: ["aliases", i] }))];
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

function sharedNumbers(dossier: Dossier): FoundProblem[] {
  const owners = new Map<number, string>();
  const next = Math.max(0, ...dossier.claims.map((claim) => claim.data.number ?? 0)) + 1;
  return dossier.claims.flatMap((claim): FoundProblem[] => {
    const { number } = claim.data;
    if (number === undefined) return [];
    const owner = owners.get(number);
    owners.set(number, claim.id);
    if (!owner) return [];
    return [{ code: "duplicate-number", file: claim.file, place: { path: ["number"] }, message: `Number ${number} belongs to the claim \`${owner}\`.`, advice: `The next free number is ${next}.` }];
  });
}

/** @param areClaimsWhole whether every claim is valid; else a claim that answers this one may be among the invalid ones. */
function checkClaim(claim: ClaimNode, areClaimsWhole: boolean): FoundProblem[] {
  const problems: FoundProblem[] = [];
  const { status } = claim.data;
  const restsOnAnswer = ["contested", "denied", "superseded"].includes(status);
  const areSourcesWhole = claim.sources.length === claim.data.sources.length;
  const published = claim.sources.map((source) => source.published?.latest);
  const start = claim.date.earliest;
  if (start && areSourcesWhole && published.every((day) => day && day < start)) {
    const last = published.reduce<string>((max, day) => (day && day > max ? day : max), "");
    problems.push({
      code: "claim-after-sources",
      file: claim.file,
      place: { path: ["date"] },
      message: `The claim is dated ${claim.data.date}, but its newest source was published on ${formatDay(last)}.`,
      advice: `Correct the date, or add the source that carries it (published ${formatDay(start)} or later).`,
    });
  }
  const canJudge = restsOnAnswer ? areClaimsWhole : areSourcesWhole;
  const lack = canJudge ? statusLack(claim) : null;
  if (lack) problems.push({ code: "status-unsupported", file: claim.file, place: { path: ["status"] }, ...lack });
  if (canJudge && !lack && restsOnAnswer && !hasRelationFor(claim) && claim.developments.every((development) => !development.effect)) {
    const effect = status === "contested" ? "disputes" : status === "denied" ? "denies" : "supersedes";
    problems.push({
      code: "status-development-unmarked",
      file: claim.file,
      place: { path: ["developments"] },
      message: `The status is ${status}, no claim on file ${effect} this one, and no development is marked as doing so.`,
      advice: `Add \`effect: ${effect}\` to the development that changed the status.`,
    });
  }
  if (areSourcesWhole && claim.sources.length === 1) {
    problems.push({ code: "single-source", file: claim.file, place: { path: ["sources"] }, message: "The claim rests on one source.", advice: "Add a second, independent source where there is one." });
  }
  if (!lack && areClaimsWhole && status === "contested" && !claim.relations.some(({ type }) => type === "disputes")) {
    problems.push({
      code: "one-sided-contest",
      file: claim.file,
      place: { path: ["status"] },
      message: "The claim is contested, and no claim of the other side is linked to it.",
      advice: `Add the other side's claim, with \`relations: [{to: ${claim.id}, type: disputes}]\`.`,
    });
  }
  return problems;
}

/** What a claim's status demands and the claim does not have; null when all is there. */
function statusLack(claim: ClaimNode): { message: string; advice: string } | null {
  const { status } = claim.data;
  const areIndependent = claim.origins.length >= 2;
  const isPrimary = (source: SourceNode) => ["government-statement", "court-record", "legislation", "un-report", "social-post", "interview", "dataset"].includes(source.data.kind);
  switch (status) {
    case "asserted":
      return null;
    case "documented":
      if (claim.sources.some(isPrimary) || areIndependent) return null;
      return {
        message: "The status is documented, with neither a primary source nor two independent ones.",
        advice: "Add a primary source (government statement, legislation, court record, UN report, dataset, post or interview) or one from a second publisher that does not derive from the first; else the status is `asserted`.",
      };
    case "corroborated":
      if (areIndependent) return null;
      return {
        message: `The status is corroborated, and all sources go back to one origin${claim.origins[0] ? ` (${publisherOf(claim.origins[0])})` : ""}.`,
        advice: "Add a source from another publisher that does not derive from it; else the status is `asserted`.",
      };
    case "contested":
      if (hasRelationFor(claim) || hasEffect(claim, "disputes", "denies")) return null;
      return { message: "The status is contested, and nothing disputes the claim.", advice: `Add a claim with \`relations: [{to: ${claim.id}, type: disputes}]\`, or a development with \`effect: disputes\`; else the status is \`asserted\`.` };
    case "denied":
      if (hasRelationFor(claim) || hasEffect(claim, "denies", "disputes")) return null;
      return { message: "The status is denied, and no denial is on file.", advice: `Add the denial as a claim with \`relations: [{to: ${claim.id}, type: disputes}]\`, or as a development with \`effect: denies\`.` };
    case "superseded":
      if (hasRelationFor(claim) || hasEffect(claim, "supersedes")) return null;
      return { message: "The status is superseded, and nothing supersedes the claim.", advice: `Add the claim that replaced it, with \`relations: [{to: ${claim.id}, type: supersedes}]\`, or a development with \`effect: supersedes\`.` };
  }
}

/** Whether a claim on file makes this one contested, denied or superseded. */
function hasRelationFor(claim: ClaimNode): boolean {
  const aboutIds = new Set(claim.about.map((actor) => actor.id));
  return claim.relations.some(({ type, inverse, claim: other }) => {
    if (claim.data.status === "contested") return type === "disputes";
    if (claim.data.status === "denied") return type === "disputes" || (type === "responds-to" && other.data.kind === "denial" && aboutIds.has(other.data.assertedBy));
    return type === "supersedes" && inverse;
  });
}

/** Unmarked developments count too, with a warning: an editor may know what we cannot read. */
function hasEffect(claim: ClaimNode, ...effects: string[]): boolean {
  const marked = claim.developments.filter((development) => development.effect);
  return marked.length > 0 ? marked.some(({ effect }) => effect && effects.includes(effect)) : claim.developments.length > 0;
}

function cycles(dossier: Dossier): FoundProblem[] {
  const problems: FoundProblem[] = [];
  for (const source of dossier.sources) {
    if (reaches(source, source, (node) => node.derivesFrom)) {
      problems.push({ code: "cycle", file: source.file, place: { path: ["derivesFrom"] }, message: "Following `derivesFrom` from here comes back here.", advice: "A source derives from an earlier one; remove the link that points the other way." });
    }
  }
  for (const claim of dossier.claims) {
    const supersedes = (node: ClaimNode) => node.relations.filter(({ type, inverse }) => type === "supersedes" && !inverse).map((relation) => relation.claim);
    if (reaches(claim, claim, supersedes)) {
      const index = (claim.data.relations ?? []).findIndex(({ type }) => type === "supersedes");
      problems.push({ code: "cycle", file: claim.file, place: { path: ["relations", index] }, message: "Following `supersedes` from here comes back here.", advice: "The later claim supersedes the earlier one; remove the link that points the other way." });
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
      ...(data.roles ?? []).map(({ from, to }, i) => ({ from, to, path: ["roles", i, "to"] })),
      ...(data.relations ?? []).map(({ from, until }, i) => ({ from, to: until, path: ["relations", i, "until"] })),
    ];
    return spans.flatMap(({ from, to, path }): FoundProblem[] => {
      if (from === undefined || to === undefined) return [];
      const [start, end] = [getDate(from).earliest, getDate(to).latest];
      if (!start || !end || start <= end) return [];
      return [{ code: "ends-before-start", file, place: { path }, message: `It starts ${from} and ends ${to}.`, advice: "Swap the two dates, or correct one of them." }];
    });
  });
}

function articles(dossier: Dossier): FoundProblem[] {
  const carries = new Set(["claim", "event", "source"]);
  return dossier.articles.flatMap((article) =>
    article.body.paragraphs.filter(({ isCell }) => !isCell).flatMap((paragraph): FoundProblem[] => {
      const place = { line: paragraph.line, column: paragraph.column };
      const hasCarrier = paragraph.links.some(({ url }) => {
        const target = parseLink(url);
        return target.type === "entry" && carries.has(target.kind);
      });
      if (!hasCarrier) {
        return [{ code: "unlinked-paragraph", file: article.file, place, message: `The paragraph ${opening(paragraph.sentences[0]?.text ?? "")} links to no claim, event or source.`, advice: "Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)." }];
      }
      return paragraph.sentences
        .filter(({ linked }) => !linked)
        .map(({ text }) => ({ code: "unlinked-sentence" as const, file: article.file, place, message: `The sentence ${opening(text)} has no link.`, advice: "Link it to the entry that carries it, e.g. [words](../claims/some-id.md)." }));
    }),
  );
}

/** The first words of a text, in quotation marks: enough to find it by. */
function opening(text: string): string {
  return text.length > 60 ? `“${text.slice(0, text.lastIndexOf(" ", 60)).trim()} …”` : `“${text}”`;
}

/** An article's counts are those of its day; every other text describes the whole record. */
function counts(dossier: Dossier): FoundProblem[] {
  const nodes = [dossier.articles, dossier.actors, dossier.claims, dossier.events, dossier.sources, dossier.places, dossier.totals, dossier.series, dossier.corrections, dossier.leads].flat<DossierNode[][]>();
  return nodes.flatMap((node) =>
    node.body.links.flatMap(({ url, text, line, column }): FoundProblem[] => {
      const target = parseLink(url);
      if (target.type !== "count") return [];
      const result = evaluateCount(dossier, target.query, node.kind === "article" ? node.data.asOf : null, text);
      if (result.ok) return [];
      return [{ code: result.code, file: node.file, place: { line, column }, message: result.message, advice: result.advice }];
    }),
  );
}

function loneEntries(dossier: Dossier): FoundProblem[] {
  const uncited = dossier.sources
    .filter((source) => source.citedBy.length === 0 && source.derivedBy.length === 0)
    .map((source) => ({ code: "uncited-source" as const, file: source.file, message: "Nothing cites this source.", advice: "Cite it where it carries something, or delete the file." }));
  const named = actorsNamedByStrikes(dossier);
  const unnamed = dossier.actors
    .filter((actor) => !named.has(actor) && [actor.claimsMade, actor.claimsAbout, actor.events, actor.relations, actor.namedIn, actor.totals, actor.backlinks].every((list) => list.length === 0))
    .map((actor) => ({ code: "unnamed-actor" as const, file: actor.file, message: `No entry names ${actor.data.name}.`, advice: `Name the actor in a claim or event, or delete content/${KINDS.actor.folder}/${actor.id}.md.` }));
  return [...uncited, ...unnamed];
}

/** Actors in parts of a strike that list no events at the actor's own end. */
function actorsNamedByStrikes(dossier: Dossier): Set<ActorNode | null> {
  return new Set(
    dossier.strikes.flatMap(({ strike }) => [strike.announcedBy, strike.affiliationGroup, strike.affiliationBy, ...strike.named.map(({ by }) => by), ...strike.disputes.flatMap(({ versions }) => versions.map(({ by }) => by))]),
  );
}

function totals(dossier: Dossier): FoundProblem[] {
  return dossier.totals.flatMap((total): FoundProblem[] => {
    const { agrees, ledger, killedGap, strikesGap, vesselsGap } = reconcileTotal(dossier, total);
    if (agrees || total.data.explanation) return [];
    const { killed, strikes, vessels } = total.data;
    const gaps = [
      { path: "killed", gap: killedGap, says: `${killed} killed`, ours: formatRange(ledger.killed) },
      { path: "strikes", gap: strikesGap, says: `${strikes} strikes`, ours: String(ledger.strikes) },
      { path: "vessels", gap: vesselsGap, says: `${vessels} vessels`, ours: String(ledger.vessels) },
    ].filter(({ gap }) => gap !== null && gap !== 0);
    return [
      {
        code: "unreconciled-total",
        file: total.file,
        place: { path: [gaps[0]?.path ?? "killed"] },
        message: `On ${formatDay(total.data.asOf)}, ${gaps.map(({ says, ours }) => `the total gives ${says} and the ledger ${ours}`).join("; ")}.`,
        advice: "Say in `explanation` which strikes account for the gap, or that it is not known.",
      },
    ];
  });
}
