/** Which mark an arrow key leads to. */
import type { Mark } from "./picture.ts";

type Placed = Pick<Mark, "key" | "at" | "lane" | "y">;

/** The mark before (-1) or after (1) another one in time. @param marks in order of time */
export function nextInTime<M extends Placed>(marks: readonly M[], here: Placed, by: 1 | -1): M | undefined {
  return marks[marks.findIndex(({ key }) => key === here.key) + by];
}

/** In the next lane up (-1) or down (1) that has any mark, the one nearest in time. */
export function nextLane<M extends Placed>(marks: readonly M[], here: Placed, by: 1 | -1): M | undefined {
  const lanes = [...new Set(marks.map(({ lane }) => lane))].sort((a, b) => a - b);
  const lane = lanes[lanes.indexOf(here.lane) + by];
  let nearest: M | undefined;
  for (const mark of marks) {
    if (mark.lane === lane && (!nearest || Math.abs(mark.at - here.at) < Math.abs(nearest.at - here.at))) nearest = mark;
  }
  return nearest;
}
