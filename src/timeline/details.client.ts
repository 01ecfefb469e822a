/** What a mark of the drawing stands for, beside it while it is pointed at or focused; Escape hides it, and it may be pointed at itself. */
import type { Drawing } from "./drawing.client.ts";

/** Milliseconds that the pointer has to reach the details. */
const GRACE = 250;

export function addDetails(drawing: Drawing, host: HTMLElement, linesOf: (ids: readonly string[]) => string[]): void {
  const box = document.createElement("div");
  box.className = "tl-details";
  box.id = "tl-details";
  box.role = "tooltip";
  box.hidden = true;
  host.append(box);
  let timer: number | undefined;
  let described: Element | null = null;
  let pointer = ""; // where it was last, e.g. "120 340"
  let quietAt = ""; // where it was at Escape: what comes up under a pointer that does not move stays quiet

  function show(element: SVGAElement): void {
    clearTimeout(timer);
    if (drawing.svg.classList.contains("is-dragged")) return;
    const mark = drawing.marks.find(({ key }) => key === element.dataset["key"]);
    if (!mark) return;
    const lines = linesOf(mark.ids);
    box.replaceChildren(
      ...lines.map((line, i) => {
        const part = document.createElement(i === 0 ? "strong" : "span");
        part.textContent = line;
        return part;
      }),
    );
    box.hidden = false;
    const at = element.getBoundingClientRect();
    const around = host.getBoundingClientRect();
    const left = Math.min(Math.max(at.left - around.left, 0), around.width - box.offsetWidth);
    const above = at.top - around.top - box.offsetHeight - 6;
    const isAbove = at.top - box.offsetHeight - 6 > 0;
    box.style.left = `${left}px`;
    box.style.top = `${isAbove ? above : at.bottom - around.top + 6}px`;
    described?.removeAttribute("aria-describedby");
    element.setAttribute("aria-describedby", box.id);
    described = element;
  }
  function hide(): void {
    clearTimeout(timer);
    box.hidden = true;
    described?.removeAttribute("aria-describedby");
    described = null;
  }
  const hideSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(hide, GRACE);
  };
  const markOf = (target: EventTarget | null) => (target as Element).closest<SVGAElement>("[data-key]");

  drawing.svg.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "touch" ? null : markOf(event.target);
    pointer = `${event.clientX} ${event.clientY}`;
    if (mark && pointer !== quietAt) show(mark);
    else if (!box.hidden) hideSoon();
  });
  drawing.svg.addEventListener("pointerleave", hideSoon);
  box.addEventListener("pointermove", (event) => {
    pointer = `${event.clientX} ${event.clientY}`;
  });
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", hideSoon);
  // Not on the SVG itself: with a listener for the focus it would take the focus of a click.
  host.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark?.matches(":focus-visible")) show(mark);
  });
  host.addEventListener("focusout", hide);
  // Escape hides the details first; pressed again, it leaves the drawing.
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || box.hidden) return;
      event.stopPropagation();
      quietAt = pointer;
      hide();
    },
    { capture: true },
  );
  drawing.svg.addEventListener("drawn", () => {
    if (described instanceof SVGAElement && described.isConnected && !box.hidden) show(described);
    else hide();
  });
}
