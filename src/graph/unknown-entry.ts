/** A name that is nobody's: what an editor reads about an id that no entry has. */
import { KIND_NAMES, KINDS, type Kind } from "../model/kinds.ts";
import { didYouMean } from "../model/nearest.ts";
import type { FoundProblem } from "../model/problem.ts";
import type { Entry } from "./nodes.ts";

export type ReportUnknown = (file: string, kind: Kind, id: string, place: FoundProblem["place"]) => FoundProblem;

/** Near names, entries of another kind and renamed entries are looked for among `entries`, once for each id. */
export function createUnknownReporter(entries: readonly Entry[]): ReportUnknown {
  const advices = new Map<string, string>(); // e.g. "actor/gustavo-petr" → "Did you mean `gustavo-petro`? …"
  let index: ReturnType<typeof indexEntries> | undefined;
  return (file, kind, id, place) => {
    index ??= indexEntries(entries);
    const key = `${kind}/${id}`;
    const advice = advices.get(key) ?? adviceFor(kind, id, index);
    advices.set(key, advice);
    const message = `\`${id}\` is named here, but content/${KINDS[kind].folder}/ has no such file.`;
    return { code: "unknown-entry", file, place, message, advice };
  };
}

function indexEntries(entries: readonly Entry[]) {
  const ids = new Map<Kind, string[]>(KIND_NAMES.map((kind) => [kind, []]));
  const heirs = new Map<string, string>(); // e.g. "claim/old-id" → "new-id"
  for (const { kind, id, data } of entries) {
    ids.get(kind)?.push(id);
    for (const former of data.formerIds ?? []) heirs.set(`${kind}/${former}`, id);
  }
  return { ids, heirs, keys: new Set(entries.map(({ kind, id }) => `${kind}/${id}`)) };
}

function adviceFor(kind: Kind, id: string, { ids, heirs, keys }: ReturnType<typeof indexEntries>): string {
  const { folder, one } = KINDS[kind];
  const file = `content/${folder}/${id}.md`;
  const heir = heirs.get(`${kind}/${id}`);
  if (heir) return `It was renamed: write \`${heir}\`.`;
  const elsewhere = KIND_NAMES.find((other) => keys.has(`${other}/${id}`));
  if (elsewhere) return `\`${id}\` is ${anArticle(KINDS[elsewhere].one)}, and ${anArticle(one)} is wanted here. Otherwise add ${file}.`;
  const near = didYouMean(id, ids.get(kind) ?? []);
  return near ? `${near} Otherwise add ${file}.` : `Add ${file}.`;
}

/** anArticle("actor") → "an actor" */
export function anArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
