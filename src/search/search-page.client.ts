/** The search page: field, facets and address say the same thing at all times. */
import { createAnnouncer } from "./announce.client.ts";
import type { Hit } from "./engine.ts";
import { createFacetBoxes, keepFacetsOpen, required } from "./facet-boxes.client.ts";
import { countFacets, hasChoice, isUnder, type MonthBounds } from "./facets.ts";
import type { HitParts } from "./hits.client.ts";
import { answer, loadEntries, type Answer } from "./load.client.ts";
import { hasMarks, withoutMarks } from "./phrases.ts";
import { formatSearch, parseSearch, type SearchState } from "./query.ts";
import { PAGE, showHits } from "./result-list.client.ts";
import { statusLine } from "./status-line.ts";

const SHOW_WAIT_AFTER = 400; // ms: a shorter wait needs no word
const TYPING_PAUSE = 250;
const FAILED = "Search did not load. Check the connection and try again.";

const form = document.querySelector<HTMLFormElement>("[data-search]");
if (form) startSearch(form);

function startSearch(form: HTMLFormElement): void {
  const field = required<HTMLInputElement>(form, "[data-search-field]");
  const status = required(document, "[data-search-status]");
  const scope = required(document, "[data-search-scope]");
  const unread = required(document, "[data-search-unread]");
  const results = required(document, "[data-search-results]");
  const ways = required(document, "[data-search-ways]");
  const facets = required(document, "[data-search-facets]");
  const announce = createAnnouncer(required(document, "[data-search-said]"));
  const boxes = createFacetBoxes(facets, go);
  const parts: HitParts = { hit: required(document, "#search-hit"), marks: required(document, "#search-marks") };
  const bounds: MonthBounds = [form.dataset["first"] ?? "", form.dataset["last"] ?? ""];
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
  addEventListener("popstate", restore);
  results.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("a")) return;
    keep(readPage(), true); // before a link is followed
    history.replaceState({ ...placeBefore(), top: scrollY }, "");
  });
  keepFacetsOpen(facets);
  if (field.value.trim() && !parseSearch(location.search).words)
    go(); // typed before this script came
  else restore();

  /** From the page to the address and to the results. */
  function go(): void {
    const state = readPage();
    unread.textContent = "";
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
    const odd = boxes.set(state.chosen).map(([facet, id]) => `${facet} “${id}”`);
    unread.textContent = odd.length > 0 ? `The address asks for what is not on file, and that is left out: ${odd.join(", ")}.` : "";
    const { shown, top } = placeBefore();
    void show(readPage(), shown).then(() => top && scrollTo({ top, behavior: "instant" }));
  }

  function readPage(): SearchState {
    return { words: field.value.trim(), chosen: boxes.read(), isFull };
  }

  async function show(state: SearchState, shown = PAGE): Promise<void> {
    const mine = ++run;
    const { words, chosen } = state;
    const isNarrowed = hasChoice(chosen);
    document.title = words ? `${words} – ${title}` : title;
    ways.hidden = Boolean(words) || isNarrowed;
    if (!words && !isNarrowed) {
      clear("");
      facets.hidden = true;
      return;
    }
    const wait = setTimeout(() => mine === run && say("Searching…"), SHOW_WAIT_AFTER);
    try {
      const found = await answer(words, state.isFull);
      if (mine !== run) return;
      const hits = found.hits.filter((hit) => isUnder(hit.document, chosen, bounds));
      showCounts(found.hits, state);
      if (hits.length > 0) clear(statusLine(words, found.hits, { count: hits.length, isNarrowed }));
      else clear(emptyWords(state), "empty");
      offerTexts(found, state);
      if (hits.length === 0 && hasMarks(words)) offerWithoutMarks(words);
      const isRanked = words !== "";
      showHits(results, hits, { isRanked, shown, parts, onMore: (count) => history.replaceState({ shown: count }, ""), onKind: showKind });
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

  function showKind(kind: string): void {
    boxes.set({ ...boxes.read(), kind: [kind] });
    go();
    status.focus();
  }

  /** What was searched; the full texts are a file of their own. */
  function offerTexts({ isFull: hasTexts, isCut }: Answer, { words }: SearchState): void {
    if (!words) return;
    if (hasTexts) scope.append("In names, titles, summaries and full texts.");
    else if (isCut) scope.append("In names, titles and summaries: the full texts did not load.");
    else {
      scope.append("In names, titles and summaries. ");
      offer("Search the full texts too", () => (isFull = true));
    }
  }

  function offerWithoutMarks(words: string): void {
    scope.append(" ");
    offer("Search without the quotation marks", () => (field.value = withoutMarks(words)));
  }

  function offer(text: string, change: () => void): void {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    button.addEventListener("click", () => {
      change();
      go();
      status.focus();
    });
    scope.append(button);
  }

  function showCounts(hits: readonly Hit[], { chosen }: SearchState): void {
    facets.hidden = false;
    boxes.showCounts(
      countFacets(
        hits.map(({ document }) => document),
        chosen,
        bounds,
      ),
    );
  }

  function emptyWords({ words, chosen }: SearchState): string {
    if (!words) return "Nothing on file under all the boxes ticked. Untick one.";
    const isNarrowed = hasChoice(chosen);
    const advice = isNarrowed ? "Untick a box, or try other words." : (status.dataset["advice"] ?? "");
    return `Nothing on file ${isNarrowed ? "under the boxes ticked " : ""}for “${words}”. ${advice}`;
  }

  function clear(text: string, className = "hit-count"): void {
    results.replaceChildren();
    scope.replaceChildren();
    say(text, className);
  }

  function say(text: string, className = "hit-count"): void {
    status.className = className;
    status.textContent = text;
    announce(text);
  }
}

/** How many results this entry of the history had open, and how far it was scrolled when it was left by a link. */
function placeBefore(): { shown: number; top: number } {
  const state: unknown = history.state;
  const numberOf = (name: string) => {
    const value: unknown = typeof state === "object" && state !== null ? Reflect.get(state, name) : undefined;
    return typeof value === "number" ? value : 0;
  };
  return { shown: numberOf("shown") || PAGE, top: numberOf("top") };
}
