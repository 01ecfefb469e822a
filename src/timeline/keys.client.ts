/** The keyboard in the drawing, which is one stop of Tab: arrows go from mark to mark, and the window follows. */
import type { Drawing } from "./drawing.client.ts";
import type { TimelineEvent } from "./filter.ts";
import { nextInTime, nextLane } from "./next-mark.ts";
import { spanOf } from "./picture.ts";
import { dayOf, panWindow, zoomWindow, type TimeLimits, type TimeWindow } from "./time-window.ts";

interface Options {
  limits: TimeLimits;
  /** What is shown, in order of time; what has no date that can be drawn is not reached. */
  drawable: () => readonly TimelineEvent[];
  onWindow: (window: TimeWindow) => void;
  onLeave: () => void;
}

export function addKeys(drawing: Drawing, { limits, drawable, onWindow, onLeave }: Options): void {
  drawing.svg.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const key = (event.target as Element).closest<SVGAElement>("[data-key]")?.dataset["key"];
    const here = drawing.marks.find((mark) => mark.key === key);
    if (!here) return;
    const isDone = press(event.key, here);
    if (isDone) event.preventDefault();
  });

  type Here = Drawing["marks"][number];
  function press(key: string, here: Here): boolean {
    const isWide = drawing.picture.mode === "wide";
    const [back, on, up, down] = isWide
      ? ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
      : ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
    switch (key) {
      case on:
        return step(here, 1);
      case back:
        return step(here, -1);
      case up:
        return goTo(nextLane(drawing.marks, here, -1)?.key);
      case down:
        return goTo(nextLane(drawing.marks, here, 1)?.key);
      case "Home":
        return goToEvent(drawable()[0]);
      case "End":
        return goToEvent(drawable().at(-1));
      case "PageDown":
        return goToEvent(drawable().find(({ from }) => from.slice(0, 7) > dayOf(here.at).slice(0, 7)));
      case "PageUp":
        return goToEvent(firstOfMonthBefore(here));
      case "+":
      case "=":
      case "-": {
        const { start, end } = drawing.window;
        const isInside = here.at >= start && here.at < end;
        const around = isInside ? drawing.window : panWindow(drawing.window, here.at - (start + end) / 2, limits);
        onWindow(zoomWindow(around, key === "-" ? 0.5 : 2, here.at, limits));
        return goTo(here.ids[0]);
      }
      case "0":
        onWindow(limits.usual);
        return goTo(here.ids[0]);
      case "Escape":
        onLeave();
        return true;
      default:
        return false;
    }
  }

  /** Along time; past the end of what is drawn the window moves on to the next entry. */
  function step(here: Here, by: 1 | -1): boolean {
    const next = nextInTime(drawing.marks, here, by);
    const list = drawable();
    const index = list.findIndex(({ id }) => id === (by > 0 ? here.ids.at(-1) : here.ids[0]));
    const event = list[index + by];
    if (next && (!event || Math.abs(next.at - here.at) <= Math.abs(spanOf(event)[0] - here.at) || next.ids.includes(event.id)))
      return goTo(next.key);
    return goToEvent(event);
  }

  function firstOfMonthBefore(here: Here): TimelineEvent | undefined {
    const month = dayOf(here.at).slice(0, 7);
    const before = drawable()
      .findLast(({ from }) => from.slice(0, 7) < month)
      ?.from.slice(0, 7);
    return drawable().find(({ from }) => from.slice(0, 7) === before);
  }

  function goToEvent(event: TimelineEvent | undefined): boolean {
    if (!event) return true;
    const [at] = spanOf(event);
    if (!drawing.marks.some(({ ids }) => ids.includes(event.id))) {
      const { start, end } = drawing.window;
      onWindow(panWindow(drawing.window, at - (start + end) / 2, limits));
    }
    return goTo(event.id);
  }

  function goTo(key: string | undefined): boolean {
    if (key) drawing.focus(key);
    return true;
  }
}
