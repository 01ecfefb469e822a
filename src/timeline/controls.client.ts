/** The form above the drawing: what is chosen in it, and how many entries each choice would show. */
import { addDays, daysBetween, formatDay } from "../model/dates.ts";
import type { FacetCounts, TimelineState } from "./filter.ts";

export interface Controls {
  read(): TimelineState;
  write(state: TimelineState): void;
  count(counts: FacetCounts): void;
}

const FIELDS = { asof: "asof", from: "from", to: "to", actor: "actor", region: "region", text: "q" } as const;
type Name = keyof typeof FIELDS;

/** @param first,last days between which the slider runs. */
export function takeControls(form: HTMLFormElement, first: string, last: string): Controls {
  const slider = form.elements.namedItem("day") as HTMLInputElement; // the page's own control
  const field = (name: Name) => form.elements.namedItem(FIELDS[name]) as HTMLInputElement | HTMLSelectElement; // as above
  const boxes = (name: string) => [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  const [kinds, statuses] = [boxes("kind"), boxes("status")];
  const chosen = (list: readonly HTMLInputElement[]) => list.filter(({ checked }) => checked).map(({ value }) => value);
  const names = Object.keys(FIELDS) as Name[]; // the keys of an object that is written here

  slider.addEventListener("input", () => {
    const isLast = Number(slider.value) >= Number(slider.max);
    field("asof").value = isLast ? "" : addDays(first, Number(slider.value));
    slider.setAttribute("aria-valuetext", formatDay(field("asof").value || last));
  });
  return {
    read() {
      const values = Object.fromEntries(names.map((name) => [name, field(name).value.trim()])) as Record<Name, string>; // one for each name
      return { ...values, kinds: chosen(kinds), statuses: chosen(statuses) };
    },
    write(state) {
      for (const name of names) if (field(name).value.trim() !== state[name]) field(name).value = state[name];
      for (const box of kinds) box.checked = state.kinds.includes(box.value);
      for (const box of statuses) box.checked = state.statuses.includes(box.value);
      // What is in force is in sight.
      const more = form.querySelector("details");
      if (more && (chosen([...kinds, ...statuses]).length > 0 || state.actor || state.region || state.text)) more.open = true;
      slider.value = String(state.asof ? daysBetween(first, state.asof) : Number(slider.max));
      slider.setAttribute("aria-valuetext", formatDay(state.asof || last));
    },
    count(counts) {
      for (const [list, map] of [
        [kinds, counts.kinds],
        [statuses, counts.statuses],
      ] as const) {
        for (const box of list) {
          const count = map.get(box.value) ?? 0;
          const label = box.parentElement?.querySelector(".n");
          if (label) label.textContent = String(count);
          box.disabled = count === 0 && !box.checked;
        }
      }
      for (const name of ["actor", "region"] as const) {
        for (const option of field(name).querySelectorAll<HTMLOptionElement>("option[data-name]")) {
          const count = counts[name].get(option.value) ?? 0;
          option.textContent = `${option.dataset["name"] ?? ""} (${count})`;
          option.disabled = count === 0 && !option.selected;
        }
      }
    },
  };
}
