/** The stepped ledger of the dead as paths, in either direction of time: each strike a step, one line for each person. */
import type { Range } from "../graph/nodes.ts";
import type { Scene } from "./picture.ts";
import type { TollStep } from "./running-toll.ts";

/** What the strikes in the window add, and the sum before them. */
export interface WindowSteps {
  inside: TollStep[];
  first: Range;
  last: Range;
}

/** Where the ledger is drawn: moments and people in px, and along time its start and end. */
export interface LedgerPlot {
  place: (moment: number) => number;
  people: (count: number) => number;
  start: number;
  end: number;
  /** Height of one person in px. */
  unit: number;
  /** Time runs down the page, and people to the right. */
  isDown: boolean;
  /** Hairlines of half a px. */
  isFine: boolean;
}

type Step = Pick<TollStep, "earliest" | "before" | "running">;

export function stepsInWindow({ steps, window }: Pick<Scene, "steps" | "window">): WindowSteps {
  const inside = steps.filter(({ earliest }) => earliest >= window.start && earliest < window.end);
  const first = inside[0]?.before ?? steps.findLast(({ earliest }) => earliest < window.start)?.running ?? { min: 0, max: 0 };
  return { inside, first, last: inside.at(-1)?.running ?? first };
}

/** How many people one of the lines stands for. @param unit height of one person in px */
export function lineStep(unit: number): number {
  const { fine, strong } = hairlineStep(unit);
  return fine ?? strong;
}

/** The area, its hairlines, the open band up to the highest records, and the steps; @param steps those in the window, merged or not. */
export function drawLedger(steps: readonly Step[], { first, last }: WindowSteps, plot: LedgerPlot): string {
  const { place, people, start, end, unit, isDown, isFine } = plot;
  const [along, across] = isDown ? ["V", "H"] : ["H", "V"];
  const point = (moment: number, count: number) => (isDown ? `${people(count)} ${moment}` : `${moment} ${people(count)}`);
  const { strong } = hairlineStep(unit);
  const step = lineStep(unit);
  const lines = { fine: "", strong: "" };
  const addLines = (from: number, to: number, at: number) => {
    for (let person = Math.ceil((from + 1) / step) * step; person <= to; person += step) {
      lines[person % strong === 0 ? "strong" : "fine"] += `M${point(at, person)}${along}${end}`;
    }
  };
  let lower = `M${point(start, first.min)}`;
  let upper = `M${point(start, first.max)}`;
  addLines(0, first.min, start);
  for (const { earliest, before, running } of steps) {
    const at = place(earliest);
    lower += `${along}${at}${across}${people(running.min)}`;
    upper += `${along}${at}${across}${people(running.max)}`;
    addLines(before.min, running.min, at);
  }
  lower += `${along}${end}`;
  const area = `<path class="b1" d="${lower}${across}${people(0)}${along}${start}Z"/>`;
  const hairlines = `<path class="wl${isFine ? " wl--fine" : ""}" d="${lines.fine}"/><path class="iso" d="${lines.strong}"/>`;
  const band = last.min === last.max ? "" : `<path class="upper" d="${upper}${along}${end}"/>`;
  return `${area}${hairlines}${band}<path class="tread" d="${lower}"/>`;
}

/** The hairlines for people from one number to another: every one where there is room, else every tenth, hundredth … */
function hairlineStep(unit: number): { fine: number | null; strong: number } {
  if (unit >= 1.5) return { fine: 1, strong: 10 };
  let strong = 10;
  while (strong * unit < 4) strong *= 10;
  return { fine: null, strong };
}
