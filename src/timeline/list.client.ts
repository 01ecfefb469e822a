/** The list below the drawing: shows the rows that a state shows, with the dead as known on its day, and sorts them. */
import { formatDay } from "../model/dates.ts";
import { fold, type TimelineEvent } from "./filter.ts";
import { formatRange } from "../graph/ranges.ts";
import type { TollStep } from "./running-toll.ts";

export interface List {
  rowOf: (id: string) => HTMLElement | undefined;
  /** @param all how many entries there are, shown or not */
  show(shown: ReadonlySet<string>, all: number, steps: readonly TollStep[]): void;
}

type Column = "date" | "what" | "where" | "killed";

/** @param steps of the whole record, as the page says them. Both are looked up when they are first needed: there may be thousands. */
export function takeList(steps: readonly TollStep[]): List {
  let rows: Rows | undefined;
  const lookUp = () => (rows ??= findRows());
  let shownBefore: ReadonlySet<string> | null = null; // all
  let told: Map<string, TollWords> | undefined;
  const sorting = addSorting(lookUp);
  return {
    rowOf: (id) => lookUp().byId.get(id),
    show(shown, all, current) {
      told ??= new Map(steps.map((step) => [step.event.id, wordsOfToll(step)]));
      let hasOther = false;
      for (const step of current) {
        const words = wordsOfToll(step);
        const before = told.get(step.event.id);
        if (before?.killed === words.killed && before.total === words.total) continue;
        if (before?.killed !== words.killed) hasOther = true;
        told.set(step.event.id, words);
        const [killed, total] = lookUp().byId.get(step.event.id)?.querySelectorAll<HTMLElement>("td.num") ?? [];
        if (killed) killed.replaceChildren(words.killed || notGiven());
        if (total) total.textContent = words.total;
      }
      if (hasOther) sorting?.killedChanged();
      const isWhole = shown.size === all;
      if (isWhole && !shownBefore) return;
      showRows(lookUp(), shown, shownBefore);
      shownBefore = isWhole ? null : shown;
    },
  };
}

interface Rows {
  byId: ReadonlyMap<string, HTMLElement>;
  homes: ReadonlyMap<HTMLElement, Element | null>;
  groups: readonly HTMLTableSectionElement[];
  /** Links to months, by the group that each leads to. */
  jumps: ReadonlyMap<string, HTMLAnchorElement>;
}

function findRows(): Rows {
  const all = <T extends HTMLElement>(selector: string) => [...document.querySelectorAll<T>(selector)];
  const rows = all("[data-row]");
  return {
    byId: new Map(rows.map((row) => [row.dataset["row"] ?? "", row])),
    homes: new Map(rows.map((row) => [row, row.closest<HTMLElement>("[data-group]") ?? row.parentElement])),
    groups: all<HTMLTableSectionElement>("[data-group]"),
    jumps: new Map(all<HTMLAnchorElement>("a[data-jump]").map((jump) => [jump.dataset["jump"] ?? "", jump])),
  };
}

/** Touches only the rows that come or go; a group without any is not shown, nor the link to it. */
function showRows({ byId, homes, groups, jumps }: Rows, shown: ReadonlySet<string>, before: ReadonlySet<string> | null): void {
  const used = new Set<Element | null | undefined>();
  for (const [id, row] of byId) {
    const isShown = shown.has(id);
    if (isShown) used.add(homes.get(row));
    if (isShown !== (before === null || before.has(id))) row.hidden = !isShown;
  }
  for (const group of groups) {
    group.hidden = !used.has(group);
    const jump = jumps.get(group.dataset["group"] ?? "");
    if (jump) jump.hidden = group.hidden;
  }
}

interface TollWords {
  killed: string;
  total: string;
}

function wordsOfToll({ killed, running }: TollStep): TollWords {
  return { killed: killed ? formatRange(killed) : "", total: formatRange(running) };
}

/** The words of a row for the search in the timeline: its date, title, kind and place. Figures change with the day of knowledge. */
export function wordsOf(row: HTMLElement | undefined, { label, from, to, date }: TimelineEvent): string {
  const cells = [...(row?.children ?? [])].slice(0, 3).map(({ textContent }) => textContent);
  const day = date || from !== to ? [] : [formatDay(from), from];
  return ` ${fold([...cells, label, ...day].join(" "))} `;
}

function notGiven(): HTMLElement {
  const none = document.createElement("span");
  none.className = "none";
  none.textContent = "number not given";
  return none;
}

/** Each column's head becomes a button. By date the rows stand by month; by anything else in one run. */
function addSorting(lookUp: () => Rows): { killedChanged(): void } | null {
  const table = document.querySelector<HTMLElement>("[data-row]")?.closest("table");
  if (!table) return null;
  const run = table.createTBody();
  run.className = "tl__run";
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]")];
  const textOf = (row: HTMLElement, i: number) => row.children[i]?.querySelector("a")?.textContent ?? row.children[i]?.textContent ?? "";
  const numberOf = (row: HTMLElement, i: number) => Number.parseInt(row.children[i]?.textContent ?? "", 10); // NaN where there is none
  let current: { column: Column; isDown: boolean } = { column: "date", isDown: false };

  function sort(column: Column, isDown: boolean): void {
    current = { column, isDown };
    const { homes, groups } = lookUp();
    const rows = [...homes.keys()].filter((row) => table?.contains(row));
    for (const head of heads) {
      if (head.dataset["sort"] === column) head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    const isByMonth = column === "date" && !isDown;
    for (const jump of document.querySelectorAll<HTMLElement>(".jump")) jump.hidden = !isByMonth;
    if (isByMonth) {
      for (const row of rows) homes.get(row)?.append(row);
      for (const group of groups) group.classList.remove("is-apart");
      return;
    }
    const i = heads.findIndex((head) => head.dataset["sort"] === column);
    const sorted = [...rows].sort((a, b) => {
      if (column === "date") return 0;
      if (column === "what" || column === "where") return textOf(a, i).localeCompare(textOf(b, i), "en");
      const [x, y] = [numberOf(a, i), numberOf(b, i)];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || 0;
      return isDown ? y - x : x - y;
    });
    run.append(...(isDown && column !== "killed" ? sorted.reverse() : sorted));
    for (const group of groups) group.classList.add("is-apart");
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tl__sort";
    button.append(...head.childNodes);
    head.append(button);
    const column = head.dataset["sort"] as Column; // as the page writes them
    button.addEventListener("click", () => sort(column, current.column === column ? !current.isDown : column === "killed"));
  }
  heads[0]?.setAttribute("aria-sort", "ascending");
  return {
    killedChanged() {
      if (current.column === "killed") sort("killed", current.isDown);
    },
  };
}
