/** The ledger as a band from its lowest to its highest sum, day by day; small enough for the browser. */
export interface BandStep {
  /** Where the day is, in px of the drawing. */
  x: number;
  /** Killed in all from that day on. */
  min: number;
  max: number;
}

export interface BandPaths {
  /** Outline of the band, and its lower and upper edge: path data, empty when there is no step. */
  band: string;
  lower: string;
  upper: string;
}

/** On a mark about the origin: an arrow upward, where the number is a lower bound below the band. In px. */
export const UPWARD = "M0 -5V-12M-2.5 -9.5L0 -12L2.5 -9.5";

/** Where a published number lies: inside the band, below it as a lower bound that our numbers reach, or elsewhere outside. */
export type MarkPlace = "inside" | "below" | "outside";

/** @param isBound whether its publisher makes it a lower bound */
export function placeMark(killed: number, isBound: boolean, { min, max }: Pick<BandStep, "min" | "max">): MarkPlace {
  if (killed >= min && killed <= max) return "inside";
  return isBound && killed < min ? "below" : "outside";
}

/** Where a number of people is, in px: `most` at the top, 0 at the base; one decimal, as finer than any screen draws. */
export function placePeople({ base, top, most }: { base: number; top: number; most: number }): (people: number) => number {
  return (people) => Math.round((base - ((base - top) * people) / most) * 10) / 10;
}

/** @param right end of the plot in px; @param y place of a number of people in px, rounded. */
export function bandPaths(steps: readonly BandStep[], right: number, y: (people: number) => number): BandPaths {
  const [first] = steps;
  if (!first) return { band: "", lower: "", upper: "" };
  const edge = (end: "min" | "max") => steps.map((step) => `H${step.x}V${y(step[end])}`).join("");
  const start = `M${first.x} ${y(0)}`;
  const back = steps.toReversed().map((step, i, all) => `V${y(step.min)}H${step.x}${i === all.length - 1 ? `V${y(0)}` : ""}`);
  return {
    band: `${start}${edge("max")}H${right}${back.join("")}Z`,
    lower: `${start}${edge("min")}H${right}`,
    upper: `${start}${edge("max")}H${right}`,
  };
}
