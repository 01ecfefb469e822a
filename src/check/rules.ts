/** Rules about the linked dossier: what no single entry can know by itself. */
import { parseLink } from "../markdown/links.ts";
import { formatDay } from "../model/dates.ts";
import { KINDS } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";
import { evaluateCount } from "../graph/count-query.ts";
import type { ClaimNode, Dossier, SourceNode } from "../graph/nodes.ts";
import { reconcileTotal } from "../graph/reconcile.ts";
import { publisherOf } from "../graph/origins.ts";

export function checkRules(dossier: Dossier): FoundProblem[] {
  return [
    ...sharedNames(dossier),
    ...sharedNumbers(dossier),
    ...dossier.claims.flatMap(checkClaim),
    ...cycles(dossier),
    ...intervals(dossier),
    ...articles(dossier),
    ...counts(dossier),
    ...loneEntries(dossier),
    ...totals(dossier),
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

function checkClaim(claim: ClaimNode): FoundProblem[] {
  const problems: FoundProblem[] = [];
  const published = claim.sources.map((source) => source.published?.latest);
  const start = claim.date.earliest;
  if (start && published.length > 0 && published.every((day) => day && day < start)) {
    const last = published.reduce<string>((max, day) => (day && day > max ? day : max), "");
    problems.push({
      code: "claim-after-sources",
      file: claim.file,
      place: { path: ["date"] },
      message: `The claim is dated ${claim.data.date}, but its newest source was published on ${last}.`,
      advice: `Correct the date, or add the source that carries it (published ${formatDay(start)} or later).`,
    });
  }
  const lack = statusLack(claim);
  if (lack) problems.push({ code: "status-unsupported", file: claim.file, place: { path: ["status"] }, ...lack });
  const restsOnDevelopment = ["contested", "denied", "superseded"].includes(claim.data.status) && !hasRelationFor(claim) && claim.developments.length > 0;
  if (!lack && restsOnDevelopment && claim.developments.every((development) => !development.effect)) {
    problems.push({
      code: "status-development-unmarked",
      file: claim.file,
      place: { path: ["developments"] },
      message: `The status is ${claim.data.status}, no claim makes it so, and no development says that it does.`,
      advice: "Add `effect: disputes` (or denies, supersedes) to the development that changed the status.",
    });
  }
  if (claim.sources.length === 1) {
    problems.push({ code: "single-source", file: claim.file, place: { path: ["sources"] }, message: "The claim rests on one source.", advice: "Add a second, independent source where there is one." });
  }
  if (claim.data.status === "contested" && !claim.relations.some(({ type }) => type === "disputes")) {
    problems.push({
      code: "one-sided-contest",
      file: claim.file,
      place: { path: ["status"] },
      message: "The claim is contested, and no claim of the other side is linked to it.",
      advice: "Add the other side's claim with `relations: [{to: this-claim, type: disputes}]`.",
    });
  }
  return problems;
}

/** What a claim's status demands and the claim does not have; null when all is there. */
function statusLack(claim: ClaimNode): { message: string; advice: string } | null {
  const { status } = claim.data;
  const publishers = new Set(claim.sources.map(publisherOf));
  const isPrimary = (source: SourceNode) => ["government-statement", "court-record", "legislation", "un-report", "social-post", "interview", "dataset"].includes(source.data.kind);
  switch (status) {
    case "asserted":
      return null;
    case "documented":
      if (claim.sources.some(isPrimary) || publishers.size >= 2) return null;
      return {
        message: "The status is documented, with neither a primary source nor two publishers.",
        advice: "Add a primary source (government statement, court record, post, interview) or a second publisher; else the status is `asserted`.",
      };
    case "corroborated":
      if (publishers.size >= 2) return null;
      return { message: "The status is corroborated, with sources of one publisher only.", advice: "Add a source from another publisher; else the status is `asserted`." };
    case "contested":
      if (hasRelationFor(claim) || hasEffect(claim, "disputes", "denies")) return null;
      return { message: "The status is contested, and nothing disputes the claim.", advice: "Add a claim with `relations: [{to: …, type: disputes}]`, or a development with `effect: disputes`; else the status is `asserted`." };
    case "denied":
      if (hasRelationFor(claim) || hasEffect(claim, "denies", "disputes")) return null;
      return { message: "The status is denied, and no denial is on file.", advice: "Add the denial as a claim that disputes or responds to this one, or as a development with `effect: denies`." };
    case "superseded":
      if (hasRelationFor(claim) || hasEffect(claim, "supersedes")) return null;
      return { message: "The status is superseded, and nothing supersedes the claim.", advice: "Add the claim that replaced it with `relations: [{to: …, type: supersedes}]`, or a development with `effect: supersedes`." };
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
      problems.push({ code: "cycle", file: claim.file, place: { path: ["relations"] }, message: "Following `supersedes` from here comes back here.", advice: "The later claim supersedes the earlier one; remove the link that points the other way." });
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
  return dossier.actors.flatMap((actor) => {
    const spans = [
      ...actor.roles.map((role, i) => ({ from: role.from, to: role.to, path: ["roles", i] })),
      ...actor.relations.filter(({ inverse }) => !inverse).map((relation, i) => ({ from: relation.from, to: relation.until, path: ["relations", i] })),
    ];
    return spans.flatMap(({ from, to, path }): FoundProblem[] => {
      if (!from?.earliest || !to?.latest || from.earliest <= to.latest) return [];
      return [{ code: "ends-before-start", file: actor.file, place: { path }, message: `It starts ${from.edtf} and ends ${to.edtf}.`, advice: "Swap the two dates, or correct one of them." }];
    });
  });
}

function articles(dossier: Dossier): FoundProblem[] {
  const carries = new Set(["claim", "event", "source"]);
  return dossier.articles.flatMap((article) =>
    article.body.paragraphs.flatMap((paragraph): FoundProblem[] => {
      const place = { line: paragraph.line, column: paragraph.column };
      const hasCarrier = paragraph.links.some(({ url }) => {
        const target = parseLink(url);
        return target.type === "entry" && carries.has(target.kind);
      });
      const opening = paragraph.sentences[0]?.text.slice(0, 60) ?? "";
      if (!hasCarrier) {
        return [{ code: "unlinked-paragraph", file: article.file, place, message: `The paragraph “${opening}…” links to no claim, event or source.`, advice: "Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)." }];
      }
      return paragraph.sentences
        .filter(({ linked }) => !linked)
        .map(({ text }) => ({ code: "unlinked-sentence" as const, file: article.file, place, message: `The sentence “${text.slice(0, 60)}…” has no link.`, advice: "Link it to the entry that carries it." }));
    }),
  );
}

function counts(dossier: Dossier): FoundProblem[] {
  return dossier.articles.flatMap((article) =>
    article.body.links.flatMap(({ url, text, line, column }): FoundProblem[] => {
      const target = parseLink(url);
      if (target.type !== "count") return [];
      const result = evaluateCount(dossier, target.query, article.data.asOf, text);
      if (result.ok) return [];
      return [{ code: result.code, file: article.file, place: { line, column }, message: result.message, advice: result.advice }];
    }),
  );
}

function loneEntries(dossier: Dossier): FoundProblem[] {
  const uncited = dossier.sources
    .filter((source) => source.citedBy.length === 0 && source.derivedBy.length === 0)
    .map((source) => ({ code: "uncited-source" as const, file: source.file, message: "Nothing cites this source.", advice: "Cite it where it carries something, or delete the file." }));
  const unnamed = dossier.actors
    .filter((actor) => [actor.claimsMade, actor.claimsAbout, actor.events, actor.relations, actor.namedIn, actor.totals, actor.backlinks].every((list) => list.length === 0))
    .map((actor) => ({ code: "unnamed-actor" as const, file: actor.file, message: `No entry names ${actor.data.name}.`, advice: `Name the actor in a claim or event, or delete content/${KINDS.actor.folder}/${actor.id}.md.` }));
  return [...uncited, ...unnamed];
}

function totals(dossier: Dossier): FoundProblem[] {
  return dossier.totals.flatMap((total): FoundProblem[] => {
    const { agrees, ledger } = reconcileTotal(dossier, total);
    if (agrees || total.data.explanation) return [];
    return [
      {
        code: "unreconciled-total",
        file: total.file,
        place: { path: ["killed"] },
        message: `The total gives ${total.data.killed ?? "no number"} killed; the ledger gives ${ledger.killed.min} to ${ledger.killed.max} on that day.`,
        advice: "Say in `explanation` which strikes account for the gap, or that it is not known.",
      },
    ];
  });
}
