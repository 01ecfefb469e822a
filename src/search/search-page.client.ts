/** The search page: field, facets and address say the same thing at all times. */
import { countChoice, FACETS, monthsBeyond, toFilters, type Choice, type Facet, type FilterCounts } from "./facets.ts";
import { buildHit, type HitParts } from "./hits.client.ts";
import { loadIndex, type SearchResponse } from "./pagefind.client.ts";
import { formatSearch, hasChoice, parseSearch, type SearchState } from "./query.ts";
import { statusLine } from "./status-line.ts";

const PAGE = 10;
const SHOW_WAIT_AFTER = 400; // ms: a shorter wait needs no word
const TYPING_PAUSE = 250;
const FAILED = "Search did not load. Check the connection and try again.";

const form = find<HTMLFormElement>(document, "[data-search]");
if (form) startSearch(form);

function startSearch(form: HTMLFormElement): void {
  const field = required<HTMLInputElement>(form, "[data-search-field]");
  const status = required(document, "[data-search-status]");
  const list = required(document, "[data-search-results]");
  const more = required<HTMLButtonElement>(document, "[data-search-more]");
  const ways = required(document, "[data-search-ways]");
  const facets = required(document, "[data-search-facets]");
  const boxes = [...facets.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const parts: HitParts = { hit: required(document, "#search-hit"), marks: required(document, "#search-marks") };
  const { title } = document;
  const address = form.dataset["search"] ?? "";

  let run = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** True while the address of this history entry follows the typing. */
  let isDraft = false;
  let choices: Choice[] | undefined;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(false);
  });
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => go(true), TYPING_PAUSE);
  });
  field.addEventListener("focus", () => void loadIndex(address).catch(() => undefined), { once: true }); // a failure is told when a search needs it
  facets.addEventListener("change", () => go(false));
  addEventListener("popstate", restore);
  keepFacetsOpen(facets);
  restore();

  /** From the page to the address, then to the results. */
  function go(draft: boolean): void {
    clearTimeout(typing);
    const state = readPage();
    const search = formatSearch(state);
    if (search !== formatSearch(parseSearch(location.search))) {
      history[isDraft && draft ? "replaceState" : "pushState"](null, "", location.pathname + search);
      isDraft = draft;
    } else if (!draft) {
      isDraft = false;
    }
    void show(state);
  }

  /** From the address to the page. */
  function restore(): void {
    clearTimeout(typing);
    isDraft = false;
    const state = parseSearch(location.search);
    field.value = state.words;
    for (const box of boxes) box.checked = state.chosen[box.name as Facet].includes(box.value); // boxes are named by facet
    void show(state);
  }

  function readPage(): SearchState {
    const checked = (facet: Facet) => boxes.filter((box) => box.checked && box.name === facet).map(({ value }) => value);
    return { words: field.value.trim(), chosen: { kind: checked("kind"), status: checked("status"), month: checked("month") } };
  }

  async function show(state: SearchState): Promise<void> {
    const mine = ++run;
    document.title = state.words ? `${state.words} – ${title}` : title;
    ways.hidden = Boolean(state.words) || hasChoice(state);
    if (!state.words && !hasChoice(state)) {
      clear("");
      facets.hidden = true;
      return;
    }
    const wait = setTimeout(() => mine === run && say("Searching…"), SHOW_WAIT_AFTER);
    try {
      const index = await loadIndex(address);
      choices ??= readChoices(index.all);
      // A claim's number is looked up as such: as a word, C4 would find C41 as well.
      const number = /^c\d+$/i.test(state.words) ? { number: state.words.toUpperCase() } : null;
      const ask = (without?: Facet) =>
        index.search(number ? null : state.words || null, {
          filters: { ...toFilters(choices ?? [], state.chosen, without), ...number },
        });
      const [response, ...rest] = await Promise.all([
        ask(),
        ...FACETS.map((facet) => (state.chosen[facet].length > 0 ? ask(facet) : null)),
      ]);
      const first = await Promise.all(response.results.slice(0, PAGE).map((result) => result.data()));
      if (mine !== run) return;
      showCounts(response, rest);
      const count = response.results.length;
      if (count > 0) clear(statusLine(count, state.words, hasChoice(state)));
      else clear(emptyWords(state), "empty");
      list.append(...first.map((data) => buildHit(data, state.words, parts)));
      offerMore(response, state.words, mine);
      ways.hidden = count > 0;
    } catch (error) {
      if (mine !== run) return;
      console.error(error);
      clear(FAILED, "empty empty--err");
      ways.hidden = false;
    } finally {
      clearTimeout(wait);
    }
  }

  function offerMore(response: SearchResponse, words: string, mine: number): void {
    const update = () => {
      const left = response.results.length - list.children.length;
      more.hidden = left <= 0;
      more.textContent = `Show ${Math.min(left, PAGE)} more of the ${left} left`;
    };
    more.onclick = async () => {
      const at = list.children.length;
      const next = await Promise.all(response.results.slice(at, at + PAGE).map((result) => result.data())).catch((error: unknown) => {
        console.error(error);
        return null;
      });
      if (next === null) return say(FAILED, "empty empty--err");
      if (mine !== run || list.children.length !== at) return;
      list.append(...next.map((data) => buildHit(data, words, parts)));
      list.children[at]?.querySelector("a")?.focus();
      update();
    };
    update();
  }

  /** Within a facet the boxes add up, so a facet is counted as if none of its own boxes were ticked. */
  function showCounts(response: SearchResponse, rest: readonly (SearchResponse | null)[]): void {
    facets.hidden = false;
    for (const [i, facet] of FACETS.entries()) {
      const counts = (rest[i] ?? response).filters;
      for (const choice of choices ?? []) {
        if (choice.facet !== facet) continue;
        const box = boxes.find(({ name, value }) => name === facet && value === choice.id);
        const count = countChoice(choice, counts);
        const label = box?.closest("label");
        if (!box || !label) continue;
        box.disabled = count === 0 && !box.checked;
        required(label, "[data-count]").textContent = String(count);
        label.hidden = choice.values.length === 0 && !box.checked;
      }
    }
  }

  function readChoices(all: FilterCounts): Choice[] {
    const months = Object.keys(all["month"] ?? {});
    return boxes.map((box) => {
      const { side, bound, value } = box.dataset;
      const values = side === "before" || side === "after" ? monthsBeyond(months, side, bound ?? "") : [value ?? ""];
      return { facet: box.name as Facet, id: box.value, values: values.filter((word) => all[box.name]?.[word] !== undefined) }; // boxes are named by facet
    });
  }

  function emptyWords(state: SearchState): string {
    if (!state.words) return "Nothing on file under all the boxes ticked. Untick one.";
    const advice = hasChoice(state) ? "Untick a box, or try other words." : (status.dataset["advice"] ?? "");
    return `Nothing on file ${hasChoice(state) ? "under the boxes ticked " : ""}for “${state.words}”. ${advice}`;
  }

  function clear(text: string, className = "hit-count"): void {
    list.replaceChildren();
    more.hidden = true;
    say(text, className);
  }

  function say(text: string, className = "hit-count"): void {
    status.className = className;
    status.textContent = text;
  }
}

/** From 1000 px the facets stand open beside the results; below, they are a disclosure. */
function keepFacetsOpen(facets: HTMLElement): void {
  const wide = matchMedia("(min-width: 1000px)");
  const details = find<HTMLDetailsElement>(facets, "details");
  const sync = () => details?.toggleAttribute("open", wide.matches);
  wide.addEventListener("change", sync);
  sync();
}

function find<E extends Element>(root: ParentNode, selector: string): E | null {
  return root.querySelector<E>(selector);
}

function required<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const element = find<E>(root, selector);
  if (!element) throw new Error(`the search page has no ${selector}`);
  return element;
}
