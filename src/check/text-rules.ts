/** Rules about texts: every statement of an article is linked, every number that can be computed is right. */
import { compareCount, computeCount, countingOf, type CountResult } from "../graph/count-query.ts";
import { allNodes, type ArticleNode, type Dossier, type DossierNode } from "../graph/nodes.ts";
import type { BodyLink } from "../markdown/parse-body.ts";
import type { Kind } from "../model/kinds.ts";
import type { FoundProblem } from "../model/problem.ts";

/** Kinds that carry a statement; a link to an actor or a place says only who or where it is. */
const CARRIERS: readonly Kind[] = ["claim", "event", "source"];

export function checkLinks({ file, body, data }: ArticleNode): FoundProblem[] {
  const paragraphs = body.paragraphs.filter(({ isCell }) => !isCell);
  const problem = (code: FoundProblem["code"], place: FoundProblem["place"], message: string, advice: string): FoundProblem => ({
    code,
    file,
    place,
    message,
    advice,
  });
  const unlinked = (place: { line: number; column: number } | undefined, what: string, advice = LINK_IT) =>
    problem(
      "unlinked-paragraph",
      place && { line: place.line, column: place.column },
      `${what} links to no claim, event or source.`,
      advice,
    );
  if (paragraphs.length === 0 && !data.withdrawn) {
    return [unlinked(undefined, "The article has no paragraph, so it", `Write its text. ${LINK_IT}`)];
  }
  return [
    ...paragraphs.flatMap((paragraph): FoundProblem[] => {
      if (!hasCarrier(paragraph)) return [unlinked(paragraph, `The paragraph ${opening(paragraph.sentences[0]?.text ?? "")}`)];
      const { sentences, line, column } = paragraph;
      return sentences
        .filter(({ linked }) => !linked)
        .map(({ text }) =>
          problem(
            "unlinked-sentence",
            { line, column },
            `The sentence ${opening(text)} has no link.`,
            "Link it to the entry that carries it, e.g. [words](../claims/some-id.md).",
          ),
        );
    }),
    ...body.rows.filter((row) => !hasCarrier(row)).map((row) => unlinked(row, `The row ${opening(row.text)} of a table`)),
    ...body.codes.map((code) => unlinked(code, "A block of code", "Write it as a paragraph, whose statements can be linked.")),
  ];
}

const LINK_IT = "Link each statement to the entry that carries it, e.g. [words](../claims/some-id.md).";

function hasCarrier({ links }: { links: readonly BodyLink[] }): boolean {
  return links.some(({ target }) => target.type === "entry" && CARRIERS.includes(target.kind));
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
