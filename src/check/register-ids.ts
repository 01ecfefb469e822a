/** What `npm run ids` does, without the disk. */
import { allNodes } from "../graph/nodes.ts";
import { ID_LOCK, type Content } from "../load/read-content.ts";
import type { Problem } from "../model/problem.ts";
import { checkContent } from "./check-content.ts";
import { enterIds } from "./id-lock.ts";

export interface Registration {
  /** Problems of the registry itself; while there are any, nothing is to be written. */
  problems: Problem[];
  /** The registry with the ids of all valid entries. */
  text: string;
  /** Addresses that were not in it, sorted. */
  added: string[];
  /** Files of the entries left out because of errors. */
  leftOut: string[];
}

/**
 * A renamed entry must be joined to its old id before its new one is entered: after that nothing would show that the two are one.
 * So whoever calls this writes only where there are no problems.
 */
export function registerIds(content: Content): Registration {
  const { problems, dossier } = checkContent(content);
  const entries = allNodes(dossier);
  const valid = new Set(entries.map(({ file }) => file));
  return {
    problems: problems.filter(({ file }) => file === ID_LOCK),
    ...enterIds(content.idLock, entries),
    leftOut: content.files.map(({ file }) => file).filter((file) => !valid.has(file)),
  };
}
