import { distance } from "fastest-levenshtein";

/**
 * The candidates nearest to what was written, best first, at most three:
 * findNearest("gustavo-petr", ["gustavo-petro", "cia"]) → ["gustavo-petro"].
 */
export function findNearest(written: string, candidates: Iterable<string>): string[] {
  const wanted = written.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return [...candidates]
    .map((candidate) => ({ candidate, far: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** didYouMean("venu", ["venue"]) → "Did you mean `venue`?"; an empty string when nothing is near. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const near = findNearest(written, candidates);
  if (near.length === 0) return "";
  return `Did you mean ${near.map((name) => `\`${name}\``).join(" or ")}?`;
}

/** A name that contains what was written, or the reverse, is near however long it is: "petro" is near "gustavo-petro". */
function distanceTo(wanted: string, candidate: string): number {
  const far = distance(wanted, candidate);
  const shorter = wanted.length < candidate.length ? wanted : candidate;
  const isPart = shorter.length >= 4 && (wanted.includes(candidate) || candidate.includes(wanted));
  return isPart ? Math.min(far, 2) : far;
}
