/** Rules about texts: every statement of an article is linked, every number that can be computed is right. */
import { compareCount, computeCount, countingOf, type CountResult } from "../graph/count-query.ts";
import { allNodes, type ArticleNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
import type { Kind } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";

/** Kinds that carry a statement; a link to an actor or a place says only who or where it is. */
const CARRIERS: readonly Kind[] = ["claim", "event", "source"];

export function checkLinks({ file, body }: ArticleNode): FoundProblem[] {
  const paragraphs = body.paragraphs.filter(({ isCell }) => !isCell);
  return paragraphs.flatMap(({ sentences, links, line, column }): FoundProblem[] => {
    const problem = (code: FoundProblem["code"], message: string, advice: string): FoundProblem => ({
      code,
      file,
      place: { line, column },
      message,
      advice,
    });
    const targets = links.map(({ target }) => target);
    if (!targets.some((target) => target.type === "entry" && CARRIERS.includes(target.kind))) {
      const message = `The paragraph ${opening(sentences[0]?.text ?? "")} links to no claim, event or source.`;
      return [
        problem("unlinked-paragraph", message, "Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md)."),
      ];
    }
    const unlinked = sentences.filter(({ linked }) => !linked);
    return unlinked.map(({ text }) =>
      problem(
        "unlinked-sentence",
        `The sentence ${opening(text)} has no link.`,
        "Link it to the entry that carries it, e.g. [words](../claims/some-id.md).",
      ),
    );
  });
}

/** Every number that the dossier can compute, against what the text says. */
export function checkCounts(dossier: Dossier): FoundProblem[] {
  const computed = new Map<string, CountResult>(); // by query, day and rule: many texts give the same number
  const compute = (node: DossierNode, query: string): CountResult => {
    const { asOf, rule } = countingOf(node);
    const key = `${query} ${asOf} ${rule}`;
    const result = computed.get(key) ?? computeCount(dossier, query, asOf, rule);
    computed.set(key, result);
    return result;
  };
  return allNodes(dossier).flatMap((node) => {
    if (!node.body.links.some(({ target }) => target.type === "count")) return [];
    return node.body.links.flatMap(({ target, text, line, column }): FoundProblem[] => {
      if (target.type !== "count") return [];
      const result = compareCount(compute(node, target.query), target.query, text);
      if (result.ok) return [];
      return [{ code: result.code, file: node.file, place: { line, column }, message: result.message, advice: result.advice }];
    });
  });
}

/** The first words of a text, in quotation marks: enough to find it by. */
function opening(text: string): string {
  if (text.length <= 60) return `“${text}”`;
  return `“${text.slice(0, 60).replace(/\s+\S*$/, "")} …”`;
}
