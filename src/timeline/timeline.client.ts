/** Zoom, filters, the as-of control and the keys of the timeline. The page is complete without it. */
import { formatDay } from "../model/dates.ts";
import { killedWords, plural } from "../site/words.ts";
import { takeControls } from "./controls.client.ts";
import { addDetails } from "./details.client.ts";
import { takeOver, type Drawing } from "./drawing.client.ts";
import {
  cleanState,
  countFacets,
  isShown,
  killedOn,
  readState,
  splitKilled,
  sumShown,
  sumWords,
  unreadWords,
  WHOLE,
  writeState,
  type TimelineEvent,
  type TimelineState,
} from "./filter.ts";
import { addGestures } from "./gestures.client.ts";
import { addKeys } from "./keys.client.ts";
import { takeList, wordsOf } from "./list.client.ts";
import type { Mark, PageData, TimelineFrame } from "./picture.ts";
import { runToll } from "./running-toll.ts";
import { daysOf, limitsOf, panWindow, windowOf, zoomWindow, type TimeWindow } from "./time-window.ts";

/** Milliseconds after which the list follows, what a change came to is said aloud, and another step of a kind is an entry of the history. */
const LIST = 120;
const SAY = 800;
const STEP = 1500;

/** What changed what is shown: only turns of the wheel and presses of keys are put together. */
type Step = "wheel" | "key" | "other";

interface Parts {
  form: HTMLFormElement;
  host: HTMLElement;
  output: HTMLOutputElement;
  said: HTMLElement;
}

const section = document.querySelector<HTMLElement>("#timeline");
const data = JSON.parse(document.querySelector("#timeline-data")?.textContent ?? "null") as PageData | null; // written by the page
const form = document.querySelector<HTMLFormElement>("#timeline-controls");
const host = document.querySelector<HTMLElement>("#timeline-drawing");
const output = document.querySelector<HTMLOutputElement>("#timeline-sum");
const said = document.querySelector<HTMLElement>("#timeline-said");
if (section && data && form && host && output && said) {
  const begin = (events: readonly TimelineEvent[]) => start(data.frame, events, { form, host, output, said });
  if (data.events) begin(data.events);
  else
    await fetchWhenWanted(data.url, section).then(begin, (reason: unknown) => {
      said.classList.remove("vh");
      said.textContent = "The data of the timeline did not load. Check the connection and open the page again.";
      throw reason;
    });
}

