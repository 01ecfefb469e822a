/** Wheel, drag, pinch and the brush on the strip of years: each ends in a window of time. */
import type { Drawing } from "./drawing.client.ts";
import { clampWindow, panWindow, zoomWindow, type TimeLimits, type TimeWindow } from "./time-window.ts";

/** px that a pointer moves before it drags: below that it is a click. */
const SLACK = 4;
/** px on either side of an end of the brush that take hold of it. */
const GRIP = 14;
/** Milliseconds after the last turn of the wheel. */
const REST = 200;

/** A window on its way, or where a wheel or a pointer left it. */
type Phase = "moving" | "wheeled" | "left";
type Drag = { kind: "pan" | "start" | "end" | "slide" | "draw"; from: TimeWindow; at: number };

export function addGestures(drawing: Drawing, limits: TimeLimits, onWindow: (window: TimeWindow, phase: Phase) => void): void {
  const { svg } = drawing;
  const pointers = new Map<number, PointerEvent>();
  let drag: Drag | null = null;
  let isDragging = false;
  let pinch: { from: TimeWindow; distance: number; at: number } | null = null;
  let wheelTimer: number | undefined;

  /** Where an event is, in the drawing's px, which the screen may scale. */
  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    const box = svg.getBoundingClientRect();
    const scale = drawing.picture.width / box.width;
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
  };
  const isOnStrip = (event: MouseEvent) => placeOf(event).y < drawing.overview.height;
  /** The moment under an event in the drawing, in a window. */
  const momentAt = (event: MouseEvent, { start, end }: TimeWindow) => {
    const { x, y } = placeOf(event);
    const [from, to] = drawing.picture.along;
    const along = drawing.picture.mode === "wide" ? x : y - drawing.overview.height;
    return start + (Math.min(Math.max(along, from), to) - from) * ((end - start) / (to - from));
  };
  const daysPerPixel = ({ start, end }: TimeWindow) => {
    const [from, to] = drawing.picture.along;
    return (end - start) / (to - from);
  };

  svg.addEventListener(
    "wheel",
    (event) => {
      const isZoom = event.ctrlKey || event.metaKey;
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
      if (!isZoom && (sideways === 0 || drawing.picture.mode === "tall")) return; // the page scrolls
      event.preventDefault();
      const { window } = drawing;
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
      onWindow(
        isZoom
          ? zoomWindow(window, Math.exp((-event.deltaY * lines) / 300), momentAt(event, window), limits)
          : panWindow(window, sideways * lines * daysPerPixel(window), limits),
        "moving",
      );
      clearTimeout(wheelTimer);
      wheelTimer = globalThis.setTimeout(() => onWindow(drawing.window, "wheeled"), REST) as unknown as number; // a number in browsers
    },
    { passive: false },
  );

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    const from = drawing.window;
    if (isOnStrip(event)) {
      drag = beginBrush(event, from);
      // A mark on the strip is a link, but not where it lies under a handle.
      if ((event.target as Element).closest("a") && drag.kind !== "start" && drag.kind !== "end") drag = null;
    } else if (drawing.picture.mode === "wide") {
      const [one, two] = [...pointers.values()];
      if (one && two) {
        pinch = { from, distance: Math.max(Math.abs(one.clientX - two.clientX), 20), at: (momentAt(one, from) + momentAt(two, from)) / 2 };
        drag = null;
      } else drag = { kind: "pan", from, at: placeOf(event).x };
    }
    isDragging = false;
  });

  function beginBrush(event: PointerEvent, from: TimeWindow): Drag {
    const { scale } = drawing.overview;
    const { x } = placeOf(event);
    const [start, end] = [scale.x(from.start), scale.x(from.end)];
    const nearest = Math.abs(x - start) < Math.abs(x - end) ? "start" : "end";
    const grip = Math.min(GRIP, Math.max(4, (end - start) / 3)); // a narrow window can still be taken in its middle
    if (Math.min(Math.abs(x - start), Math.abs(x - end)) <= grip) return { kind: nearest, from, at: x };
    return { kind: x > start && x < end ? "slide" : "draw", from, at: x };
  }

  svg.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    if (event.buttons === 0) return release(event); // let go of outside
    pointers.set(event.pointerId, event);
    if (pinch) {
      const [one, two] = [...pointers.values()];
      if (!one || !two) return;
      const distance = Math.max(Math.abs(one.clientX - two.clientX), 20);
      isDragging = true;
      onWindow(zoomWindow(pinch.from, distance / pinch.distance, pinch.at, limits), "moving");
      return;
    }
    if (!drag) return;
    const { x } = placeOf(event);
    if (!isDragging) {
      if (Math.abs(x - drag.at) < SLACK) return;
      isDragging = true;
      svg.setPointerCapture(event.pointerId);
      svg.classList.add("is-dragged");
    }
    onWindow(windowAt(drag, x), "moving");
  });

  function windowAt({ kind, from, at }: Drag, x: number): TimeWindow {
    const { scale } = drawing.overview;
    switch (kind) {
      case "pan":
        return panWindow(from, (at - x) * daysPerPixel(from), limits);
      case "slide":
        return panWindow(from, scale.at(scale.x(from.start) + x - at) - from.start, limits);
      case "start":
        return clampWindow({ start: Math.min(scale.at(x), from.end - 1), end: from.end }, limits);
      case "end":
        return clampWindow({ start: from.start, end: Math.max(scale.at(x), from.start + 1) }, limits);
      case "draw":
        return clampWindow({ start: scale.at(Math.min(at, x)), end: scale.at(Math.max(at, x)) }, limits);
    }
  }

  function release(event: PointerEvent): void {
    if (!pointers.delete(event.pointerId)) return;
    if (drag?.kind === "draw" && !isDragging && event.type === "pointerup") {
      // A click on the strip brings the window there.
      const { start, end } = drawing.window;
      onWindow(panWindow(drawing.window, drawing.overview.scale.at(drag.at) - (start + end) / 2, limits), "left");
    } else if (isDragging) onWindow(drawing.window, "left");
    if (pointers.size < 2) pinch = null;
    drag = null;
    svg.classList.remove("is-dragged");
  }
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);

  // The end of a drag is no click on the link it began on, and a link is not dragged away.
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener(
    "click",
    (event) => {
      if (isDragging) event.preventDefault();
      isDragging = false;
    },
    { capture: true },
  );
}
