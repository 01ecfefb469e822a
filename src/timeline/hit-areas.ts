/** Where the marks of one line answer to the pointer: each has an area of its own, as near to it as the others allow. */

/** An area reaches this far on either side of its mark. */
const REACH = 12;
/** Widths in px that areas have at least, the first that keeps each of them near its mark. */
const LEAST = [8, 6, 4, 3, 2];
/** How far the middle of an area may be from its mark. */
const FARTHEST = 10;

/**
 * hitAreas([100, 200]) → [[88, 112], [188, 212]]: left and right end of each area, none on another. Between neighbours they meet
 * halfway; marks in one place share the room around it, in their order. Null where there are too many for that.
 * @param places of the marks in px, in ascending order
 */
export function hitAreas(places: readonly number[]): [number, number][] | null {
  for (const least of LEAST) {
    const middles = keepApart(places, least);
    if (middles.some((middle, i) => Math.abs(middle - (places[i] ?? 0)) > FARTHEST)) continue;
    return middles.map((middle, i) => {
      const [before, after] = [middles[i - 1] ?? -Infinity, middles[i + 1] ?? Infinity];
      return [Math.max(middle - REACH, (before + middle) / 2), Math.min(middle + REACH, (middle + after) / 2)];
    });
  }
  return null;
}

/** Moves places apart as little as can be: those that are too close share the mean of what each of them wants. */
function keepApart(places: readonly number[], least: number): number[] {
  const blocks: { sum: number; count: number }[] = []; // of the place that the first of a block wants
  let index = 0;
  for (const place of places) {
    let block = { sum: place - index * least, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
    index++;
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count)).map((place, i) => place + i * least);
}
