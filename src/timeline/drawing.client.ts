/** The drawing in the browser: brings the SVG that the build wrote up to date with what is shown and with the room there is. */
import { findChanges } from "./change-markup.ts";
import { BELOW_OVERVIEW, drawFocus, markTag, placeOf } from "./draw-picture.ts";
import type { TimelineEvent } from "./filter.ts";
import { layoutOverview, type Overview } from "./overview.ts";
import type { Mark, Picture, TimelineFrame } from "./picture.ts";
import { mostBefore, runToll, type TollStep } from "./running-toll.ts";
import { layoutTall } from "./tall-picture.ts";
import { round } from "./time-axis.ts";
import type { TimeWindow } from "./time-window.ts";
import { layoutWide } from "./wide-picture.ts";

/** px that are drawn beyond the window while it is dragged: so far it is shifted, and not drawn anew. */
const BEYOND = 200;
/** A record of more entries is sketched while it is zoomed: its labels could not be set in the time of a frame. */
const LONG = 500;
const CLIP = "timeline-clip";
/** Where time runs across the page; as in the stylesheet. */
const WIDE = matchMedia("(min-width: 600px)");

export interface Drawing {
  svg: SVGSVGElement;
  picture: Picture;
  overview: Overview;
  /** What is drawn, in order of time. */
  marks: Mark[];
  window: TimeWindow;
  /** Draws what is shown as of a day, in a window of time. */
  show(events: readonly TimelineEvent[], asof: string, window: TimeWindow): void;
  /** Draws another window at the next frame; while it moves, entries keep their rows. */
  move(window: TimeWindow): void;
  focus(key: string): void;
}

interface Shown {
  element: SVGAElement;
  mark: Mark;
}

