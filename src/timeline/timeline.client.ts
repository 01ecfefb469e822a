/** Adds filters, the as-of control and arrow keys to the timeline. The page is complete without it. */
import { formatDay, addDays, daysBetween } from "../model/dates.ts";
import { cleanState, isShown, readState, sumShown, sumWords, writeState, type FilterEvent, type TimelineState } from "./filter.ts";

const data = JSON.parse(document.querySelector("#timeline-data")?.textContent ?? "[]") as FilterEvent[]; // written by the page
const form = document.querySelector<HTMLFormElement>("#timeline-controls");
const drawing = document.querySelector<SVGSVGElement>("svg[data-timeline]");
const output = document.querySelector<HTMLOutputElement>("#timeline-sum");
if (form && drawing && output) start(form, drawing, output);

function start(controls: HTMLFormElement, svg: SVGSVGElement, sum: HTMLOutputElement): void {
  const first = svg.dataset["from"] ?? "";
  const last = controls.dataset["last"] ?? "";
  const slider = controls.elements.namedItem("day") as HTMLInputElement; // the page's own control
  const field = (name: string) => controls.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement; // as above
  const kinds = [...controls.querySelectorAll<HTMLInputElement>('input[name="kind"]')];

  function readControls(): TimelineState {
    const chosen = kinds.filter(({ checked }) => checked).map(({ value }) => value);
    return {
      asof: field("asof").value,
      from: field("from").value,
      to: field("to").value,
      kinds: chosen.length === kinds.length ? [] : chosen,
      actor: field("actor").value,
      region: field("region").value,
    };
  }
  function showState(state: TimelineState): void {
    for (const name of ["asof", "from", "to", "actor", "region"] as const) field(name).value = state[name];
    for (const box of kinds) box.checked = state.kinds.length === 0 || state.kinds.includes(box.value);
    slider.value = String(state.asof ? daysBetween(first, state.asof) : Number(slider.max));
    apply(state);
  }
  function apply(state: TimelineState): void {
    const shown = new Set(data.filter((event) => isShown(event, state)).map(({ id }) => id));
    const marks = [...document.querySelectorAll<SVGElement>(".chart [data-event]")];
    for (const mark of marks) mark.classList.toggle("is-out", !shown.has(mark.dataset["event"] ?? ""));
    // The drawing's one tab stop is its first mark that is shown.
    const stop = marks.find((mark) => mark.matches("a") && !mark.classList.contains("is-out"));
    for (const mark of marks) if (mark.matches("a")) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
    for (const row of document.querySelectorAll<HTMLElement>("[data-row]")) row.hidden = !shown.has(row.dataset["row"] ?? "");
    for (const group of document.querySelectorAll<HTMLElement>("[data-group]"))
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
    for (const jump of document.querySelectorAll<HTMLAnchorElement>("a[data-jump]"))
      jump.hidden = document.querySelector<HTMLElement>(`[data-group="${jump.dataset["jump"] ?? ""}"]`)?.hidden ?? false;
    for (const chart of document.querySelectorAll<SVGSVGElement>("svg[data-veiled]")) drawVeil(chart, state.asof);
    sum.textContent = sumWords(sumShown(data, state), state, last);
    slider.setAttribute("aria-valuetext", formatDay(state.asof || last));
  }

  /** One entry of the browser's history for one adjustment: steps in quick succession replace each other. */
  let kept = 0;
  function keep(state: TimelineState): void {
    const query = writeState(state).toString();
    const isQuick = Date.now() - kept < 1500;
    kept = Date.now();
    history[isQuick ? "replaceState" : "pushState"](null, "", query ? `?${query}` : location.pathname);
  }
  const fromAddress = () => cleanState(readState(new URLSearchParams(location.search)), { first, last, events: data });

  controls.hidden = false;
  slider.addEventListener("input", () => {
    const isLast = Number(slider.value) >= Number(slider.max);
    field("asof").value = isLast ? "" : addDays(first, Number(slider.value));
  });
  controls.addEventListener("input", () => apply(readControls()));
  controls.addEventListener("change", () => {
    const state = readControls();
    showState(state);
    keep(state);
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  controls.addEventListener("reset", (event) => {
    event.preventDefault();
    showState(readState(new URLSearchParams()));
    history.pushState(null, "", location.pathname);
  });
  addEventListener("popstate", () => showState(fromAddress()));
  showState(fromAddress());
  addArrowKeys(svg);
}

/** Draws a veil over what came after the day. */
function drawVeil(svg: SVGSVGElement, asOf: string): void {
  const { from = "", end = "", left = "0", right = "0" } = svg.dataset;
  const veil =
    svg.querySelector<SVGRectElement>(".veil") ?? svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "rect"));
  veil.setAttribute("class", "veil");
  const share = asOf ? Math.min(1, Math.max(0, (daysBetween(from, asOf) + 1) / daysBetween(from, end))) : 1;
  const x = Number(left) + share * (Number(right) - Number(left));
  const bottom = svg.querySelector<SVGGElement>(".scale")?.getBBox();
  veil.setAttribute("x", String(x));
  veil.setAttribute("y", "0");
  veil.setAttribute("width", String(asOf ? Math.max(0, Number(right) - x + 110) : 0));
  veil.setAttribute("height", String(bottom ? bottom.y : 0));
}

/** The drawing is one tab stop; arrows go from mark to mark in time, Home and End to the ends, Escape leaves. */
function addArrowKeys(svg: SVGSVGElement): void {
  const marks = () => [...svg.querySelectorAll<SVGAElement>("a[data-event]:not(.is-out)")].sort((a, b) => order(a) - order(b));
  const order = (mark: SVGAElement) => data.findIndex(({ id }) => id === mark.dataset["event"]);
  svg.addEventListener("keydown", (event) => {
    const list = marks();
    const here = list.indexOf(document.activeElement as SVGAElement); // -1 when it is none of them
    if (here < 0) return;
    if (event.key === "Escape") return void document.querySelector<HTMLElement>("#list")?.focus();
    const next = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: list.length - 1 }[
      event.key
    ];
    const target = next === undefined ? undefined : list[next];
    if (!target) return;
    event.preventDefault();
    for (const mark of list) mark.setAttribute("tabindex", mark === target ? "0" : "-1");
    target.focus();
  });
}
