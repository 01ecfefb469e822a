/** The results of the search page: the nearest, then the others by kind, each kind with a way to all of it. */
import type { Hit } from "./engine.ts";
import { KIND_WORDS } from "./facets.ts";
import { groupHits } from "./group-hits.ts";
import { buildHit, type HitParts } from "./hits.client.ts";
import type { SearchKind } from "./index-file.ts";

/** Of one list, and of each kind beside others. */
export const PAGE = 10;
const OF_KIND = 3;

export interface ResultOptions {
  isRanked: boolean;
  /** How many of one list are shown at first. */
  shown: number;
  parts: HitParts;
  /** After “Show more”, with how many are shown now. */
  onMore(shown: number): void;
  /** All of a kind were asked for. */
  onKind(kind: SearchKind): void;
}

/** @param hits best first; @param root is emptied. */
export function showHits(root: HTMLElement, hits: readonly Hit[], options: ResultOptions): void {
  const { nearest, groups } = groupHits(hits, options.isRanked);
  const sections = groups.map(({ kind, hits: others }) => buildGroup(kind, others, hits, options));
  if (nearest.length > 0) sections.unshift(groups.length > 0 ? buildSection("Nearest", nearest, options) : buildList(nearest, options));
  root.replaceChildren(...sections);
}

function buildSection(heading: string, hits: readonly Hit[], { parts }: ResultOptions): HTMLElement {
  const section = document.createElement("section");
  const list = Object.assign(document.createElement("ol"), { className: "hits" });
  list.append(...hits.map((hit) => buildHit(hit, parts)));
  section.className = "hit-group";
  section.append(Object.assign(document.createElement("h3"), { className: "search__h", textContent: heading }), list);
  return section;
}

/** Results of one kind; one left over is shown too, instead of a button for it. */
function buildGroup(kind: SearchKind, others: readonly Hit[], all: readonly Hit[], options: ResultOptions): HTMLElement {
  const { many } = KIND_WORDS[kind];
  const section = buildSection(`${many}, ${others.length} more`, others.length <= OF_KIND + 1 ? others : others.slice(0, OF_KIND), options);
  if (others.length > OF_KIND + 1) {
    const count = all.filter(({ document: { kind: other } }) => other === kind).length;
    section.append(buildButton(`All ${count} ${many.toLowerCase()}`, () => options.onKind(kind)));
  }
  return section;
}

/** One list that grows by pages. */
function buildList(hits: readonly Hit[], options: ResultOptions): HTMLElement {
  const section = buildSection("In order of rank", hits.slice(0, options.shown), options);
  section.querySelector("h3")?.classList.add("vh");
  const list = section.querySelector("ol");
  const more = buildButton("", () => {
    const at = list?.children.length ?? 0;
    list?.append(...hits.slice(at, at + PAGE).map((hit) => buildHit(hit, options.parts)));
    list?.children[at]?.querySelector("a")?.focus();
    update();
    options.onMore(list?.children.length ?? 0);
  });
  const update = () => {
    const left = hits.length - (list?.children.length ?? 0);
    if (left <= 0) more.remove();
    more.textContent = `Show ${Math.min(left, PAGE)} more of the ${left} left`;
  };
  section.append(more);
  update();
  return section;
}

function buildButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "btn btn--quiet search__more",
    textContent: text,
  });
  button.addEventListener("click", onClick);
  return button;
}
