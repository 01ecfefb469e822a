/** Which texts of an entry the site says in its own voice. Titles, names and quotations of others are not among them. */
import type { DossierNode } from "../graph/nodes.ts";
import type { BodyText } from "../markdown/parse-body.ts";
import type { Kind } from "../model/kinds.ts";
import type { Place } from "../model/problem.ts";

export interface OwnText {
  text: string;
  /** Whether the field itself says whose words these are: a claim has its speaker, a version of a dispute its party. */
  isAttributed: boolean;
  /** Of the front matter, else of the body. */
  isField: boolean;
  placeAt(offset: number): Place;
  isCodeAt(offset: number): boolean;
}

/** Prose in front matter, by kind, as docs/editors.md writes a field: "developments[].summary". */
export const PROSE: Record<Kind, readonly string[]> = {
  article: ["title", "standfirst"],
  actor: ["summary", "relations[].note"],
  claim: ["text", "statusNote", "dateBasis", "figures[].what", "developments[].summary", "developments[].knownBasis", "knownBasis"],
  event: [
    "title",
    "label",
    "dateNote",
    "summary",
    "actors[].part",
    "placeStated",
    "vesselType",
    "casualties[].note",
    "casualties[].knownBasis",
    "survivorsOutcome",
    "allegedAffiliation.statement",
    "departedFrom",
    "nationalities[].basis",
    "named[].claim",
    "developments[].summary",
    "developments[].knownBasis",
    "disputes[].about",
    "disputes[].versions[].says",
    "unknown[].what",
    "unknown[].note",
    "knownBasis",
  ],
  source: ["publishedNote", "note"],
  place: ["note"],
  total: ["rule", "explanation"],
  series: ["title", "what", "points[].qualifier", "caveats[]"],
  correction: ["was", "now", "why"],
  lead: ["title", "detail"],
};
const OF_EVERY_KIND = ["withdrawn.reason"];

/** Fields whose speaker another field names. */
const ATTRIBUTED = new Set(["text", "allegedAffiliation.statement", "named[].claim", "disputes[].versions[].says"]);

/** The texts of an entry that are our own: its prose fields, the paragraphs and the headings of its body. */
export function ownTexts({ kind, data, body }: DossierNode): OwnText[] {
  const texts: OwnText[] = [];
  for (const { name, steps } of STEPS[kind]) collect(data, steps, 0, [], ATTRIBUTED.has(name), texts);
  for (const heading of body.headings) texts.push(fromBody(heading));
  for (const paragraph of body.paragraphs) texts.push(fromBody(paragraph));
  return texts;
}

function fromBody({ text, positionAt, isCodeAt }: BodyText): OwnText {
  return { text, isAttributed: false, isField: false, placeAt: positionAt, isCodeAt };
}

function isNowhereCode(): boolean {
  return false;
}

const ITEMS = "[]";

/** "disputes[].about" → ["disputes", "[]", "about"] */
const STEPS = Object.fromEntries(
  Object.entries(PROSE).map(([kind, names]) => [
    kind,
    [...names, ...OF_EVERY_KIND].map((name) => ({ name, steps: name.replaceAll(ITEMS, `.${ITEMS}`).split(".") })),
  ]),
) as Record<Kind, { name: string; steps: string[] }[]>; // the keys of PROSE

function collect(
  value: unknown,
  steps: readonly string[],
  depth: number,
  path: readonly (string | number)[],
  isAttributed: boolean,
  texts: OwnText[],
): void {
  const step = steps[depth];
  if (step === undefined) {
    if (typeof value === "string")
      texts.push({ text: value, isAttributed, isField: true, placeAt: () => ({ path }), isCodeAt: isNowhereCode });
  } else if (step === ITEMS) {
    if (Array.isArray(value)) value.forEach((item, i) => collect(item, steps, depth + 1, [...path, i], isAttributed, texts));
  } else if (typeof value === "object" && value !== null) {
    const inside: unknown = Reflect.get(value, step);
    if (inside !== undefined) collect(inside, steps, depth + 1, [...path, step], isAttributed, texts);
  }
}
