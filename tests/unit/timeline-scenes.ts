/** What there is to draw of a record, for the tests of both drawings. */
import { isShown, readState } from "../../src/timeline/filter.ts";
import { inWindow, type Picture, type Scene } from "../../src/timeline/picture.ts";
import { mostBefore, runToll } from "../../src/timeline/running-toll.ts";
import { limitsOf, windowOf } from "../../src/timeline/time-window.ts";
import { timelineData, type TimelineData } from "../../src/timeline/timeline-data.ts";
import { published } from "./published-dossier.ts";

export const real = timelineData(published);

/** sceneOf(real, 1180, "asof=2025-10-19"): as the page's script makes it. */
export function sceneOf({ frame, events: all }: TimelineData, width: number, query = "", before?: Picture): Scene {
  const state = readState(new URLSearchParams(query));
  const events = all.filter((event) => isShown(event, state, "window"));
  const window = windowOf(state, limitsOf(frame));
  return {
    frame,
    events,
    steps: runToll(events, state.asof),
    window,
    asof: state.asof,
    width,
    most: mostBefore(runToll(all, ""), window.end),
    ...(before && { before }),
  };
}

/** Ids of all that has a date in the window: what a drawing has to show. */
export function idsInWindow(scene: Scene): string[] {
  const { start, end } = scene.window;
  const strikes = scene.steps.filter(({ earliest, latest }) => latest >= start && earliest < end).map(({ event }) => event.id);
  return [...strikes, ...inWindow(scene).map(({ id }) => id)].sort();
}

/** Ids of all that a drawing shows, in a mark of its own or gathered. */
export function idsDrawn({ marks }: Picture): string[] {
  return marks.flatMap(({ ids }) => ids).sort();
}

/** Windows from a week to thirty years. */
export const WINDOWS = [
  "",
  "from=2025-09-01&to=2025-09-07",
  "from=2025-10-10&to=2025-10-31",
  "from=2025-10-13&to=2026-01-04",
  "from=2026-06-20&to=2026-07-05",
  "from=2025-08-01&to=2025-09-30",
  "from=2015-01-01&to=2026-07-05",
  "from=1996-01-01&to=2026-07-05",
];