/** Of a long record the page has the drawing and the list; the data comes when somebody turns to it, or the address asks for a part. */
async function fetchWhenWanted(url: string, wanted: HTMLElement): Promise<TimelineEvent[]> {
  if (location.search === "") {
    await new Promise<unknown>((resolve) => {
      for (const type of ["pointerover", "pointerdown", "focusin"]) wanted.addEventListener(type, resolve, { once: true });
    });
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The data of the timeline did not load: ${response.status} for ${url}`);
  return (await response.json()) as TimelineEvent[]; // written by the build
}

function start(frame: TimelineFrame, events: readonly TimelineEvent[], { form, host, output, said }: Parts): void {
  form.hidden = false;
  const limits = limitsOf(frame);
  const { base, last } = frame;
  const whole = runToll(events, "");
  const list = takeList(whole);
  const controls = takeControls(form, base, last);
  const pages = new URL(".", location.href).pathname;
  const hrefOf = ({ type, key }: Mark) => (type === "bin" ? "#list" : `${pages}${key}/`);
  const found = takeOver(host, { frame, all: whole, start: limits.usual, hrefOf });
  if (!found) return;
  const drawing: Drawing = found;
  let state = WHOLE;
  /** What is shown, in the window and outside it. */
  let everywhere: readonly TimelineEvent[] = [];
  let listTimer: number | undefined;
  let sayTimer: number | undefined;
  let kept: { at: number; step: Step } = { at: 0, step: "other" };

  /** @param note what else the sentence says, until something else is chosen. */
  function apply(next: TimelineState, note = ""): void {
    state = next;
    if (state.text) foldAll();
    everywhere = events.filter((event) => isShown(event, state, "window"));
    drawing.show(everywhere, state.asof, windowOf(state, limits));
    say(sumWords(sumShown(events, state), state, last) + note);
    showRowsSoon();
  }
  /** The words of the rows, from when they are first searched. */
  function foldAll(): void {
    for (const event of events) event.words ??= wordsOf(list.rowOf(event.id), event);
  }
  function showRowsSoon(): void {
    clearTimeout(listTimer);
    listTimer = window.setTimeout(showRows, LIST);
  }
  function showRows(): void {
    listTimer = undefined;
    const shown = new Set(events.flatMap((event) => (isShown(event, state) ? event.id : [])));
    list.show(shown, events.length, runToll(everywhere, state.asof));
    controls.count(countFacets(events, state));
  }
  function say(words: string): void {
    const [before, killed, after] = splitKilled(words);
    const numeral = document.createElement("span");
    numeral.className = "snd";
    numeral.textContent = killed;
    output.replaceChildren(before, numeral, after);
    clearTimeout(sayTimer);
    sayTimer = window.setTimeout(() => {
      if (said.textContent !== words) said.textContent = words;
    }, SAY);
  }

  /**
   * Sets what is shown, in the controls and in the address. Turns of the wheel and presses of keys in quick succession are one entry of the
   * browser's history, and everything else is one of its own.
   */
  function set(next: TimelineState, step: Step = "other"): void {
    controls.write(next);
    apply(next);
    const query = writeState(next).toString();
    const isQuick = step !== "other" && step === kept.step && Date.now() - kept.at < STEP;
    const address = query ? `?${query}` : location.pathname;
    if (query === location.search.slice(1)) return;
    history[isQuick ? "replaceState" : "pushState"](null, "", address);
    kept = { at: Date.now(), step };
  }
  function setWindow(window: TimeWindow, step: Step = "other"): void {
    set({ ...state, ...daysOf(window, limits) }, step);
  }
  const clean = (given: TimelineState) => cleanState(given, { start: frame.first, first: base, last, events });
  function fromAddress(): void {
    const given = readState(new URLSearchParams(location.search));
    const next = clean(given);
    controls.write(next);
    apply(next, unreadWords(given));
  }

  form.addEventListener("input", () => apply(clean(controls.read())));
  form.addEventListener("change", () => set(clean(controls.read())));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    set(WHOLE);
  });
  form.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-do]");
    if (button) press(button);
  });
  function press(button: HTMLButtonElement): void {
    const { start, end } = drawing.window;
    const middle = (start + end) / 2;
    const span = end - start;
    switch (button.dataset["do"] as "in" | "out" | "earlier" | "later" | "copy") {
      // as the page writes them
      case "in":
        return setWindow(zoomWindow(drawing.window, 2, middle, limits));
      case "out":
        return setWindow(zoomWindow(drawing.window, 0.5, middle, limits));
      case "earlier":
        return setWindow(panWindow(drawing.window, -span / 2, limits));
      case "later":
        return setWindow(panWindow(drawing.window, span / 2, limits));
      case "copy":
        return void navigator.clipboard.writeText(location.href).then(
          () => (said.textContent = "Link to this view: copied"),
          () => (said.textContent = "The link was not copied: take it from the address bar"),
        );
    }
  }

  // Gathered marks open in the drawing.
  drawing.svg.addEventListener("click", (event) => {
    const key = (event.target as Element).closest<SVGAElement>("a.bin")?.dataset["key"];
    const mark = drawing.marks.find((one) => one.key === key);
    if (!mark || event.defaultPrevented) return;
    event.preventDefault();
    const days = events.flatMap((one) => (mark.ids.includes(one.id) ? windowOf({ from: one.from, to: one.from }, limits) : []));
    const [from, to] = [Math.min(...days.map(({ start }) => start)), Math.max(...days.map(({ end }) => end))];
    setWindow(zoomWindow({ start: from, end: to }, 0.8, (from + to) / 2, limits));
    drawing.focus(mark.ids[0] ?? "");
  });

  drawing.svg.setAttribute("aria-describedby", "timeline-keys");
  addGestures(drawing, limits, (next, phase) => {
    if (phase !== "moving") return setWindow(next, phase === "wheeled" ? "wheel" : "other");
    drawing.move(next);
    if (listTimer !== undefined) showRowsSoon(); // a long list would hold up the hand
  });
  addKeys(drawing, {
    limits,
    drawable: () => everywhere.filter(({ from, to }) => from !== "" && to < "9999"),
    onWindow: (window) => setWindow(window, "key"),
    onLeave: () => document.querySelector<HTMLElement>("#list")?.focus(),
  });
  addDetails(drawing, host, linesOf);

  /** What a mark stands for, as it was known on the day of the state. */
  function linesOf(ids: readonly string[]): string[] {
    const shown = everywhere.filter(({ id }) => ids.includes(id));
    const titleOf = ({ id, label }: TimelineEvent) => list.rowOf(id)?.querySelector("a")?.textContent ?? label;
    const [one] = shown;
    if (!one) return [];
    if (shown.length > 1) {
      const titles = shown.slice(0, 5).map(titleOf);
      const more = shown.length - titles.length;
      return [plural(shown.length, "entry", "entries"), ...titles, ...(more > 0 ? [`and ${more} more`] : []), "Opens when chosen"];
    }
    const [date, , where] = list.rowOf(one.id)?.children ?? [];
    const facts = [
      date?.textContent,
      where?.textContent === "not stated" ? "place not stated" : where?.textContent,
      one.kind.replace("-", " "),
    ];
    const known = state.asof ? `, as known on ${formatDay(state.asof)}` : "";
    const toll = one.strikes ? [`${killedWords(killedOn(one, state.asof))}${known}`] : [];
    return [titleOf(one), facts.filter(Boolean).join(" · "), ...toll];
  }

  addEventListener("popstate", () => {
    kept = { at: 0, step: "other" }; // what was gone back to is not written over
    fromAddress();
  });
  fromAddress();
}
