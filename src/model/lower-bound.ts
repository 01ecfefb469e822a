/** Words of publishers that make a number a lower bound, and the number that such a word belongs to. */
import type { TotalData } from "./total.ts";

/** Any other word, such as “about”, leaves the number to be compared as it stands. */
export const LOWER_BOUND_WORDS = ["at least", "more than", "no fewer than", "over"] as const;

/** isLowerBound("At least") → true; isLowerBound("about") → false. */
export function isLowerBound(qualifier: string | undefined): boolean {
  return LOWER_BOUND_WORDS.some((words) => words === qualifier?.trim().toLowerCase());
}

const QUALIFIED = ["killed", "strikes", "operations", "vessels"] as const;

/** The number that `qualifier` belongs to: the dead, or the first of the others where no number of dead is given. */
export function qualifiedCount(data: Pick<TotalData, (typeof QUALIFIED)[number]>): (typeof QUALIFIED)[number] | null {
  return QUALIFIED.find((count) => data[count] !== undefined) ?? null;
}
