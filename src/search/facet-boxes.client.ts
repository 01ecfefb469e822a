/** The facets of the search page: boxes, and the actors that were chosen from a list, as boxes that can be unticked. */
import { FACETS, NOTHING_CHOSEN, type Chosen, type Facet, type FacetCounts } from "./facets.ts";

export interface FacetBoxes {
  read(): Chosen;
  /** Ticks what is chosen. Returns what is in no box and no list: [["kind", "ship"]]. */
  set(chosen: Chosen): [facet: Facet, id: string][];
  showCounts(counts: FacetCounts): void;
}

/** @param onChange after a box was ticked or unticked, or an actor added. */
export function createFacetBoxes(facets: HTMLElement, onChange: () => void): FacetBoxes {
  const actors = required<HTMLSelectElement>(facets, "[data-add-actor]");
  const added = required(facets, "[data-actors]");
  const template = required<HTMLTemplateElement>(facets, "[data-actor-box]");
  const names = new Map([...actors.options].filter(({ value }) => value).map(({ value, text }) => [value, text]));
  const boxes = () => [...facets.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];

  facets.addEventListener("change", ({ target }) => {
    if (target === actors) return; // a list that is walked through by keyboard is not chosen from yet
    if (target instanceof HTMLInputElement && added.contains(target)) {
      target.closest("label")?.remove();
      actors.focus();
    }
    onChange();
  });
  required(facets, "[data-add]").addEventListener("click", () => {
    if (!actors.value) return;
    addActor(actors.value);
    actors.value = "";
    onChange();
  });

  function addActor(id: string): void {
    const box = boxOf("actor", id);
    if (box || !names.has(id)) return;
    const label = required(template.content.cloneNode(true) as DocumentFragment, "label"); // a template's content clones to a fragment
    const input = required<HTMLInputElement>(label, "input");
    input.value = id;
    input.checked = true;
    required(label, "[data-name]").textContent = names.get(id) ?? id;
    added.append(label);
  }

  function boxOf(facet: Facet, id: string): HTMLInputElement | undefined {
    return boxes().find(({ name, value }) => name === facet && value === id);
  }

  return {
    read() {
      const chosen: Chosen = { ...NOTHING_CHOSEN };
      for (const { checked, name, value } of boxes()) if (checked) chosen[name as Facet] = [...chosen[name as Facet], value]; // boxes are named by facet
      return chosen;
    },
    set(chosen) {
      added.replaceChildren();
      chosen.actor.forEach(addActor);
      for (const box of boxes()) box.checked = chosen[box.name as Facet].includes(box.value); // boxes are named by facet
      return FACETS.flatMap((facet) => chosen[facet].filter((id) => !boxOf(facet, id)).map((id): [Facet, string] => [facet, id]));
    },
    showCounts(counts) {
      for (const box of boxes()) {
        const count = counts[box.name as Facet].get(box.value) ?? 0; // boxes are named by facet
        const label = box.closest("label");
        if (label) required(label, "[data-count]").textContent = String(count);
        box.disabled = count === 0 && !box.checked;
      }
      for (const option of actors.options) {
        if (!option.value) continue;
        const count = counts.actor.get(option.value) ?? 0;
        option.textContent = `${names.get(option.value)} (${count})`;
        option.disabled = count === 0 || boxOf("actor", option.value) !== undefined;
      }
    },
  };
}

/** From 1000 px the facets stand open beside the results; below, they are a disclosure. */
export function keepFacetsOpen(facets: HTMLElement): void {
  const wide = matchMedia("(min-width: 1000px)");
  const details = facets.querySelector("details");
  const sync = () => details?.toggleAttribute("open", wide.matches);
  wide.addEventListener("change", sync);
  sync();
}

export function required<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) throw new Error(`the search page has no ${selector}`);
  return element;
}
