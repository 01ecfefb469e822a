/** A paragraph that gives an accusation against a person gives its status or the answer too, in its own words or by a link. */
import { accusedIn } from "../graph/accusations.ts";
import { standingOn } from "../graph/claim-standing.ts";
import { isKnownBy } from "../graph/known-day.ts";
import { allNodes, type ActorNode, type ClaimNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
import { entryPath } from "../markdown/links.ts";
import type { BodyLink, BodyParagraph } from "../markdown/parse-body.ts";
import { STATUSES, type Status } from "../model/claim.ts";
import type { Day } from "../model/dates.ts";
import type { FoundProblem } from "../model/problem.ts";

interface Accusation {
  claim: ClaimNode;
  accused: ActorNode[];
  /** Claims that stand against it or reply to it. */
  answers: ClaimNode[];
}

export function checkAccusations(dossier: Dossier): FoundProblem[] {
  const accusations = new Map<string, Accusation>(); // by the claim's id
  for (const claim of dossier.claims) {
    const accused = accusedIn(claim);
    if (accused.length > 0) accusations.set(claim.id, { claim, accused, answers: answersTo(claim) });
  }
  if (accusations.size === 0) return [];
  return allNodes(dossier).flatMap((node) => node.body.paragraphs.flatMap((paragraph) => checkParagraph(node, paragraph, accusations)));
}

/** @param accusations by the ids of the claims. */
function checkParagraph(
  node: DossierNode,
  { text, links, isCell }: BodyParagraph,
  accusations: ReadonlyMap<string, Accusation>,
): FoundProblem[] {
  if (isCell) return []; // its status may be in another cell of the row
  if (!links.some(({ target }) => target.type === "entry" && target.kind === "claim" && accusations.has(target.id))) return [];
  const claims = links.flatMap((link) =>
    link.target.type === "entry" && link.target.kind === "claim" ? [{ link, id: link.target.id }] : [],
  );
  const day = node.kind === "article" ? node.data.asOf : null;
  const linked = new Set(claims.map(({ id }) => id));
  const seen = new Set<Accusation>();
  return claims.flatMap(({ link, id }): FoundProblem[] => {
    const accusation = accusations.get(id);
    if (!accusation || seen.has(accusation) || isOwnPage(node, accusation)) return [];
    seen.add(accusation);
    const status = day === null ? accusation.claim.data.status : standingOn(accusation.claim, day).status;
    if (SAYS_STATUS[status].test(text) || accusation.answers.some((answer) => linked.has(answer.id) && isKnownBy(answer.known, day)))
      return [];
    return [bareAccusation(node, link, accusation, status, day)];
  });
}

/** The page of an accusation shows its status, and the page of an answer is the answer. */
function isOwnPage(node: DossierNode, { claim, answers }: Accusation): boolean {
  return node.kind === "claim" && (node === claim || answers.includes(node));
}

function bareAccusation(
  node: DossierNode,
  { line, column }: BodyLink,
  { claim, accused, answers }: Accusation,
  status: Status,
  day: Day | null,
): FoundProblem {
  const names = accused.map(({ data }) => data.name).join(" and ");
  const known = answers.filter((answer) => isKnownBy(answer.known, day));
  const answer = known.find(({ assertedBy }) => accused.includes(assertedBy)) ?? known[0];
  const isDenial = answer?.data.kind === "denial" && accused.includes(answer.assertedBy);
  const clause = answer
    ? `, which is [${isDenial ? "denied" : "disputed"}](${entryPath("claim", answer.id)}) by ${answer.assertedBy.data.name}`
    : CLAUSES[status];
  return {
    code: "bare-accusation",
    file: node.file,
    place: { line, column },
    message: `The paragraph gives \`${claim.id}\`, an accusation that names ${names}, and does not say that it is ${status}.`,
    advice: `Say in the same paragraph how it stands, e.g. “${clause}”.`,
    about: claim.id,
  };
}

/** Words to paste behind an accusation that no claim answers. */
const CLAUSES: Record<Status, string> = {
  documented: ", which is documented as said",
  corroborated: ", which independent sources confirm",
  asserted: ", which no source on file confirms",
  contested: ", which is contested",
  denied: ", which is denied",
  superseded: ", which was superseded later",
};

/** Words of an answer, or for the want of one: they say of any accusation how it stands. */
const ANSWERED = [
  "contest(?:s|ed|ing)?|disput(?:e|es|ed|ing)|den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?|refut(?:e|es|ed|ing)",
  "pleaded not guilty",
  "(?:not|nor|neither|never|nobody|no \\w+) (?:\\w+ ){0,4}(?:confirm(?:s|ed)?|establish(?:es|ed)|prove[ns]?|proved|shown|verif(?:y|ies|ied)|settled)",
  "unconfirmed|unproven|unverified|unanswered",
  "no (?:\\w+ )?(?:proof|evidence|charges?|ruling|answer|reply|response|source)",
];

/** By status, what else says that an accusation has it. */
const STATUS_WORDS: Record<Status, string[]> = {
  documented: ["document(?:s|ed)|on (?:the )?record|on file"],
  corroborated: ["corroborat(?:e|es|ed)|confirm(?:s|ed)?"],
  asserted: ["assert(?:s|ed|ing)?|alleg(?:e|es|ed|ing|ation|ations)"],
  contested: [],
  denied: [],
  superseded: ["supersed(?:e|es|ed)|replaced"],
};

const SAYS_STATUS = Object.fromEntries(
  STATUSES.map((status) => [status, new RegExp(`\\b(?:${[...ANSWERED, ...STATUS_WORDS[status]].join("|")})\\b`, "i")]),
) as Record<Status, RegExp>; // one for each status

function answersTo(claim: ClaimNode): ClaimNode[] {
  const links = claim.relations.filter(({ type, inverse }) => type === "disputes" || (type === "responds-to" && inverse));
  return [...new Set(links.map((link) => link.claim))];
}
