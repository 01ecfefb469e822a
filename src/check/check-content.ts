/** The content check: everything that is wrong with a content folder, in one run. */
import { buildDossier } from "../graph/build-dossier.ts";
import type { Dossier } from "../graph/nodes.ts";
import type { Content } from "../load/read-content.ts";
import { KINDS } from "../model/kinds.ts";
import { CODES, type FoundProblem, type Problem } from "../model/problem.ts";
import { siteSchema } from "../model/site.ts";
import { checkRules } from "./rules.ts";
import { validateContent, type ValidContent } from "./validate.ts";

export interface CheckResult {
  /** Sorted by file, line and column. */
  problems: Problem[];
  errors: number;
  warnings: number;
  /** The linked dossier; it may be rendered only when there are no errors. */
  dossier: Dossier;
}

/** Stands in for a site.yaml that is missing or wrong, so that everything else is still checked. */
const FALLBACK_SITE = siteSchema.parse({ description: "-", dossier: "-", baseDate: "2000-01-01", recordEnds: "2000-01-01" });

export function checkContent(content: Content): CheckResult {
  const valid = validateContent(content);
  const { dossier, problems: linkProblems } = buildDossier({ site: valid.site ?? FALLBACK_SITE, entries: valid.entries, invalid: valid.invalid });
  const found = [...valid.problems, ...duplicateIds(valid), ...siteReferences(valid), ...linkProblems, ...checkRules(dossier)];
  const problems = found.map((problem) => placeProblem(problem, valid)).sort(compareProblems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { problems, errors, warnings: problems.length - errors, dossier };
}

/** Ids that would publish under one address: across kinds that share a path, and on file systems that ignore case. */
function duplicateIds(valid: ValidContent): FoundProblem[] {
  const owners = new Map<string, string>(); // e.g. "claims/trump-petro-drug-leader" → "claims/trump-petro-drug-leader.md"
  return valid.entries.flatMap(({ kind, id, file, data }) =>
    [id, ...(data.formerIds ?? [])].flatMap((name, i): FoundProblem[] => {
      const address = `${KINDS[kind].path}/${name.toLowerCase()}`;
      const owner = owners.get(address);
      owners.set(address, owner ?? file);
      if (!owner || owner === file) return [];
      return [{ code: "duplicate-id", file, place: i > 0 ? { path: ["formerIds", i - 1] } : undefined, message: `\`${name}\` is published by ${owner} already.`, advice: "Rename one of the two files; an id belongs to one entry for ever." }];
    }),
  );
}

function siteReferences(valid: ValidContent): FoundProblem[] {
  const { site } = valid;
  if (!site) return [];
  const has = (kind: string, id: string) => valid.invalid.has(`${kind}/${id}`) || valid.entries.some((entry) => entry.kind === kind && entry.id === id);
  const problems: FoundProblem[] = [];
  if (site.lead && !has("article", site.lead)) {
    problems.push({ code: "unknown-entry", file: "site.yaml", place: { path: ["lead"] }, message: `\`${site.lead}\` is named here, but content/articles/ has no such file.`, advice: "Name an article, or leave `lead` out." });
  }
  for (const [i, lane] of site.lanes.entries()) {
    for (const [j, place] of lane.places.entries()) {
      if (!has("place", place)) problems.push({ code: "unknown-entry", file: "site.yaml", place: { path: ["lanes", i, "places", j] }, message: `\`${place}\` is named here, but content/places/ has no such file.`, advice: "Name a place, or take it out of the lane." });
    }
  }
  return problems;
}

function placeProblem(problem: FoundProblem, valid: ValidContent): Problem {
  const { place } = problem;
  const position = place === undefined ? { line: 1, column: 1 } : "line" in place ? place : valid.parsed.get(problem.file)?.locate(place.path, place.at);
  const { code, file, message, advice } = problem;
  return { code, severity: CODES[code].severity, file, line: position?.line ?? 1, column: position?.column ?? 1, message, advice };
}

function compareProblems(a: Problem, b: Problem): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
}
