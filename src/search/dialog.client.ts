/** The search as a dialog over any page: a combobox whose options are entries; Enter without one goes to all results. */
import stylesheet from "../styles/search-dialog.css?url&no-inline";
import { createAnnouncer } from "./announce.client.ts";
import type { Hit } from "./engine.ts";
import { hrefOf, kindOf, nodesOf } from "./hits.client.ts";
import { answer, loadEntries } from "./load.client.ts";
import { markText, reasonsOf } from "./marked-text.ts";
import { statusLine } from "./status-line.ts";

const SHOWN = 8;
const SHOW_WAIT_AFTER = 400; // ms: a shorter wait needs no word
const CUT = "Nothing in names, titles and summaries; the full texts did not load.";
const PAGE = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}search/`;

/** The choice whether “/” opens the search. */
export interface KeyChoice {
  isKeyOn(): boolean;
  switchKey(isOn: boolean): void;
}

interface Dialog {
  box: HTMLDialogElement;
  field: HTMLInputElement;
}

let dialog: Promise<Dialog> | undefined;

export async function openDialog(choice: KeyChoice): Promise<void> {
  dialog ??= loadStyles()
    .then(() => createDialog(choice))
    .catch((error: unknown) => {
      dialog = undefined; // the next key tries again
      throw error;
    });
  const { box, field } = await dialog;
  if (!box.open) box.showModal();
  field.select();
  void loadEntries().catch(() => undefined); // a failure is told when a search needs it
}

function loadStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: stylesheet });
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${stylesheet} did not load`));
    };
    document.head.append(link);
  });
}

function createDialog({ isKeyOn, switchKey }: KeyChoice): Dialog {
  const box = document.createElement("dialog");
  box.className = "sd";
  box.ariaLabel = "Search the record";
  const form = element("form", { className: "sd__form", action: PAGE, method: "get" });
  form.setAttribute("role", "search");
  const field = element("input", {
    type: "search",
    name: "q",
    id: "sd-q",
    className: "sd__q",
    autocomplete: "off",
    placeholder: "Search the record",
  });
  const list = element("ul", { id: "sd-list", className: "sd__list" });
  const status = element("p", { className: "sd__status" });
  const said = element("p", { className: "vh" });
  const all = element("a", { className: "sd__all", href: PAGE, textContent: "All results, with facets" });
  const close = element("button", { type: "button", className: "sd__x", textContent: "Close" });
  const key = element("input", { type: "checkbox", checked: isKeyOn() });
  const keyLabel = element("label", { className: "sd__key" });
  keyLabel.append(key, " “/” opens the search");
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": "Search the record",
    "aria-controls": list.id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "search",
  }))
    field.setAttribute(name, value);
  list.role = "listbox";
  list.ariaLabel = "Entries found";
  list.tabIndex = -1; // the arrows of the field move in it
  list.hidden = true;
  said.role = "status";
  form.append(field, close);
  const foot = element("div", { className: "sd__foot" });
  foot.append(all, keyLabel);
  box.append(form, status, said, list, foot);
  document.body.append(box);
  const announce = createAnnouncer(said);

  let run = 0;
  let at = -1;

  key.addEventListener("change", () => switchKey(key.checked));
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close(); // the backdrop
  });
  field.addEventListener("input", () => {
    move(-1); // what was chosen was found for other words
    void show();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const last = list.children.length - 1;
    if (event.key === "ArrowDown") move(at >= last ? 0 : at + 1);
    else if (event.key === "ArrowUp") move(at <= 0 ? last : at - 1);
    else if (event.key === "Enter" && at >= 0) follow(list.children[at], event);
    else if (event.key === "Escape" && at >= 0) move(-1);
    else if (event.key === "Escape")
      box.close(); // before the field takes it for clearing itself
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element) follow(event.target.closest("[role=option]"), event);
  });
  return { box, field };

  async function show(): Promise<void> {
    const mine = ++run;
    const words = field.value.trim();
    all.href = words ? `${PAGE}?q=${encodeURIComponent(words)}` : PAGE;
    if (!words) return fill([], "");
    try {
      const wait = setTimeout(() => mine === run && fill([], "Searching…"), SHOW_WAIT_AFTER);
      const { hits, isCut } = await answer(words, false).finally(() => clearTimeout(wait));
      if (mine !== run) return;
      const line = statusLine(words, hits, { count: hits.length, isNarrowed: false });
      const some = hits.length > SHOWN ? `${line}; the first ${SHOWN} are here` : line;
      fill(hits.slice(0, SHOWN), hits.length > 0 ? some : isCut ? CUT : `Nothing on file for “${words}”.`);
    } catch (error) {
      if (mine !== run) return;
      console.error(error);
      fill([], "Search did not load. Check the connection and try again.");
    }
  }

  function fill(hits: readonly Hit[], line: string): void {
    list.replaceChildren(...hits.map(buildOption));
    list.hidden = hits.length === 0;
    field.setAttribute("aria-expanded", String(hits.length > 0));
    say(line);
    move(-1);
  }

  function say(text: string): void {
    status.textContent = text;
    announce(text);
  }

  function move(to: number): void {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = list.children.length > 0 ? to : -1;
    const option = list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) field.setAttribute("aria-activedescendant", option.id);
    else field.removeAttribute("aria-activedescendant");
  }
}

function buildOption(hit: Hit, at: number): HTMLLIElement {
  const { document: entry, words } = hit;
  const option = element("li", { id: `sd-${at}`, className: "sd__hit" });
  option.role = "option";
  option.ariaSelected = "false";
  option.dataset["href"] = hrefOf(entry);
  const line = (className: string, ...parts: (Node | string)[]) => {
    const span = element("span", { className });
    span.append(...parts);
    return span;
  };
  const title = line("sd__t", ...nodesOf(markText(entry.title, words)));
  if (entry.lang) title.lang = entry.lang;
  const facts = [kindOf(entry), entry.status, ...entry.facts].filter(Boolean).join(" · ");
  const [reason] = reasonsOf(hit);
  option.append(line("sd__k", facts), title);
  if (reason) option.append(line("sd__r", ...(reason.label ? [`${reason.label}: `] : []), ...nodesOf(reason.pieces)));
  return option;
}

function follow(option: Element | null | undefined, event: MouseEvent | KeyboardEvent): void {
  if (!(option instanceof HTMLElement)) return;
  const { href = "" } = option.dataset;
  if (event.ctrlKey || event.metaKey) open(href, "_blank", "noopener");
  else location.assign(href);
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, fields: Partial<HTMLElementTagNameMap[K]>): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), fields);
}