/** Takes over the drawings inside `host`. @param all the strikes of the whole record */
export function takeOver(
  host: HTMLElement,
  { frame, all, start, hrefOf }: { frame: TimelineFrame; all: readonly TollStep[]; start: TimeWindow; hrefOf: (mark: Mark) => string },
): Drawing | null {
  const found = host.querySelector<SVGSVGElement>("svg[data-timeline]");
  if (!found) return null;
  const svg: SVGSVGElement = found;
  let width = Math.floor(host.getBoundingClientRect().width); // asked before anything changes
  const wide = svg.parentElement;
  host.querySelector(".tl-tall")?.remove();
  wide?.replaceWith(svg);
  host.classList.add("is-live");
  svg.replaceChildren();
  const group = (parent: SVGElement, name = "") => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", "g");
    if (name) element.setAttribute("class", name);
    return parent.appendChild(element);
  };
  const strip = group(svg, "overview");
  const [focus, stripGround, stripMarks] = [group(strip), group(strip), group(strip)];
  const main = group(svg);
  const names = group(main);
  const shifted = group(group(main)); // in a frame of its own, which can be clipped
  const [ground, marksGroup] = [group(shifted, "ground"), group(shifted)];
  const sum = group(main);
  svg.insertAdjacentHTML("afterbegin", `<clipPath id="${CLIP}"><rect y="-40" height="100000"/></clipPath>`);
  const clip = svg.querySelector("rect");
  const elements = new Map<string, Shown>();

  let events: readonly TimelineEvent[] = [];
  let asof = "";
  let steps = runToll(events, asof);
  let drawn: { window: TimeWindow; beyond: number } = { window: start, beyond: 0 };
  let asked = 0; // the frame that will draw a move
  let lost: Mark | undefined; // had the focus, and went out of the window while it moved

  const drawing: Drawing = {
    svg,
    picture: {
      mode: "wide",
      width: 0,
      height: 0,
      frame: "",
      ground: "",
      sum: "",
      marks: [],
      along: [0, 1],
      rows: new Map(),
      heights: [],
      most: 0,
    },
    overview: layoutOverview([], { frame, window: start, left: 0, right: 1, isLinked: false }),
    marks: [],
    window: start,
    show(shown, day, window) {
      events = shown;
      asof = day;
      steps = runToll(events, asof);
      drawing.window = window;
      cancelAnimationFrame(asked);
      asked = 0;
      draw(false);
    },
    move(window) {
      drawing.window = window;
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        if (!shift()) draw(true);
      });
    },
    focus(key) {
      const mark = drawing.marks.find((one) => one.key === key) ?? drawing.marks.find(({ ids }) => ids.includes(key)) ?? drawing.marks[0];
      const element = mark && elements.get(mark.key)?.element;
      if (!element) return;
      setStop(mark.key);
      element.focus({ preventScroll: true });
      if (!isInSight(element)) element.scrollIntoView({ block: "center" });
    },
  };

  /** A window that moves and does not change its width is what is drawn, shifted, as far as that was drawn beyond it. */
  function shift(): boolean {
    const { window, picture, overview } = drawing;
    const span = drawn.window.end - drawn.window.start;
    const [from, to] = picture.along;
    const by = ((drawn.window.start - window.start) / span) * (to - from);
    if (Math.abs(window.end - window.start - span) > 1e-6 || Math.abs(by) > drawn.beyond) return false;
    shifted.setAttribute("transform", `translate(${round(by)} 0)`);
    focus.innerHTML = drawFocus(overview, window);
    return true;
  }

  function draw(isMoving: boolean): void {
    if (width === 0) return;
    const isWide = WIDE.matches;
    const { window } = drawing;
    const most = mostBefore(all, window.end);
    const isShifted = isMoving && isWide && Math.abs(window.end - window.start - (drawn.window.end - drawn.window.start)) < 1e-6;
    const beyond = isShifted ? BEYOND : 0;
    const scene = { frame, events, steps, window, asof, width, most, beyond, ...(isMoving && { before: drawing.picture }) };
    drawn = { window, beyond };
    const isSketch = isMoving && isWide && !isShifted && events.length > LONG;
    marksGroup.style.display = isSketch ? "none" : "";
    if (isSketch) {
      const { ground: sketch, sum: total } = layoutWide({ ...scene, isSketch });
      shifted.removeAttribute("transform");
      ground.innerHTML = sketch;
      sum.innerHTML = total;
      focus.innerHTML = drawFocus(drawing.overview, window);
      return;
    }
    const picture = isWide ? layoutWide(scene) : layoutTall(scene);
    const [left, right] = isWide ? picture.along : [0.5, width - 0.5];
    const overview = isMoving ? drawing.overview : layoutOverview(events, { frame, window, left, right, isLinked: isWide });
    if (picture.frame !== drawing.picture.frame) names.innerHTML = picture.frame;
    if (overview.ground !== drawing.overview.ground) stripGround.innerHTML = overview.ground;
    focus.innerHTML = drawFocus(overview, window);
    ground.innerHTML = picture.ground;
    sum.innerHTML = picture.sum;
    shifted.removeAttribute("transform");
    if (beyond > 0) {
      clip?.setAttribute("x", String(left - 12));
      clip?.setAttribute("width", String(width - left + 12));
      shifted.parentElement?.setAttribute("clip-path", `url(#${CLIP})`);
    } else shifted.parentElement?.removeAttribute("clip-path");
    const height = overview.height + BELOW_OVERVIEW + picture.height;
    // Only what differs: browsers set all text again where a size is written, even the same.
    setWhereOther(svg, "viewBox", `0 0 ${width} ${height}`);
    setWhereOther(svg, "data-mode", picture.mode);
    setWhereOther(main, "transform", `translate(0 ${overview.height + BELOW_OVERVIEW})`);
    // While it moves, what comes into the window is drawn there and no longer on the strip.
    const inWindow = new Set(picture.marks.map(({ key }) => key));
    const onStrip = overview.marks.filter(({ key }) => !inWindow.has(key));
    Object.assign(drawing, {
      picture,
      overview,
      marks: [...onStrip, ...picture.marks].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1)),
    });
    const focused = document.activeElement?.closest<SVGAElement>("[data-key]")?.dataset["key"];
    const before = focused === undefined ? undefined : elements.get(focused)?.mark;
    const kept = new Set(drawing.marks.map(({ key }) => key));
    // Bins change with every move, and look the same: one that goes becomes the next that comes.
    const gone = [...elements].filter(([key, { mark }]) => isMoving && mark.type === "bin" && !kept.has(key) && key !== focused).reverse();
    const spare = new Map<number, [string, Shown][]>();
    for (const entry of gone) spare.set(entry[1].mark.lane, [...(spare.get(entry[1].mark.lane) ?? []), entry]);
    update(stripMarks, onStrip, isMoving, new Map());
    update(marksGroup, picture.marks, isMoving, spare);
    for (const [key, { element }] of elements) {
      if (kept.has(key)) continue;
      element.remove();
      elements.delete(key);
    }
    const isLost = focused !== undefined && !svg.contains(document.activeElement);
    if (isLost) lost = before;
    if (isMoving) return;
    // Unless somebody put it elsewhere in the meantime.
    if (lost && document.activeElement === document.body) drawing.focus(nearestTo(lost));
    else setStop(focused ?? drawing.marks[0]?.key ?? "");
    lost = undefined;
    svg.dispatchEvent(new Event("drawn"));
  }

  /** The mark itself, or the one closest to it in time. */
  function nearestTo({ key, at }: Mark): string {
    if (elements.has(key)) return key;
    const distance = (mark: Mark) => Math.abs(mark.at - at);
    return (
      drawing.marks.reduce<Mark | undefined>((best, mark) => (best && distance(best) <= distance(mark) ? best : mark), undefined)?.key ?? ""
    );
  }

  /** Adds what is new, and changes what is there where it differs; in order of time once the drawing rests. */
  function update(parent: SVGGElement, marks: readonly Mark[], isMoving: boolean, spare: ReadonlyMap<number, [string, Shown][]>): void {
    for (const [i, mark] of marks.entries()) {
      let shown = elements.get(mark.key) ?? (mark.type === "bin" ? rename(spare.get(mark.lane)?.pop(), mark.key) : undefined);
      if (!shown) {
        parent.insertAdjacentHTML("beforeend", markTag(mark, { href: hrefOf(mark), isStop: false, isMain: true }));
        const element = parent.lastElementChild as SVGAElement; // markTag() makes one <a>
        element.dataset["key"] = mark.key;
        shown = { element, mark };
        elements.set(mark.key, shown);
      } else {
        const { element, mark: before } = shown;
        if (before.x !== mark.x || before.y !== mark.y) element.setAttribute("transform", placeOf(mark));
        if (before.body !== mark.body) changeBody(element, before.body, mark.body);
        if (!isMoving && before.name !== mark.name) element.setAttribute("aria-label", mark.name);
        shown.mark = isMoving ? { ...mark, name: before.name } : mark;
      }
      const { element } = shown;
      if (element.parentNode !== parent || (!isMoving && parent.children[i] !== element))
        parent.insertBefore(element, parent.children[i] ?? null);
    }
  }

  function rename(entry: [string, Shown] | undefined, to: string): Shown | undefined {
    if (!entry) return undefined;
    const [from, shown] = entry;
    elements.delete(from);
    elements.set(to, shown);
    shown.element.dataset["key"] = to;
    return shown;
  }

  /** The drawing is one stop of the Tab key. */
  function setStop(key: string): void {
    for (const [name, { element }] of elements) element.setAttribute("tabindex", name === key ? "0" : "-1");
  }

  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry?.contentRect.width ?? 0);
    if (now === width || now === 0) return;
    width = now;
    draw(false);
  }).observe(host);
  return drawing;
}

/** Writes only what differs, where the tags are the same: of a bin that moves its number and its width. */
function changeBody(element: Element, from: string, to: string): void {
  const changes = findChanges(from, to);
  if (!changes) {
    element.innerHTML = to;
    return;
  }
  const parts = element.getElementsByTagName("*");
  for (const { element: index, attribute, value } of changes) {
    const part = parts[index];
    if (attribute) part?.setAttribute(attribute, value);
    else if (part?.firstChild) part.firstChild.nodeValue = value;
  }
}

function setWhereOther(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
