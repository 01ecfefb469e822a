/** The list below the drawing: shows the rows that a state shows, with the dead as known on its day, and sorts them. */
import { fold, type TimelineEvent } from "./filter.ts";
import { rangeText } from "./picture.ts";
import type { TollStep } from "./running-toll.ts";

export interface List {
  rowOf: (id: string) => HTMLElement | undefined;
  show(shown: ReadonlySet<string>, steps: readonly TollStep[]): void;
}

type Column = "date" | "what" | "where" | "killed";

export function takeList(): List {
  const rows = new Map([...document.querySelectorAll<HTMLElement>("[data-row]")].map((row) => [row.dataset["row"] ?? "", row]));
  const groups = [...document.querySelectorAll<HTMLTableSectionElement>("[data-group]")];
  const jumps = [...document.querySelectorAll<HTMLAnchorElement>("a[data-jump]")];
  const homes = new Map([...rows.values()].map((row) => [row, row.parentElement] as const));
  const inOrder = [...rows.values()].filter((row) => row.closest("table"));
  addSorting(inOrder, homes, groups);
  return {
    rowOf: (id) => rows.get(id),
    show(shown, steps) {
      const stepOf = new Map(steps.map((step) => [step.event.id, step]));
      for (const [id, row] of rows) {
        row.hidden = !shown.has(id);
        const step = stepOf.get(id);
        if (!step) continue;
        const [killed, total] = row.querySelectorAll<HTMLElement>("td.num");
        if (killed) killed.replaceChildren(step.killed ? rangeText(step.killed) : notStated());
        if (total) total.textContent = rangeText(step.running);
      }
      for (const group of groups) group.hidden = !group.querySelector("[data-row]:not([hidden])");
      for (const jump of jumps) jump.hidden = groups.find(({ dataset }) => dataset["group"] === jump.dataset["jump"])?.hidden ?? false;
    },
  };
}

/** The words of a row for the search in the timeline. */
export function wordsOf(row: HTMLElement | undefined, event: TimelineEvent): string {
  return fold(`${row?.textContent ?? ""} ${event.label} ${event.actors.join(" ").replaceAll("-", " ")}`);
}

function notStated(): HTMLElement {
  const none = document.createElement("span");
  none.className = "none";
  none.textContent = "not stated";
  return none;
}

/** Each column's head becomes a button. By date the rows stand by month; by anything else in one run. */
function addSorting(
  rows: readonly HTMLElement[],
  homes: ReadonlyMap<HTMLElement, Element | null>,
  groups: readonly HTMLTableSectionElement[],
): void {
  const table = rows[0]?.closest("table");
  if (!table) return;
  const run = table.createTBody();
  run.className = "tl__run";
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-sort]")];
  const textOf = (row: HTMLElement, i: number) =>
    fold(row.children[i]?.querySelector("a")?.textContent ?? row.children[i]?.textContent ?? "");
  const numberOf = (row: HTMLElement, i: number) => Number.parseInt(row.children[i]?.textContent ?? "", 10); // NaN where there is none
  let current: { column: Column; isDown: boolean } = { column: "date", isDown: false };

  function sort(column: Column, isDown: boolean): void {
    current = { column, isDown };
    for (const head of heads) {
      if (head.dataset["sort"] === column) head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    if (column === "date" && !isDown) {
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
}
