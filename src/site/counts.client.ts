/** Counts the page anew by a chosen rule, which the address keeps. The page is complete without it, by every record as it stands. */
import { formatRange } from "../graph/ranges.ts";
import { monthsByRule, readChoice, runningByRule, sumByRule, sumRow, writeChoice, type RuleChoice } from "../graph/rule-sums.ts";
import { bandPaths, placeMark, placePeople, UPWARD } from "../timeline/ledger-band.ts";
import type { CountsData } from "./counts-data.ts";
import { bandSentence, columnUnits, ruleWords, sumCells, sumParts, totalsScopeWords, unitHeading, type SumCells } from "./rule-words.ts";

const data = JSON.parse(document.querySelector("#counts-data")?.textContent ?? "null") as CountsData | null; // written by the page
const form = document.querySelector<HTMLFormElement>("#rule-form");
const said = document.querySelector("#rule-said");
if (data && form && said) start(data, form, said);

function start({ strikes, regions, drawings, marks }: CountsData, form: HTMLFormElement, said: Element): void {
  const drawn = [...document.querySelectorAll<SVGElement>("svg.totals")];
  const firstLabel = drawn[0]?.getAttribute("aria-label") ?? "";
  const selects = [...form.querySelectorAll("select")];
  const read = (search: string) =>
    readChoice(
      search,
      regions.map(({ slug }) => slug),
    );
  const nameOf = (choice: RuleChoice) => regions.find(({ slug }) => slug === choice.region)?.name ?? "";

  const show = (choice: RuleChoice) => {
    for (const select of selects) select.value = choice[select.name as keyof RuleChoice]; // they are named so
    const sums = sumByRule(strikes, choice);
    const parts = sumParts(sums, choice, nameOf(choice));
    for (const [name, text] of Object.entries(parts)) write(`[data-sum="${name}"]`, text);
    write('[data-sum="totals"]', totalsScopeWords(choice));
    write('[data-rule="sum"]', ruleWords(choice, nameOf(choice)));
    showMonths(choice);
    showBand(choice);
    return `${parts.before}${parts.killed}${parts.after}`;
  };

  const showMonths = (choice: RuleChoice) => {
    const { unit } = choice;
    const rows = [...monthsByRule(strikes, choice), sumRow(sumByRule(strikes, choice))];
    const [head, ...lines] = document.querySelectorAll<HTMLTableRowElement>("#by-month tr");
    const [first, second] = columnUnits(unit).map(unitHeading);
    fill(head, { first, second });
    rows.forEach((row, i) => fill(lines[i], sumCells(row, unit)));
  };

  const showBand = (choice: RuleChoice) => {
    const running = runningByRule(strikes, choice);
    const last = running.at(-1);
    const places = marks.map(([killed, count, bound]) => placeMark(killed, bound === 1, running[count - 1] ?? { min: 0, max: 0 }));
    const countOf = (place: (typeof places)[number]) => places.filter((one) => one === place).length;
    const rule = ruleWords(choice);
    const isFirst = rule === ruleWords(read(""));
    const label = isFirst
      ? firstLabel
      : bandSentence(
          { given: marks.length, inside: countOf("inside"), below: countOf("below") },
          rule,
          sumByRule(strikes, { ...choice, region: "" }).withoutFigure,
        );
    write('[data-rule="band"]', rule);
    write('[data-band="label"]', label);
    drawn.forEach((svg, i) => {
      const size = drawings[i];
      if (!size || !last) return;
      const y = placePeople(size);
      const paths = bandPaths(
        running.map((range, step) => ({ x: size.days[step] ?? 0, ...range })),
        size.right,
        y,
      );
      for (const [name, path] of Object.entries(paths)) svg.querySelector(`[data-band="${name}"]`)?.setAttribute("d", path);
      const end = svg.querySelector(".snd--total");
      if (end) end.textContent = formatRange(last);
      end?.setAttribute("y", String(y((last.min + last.max) / 2) + 8));
      svg.querySelectorAll("[data-mark]").forEach((mark, m) => {
        mark.classList.toggle("totals__off", places[m] !== "inside");
        mark.classList.toggle("totals__below", places[m] === "below");
        const shape = (mark.getAttribute("d") ?? "").replace(UPWARD, "");
        mark.setAttribute("d", places[m] === "below" ? `${shape}${UPWARD}` : shape);
      });
      // The words at the farthest number are true of the first rule only.
      svg.querySelector(".anno")?.setAttribute("display", isFirst ? "inline" : "none");
      svg.setAttribute("aria-label", label);
    });
  };

  const change = () => {
    const choice = read(`?${new URLSearchParams(selects.map(({ name, value }) => [name, value])).toString()}`);
    history.pushState(null, "", `${location.pathname}${writeChoice(choice)}${location.hash}`);
    said.textContent = show(choice);
  };
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.selectedIndex = 0;
    change();
  });
  window.addEventListener("popstate", () => {
    said.textContent = show(read(location.search));
  });
  const asked = read(location.search);
  if (writeChoice(asked) !== "") show(asked);
  else for (const select of selects) select.selectedIndex = 0; // a browser may have kept another choice
  form.hidden = false;
}

function fill(row: Element | undefined, cells: Partial<SumCells>): void {
  for (const [name, text] of Object.entries(cells)) {
    const cell = row?.querySelector(`[data-cell="${name}"]`);
    if (!cell) continue;
    cell.textContent = text;
    if (cell.tagName === "SPAN") cell.classList.toggle("none", !/\d/.test(text));
  }
}

function write(selector: string, text: string): void {
  for (const element of document.querySelectorAll(selector)) element.textContent = text;
}
