/** The search page: field, facets and address say the same thing at all times. */
import type { Hit } from "./engine.ts";
import { countFacets, FACETS, hasChoice, isUnder, NOTHING_CHOSEN, type Chosen, type Facet, type MonthBounds } from "./facets.ts";
import { buildHit, type HitParts } from "./hits.client.ts";
import { answer, loadEntries, type Answer } from "./load.client.ts";
import { formatSearch, parseSearch, type SearchState } from "./query.ts";
import { readAs, statusLine } from "./status-line.ts";

const PAGE = 10;
const SHOW_WAIT_AFTER = 400; // ms: a shorter wait needs no word
const TYPING_PAUSE = 250;
const FAILED = "Search did not load. Check the connection and try again.";

const form = find<HTMLFormElement>(document, "[data-search]");
if (form) startSearch(form);

function startSearch(form: HTMLFormElement): void {
  const field = required<HTMLInputElement>(form, "[data-search-field]");
  const status = required(document, "[data-search-status]");
  const scope = required(document, "[data-search-scope]");
  const list = required(document, "[data-search-results]");
  const more = required<HTMLButtonElement>(document, "[data-search-more]");
  const ways = required(document, "[data-search-ways]");
  const facets = required(document, "[data-search-facets]");
  const actors = required<HTMLSelectElement>(facets, "select[name=actor]");
  const boxes = [...facets.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const parts: HitParts = { hit: required(document, "#search-hit"), marks: required(document, "#search-marks") };
  const bounds: MonthBounds = [form.dataset["first"] ?? "", form.dataset["last"] ?? ""];
  const actorNames = new Map([...actors.options].map(({ value, text }) => [value, text]));
  const { title } = document;

  let run = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  /** True while the address of this history entry follows the typing. */
  let isDraft = false;
  /** Whether the full texts were asked for with the present words. */
  let isFull = false;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  field.addEventListener("input", () => {
    isFull = false;
    void show(readPage());
    clearTimeout(typing);
    typing = setTimeout(() => keep(readPage(), true), TYPING_PAUSE);
  });
  field.addEventListener("focus", () => void loadEntries().catch(() => undefined), { once: true }); // a failure is told when a search needs it
  facets.addEventListener("change", () => go());
  addEventListener("popstate", restore);
  list.addEventListener("click", () => keep(readPage(), true)); // before a link is followed
  keepFacetsOpen(facets);
  if (field.value.trim() && !parseSearch(location.search).words)
    go(); // typed before this script came
  else restore();

  /** From the page to the address and to the results. */
  function go(): void {
    const state = readPage();
    keep(state, false);
    void show(state);
  }

  /** The address follows the typing, when that rests, within one entry of the history. */
  function keep(state: SearchState, draft: boolean): void {
    clearTimeout(typing);
    const search = formatSearch(state);
    if (search !== formatSearch(parseSearch(location.search))) {
      history[isDraft && draft ? "replaceState" : "pushState"](null, "", location.pathname + search);
      isDraft = draft;
    } else if (!draft) {
      isDraft = false;
    }
  }

  /** From the address to the page. */
  function restore(): void {
    clearTimeout(typing);
    isDraft = false;
    const state = parseSearch(location.search);
    field.value = state.words;
    isFull = state.isFull;
    for (const box of boxes) box.checked = state.chosen[box.name as Facet].includes(box.value); // boxes are named by facet
    actors.value = state.chosen.actor.find((id) => actorNames.has(id)) ?? "";
    void show(readPage());
  }

  function readPage(): SearchState {
    const chosen: Chosen = { ...NOTHING_CHOSEN, actor: actors.value ? [actors.value] : [] };
    for (const { checked, name, value } of boxes) if (checked) chosen[name as Facet] = [...chosen[name as Facet], value]; // boxes are named by facet
    return { words: field.value.trim(), chosen, isFull };
  }

  async function show(state: SearchState): Promise<void> {
    const mine = ++run;
    const isNarrowed = hasChoice(state.chosen);
    document.title = state.words ? `${state.words} – ${title}` : title;
    ways.hidden = Boolean(state.words) || isNarrowed;
    if (!state.words && !isNarrowed) {
      clear("");
      facets.hidden = true;
      return;
    }
    const wait = setTimeout(() => mine === run && say("Searching…"), SHOW_WAIT_AFTER);
    try {
      const found = await answer(state.words, state.isFull);
      if (mine !== run) return;
      const hits = found.hits.filter((hit) => isUnder(hit.document, state.chosen, bounds));
      showCounts(found.hits, state.chosen);
      if (hits.length > 0) clear(statusLine(hits.length, { words: state.words, isNarrowed, readAs: readAs(state.words, found.hits) }));
      else clear(emptyWords(state), "empty");
      offerTexts(found, state);
      list.append(...hits.slice(0, PAGE).map((hit) => buildHit(hit, parts)));
      offerMore(hits);
      ways.hidden = hits.length > 0;
    } catch (error) {
      if (mine !== run) return;
      console.error(error);
      clear(FAILED, "empty empty--err");
      ways.hidden = false;
    } finally {
      clearTimeout(wait);
    }
  }

  /** What was searched; the full texts are a file of their own. */
  function offerTexts({ isFull: hasTexts, isCut }: Answer, { words }: SearchState): void {
    if (!words) return;
    if (hasTexts) scope.append("In names, titles, summaries and full texts.");
    else if (isCut) scope.append("In names, titles and summaries: the full texts did not load.");
    else {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Search the full texts too" });
      button.onclick = () => {
        isFull = true;
        go();
        status.focus();
      };
      scope.append("In names, titles and summaries. ", button);
    }
  }

  function offerMore(hits: readonly Hit[]): void {
    const update = () => {
      const left = hits.length - list.children.length;
      more.hidden = left <= 0;
      more.textContent = `Show ${Math.min(left, PAGE)} more of the ${left} left`;
    };
    more.onclick = () => {
      const at = list.children.length;
      list.append(...hits.slice(at, at + PAGE).map((hit) => buildHit(hit, parts)));
      list.children[at]?.querySelector("a")?.focus();
      update();
    };
    update();
  }

  function showCounts(hits: readonly Hit[], chosen: Chosen): void {
    facets.hidden = false;
    const counts = countFacets(
      hits.map(({ document }) => document),
      chosen,
      bounds,
    );
    for (const box of boxes) {
      const count = counts[box.name as Facet].get(box.value) ?? 0; // boxes are named by facet
      const label = box.closest("label");
      if (label) required(label, "[data-count]").textContent = String(count);
      box.disabled = count === 0 && !box.checked;
    }
    for (const option of actors.options) {
      if (!option.value) continue;
      const count = counts.actor.get(option.value) ?? 0;
      option.textContent = `${actorNames.get(option.value)} (${count})`;
      option.disabled = count === 0 && !option.selected;
    }
  }

  function emptyWords({ words, chosen }: SearchState): string {
    if (!words) return "Nothing on file under all the boxes ticked. Untick one.";
    const isNarrowed = FACETS.some((facet) => chosen[facet].length > 0);
    const advice = isNarrowed ? "Untick a box, or try other words." : (status.dataset["advice"] ?? "");
    return `Nothing on file ${isNarrowed ? "under the boxes ticked " : ""}for “${words}”. ${advice}`;
  }

  function clear(text: string, className = "hit-count"): void {
    list.replaceChildren();
    scope.replaceChildren();
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
