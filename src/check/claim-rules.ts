/** Rules about a claim beside its sources and the claims that answer it. */
import { formatDay } from "../model/dates.ts";
import type { FoundProblem } from "../model/problem.ts";
import { disputedOf, disputersOf, supportsStatus } from "../graph/claim-standing.ts";
import type { ClaimNode } from "../graph/nodes.ts";
import { findOrigins, publisherOf } from "../graph/origins.ts";
import { stands } from "../graph/withdrawn.ts";

/** @param areClaimsWhole whether every claim is valid; else a claim that answers this one may be among the invalid ones. */
export function checkClaim(claim: ClaimNode, areClaimsWhole: boolean): FoundProblem[] {
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
  const canJudge = stands(claim) && (restsOnAnswer ? areClaimsWhole : areSourcesWhole);
  const lack = canJudge ? statusLack(claim) : null;
  if (lack && restsOnAnswer && claim.developments.length > 0 && claim.developments.every((development) => !development.effect)) {
    const effect = status === "contested" ? "disputes" : status === "denied" ? "denies" : "supersedes";
    problems.push({
      code: "status-development-unmarked",
      file: claim.file,
      place: { path: ["developments"] },
      message: `The status is ${status}, no claim on file ${effect} this one, and no development is marked as doing so.`,
      advice: `Add \`effect: ${effect}\` to the development that changed the status; where none did, correct the status.`,
    });
  } else if (lack) problems.push({ code: "status-unsupported", file: claim.file, place: { path: ["status"] }, ...lack });
  problems.push(...disputedStatus(claim));
  if (areSourcesWhole && claim.sources.length === 1) {
    problems.push({
      code: "single-source",
      file: claim.file,
      place: { path: ["sources"] },
      message: "The claim rests on one source.",
      advice: "Add a second, independent source where there is one.",
    });
  }
  if (canJudge && !lack && status === "contested" && [...disputersOf(claim, null), ...disputedOf(claim, null)].length === 0) {
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

/** What two statuses say is not so once somebody else disputes the claim; the others say it, or speak of the act of saying. */
function disputedStatus(claim: ClaimNode): FoundProblem[] {
  const { status } = claim.data;
  const disputers = stands(claim) && (status === "asserted" || status === "corroborated") ? disputersOf(claim, null) : [];
  if (disputers.length === 0) return [];
  const names = disputers.map(({ id }) => `\`${id}\``);
  return [
    {
      code: "status-disputed",
      file: claim.file,
      place: { path: ["status"] },
      message: `The status is ${status}, and ${names.join(" and ")} ${names.length === 1 ? "disputes" : "dispute"} the claim.`,
      advice:
        "Write `contested` and say in `statusNote` who disputes it. Where the other claim only answers it, write `responds-to` or `qualifies` there.",
    },
  ];
}

/** What a claim's status demands and the claim does not have; null when all is there. */
function statusLack(claim: ClaimNode): { message: string; advice: string } | null {
  const { status } = claim.data;
  const isWhole = claim.sources.length === claim.data.sources.length;
  if (isWhole && !claim.sources.some(stands)) {
    return {
      message: `The status is ${status}, and every source of the claim is withdrawn.`,
      advice: "Cite a source that stands, or withdraw the claim.",
    };
  }
  if (supportsStatus(claim, status, null)) return null;
  const [origin] = findOrigins(claim.sources.filter(stands));
  switch (status) {
    case "asserted":
      return null;
    case "documented":
      return {
        message: "The status is documented, with neither a primary source nor two independent ones.",
        advice:
          "Add a primary source (government statement, legislation, court record, UN report, dataset, post or interview) or one from a second publisher that does not derive from the first; else the status is `asserted`.",
      };
    case "corroborated":
      return {
        message: `The status is corroborated, and all sources go back to one origin${origin ? ` (${publisherOf(origin)})` : ""}.`,
        advice: "Add a source from another publisher that does not derive from it; else the status is `asserted`.",
      };
    case "contested":
      return {
        message: "The status is contested, and nothing disputes the claim.",
        advice: `Add a claim with \`relations: [{to: ${claim.id}, type: disputes}]\`, or a development with \`effect: disputes\`; else the status is \`asserted\`.`,
      };
    case "denied":
      return {
        message: "The status is denied, and no denial is on file.",
        advice: `Add the denial as a claim with \`relations: [{to: ${claim.id}, type: disputes}]\`, or as a development with \`effect: denies\`.`,
      };
    case "superseded":
      return {
        message: "The status is superseded, and nothing supersedes the claim.",
        advice: `Add the claim that replaced it, with \`relations: [{to: ${claim.id}, type: supersedes}]\`, or a development with \`effect: supersedes\`.`,
      };
  }
}
