/** An id is for ever: what ids.lock has as published must still be an entry, or lead to one. Without ids.lock the rule is silent. */
import { ID_LOCK, type Content } from "../load/read-content.ts";
import { ID_PATTERN } from "../model/fields.ts";
import { KIND_NAMES, KINDS, kindOfFolder, type Kind } from "../model/kinds.ts";
import { findNearest } from "../model/nearest.ts";
import { formatNumber } from "../model/numbers.ts";
import type { FoundProblem } from "../model/problem.ts";
import { addressesOf, addressOf, parseIdLock, type LockedId } from "./id-lock.ts";
import type { ValidContent } from "./validate.ts";

/** Above this many pairs of names to compare, somebody moved a whole folder, and a guess for each file is of no use. */
const MAX_GUESSES = 50_000;

export function checkIdRegistry(content: Content, valid: Pick<ValidContent, "entries" | "invalid">): FoundProblem[] {
  if (content.idLock === null) return [];
  const { ids, faults } = parseIdLock(content.idLock);
  return [...faults.map(explainLine), ...vanishedIds(ids, content, valid)];
}

function vanishedIds(ids: readonly LockedId[], content: Content, valid: Pick<ValidContent, "entries" | "invalid">): FoundProblem[] {
  const present = new Set(valid.entries.flatMap(addressesOf));
  for (const key of valid.invalid) {
    const [kind, id] = key.split("/") as [Kind, string]; // as validateContent() writes its keys
    present.add(addressOf(kind, id));
  }
  const unread = new Set(content.stray.map(({ file }) => file.replace(/\.[^./]*$/, ""))); // e.g. "claims/some-id", "claims"
  const isUnread = ({ kind, id }: LockedId) => unread.has(KINDS[kind].folder) || unread.has(`${KINDS[kind].folder}/${id}`);
  // An invalid entry may have the id among its former ones; one that cannot be read may have any.
  const doubtful = content.files.filter(({ kind, id }) => valid.invalid.has(`${kind}/${id}`));
  const mayBeKept = ({ kind, id }: LockedId) =>
    doubtful.some((file) => file.kind === kind && (file.fault !== null || (file.text.includes("former") && file.text.includes(id))));
  const vanished = ids.filter((locked) => !present.has(locked.address) && !isUnread(locked) && !mayBeKept(locked));
  const [first] = vanished;
  if (first && ids.length > 1 && vanished.length === ids.length) return [explainOtherDossier(first, ids.length)];

  const locked = new Set(ids.map(({ address }) => address));
  const fresh = content.files.filter(({ kind, id }) => ID_PATTERN.test(id) && !locked.has(addressOf(kind, id)));
  const canGuess = vanished.length * fresh.length <= MAX_GUESSES;
  return vanished.map((gone) => {
    const isOfKind = ({ kind }: { kind: Kind }) => kind === gone.kind;
    const candidates = canGuess ? fresh.filter(isOfKind).map(({ id }) => id) : [];
    // One gone and one come of a kind are probably one entry, however different the names.
    const isOnlyPair = candidates.length === 1 && vanished.filter(isOfKind).length === 1;
    const successor = isOnlyPair ? candidates[0] : findNearest(gone.id, candidates)[0];
    const heir = valid.entries.find(({ kind, id }) => kind === gone.kind && id === successor);
    return explainVanished(gone, successor, heir?.data.formerIds ?? []);
  });
}

function explainVanished({ kind, id, line, address }: LockedId, successor: string | undefined, former: readonly string[]): FoundProblem {
  const { folder, one } = KINDS[kind];
  const renamed = successor
    ? `Did you rename it to \`${successor}\`? Then write \`formerIds: [${[...former, id].join(", ")}]\` into ${folder}/${successor}.md. Otherwise put`
    : `If it was renamed, write \`formerIds: [${id}]\` into the renamed file. Otherwise put`;
  return {
    code: "vanished-id",
    file: ID_LOCK,
    place: { line, column: 1 },
    message: `\`${address}\` was published, and no ${one} has the id \`${id}\` now or had it before.`,
    advice: `${renamed} ${folder}/${id}.md back; if it no longer holds, add to it: \`withdrawn: { date: YYYY-MM-DD, reason: "Why, in one sentence." }\`.`,
  };
}

function explainOtherDossier({ line }: LockedId, count: number): FoundProblem {
  return {
    code: "vanished-id",
    file: ID_LOCK,
    place: { line, column: 1 },
    message: `None of the ${formatNumber(count)} published ids is in this folder.`,
    advice: `If this is another dossier, which starts anew, delete ${ID_LOCK} and run \`npm run ids\`. Otherwise put the entries back.`,
  };
}

const MERGE_MARK = /^(?:<{7}|\|{7}|={7}|>{7})/;

function explainLine({ line, text }: { line: number; text: string }): FoundProblem {
  const isMark = MERGE_MARK.test(text);
  const suggestion = suggestAddress(text);
  const advice = isMark
    ? "Delete the line, keep the ids of both sides, and run `npm run ids`, which sorts them."
    : `${suggestion ? `${suggestion} Otherwise take` : "Take"} the file from the last commit and run \`npm run ids\`.`;
  return {
    code: "bad-registry",
    file: ID_LOCK,
    place: { line, column: 1 },
    message: isMark ? "A merge left its mark here." : `\`${text.slice(0, 80)}\` is not the address of an entry.`,
    advice,
  };
}

/** suggestAddress("totals/march.md") → "Write `counts/march`."; an empty string when nothing is near. */
function suggestAddress(text: string): string {
  const [first = "", id = "", ...rest] = text
    .toLowerCase()
    .replace(/^\/|\/$|\.md$/g, "")
    .split("/");
  if (!ID_PATTERN.test(id) || rest.length > 0) return "";
  const kind = KIND_NAMES.find((candidate) => KINDS[candidate].path === first) ?? kindOfFolder(first);
  if (kind) return `Write \`${addressOf(kind, id)}\`.`;
  const paths = KIND_NAMES.map((candidate) => KINDS[candidate].path);
  const [near] = findNearest(first, paths);
  return near ? `Did you mean \`${near}/${id}\`?` : "";
}
