/** The history of a timeline entry that is no strike, in words: when it was known, then the days of later claims on it and of further sources. */
import { followUpsOf } from "../graph/follow-ups.ts";
import type { ClaimNode, EventNode, SourceNode } from "../graph/nodes.ts";
import type { Day } from "../model/dates.ts";
import { claimNumber } from "./claim-words.ts";
import { basisWords, listed, plain, type HistoryLine } from "./history-words.ts";
import { capitalize } from "./words.ts";

/** Null where nothing on file about it came out after its first day, or no day is known. */
export function followUpHistory(event: EventNode, recordEnds: Day): HistoryLine[] | null {
  const later = followUpsOf(event, recordEnds);
  if (event.known === null || later.length === 0) return null;
  return [
    { day: event.known, runs: [plain(`First known${basisWords(event.sources, event.known)}`)] },
    ...later.map(({ day, claims, sources }) => {
      const [first, ...rest] = [
        ...claimRuns(claims),
        ...(claims.length > 0 && sources.length > 0 ? [plain("; ")] : []),
        ...sourceRuns(sources),
      ];
      return { day, runs: first ? [{ ...first, text: capitalize(first.text) }, ...rest] : [] };
    }),
  ];
}

function claimRuns(claims: readonly ClaimNode[]) {
  const names = claims.map((claim) =>
    [claim.assertedBy.data.name, claimNumber(claim) && `(${claimNumber(claim)})`].filter(Boolean).join(" "),
  );
  return names.length > 0 ? listed("#claims", ["a claim on it", "claims on it"], names) : [];
}

function sourceRuns(sources: readonly SourceNode[]) {
  const names = [...new Set(sources.map((source) => `${source.data.publisher}${basisWords([source], source.known)}`))];
  const label = sources.length === 1 ? "a further source" : "further sources"; // two of one publisher are named once
  return names.length > 0 ? listed("#sources", [label, label], names) : [];
}
