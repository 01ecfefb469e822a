/** The content check: everything that is wrong with a content folder, in one run. */
import { buildDossier } from "../graph/build-dossier.ts";
import type { Dossier } from "../graph/nodes.ts";
import type { Content } from "../load/read-content.ts";
import { compareText } from "../model/dates.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import { CODES, type FoundProblem, type Problem } from "../model/problem.ts";
import { siteSchema } from "../model/site.ts";
import { danglingInInvalid } from "./invalid-references.ts";
import { checkIdRegistry } from "./id-registry.ts";
import { checkRules, findUnjudged } from "./rules.ts";
import { validateContent, type CheckMemory, type ValidContent } from "./validate.ts";
import { applyWaivers } from "./waivers.ts";

export interface CheckResult {
  /** Sorted by file, line and column. */
  problems: Problem[];
  errors: number;
  warnings: number;
  /** Warnings that entries waive, each with its reason. */
  waived: number;
  /** What could not be judged because of the errors, e.g. "counts and totals"; waivers that waive nothing are not told then either. */
  unjudged: string[];
  /** The linked dossier; it may be rendered only when there are no errors. */
  dossier: Dossier;
}

/** Stands in for a site.yaml that is missing or wrong, so that everything else is still checked. */
const FALLBACK_SITE = siteSchema.parse({ description: "-", dossier: "-", baseDate: "2000-01-01", recordEnds: "9999-12-31" });

/** @param memory results of the last check of this folder: files whose text is the same are not read again. */
export function checkContent(content: Content, memory?: CheckMemory): CheckResult {
  const valid = validateContent(content, memory);
  const { dossier, problems: linkProblems } = buildDossier({
    site: valid.site ?? FALLBACK_SITE,
    entries: valid.entries,
    invalid: valid.invalid,
  });
  const found = [
    ...valid.problems,
    ...duplicateIds(content, valid),
    ...checkIdRegistry(content, valid),
    ...siteReferences(valid),
    ...linkProblems,
    ...danglingInInvalid(valid),
    ...checkRules(dossier, valid.invalid, valid.terms),
  ];
  const { problems: left, waived } = applyWaivers(found, valid.entries, valid.invalid.size === 0 && valid.areTermsWhole);
  const problems = left.map((problem) => placeProblem(problem, valid)).sort(compareProblems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return { problems, errors, warnings: problems.length - errors, waived, unjudged: findUnjudged(valid.invalid), dossier };
}

/** Ids that would publish under one address: across kinds that share a path, and on file systems that ignore case. */
function duplicateIds(content: Content, valid: ValidContent): FoundProblem[] {
  const owners = new Map(KIND_NAMES.map((kind) => [KINDS[kind].path, new Map<string, string>()])); // e.g. "claims" → "some-id" → "claims/some-id.md"
  const claimAddress = (kind: Kind, id: string, file: string): string | undefined => {
    const ofPath = owners.get(KINDS[kind].path);
    const key = id.toLowerCase();
    const owner = ofPath?.get(key);
    if (!owner) ofPath?.set(key, file);
    return owner;
  };
  // A file that is named as it should be keeps its address; ids in use come before former ones.
  const [well, badly] = [content.files.filter(({ id }) => ID_PATTERN.test(id)), content.files.filter(({ id }) => !ID_PATTERN.test(id))];
  const files = [...well, ...badly];
  const inUse = files.flatMap(({ kind, id, file }): FoundProblem[] => {
    const owner = claimAddress(kind, id, file);
    return owner
      ? [
          {
            code: "duplicate-id",
            file,
            message: `\`${id}\` would be published at the address of ${owner}.`,
            advice: "Rename one of the two files, or merge them; an id belongs to one entry for ever.",
          },
        ]
      : [];
  });
  const former = valid.entries.flatMap(({ kind, file, data }) =>
    (data.formerIds ?? []).flatMap((id, i): FoundProblem[] => {
      const owner = claimAddress(kind, id, file);
      if (!owner) return [];
      return [
        {
          code: "duplicate-id",
          file,
          place: { path: ["formerIds", i] },
          message: `\`${id}\` belongs to ${owner === file ? "this entry already" : owner}.`,
          advice: "Take it out of `formerIds`; an id belongs to one entry for ever.",
        },
      ];
    }),
  );
  return [...inUse, ...former];
}

function siteReferences(valid: ValidContent): FoundProblem[] {
  const { site } = valid;
  if (!site) return [];
  const unknown = (kind: Kind, id: string, path: (string | number)[], otherwise: string): FoundProblem[] => {
    const ids = valid.entries.filter((entry) => entry.kind === kind).map((entry) => entry.id);
    if (ids.includes(id) || valid.invalid.has(`${kind}/${id}`)) return [];
    return [
      {
        code: "unknown-entry",
        file: "site.yaml",
        place: { path },
        message: `\`${id}\` is named here, but content/${KINDS[kind].folder}/ has no such file.`,
        advice: `${didYouMean(id, ids)} ${otherwise}`.trim(),
      },
    ];
  };
  return [
    ...(site.lead ? unknown("article", site.lead, ["lead"], "Name an article, or leave `lead` out.") : []),
    ...site.lanes.flatMap((lane, i) =>
      lane.places.flatMap((place, j) => unknown("place", place, ["lanes", i, "places", j], "Name a place, or take it out of the lane.")),
    ),
  ];
}

function placeProblem(problem: FoundProblem, valid: ValidContent): Problem {
  const { place } = problem;
  const position =
    place === undefined ? { line: 1, column: 1 } : "line" in place ? place : valid.parsed.get(problem.file)?.locate(place.path, place.at);
  const { code, file, message, advice } = problem;
  return { code, severity: CODES[code].severity, file, line: position?.line ?? 1, column: position?.column ?? 1, message, advice };
}

function compareProblems(a: Problem, b: Problem): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.code, b.code);
}
